package meta

import (
	"slices"
	"strconv"
	"strings"
)

// DidYouMean is a hint that names the known name nearest to what was written, or,
// where none is near and there are few, all of them.
func DidYouMean(written string, known []string) string {
	if best := Near(written, known); best != "" {
		return "did you mean " + strconv.Quote(best) + "?"
	}
	if len(known) == 0 || len(known) > 24 {
		return ""
	}
	known = slices.Clone(known)
	slices.Sort(known)
	return "there is " + strings.Join(known, ", ")
}

// Near is the known name nearest to what was written, "" where none is near. Nearness is
// Damerau-Levenshtein distance (optimal string alignment) of at most a third of the
// length; of equally near names it is the first in order.
func Near(written string, known []string) string {
	best, least := "", max(1, (len([]rune(written))+1)/3)+1
	for _, k := range known {
		if n := distance(strings.ToLower(written), strings.ToLower(k)); n < least || n == least && best != "" && k < best {
			best, least = k, n
		}
	}
	return best
}

func distance(s, t string) int {
	a, b := []rune(s), []rune(t)
	if d := len(a) - len(b); d > 12 || d < -12 {
		return 99
	}
	two, one, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range one {
		one[j] = j
	}
	for i := range a {
		row[0] = i + 1
		for j := range b {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			row[j+1] = min(one[j+1]+1, row[j]+1, one[j]+cost)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				row[j+1] = min(row[j+1], two[j-1]+1)
			}
		}
		two, one, row = one, row, two
	}
	return one[len(b)]
}
