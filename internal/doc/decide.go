package doc

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"glossator/internal/meta"
	"glossator/internal/source"
)

// Reading is what was decided of some words by hand: by the author in the text, or by an
// editor in a row beside it.
type Reading struct {
	Span  source.Span // of Prose.Text
	Kind  Decided
	Entry string // of a speaker or a link; "" for none
	Name  string // of a speaker without an entry
	Day   meta.Day
	Value float64
	Unit  string
	None  bool // no date, no figure
	Whole bool // Span is all of the words; else it may be the first of them
	Row   bool // it stands in a row
	At    int  // byte offset in the text, or in the rows
}

// Decided is of what a Reading is.
type Decided uint8

const (
	Speaks Decided = iota
	Links
	Dates
	Counts
)

// decide places the rows in the prose, and tells of those that have no place in it.
func (d *Document) decide(rows []*row) (problems []source.Problem) {
	if len(rows)+len(d.Readings) == 0 {
		return nil
	}
	nearest := 50 // each looks at the whole text
	for _, r := range rows {
		if r.done {
			continue
		}
		span, n := d.find(r)
		switch {
		case r.keep != nil || n == 0 || r.N > n:
			problems = append(problems, d.lost(r, n, d.blocks, &nearest))
			continue
		case r.N == 0 && n > 1:
			problems = append(problems, d.told(r, fmt.Sprintf("%q stands %d times in block %d: the first is taken", r.Words.Text, n, r.p), "say which it is: n: 1"))
		}
		r.is.Span = span
		problems = append(problems, d.take(r)...)
	}
	d.keeps, d.blocks = nil, nil
	slices.SortStableFunc(d.Marks, func(a, b Mark) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
	slices.SortStableFunc(d.Readings, func(a, b Reading) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
	return problems
}

func (d *Document) told(r *row, msg, hint string) source.Problem {
	return d.Decided.Problem(r.Words.Offset, "reading", msg, hint).As(source.Warning)
}

// take makes a Reading of a row that was placed, unless the text, or an earlier row, says
// something else of the same words.
func (d *Document) take(r *row) []source.Problem {
	for _, o := range d.Readings {
		if o.Kind == r.is.Kind && o.Span.Overlaps(r.is.Span) {
			return d.loses(r, o.Row, o.At)
		}
	}
	if r.is.Kind != Links {
		d.Readings = append(d.Readings, r.is)
		return nil
	}
	for _, m := range d.Marks {
		if m.Span.Overlaps(r.is.Span) {
			return d.loses(r, m.Row, m.At)
		}
	}
	d.Marks = append(d.Marks, Mark{Span: r.is.Span, Entry: r.is.Entry, At: r.Link.Offset, Row: true})
	return nil
}

// loses tells that a row is not followed.
func (d *Document) loses(r *row, row bool, at int) []source.Problem {
	if row {
		return []source.Problem{d.told(r, fmt.Sprintf("%q: the row at line %d decides of these words already", r.Words.Text, d.Decided.Pos(at).Line), "keep one of the two")}
	}
	return []source.Problem{d.told(r, fmt.Sprintf("%q: the text marks these words itself, in line %d, and that is followed", r.Words.Text, d.File.Pos(at).Line), "keep one of the two")}
}

// find is where the words of a row stand in the prose, and how often they stand in their
// block.
func (d *Document) find(r *row) (span source.Span, n int) {
	for _, b := range d.Prose.Blocks {
		if b.P != r.p || b.P == 0 && b.Kind != Title {
			continue
		}
		words := trimMarks(r.Words.Text)
		text := d.Prose.Text[b.Span.Start:b.Span.End]
		for at := 0; ; {
			from, to := indexWords(text[at:], words, text[:at])
			if from < 0 {
				break
			}
			if n++; n == max(r.N, 1) {
				span = source.Span{Start: b.Span.Start + at + from, End: b.Span.Start + at + to}
			}
			at += to
		}
	}
	return span, n
}

// lost tells that the words of a row are not where it says, and where they are.
func (d *Document) lost(r *row, n int, blocks []string, nearest *int) source.Problem {
	if r.keep != nil && *r.keep {
		if _, n := d.find(r); n > 0 {
			return d.told(r, fmt.Sprintf("block %d is part of the article already", r.p), "take the row out")
		}
	}
	msg := fmt.Sprintf("%q does not stand in block %d", r.Words.Text, r.p)
	switch {
	case n > 0 && r.keep == nil:
		msg = fmt.Sprintf("%q does not stand %d times in block %d, but %d", r.Words.Text, r.N, r.p, n)
	case r.p > len(blocks):
		msg = fmt.Sprintf("the text has %d blocks, not %d", len(blocks), r.p)
	case r.keep != nil && r.p > 0 && opens(blocks[r.p-1], r.Words.Text) && len(strings.Fields(r.Words.Text)) < enough:
		msg = fmt.Sprintf("%q is too little to know block %d by", r.Words.Text, r.p)
		return d.told(r, msg, "write its first three words, or all where it has fewer")
	case r.keep == nil && r.p > 0 && d.isOut(r.p):
		return d.told(r, fmt.Sprintf("block %d is left out of the article, so nothing in it is read", r.p), fmt.Sprintf("keep it with a row - {p: %d, words: …, keep: in}, or take this one out", r.p))
	case r.keep != nil:
		msg = fmt.Sprintf("block %d does not begin with %q", r.p, r.Words.Text)
	}
	if *nearest--; *nearest < 0 {
		return d.told(r, msg, "")
	}
	return d.told(r, msg, near(blocks, r.Words.Text, r.p))
}

// isOut tells whether nothing of a block of the source is in the prose.
func (d *Document) isOut(p int) bool {
	return !slices.ContainsFunc(d.Prose.Blocks, func(b Block) bool { return b.P == p })
}
