package suggest

import (
	"cmp"
	"slices"
	"strings"

	"glossator/internal/language"
	"glossator/internal/lexicon"
)

// A noun of the subject's own is worth an entry where it comes back: in so many sentences
// of two articles, in more of one, or in fewer once it stood in quotation marks.
const (
	fewestTold   = 2
	fewestInOne  = 4
	fewestQuoted = 2
)

// term is one place of a noun of two words: "boat passes". Its head is the second token.
type term struct {
	text   *text
	head   int
	quoted bool // it stands in quotation marks by itself
	sure   bool // its first word is no verb
}

// measures finds the subject's own nouns for rules and for what is done, which no entry
// explains: a head such as "order" or "pass" behind another noun, again and again.
func measures(lex *lexicon.Lexicon, words *table, texts []*text) (found []Suggestion) {
	if words == nil {
		return nil
	}
	all, seen := map[pair][]term{}, map[string]bool{}
	for _, t := range texts {
		for i := 1; i < len(t.Tokens); i++ {
			if !t.isTerm(i) {
				continue
			}
			key := pair{t.Word(i - 1), lex.Pack.Stem(t.Word(i))}
			if sentence := key.verb + key.head + t.sight(i-1, i+1).Sentence; !seen[sentence] {
				seen[sentence] = true
				all[key] = append(all[key], term{t, i, t.quoted(i-1, i+1), !t.acted(i - 1)})
			}
		}
	}
	for _, terms := range all {
		if comesBack(terms) {
			found = append(found, measure(terms))
		}
	}
	slices.SortFunc(found, func(a, b Suggestion) int { return cmp.Compare(a.Name, b.Name) })
	return found
}

// isTerm tells whether token i is the head of a noun of two words that may be a measure's.
func (t *text) isTerm(i int) bool {
	if !t.small(i) || !t.small(i-1) || !t.joined(i) || !t.Lex.Pack.MeasureHead[t.Word(i)] {
		return false
	}
	covered := t.known[i] || t.known[i-1] || t.mute[i]
	return !covered && t.qualifies(i-1) && !t.runsOn(i)
}

// acted tells whether token i may be a verb, whose object the noun is: "to recommend
// charges", "he paid taxes".
func (t *text) acted(i int) bool {
	if !t.joined(i) {
		return false
	}
	return t.Is(i-1, "to") || t.in(i-1, language.Verbal, language.Pronoun, language.Negation, language.Relative) || t.capital(i-1) && !t.opens[i-1]
}

// qualifies tells whether token i is a word that makes the noun behind it the name of one
// thing: a noun, or an adjective that is not said of everything.
func (t *text) qualifies(i int) bool {
	w := t.Word(i)
	pack := t.Lex.Pack
	if len(w) < 3 || strings.HasSuffix(w, "ly") || t.number(i) {
		return false
	}
	if pack.Qualifies[w] || pack.Inflected(w) || pack.Demonym(w) {
		return false
	}
	return !t.in(i, language.Function, language.Determiner, language.Preposition, language.Possessive, language.Pronoun, language.Verbal, language.Copula,
		language.Relative, language.Calendar, language.Saying, language.Speaks, language.Numeral, language.Measures, language.Former)
}

// runsOn tells whether the noun may go on behind token i: "pass holders".
func (t *text) runsOn(i int) bool {
	if strings.HasSuffix(t.Word(i), "s") && !strings.HasSuffix(t.Word(i), "ss") {
		return false
	}
	return t.small(i+1) && t.joined(i+1) && !t.in(i+1, language.Function, language.Preposition, language.Verbal, language.Copula, language.Relative,
		language.Saying, language.Speaks, language.Calendar, language.Negation) && !t.Lex.Pack.Inflected(t.Word(i+1))
}

// comesBack tells whether a noun is told often enough.
func comesBack(terms []term) bool {
	articles, quoted, sure := 0, false, false
	for i, x := range terms {
		if i == 0 || terms[i-1].text != x.text {
			articles++
		}
		quoted, sure = quoted || x.quoted, sure || x.sure
	}
	fewest := fewestInOne
	switch {
	case !sure:
		return false
	case articles > 1:
		fewest = fewestTold
	case quoted:
		fewest = fewestQuoted
	}
	return len(terms) >= fewest
}

// measure names a noun by its commonest form; the others are its aliases.
func measure(terms []term) Suggestion {
	s := Suggestion{Kind: Measure, Mentions: len(terms)}
	forms := map[string]int{}
	for i, x := range terms {
		if i == 0 || terms[i-1].text != x.text {
			s.Articles++
		}
		forms[x.text.phrase(x.head-1, x.head+1)]++
		s.Seen = append(s.Seen, x.text.sight(x.head-1, x.head+1))
	}
	name := commonest(forms)
	s.Name = upperFirst(name)
	for form := range forms {
		if form != name {
			s.Aliases = append(s.Aliases, form)
		}
	}
	slices.Sort(s.Aliases)
	return s
}
