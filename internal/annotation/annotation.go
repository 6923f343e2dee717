// Package annotation is what is found in a document: mentions of entries, quotations with
// their speakers, figures, dates, and what was doubted.
//
// All spans are bytes into Document.Prose.Text; Prose.Source turns them into source
// offsets. Each list of a Set is sorted by span and without overlaps inside the list.
package annotation

import (
	"slices"
	"sort"

	"glossator/internal/catalogue"
	"glossator/internal/lexicon"
	"glossator/internal/meta"
	"glossator/internal/source"
)

// Set is everything found in one document.
type Set struct {
	Mentions []Mention
	Quotes   []Quote
	Figures  []Figure
	Dates    []Date
	Doubts   []Doubt // what was left unlinked, or linked in doubt, and why

	Sentences []source.Span // of Document.Prose.Text, in order; none crosses a block

	words *lexicon.Words // of the text, or nil
}

// KeepWords lets Touched know the text's words.
func (a *Set) KeepWords(words *lexicon.Words) { a.words = words }

// Words are those that were kept, or nil.
func (a *Set) Words() *lexicon.Words { return a.words }

// Touched tells whether a change of the lexicon may change what is found in the text: any
// may where its words were not kept.
func (a *Set) Touched(c *lexicon.Change) bool {
	return a.words == nil || c.Touches(a.words, func(id catalogue.ID) bool {
		for i := range a.Mentions {
			if a.Mentions[i].Entry == id {
				return true
			}
		}
		return slices.ContainsFunc(a.Quotes, func(q Quote) bool { return q.Speaker == id })
	})
}

// Sentence is the sentence that holds an offset, or the empty span there.
func (a *Set) Sentence(at int) source.Span {
	i := sort.Search(len(a.Sentences), func(i int) bool { return a.Sentences[i].End > at })
	if i < len(a.Sentences) && a.Sentences[i].Start <= at {
		return a.Sentences[i]
	}
	return source.Span{Start: at, End: at}
}

// Level tells whether a mention names its entry or describes it.
type Level string

const (
	Named       Level = "named"
	Descriptive Level = "descriptive"
)

// Mention is one phrase that stands for one entry.
type Mention struct {
	Span    source.Span
	Entry   catalogue.ID
	Level   Level
	Rule    string // why it was linked: "name", "surname", "damaged name", "role", "cue", "mark", …
	Damaged bool
}

// Quote is text between quotation marks, the marks left outside.
type Quote struct {
	Span      source.Span
	Kind      string       // "direct" (a clause or more) or "fragment"
	Speaker   catalogue.ID // "" when unknown, or not an entry
	Name      string       // the speaker as the text names it, where there is no entry
	Cue       source.Span  // "said", "according to"; empty when there is none
	Certainty string       // "certain", or "unknown" where there is no speaker
	Rule      string       // Editor where an editor, or the author, decided who speaks
}

// Figure is a number that carries a fact.
type Figure struct {
	Span  source.Span
	Value float64
	Unit  string // "people", "percent", "dollars", "" …
	What  string // what it counts, in the text's words
	Rule  string // Editor where an editor decided
}

// Date is a time expression; Resolves is YYYY, YYYY-MM or YYYY-MM-DD, for quarters and
// halves of a year YYYY-Q3 and YYYY-H1, or "" where it cannot be placed on the calendar.
type Date struct {
	Span     source.Span
	Resolves meta.Day
	Rule     string // Editor where an editor decided
}

// Editor is the rule of what was decided by hand in a row beside the text.
const Editor = "editor"

// LikelySpeaker is the rule of the doubt that tells whose words a quotation without a
// speaker probably is; its entries are the candidates.
const LikelySpeaker = "likely-speaker"

// MovingDay is the rule of the doubt that tells of a day that another calendar has.
const MovingDay = "moving-day"

// Doubt is something the editor should look at.
type Doubt struct {
	Span    source.Span
	Rule    string // "ambiguous-surname", "damaged-name", "unresolved-description", …
	Msg     string
	Hint    string
	Entries []catalogue.ID // the candidates
	Row     int            // 1 + where the row begins that it is about, in doc.Document.Decided; 0 where it is about none
}

// Equal tells whether two doubts are the same.
func (d Doubt) Equal(o Doubt) bool {
	return d.Span == o.Span && d.Rule == o.Rule && d.Msg == o.Msg && d.Hint == o.Hint && d.Row == o.Row && slices.Equal(d.Entries, o.Entries)
}
