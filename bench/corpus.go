package main

import (
	"math"
	"math/rand/v2"
	"sort"
	"strings"
)

// Corpus is an invented site: E entries with one to four names each, and N articles
// of about 630 words in 15 paragraphs, with about 25 mentions of 12 entries in the
// text of each. Every fiftieth article retells an earlier one. All of it follows from
// its Size: an article depends on its number and on the entries, not on the other
// articles, and is made anew whenever it is asked for.
type Corpus struct {
	Size
	Entries []Entry

	words    words
	byDir    [3][]int     // indexes of Entries
	weight   [3][]float64 // cumulative, beside byDir: few are mentioned often
	unlisted []string     // names that no entry has
}

// Size is what a corpus is made of. E has to be 12 at least, so that there are entries
// of every kind to choose from.
type Size struct {
	Seed  uint64
	N     int  // articles
	E     int  // entries
	Extra int  // sentences added to each article that name somebody
	Heavy bool // whom they name is always the first entry
}

// Dirs are the folders of entries, one for each facet.
var Dirs = [3]string{"who", "plans", "works"}

// Entry is one entry.
type Entry struct {
	Dir     int // index into Dirs
	ID      string
	Name    string
	Aliases []string
	Kind    string // "" for none
	Body    string // Markdown, without mentions
}

// Path is DIR/ID.
func (e *Entry) Path() string { return Dirs[e.Dir] + "/" + e.ID }

// Mention is a name in the text of an article.
type Mention struct {
	Name  string // as it is written
	Entry int    // index into Entries
}

// Article is one article.
type Article struct {
	Name      string // of its file, without extension
	Title     string
	Day       string // YYYY-MM-DD
	Publisher string
	Body      string    // Markdown
	Headline  []Mention // in Title, in order
	Mentions  []Mention // in Body, in order
}

// New makes a corpus.
func New(size Size) *Corpus {
	c := &Corpus{Size: size, words: readWords()}
	g := c.writer(0)
	c.Entries = g.entries(size.E)
	for i, e := range c.Entries {
		c.byDir[e.Dir] = append(c.byDir[e.Dir], i)
	}
	for d, all := range c.byDir {
		g.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		sum := 0.0
		for rank := range all {
			sum += math.Pow(float64(rank+3), -.8)
			c.weight[d] = append(c.weight[d], sum)
		}
	}
	c.unlisted = g.strangers(20000)
	for i := range c.Entries {
		c.Entries[i].Body = g.entryBody()
	}
	return c
}

// writer is chance, and what it chooses from.
type writer struct {
	*rand.Rand
	*Corpus
}

// writer gives the writer of one part of the corpus, whose choices depend on nothing
// that is written elsewhere.
func (c *Corpus) writer(part uint64) writer {
	return writer{rand.New(rand.NewPCG(c.Seed, part)), c}
}

// pick chooses one of a section's words.
func (g writer) pick(section string) string {
	all := g.words[section]
	return all[g.IntN(len(all))]
}

// topic chooses n entries of one folder, the well-known ones more often.
func (g writer) topic(dir, n int) []int {
	out := make([]int, n)
	sums := g.weight[dir]
	for i := range out {
		x := g.Float64() * sums[len(sums)-1]
		out[i] = g.byDir[dir][sort.SearchFloat64s(sums, x)]
	}
	return out
}

// slug makes a file name of a title.
func slug(s string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < '0' || r > '9')
	}), "-")
}
