// Package annotate finds in a document what an editor would mark: mentions of
// entries, quotations with their speakers, figures, and dates.
//
// In: a Document and a Lexicon. Out: an annotation.Set. Invariant: pure; the same input
// gives the same annotations, in time linear in the text and independent of the number of
// names in the lexicon.
//
// A text is read once (package reading). Each kind of thing is found over that reading by
// a package of its own, whose Finder is lent from text to text: its zero value is ready,
// and what it finds stays when it is used again.
package annotate

import (
	"sync"

	"glossator/internal/annotate/date"
	"glossator/internal/annotate/figure"
	"glossator/internal/annotate/mention"
	"glossator/internal/annotate/quote"
	"glossator/internal/annotation"
	"glossator/internal/doc"
	"glossator/internal/lexicon"
	"glossator/internal/reading"
	"glossator/internal/token"
)

// Annotate finds everything in the document.
func Annotate(d *doc.Document, lex *lexicon.Lexicon) (a *annotation.Set) {
	Lend(d, lex, func(found *annotation.Set, _ []token.Token) { a = found })
	return a
}

// Lend finds everything in the document, and lends the tokens to those who read them for
// another end: they are good until use returns. Quotations need to know who is mentioned;
// figures, who is mentioned and what is a date.
func Lend(d *doc.Document, lex *lexicon.Lexicon, use func(*annotation.Set, []token.Token)) {
	r := rooms.Get().(*room)
	defer rooms.Put(r)
	t := &r.text
	defer t.Release()
	t.Read(d, lex)
	a := &annotation.Set{Sentences: t.SentenceSpans()}
	a.Mentions, a.Doubts = r.mentions.Find(t)
	quotes, doubts := r.quotes.Find(t, a.Mentions)
	a.Quotes, a.Doubts = quotes, append(a.Doubts, doubts...)
	a.Dates = r.dates.Find(t, a.Quotes)
	a.Doubts = append(a.Doubts, r.dates.Doubts()...)
	a.Figures = r.figures.Find(t, a.Mentions, a.Dates)
	if len(d.Readings) > 0 {
		decide(d, a, func(id string) bool { return lex.Catalogue.Entry(id) != nil })
	}
	use(a, t.Tokens)
}

// room is the memory in which a text is read. What is found stays behind: it is copied,
// or points into the prose.
type room struct {
	text     reading.Text
	mentions mention.Finder
	quotes   quote.Finder
	dates    date.Finder
	figures  figure.Finder
}

// rooms lends the memory of texts that were read to those that are: a text needs some
// hundred kilobytes, which would otherwise be asked for and cleared for each.
var rooms = sync.Pool{New: func() any { return new(room) }}
