package search

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

const (
	fileSize = 24 << 10 // about how much a words file holds at most, in bytes
	deepest  = 16       // letters of a prefix
	samples  = 16       // words that a split file repeats
)

// tree cuts sorted words into files by prefix.
type tree struct {
	name  string // of the files
	words []string
	size  func(w int) int
	line  func(dst []byte, w, cut int) []byte // a word's line without its first cut bytes

	// for the words that a split file repeats; nil where it repeats none
	weight []int
	short  func(dst []byte, w, cut int) []byte

	prefixes []string // that have a file; "" is the first
	out      script
}

// branch is a run of words that begin alike.
type branch struct {
	prefix   string
	from, to int // in tree.words
	size     int
}

// grow makes all files.
func (t *tree) grow() {
	all := branch{to: len(t.words)}
	for w := range t.words {
		all.size += t.size(w)
	}
	t.split(all)
}

func (t *tree) split(b branch) {
	t.prefixes = append(t.prefixes, b.prefix)
	if b.size <= fileSize || utf8.RuneCountInString(b.prefix) == deepest {
		t.write(b, nil)
		return
	}
	out := t.branches(b)
	slices.SortStableFunc(out, func(x, y branch) int { return cmp.Compare(y.size, x.size) })
	rest := b.size
	n := 0
	for ; n < len(out) && rest > fileSize/2; n++ {
		rest -= out[n].size
	}
	out = out[:n]
	slices.SortFunc(out, func(x, y branch) int { return cmp.Compare(x.from, y.from) })
	t.write(b, out)
	for _, o := range out {
		t.split(o)
	}
}

// branches are the runs of b's words that share one letter more.
func (t *tree) branches(b branch) (all []branch) {
	for w := b.from; w < b.to; w++ {
		word := t.words[w]
		if len(word) == len(b.prefix) {
			continue
		}
		_, n := utf8.DecodeRuneInString(word[len(b.prefix):])
		prefix := word[:len(b.prefix)+n]
		if k := len(all) - 1; k < 0 || all[k].prefix != prefix {
			all = append(all, branch{prefix: prefix, from: w})
		}
		o := &all[len(all)-1]
		o.to = w + 1
		o.size += t.size(w)
	}
	return all
}

// write makes a branch's file; the words of out have files of their own.
func (t *tree) write(b branch, out []branch) {
	repeat := map[int]bool{}
	if b.prefix != "" && t.weight != nil {
		repeat = t.heaviest(out)
	}
	t.out.open(fileName(t.name, b.prefix))
	data := append(t.out.data, '"')
	for w := b.from; w < b.to; w++ {
		for len(out) > 0 && out[0].to <= w {
			out = out[1:]
		}
		switch {
		case len(out) == 0 || w < out[0].from:
			data = t.line(data, w, len(b.prefix))
		case repeat[w]:
			data = t.short(data, w, len(b.prefix))
		}
	}
	t.out.data = append(data, '"')
	t.out.close()
}

// heaviest are the words of the branches that weigh most.
func (t *tree) heaviest(out []branch) map[int]bool {
	var top []int // heaviest first
	for _, o := range out {
		for w := o.from; w < o.to; w++ {
			if len(top) == samples && t.weight[w] <= t.weight[top[samples-1]] {
				continue
			}
			at, _ := slices.BinarySearchFunc(top, w, func(x, w int) int {
				return cmp.Or(cmp.Compare(t.weight[w], t.weight[x]), cmp.Compare(x, w))
			})
			top = slices.Insert(top, at, w)[:min(samples, len(top)+1)]
		}
	}
	set := map[int]bool{}
	for _, w := range top {
		set[w] = true
	}
	return set
}

// fileName is the name, a hyphen and the prefix, with what is not a small letter or
// a digit as its number: fit for every disk.
func fileName(name, prefix string) string {
	if prefix == "" {
		return name
	}
	var b strings.Builder
	b.WriteString(name + "-")
	for _, r := range prefix {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			b.WriteRune(r)
		} else {
			fmt.Fprintf(&b, "_%x", r)
		}
	}
	return b.String()
}

// backwards is the tree of words by their ends. Words too short for a slip to be
// forgiven, and numbers, stay out.
func backwards(words []string, put Sink) *tree {
	t := &tree{name: "ends", out: script{put: put}}
	for _, w := range words {
		if strings.ContainsAny(w, ".0123456789") || utf8.RuneCountInString(w) < slipLength {
			continue
		}
		letters := []rune(w)
		slices.Reverse(letters)
		t.words = append(t.words, string(letters))
	}
	slices.Sort(t.words)
	t.size = func(w int) int { return len(t.words[w]) + 1 }
	t.line = func(dst []byte, w, cut int) []byte { return append(append(dst, t.words[w][cut:]...), ';') }
	t.grow()
	return t
}

// slipLength is how many letters a word has in which one may be wrong.
const slipLength = 4
