package annotate

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"glossator/internal/annotate/mention"
	"glossator/internal/annotate/quote"
	"glossator/internal/doc"
	"glossator/internal/lexicon"
	"glossator/internal/reading"
	"glossator/internal/source"
)

// Explain tells in plain words what would be linked in a sentence, by which rule, and
// what was considered and left alone.
func Explain(sentence string, lex *lexicon.Lexicon) string {
	d := &doc.Document{Prose: doc.Prose{Text: sentence, Blocks: []doc.Block{{Kind: doc.Paragraph, Span: source.Span{End: len(sentence)}, N: 1}}}}
	return explain(d, lex, source.Span{End: len(sentence)})
}

// ExplainAt tells the same of the paragraph that holds an offset of the prose, read
// with all that the rest of the document says.
func ExplainAt(d *doc.Document, lex *lexicon.Lexicon, offset int) string {
	for _, b := range d.Prose.Blocks {
		if offset < b.Span.End {
			return explain(d, lex, b.Span)
		}
	}
	return "there is no text here\n"
}

// remark is a decision on a span.
type remark struct {
	span source.Span
	text string
}

func explain(d *doc.Document, lex *lexicon.Lexicon, within source.Span) string {
	var remarks []remark
	t := reading.New(d, lex)
	f := mention.Finder{Why: func(from, to int, msg string) {
		if s := t.Span(from, to); strings.HasPrefix(msg, "not linked") && within.Overlaps(s) {
			remarks = append(remarks, remark{s, msg})
		}
	}}
	mentions, doubts := f.Find(t)
	q := quote.Finder{Why: func(span source.Span, msg string) {
		if within.Overlaps(span) {
			remarks = append(remarks, remark{span, msg})
		}
	}}
	q.Find(t, mentions)
	for _, x := range doubts {
		if within.Overlaps(x.Span) {
			remarks = append(remarks, remark{x.Span, fmt.Sprintf("%s (%s)", x.Hint, x.Rule)})
		}
	}
	for _, m := range mentions {
		if within.Overlaps(m.Span) {
			e := lex.Catalogue.Entry(m.Entry)
			remarks = append(remarks, remark{m.Span, fmt.Sprintf("linked to %s (%s), %s, by: %s", m.Entry, e.Name, m.Level, m.Rule)})
		}
	}
	if len(remarks) == 0 {
		return "nothing in it is a name, description or cue of the catalogue\n"
	}
	slices.SortStableFunc(remarks, func(a, b remark) int {
		return cmp.Or(cmp.Compare(a.span.Start, b.span.Start), cmp.Compare(b.span.End, a.span.End))
	})
	var out strings.Builder
	last := source.Span{Start: -1}
	for i, r := range remarks {
		if slices.Contains(remarks[:i], r) {
			continue
		}
		if r.span != last {
			fmt.Fprintf(&out, "“%s”\n", d.Prose.Text[r.span.Start:r.span.End])
			last = r.span
		}
		fmt.Fprintf(&out, "    %s\n", r.text)
	}
	return out.String()
}
