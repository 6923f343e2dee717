package search

import (
	"strconv"
	"strings"

	"glossator/internal/doc"
	"glossator/internal/source"
)

// Signs inside a text: see the package's format.
const (
	blockSign    = 1
	sentenceSign = 2
	markEnd      = 3
	markSign     = 0x0E // + facet
)

// head opens the array of one document.
func (p *part) head(path, title, day, about string) {
	for i, s := range [...]string{path, title, day, about} {
		p.out.data = append(p.out.data, "[,"[min(i, 1)], '"')
		p.quoted(s)
		p.out.data = append(p.out.data, '"')
	}
	p.out.data = append(p.out.data, ',')
}

// block writes a block's sentences with their marks. What no sentence covers goes
// with the one before it. It returns the sentences of later blocks.
func (p *part) block(text string, b doc.Block, sentences []source.Span, marks []mark) []source.Span {
	p.out.data = append(p.out.data, blockSign)
	if b.N > 0 {
		p.out.data = strconv.AppendInt(p.out.data, int64(b.N), 10)
	}
	at := b.Span.Start
	for at < b.Span.End {
		for len(sentences) > 0 && sentences[0].End <= at {
			sentences = sentences[1:]
		}
		end := b.Span.End
		if len(sentences) > 1 && sentences[1].Start < end {
			end = sentences[1].Start
		}
		p.out.data = append(p.out.data, sentenceSign)
		for len(marks) > 0 && marks[0].Start < end {
			m := marks[0]
			marks = marks[1:]
			if m.Start < at || m.End > end || m.facet > 0x1F-markSign {
				continue
			}
			p.quoted(text[at:m.Start])
			p.out.data = append(p.out.data, markSign+byte(m.facet))
			p.quoted(text[m.Start:m.End])
			p.out.data = append(p.out.data, markEnd)
			at = m.End
		}
		p.quoted(strings.TrimRight(text[at:end], " "))
		at = end
		if len(sentences) > 0 && sentences[0].Start < end {
			sentences = sentences[1:]
		}
	}
	return sentences
}

// quoted writes text as part of a JavaScript string. Control characters are spaces:
// some of them are signs.
func (p *part) quoted(text string) {
	from := 0
	for i := 0; i < len(text); i++ {
		c := text[i]
		if c >= ' ' && c != '"' && c != '\\' {
			continue
		}
		p.out.data = append(p.out.data, text[from:i]...)
		from = i + 1
		if c < ' ' {
			p.out.data = append(p.out.data, ' ')
		} else {
			p.out.data = append(p.out.data, '\\', c)
		}
	}
	p.out.data = append(p.out.data, text[from:]...)
}
