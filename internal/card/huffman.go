package card

import (
	"math/bits"
	"slices"
)

// huffman is a code for what is met so often, of words of at most 15 bits.
func huffman(count []int) []bitString {
	sizes := wordSizes(count)
	for flat := 1; slices.Max(sizes) > codeLimit; flat *= 2 { // the rare ones less rare
		even := slices.Clone(count)
		for i := range even {
			if even[i] > 0 {
				even[i] += flat
			}
		}
		sizes = wordSizes(even)
	}
	return canonical(sizes)
}

// wordSizes is how many bits each gets: the two that are met least often are joined,
// until one is left.
func wordSizes(count []int) []uint8 {
	type node struct{ count, up int }
	sizes := make([]uint8, len(count))
	var order []int
	for i, n := range count {
		if n > 0 {
			order = append(order, i)
		}
	}
	if len(order) == 1 {
		sizes[order[0]] = 1
		return sizes
	}
	slices.SortStableFunc(order, func(a, b int) int { return count[a] - count[b] })
	all := make([]node, 0, 2*len(order))
	for _, i := range order {
		all = append(all, node{count: count[i]})
	}
	leaf, join := 0, len(order) // both rise
	least := func() int {
		if join == len(all) || leaf < len(order) && all[leaf].count <= all[join].count {
			leaf++
			return leaf - 1
		}
		join++
		return join - 1
	}
	for len(all) < 2*len(order)-1 {
		a, b := least(), least()
		all[a].up, all[b].up = len(all), len(all)
		all = append(all, node{count: all[a].count + all[b].count})
	}
	deep := make([]uint8, len(all))
	for i := len(all) - 2; i >= 0; i-- {
		deep[i] = deep[all[i].up] + 1
	}
	for i, of := range order {
		sizes[of] = deep[i]
	}
	return sizes
}

// canonical gives words in the order of their length, then of what they stand for.
func canonical(sizes []uint8) []bitString {
	all := make([]bitString, len(sizes))
	next := uint32(0)
	for size := uint8(1); size <= codeLimit; size++ {
		next <<= 1
		for i, n := range sizes {
			if n == size {
				all[i] = bitsOf(uint64(bits.Reverse32(next)>>(32-size)), int(size))
				next++
			}
		}
	}
	return all
}
