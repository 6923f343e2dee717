package annotate

import (
	"glossator/internal/doc"
	"glossator/internal/lexicon"
)

// Annotate finds everything in the document. Quotations need to know who is
// mentioned; figures, who is mentioned and what is a date.
func Annotate(d *doc.Document, lex *lexicon.Lexicon) *Annotations {
	t := newText(d, lex)
	a := &Annotations{Sentences: t.sentenceSpans()}
	a.Mentions, a.Doubts = t.mentions(nil)
	a.Quotes = t.quotes(a.Mentions)
	a.Dates = t.dates()
	a.Figures = t.figures(a.Mentions, a.Dates)
	return a
}
