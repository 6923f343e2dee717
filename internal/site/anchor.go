package site

import (
	"strconv"

	"glossator/internal/annotation"
	"glossator/internal/doc"
)

// Anchor is where a mention stands on its article's page. It is made of what is there and
// not of the order of marks, so that a link lasts when the text is marked anew: "p2.ana-diaz",
// the first mention of that entry in the second paragraph, "p2.ana-diaz.2" its next. Outside
// of paragraphs it is the block, from 0: "b0.ana-diaz".
type Anchor struct {
	Block, N int // the block's index, and its number as a reader counts
	Entry    string
	Nth      int // of the entry's mentions in the block, from 1
}

// Append adds the fragment, without its #.
func (a Anchor) Append(b []byte) []byte {
	letter, n := byte('p'), a.N
	if n == 0 {
		letter, n = 'b', a.Block
	}
	b = append(strconv.AppendInt(append(b, letter), int64(n), 10), '.')
	b = append(b, a.Entry...)
	if a.Nth > 1 {
		b = strconv.AppendInt(append(b, '.'), int64(a.Nth), 10)
	}
	return b
}

func (a Anchor) String() string { return string(a.Append(nil)) }

// Counter counts the mentions of one entry in the order of a text, block by block.
type Counter struct{ block, n int }

// In is which of the entry's mentions in a block the next one is, from 1.
func (c *Counter) In(block int) int {
	if c.block != block {
		c.block, c.n = block, 0
	}
	c.n++
	return c.n
}

// Next is the anchor of an entry's next mention in a text.
func (c *Counter) Next(d *doc.Document, m annotation.Mention) Anchor {
	block := min(d.Prose.Block(m.Span.Start), len(d.Prose.Blocks)-1)
	return Anchor{block, d.Prose.Blocks[block].N, m.Entry, c.In(block)}
}

// FirstOf is the anchor of the first of an entry's mentions in an article.
func (a *Article) FirstOf(mentions []int) Anchor {
	var c Counter
	return c.Next(a.Doc, a.Ann.Mentions[mentions[0]])
}
