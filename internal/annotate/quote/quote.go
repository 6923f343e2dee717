// Package quote finds what is said between quotation marks, and who says it.
package quote

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"glossator/internal/annotation"
	"glossator/internal/language"
	"glossator/internal/reading"
	"glossator/internal/source"
	"glossator/internal/token"
)

// Finder finds a text's quotations, and their speakers sentence by sentence. A sentence
// here runs on through the quotations in it. Its zero value is ready, and it is used for
// one text after another.
type Finder struct {
	// Why, where it is set, is told which rule decided of a quotation, and what.
	Why func(span source.Span, msg string)

	*reading.Text
	pairs    []pair
	quotes   []annotation.Quote
	speakers []speaker
	mentions []annotation.Mention
	at       []int32 // token → number of the mention that may speak, from 1
	persons  []bool  // mention → it is a person's

	next     int               // first pair not yet read
	sought   map[string]int    // surname → token before which no full name stands
	names    map[string]string // surname → full name, of persons who are no entries
	subjects []speaker         // the persons who were subjects, in order
	org      speaker           // the last organization that was

	shownBy   map[string]gender // by name
	bySurname map[string]gender // as the text shows it with their titles

	turns  []annotation.Quote // of a transcript
	inTurn []bool             // block → it is one

	// Most quotations are explained by their own sentences. So these alone are read at
	// first, and the whole text, in order, where one of them asked what was said before.
	brief, asked bool

	cues       []cue    // of the sentence at hand
	read       int      // those before the quotation at hand
	from, to   int      // its tokens
	first      int      // its first pair
	headline   headline // whether its verbs are capitalized
	main       speaker
	mainKnown  bool
	before     speaker // who spoke in the sentence before, in the same block
	intro      bool    // the sentence before, or the block before, ended with a colon
	lastInText speaker // who spoke in the block before, where that ended as its last quotation or cue
}

// What a quotation is, and how sure its speaker. What is only likely is told to the editor
// and is no part of the result.
const (
	direct, fragment         = "direct", "fragment"
	certain, likely, unknown = "certain", "likely", "unknown"
)

// Find finds what stands between quotation marks, the outer ones where they are
// nested, one Quote for each paragraph of a long quotation; and who said it. The
// speaker is read from the cue beside the quotation ("said", "according to"), in a
// language whose pack has such words. A quotation without a cue has no speaker: scare
// quotes, titles, nicknames are nobody's words.
func (f *Finder) Find(t *reading.Text, ms []annotation.Mention) ([]annotation.Quote, []annotation.Doubt) {
	f.Text = t
	f.begin()
	f.transcribed(ms)
	if f.mate(); len(f.pairs) > 0 {
		f.room()
		if t.Lex.Pack.ReadsSpeakers {
			f.attribute(ms)
		}
	}
	quotes, doubts := f.result()
	if len(f.turns) > 0 {
		quotes = append(quotes, f.turns...)
		slices.SortFunc(quotes, func(a, b annotation.Quote) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
	}
	return quotes, doubts
}

// inside is the span between the marks of a pair.
func (f *Finder) inside(p pair) source.Span {
	s := source.Span{Start: int(f.Tokens[p.open].End), End: int(f.Tokens[p.close-1].End)}
	switch {
	case p.reopened:
		s.End = int(f.Tokens[p.close].End)
		return trimmed(f.Prose, s)
	case p.goesOn:
		return trimmed(f.Prose, source.Span{Start: s.Start, End: f.Blocks[p.block].Span.End})
	}
	s.End = int(f.Tokens[p.close].Start)
	return trimmed(f.Prose, s)
}

// trimmed is the span without the spaces that French sets inside its marks.
func trimmed(prose string, s source.Span) source.Span {
	inner := prose[s.Start:s.End]
	left := strings.TrimLeftFunc(inner, unicode.IsSpace)
	s.Start = s.End - len(left)
	s.End = s.Start + len(strings.TrimRightFunc(left, unicode.IsSpace))
	return s
}

// kindOf tells a quoted clause or sentence from a few quoted words: a clause is long,
// or begins as a sentence, or has a subject or a finite verb of the commonest kind.
func (f *Finder) kindOf(p pair) string {
	const long, some = 10, 4 // words
	words, capitals := 0, 0
	for i := p.open + 1; i < p.close; i++ {
		if f.Tokens[i].Shape.Wordlike() {
			words++
		}
		if f.Tokens[i].Shape.Capitalized() {
			capitals++
		}
	}
	first, _ := utf8.DecodeRuneInString(f.Raw(p.open + 1))
	switch {
	case p.goesOn, p.again, p.reopened, words >= long && f.Lex.Language != "":
		return direct
	case unicode.IsUpper(first) && f.sentenceLike(p, words, capitals):
		return direct
	case words >= some && (f.subjective(p.open+1) || f.In(p.open+1, language.Function) && f.subjective(p.open+2)):
		return direct // "we know this", "and we know it"
	}
	return fragment
}

// sentenceLike tells whether a quotation that begins with a capital letter is a sentence,
// and no name.
func (f *Finder) sentenceLike(p pair, words, capitals int) bool {
	const some, least = 4, 2 // words
	clause := f.clause(p)
	ended := f.AnyOf(p.close-1, ".", "!", "?", ",")
	name := !clause && capitals >= words
	return clause && words >= some || ended && words >= least && !name
}

// clause tells whether a pronoun or a finite verb of the commonest kind is quoted.
func (f *Finder) clause(p pair) bool {
	for i := p.open + 1; i < p.close; i++ {
		if f.Tokens[i].Shape == token.Clitic && !f.Is(i, "'s") || f.In(i, language.Pronoun, language.Copula, language.Verbal) || strings.HasSuffix(f.Fold(i), "n't") {
			return true
		}
	}
	return false
}

// subjective tells whether token i is a pronoun that can only be a subject.
func (f *Finder) subjective(i int) bool {
	return f.In(i, language.Speaker)
}
