package main

import (
	"crypto/sha256"
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode"
)

var small = Size{Seed: 1, N: 60, E: 40}

// digest is of everything that a corpus writes down.
func digest(c *Corpus) string {
	h := sha256.New()
	for _, e := range c.Entries {
		fmt.Fprintf(h, "%+v\n", e)
	}
	for i := range c.N {
		fmt.Fprintf(h, "%+v\n", c.Article(i))
	}
	return fmt.Sprintf("%x", h.Sum(nil)[:8])
}

func TestCorpusFollowsFromItsSize(t *testing.T) {
	const want = "800634c24b8e711f"
	if got := digest(New(small)); got != want {
		t.Errorf("the corpus is another one: %s, want %s. Figures of before cannot be compared with those of after.", got, want)
	}
	seen := map[string]Size{}
	for _, s := range []Size{small, {Seed: 2, N: 60, E: 40}, {Seed: 1, N: 60, E: 41}, {Seed: 1, N: 60, E: 40, Extra: 1}, {Seed: 1, N: 60, E: 40, Extra: 1, Heavy: true}} {
		d := digest(New(s))
		if other, ok := seen[d]; ok {
			t.Errorf("%+v and %+v make the same corpus", s, other)
		}
		seen[d] = s
	}
}

func TestArticlesDependOnTheirNumberAlone(t *testing.T) {
	few, many := New(small), New(Size{Seed: 1, N: 1000, E: 40})
	for _, i := range []int{0, 42, retold - 1} {
		if a, b := few.Article(i), many.Article(i); a.Body != b.Body || a.Name != b.Name {
			t.Errorf("article %d depends on how many there are", i)
		}
	}
}

func TestCorpusIsAsBigAsItSays(t *testing.T) {
	c := New(Size{Seed: 1, N: 200, E: 200})
	words, paragraphs, mentions, quotes, entries, names := 0, 0, 0, 0, 0, 0
	for i := range c.N {
		a := c.Article(i)
		words += len(strings.Fields(a.Body))
		paragraphs += strings.Count(a.Body, "\n\n") - 1 // a heading, a quotation
		mentions += len(a.Mentions)
		quotes += strings.Count(a.Body, `"`) / 2
		seen := map[int]bool{}
		for _, m := range a.Mentions {
			seen[m.Entry] = true
		}
		entries += len(seen)
	}
	for _, e := range c.Entries {
		if n := 1 + len(e.Aliases); n > 4 {
			t.Errorf("%s has %d names", e.ID, n)
		}
		names += 1 + len(e.Aliases)
	}
	for _, v := range []struct {
		what             string
		got, least, most int
	}{
		{"words", words / c.N, 590, 660}, {"paragraphs", paragraphs / c.N, 14, 16}, {"mentions", mentions / c.N, 22, 28},
		{"entries mentioned", entries / c.N, 10, 14}, {"quotations", quotes / c.N, 2, 8}, {"entries", len(c.Entries), 200, 200}, {"names", names, 300, 500},
	} {
		if v.got < v.least || v.got > v.most {
			t.Errorf("%s: %d, want %d to %d", v.what, v.got, v.least, v.most)
		}
	}
}

func TestRetellingIsCloseToWhatItRetells(t *testing.T) {
	c := New(small)
	sentences := func(i int) []string { return strings.Split(c.Article(i).Body, ". ") }
	was, is := sentences(retold-1-backward), sentences(retold-1)
	shared := 0
	for _, s := range is {
		if slices.Contains(was, s) {
			shared++
		}
	}
	if part := float64(shared) / float64(len(is)); part < .5 || part > .95 {
		t.Errorf("%.0f %% of the sentences are shared", 100*part)
	}
	if c.Article(retold-1).Day != c.Article(retold-1-backward).Day {
		t.Error("they are of two days")
	}
}

// The mentions that a corpus claims are those that a plain search finds: leftmost,
// longest, whole words.
func TestMentionsAreThoseThatAreFound(t *testing.T) {
	for _, size := range []Size{small, {Seed: 7, N: 100, E: 300}, {Seed: 3, N: 20, E: 2000, Extra: 3, Heavy: true}} {
		c := New(size)
		owner := map[string]int{}
		for i, e := range c.Entries {
			for _, n := range append([]string{e.Name}, e.Aliases...) {
				if _, ok := owner[n]; ok {
					t.Fatalf("%q is the name of two", n)
				}
				owner[n] = i
			}
		}
		for i := range c.N {
			a := c.Article(i)
			if got := search(a.Title, owner); !slices.Equal(got, a.Headline) {
				t.Errorf("%+v: title %q: found %v, want %v", size, a.Title, got, a.Headline)
			}
			if got := search(a.Body, owner); !slices.Equal(got, a.Mentions) {
				t.Errorf("%+v: %s: found %v, want %v", size, a.Name, got, a.Mentions)
			}
		}
	}
}

// search finds the names in a text.
func search(text string, owner map[string]int) []Mention {
	const longest = 9 // words
	word := func(r byte) bool { return r == '_' || unicode.IsLetter(rune(r)) || unicode.IsDigit(rune(r)) }
	var out []Mention
	for i := 0; i < len(text); i++ {
		if i > 0 && word(text[i-1]) || !word(text[i]) {
			continue
		}
		found, words := "", 0
		for j := i + 1; j <= len(text) && words < longest && text[j-1] != '\n'; j++ {
			if j < len(text) && word(text[j]) {
				continue
			}
			words++
			if _, ok := owner[text[i:j]]; ok {
				found = text[i:j]
			}
		}
		if found != "" {
			out = append(out, Mention{found, owner[found]})
			i += len(found) - 1
		}
	}
	return out
}

func TestManyEntriesCanBeNamed(t *testing.T) {
	c := New(Size{Seed: 1, N: 1, E: 20000})
	ids := map[string]bool{}
	for _, e := range c.Entries {
		ids[e.ID] = true
	}
	if len(c.Entries) != 20000 || len(ids) != 20000 {
		t.Errorf("%d entries with %d names of files", len(c.Entries), len(ids))
	}
}
