package doc

import (
	"strings"

	"glossator/internal/source"
)

// Numbered is a block of the source and its number, as rows of readings have it.
type Numbered struct {
	P     int
	Words string // its first
	Out   bool   // it is left out of the article
}

// Numbers are the blocks of the source that have any of a span.
func (d *Document) Numbers(s source.Span) (all []Numbered) {
	add := func(p int, where source.Span, words string) {
		if where.Overlaps(s) {
			const some = 8
			first := strings.Fields(words)
			all = append(all, Numbered{p, strings.Join(first[:min(len(first), some)], " "), d.isOut(p)})
		}
	}
	switch text := d.File.Data; {
	case strings.HasSuffix(d.File.Path, ".txt"):
		for i, p := range paragraphs(text) {
			add(i+1, p, text[p.Start:p.End])
		}
	case strings.HasSuffix(d.File.Path, ".html"):
		stream := words(text)
		for _, b := range stream.blocks() {
			add(b.p, source.Span{Start: stream[b.from].src, End: stream[b.to-1].end}, b.text)
		}
	default:
		for _, b := range d.Prose.Blocks {
			if where, ok := d.Prose.Source(b.Span); ok {
				add(b.P, where, d.Prose.Text[b.Span.Start:b.Span.End])
			}
		}
	}
	return all
}
