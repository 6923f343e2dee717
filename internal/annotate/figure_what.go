package annotate

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"glossator/internal/language"
	"glossator/internal/token"
)

// counts reads what the number counts: the noun phrase behind it, else, for a bare
// "from 206 to 24,819", what the sentence says it numbers.
func (r *figureReader) counts(n number) (unit, what string) {
	i := n.to
	if i < len(r.tokens) && r.glued(i) && r.is(i, "-") { // 90-day, 69-year-old
		if i++; r.glued(i) && r.tokens[i].Shape.Wordlike() {
			if r.glued(i+1) && r.is(i+1, "-") && r.is(i+2, "old") {
				return r.term(i).Unit, "age"
			}
			if u := r.term(i).Unit; u != "" {
				return u, ""
			}
			if r.is(i, "strong") {
				return "people", ""
			}
			return r.kept(i), ""
		}
		if r.is(n.from-1, "voted") || r.is(n.from-2, "vote") {
			return "votes", ""
		}
		return r.afterRange(n)
	}
	if !r.nouns {
		return "", ""
	}
	if r.age(n) {
		return "years", "age"
	}
	if r.is(i, "of") { // "29 percent of the encounters"
		i++
		for r.in(i, language.OfWhich) {
			i++
		}
		if i < len(r.tokens) && (r.tokens[i].Shape == token.Number || r.numberWord(i).Kind != language.NoNumber) {
			if m, ok := r.number(i); ok { // "14 of the 22 boats"
				return r.counts(m)
			}
		}
	} else if u := r.term(i).Unit; u != "" && n.unit == "" && !r.starts(i) {
		unit = u
		if i++; r.is(i, "of") {
			i++
		} else {
			return unit, ""
		}
	}
	if r.is(n.from-1, "voted") {
		return "votes", ""
	}
	if r.is(n.from-1, "of") && r.in(n.from-2, language.Vote) || (r.is(n.from-1, "to") || r.is(n.from-1, "-")) && len(r.out) > 0 && r.out[len(r.out)-1].Unit == "votes" {
		return "votes", ""
	}
	from, to := r.phrase(i)
	if r.is(to, "'s") && to+1 < len(r.tokens) { // "a third of the town's water"
		from, to = r.phrase(to + 1)
	}
	if n.unit != "" && i == n.to { // "29 percent fell" counts nothing, "$5 million in aid" does
		to = from
		if r.is(i, "in") {
			from, to = r.phrase(i + 1)
		}
	}
	if unit == "" && n.unit == "" {
		if to == from+1 && r.in(from, language.Sufferer) || to == from && r.suffered(i) >= 0 {
			at := max(r.suffered(i), from)
			if at > from {
				if unit, what = r.again(n); what != "" {
					return unit, what // "of the 206 boats, 12 were released"
				}
			}
			return "people", r.raw(at)
		}
		if from < to && r.compound(from, to) && (r.is(to, "and") || r.is(to, "or") || r.is(to, "to")) {
			return r.afterRange(number{from: n.from, to: to}) // "40 part-time and 60 full-time pilots"
		}
	}
	for to > from && r.trailing(to-1) {
		to-- // "three dissented", "24,819 seized illegally"
	}
	if from == to {
		if w := r.foldAt(n.to); unit == "" && n.unit == "" && (w == "to" || w == "or" || w == "and") {
			return r.afterRange(n)
		}
		if unit == "" && n.unit == "" {
			if unit, what = r.numbered(n); unit == "" {
				unit, what = r.again(n)
			}
			return unit, what
		}
		return unit, ""
	}
	if from+1 < to && r.is(from, "more") {
		from++
	}
	what = r.prose[r.tokens[from].Start:r.tokens[to-1].End]
	if unit == "" {
		unit = r.unitOf(r.head(from, to)) + r.rate(to)
	}
	return unit, what
}

// suffered is the token of what befell the persons counted, behind "were" where that
// stands at token i; -1 where there is no such word.
func (r *figureReader) suffered(i int) int {
	for r.in(i, language.Copula) || r.is(i, "had") || r.is(i, "have") {
		i++
	}
	if r.in(i, language.Sufferer) && !r.starts(i) {
		return i
	}
	return -1
}

// compound tells whether [from, to) is one word with hyphens.
func (r *figureReader) compound(from, to int) bool {
	for i := from + 1; i < to; i++ {
		if !r.glued(i) {
			return false
		}
	}
	return to > from+1
}

// trailing tells whether token i, the last of a phrase, says what happened to the
// things counted, and how, but not what they are.
func (r *figureReader) trailing(i int) bool {
	w := r.fold(i)
	return r.tokens[i].Shape == token.Lower && !r.glued(i) && len(w) > 3 && (strings.HasSuffix(w, "ed") && !strings.HasSuffix(w, "eed") || strings.HasSuffix(w, "ly") || r.in(i, language.Sufferer))
}

// again reads a number without a noun as counting what the figure before it counts, in
// its sentence or the one before: "3,913 boats sailed; 206 sank", "up from 900".
func (r *figureReader) again(n number) (unit, what string) {
	if len(r.out) == 0 || n.unit != "" {
		return "", ""
	}
	last := r.out[len(r.out)-1]
	if last.What == "" || last.What == "age" || last.Unit == "percent" {
		return "", ""
	}
	if at := r.sentenceOf(r.at(last.Span.Start)); r.sentenceOf(n.from) > at+1 {
		return "", ""
	}
	const near = 4 // tokens: "5 crowns from 4"
	after, rate, dated := r.class(n.to), r.rate(n.to), len(r.dates) > 0 && n.to < len(r.tokens) && r.dates[0].Span.Start <= int(r.tokens[min(n.to+1, len(r.tokens)-1)].Start)
	switch before := r.fold(max(0, n.from-1)); {
	case dated && (before == "and" || before == "to"): // "206 boats in May and 24,819 a year later"
		rate = ""
	case rate != "" && strings.HasPrefix(last.Unit, "people"):
	case before == "from" && (r.in(n.from-2, language.Direction) || n.from-r.at(last.Span.End) <= near):
	case after.Has(language.Copula, language.Verbal), r.is(n.to, "still"), r.is(n.to, "had"), r.is(n.to, "have"), r.is(n.to, "remain"), r.is(n.to, "others"):
	case r.is(n.to, "of") && r.in(n.to+1, language.OfThem):
	default:
		return "", ""
	}
	if r.in(r.at(last.Span.End), language.Sufferer) {
		last.What = "" // "206 injured; 17 were hurt"
	}
	if rate != "" && !strings.HasSuffix(last.Unit, rate) {
		return last.Unit + rate, last.What
	}
	return last.Unit, last.What
}

// head is the noun of a phrase: the word before its first "of", else its last.
func (r *figureReader) head(from, to int) int {
	for i := from + 1; i < to; i++ {
		if r.is(i, "of") {
			return i - 1
		}
	}
	return to - 1
}

// rate reads "a day", "per month" at token i.
func (r *figureReader) rate(i int) string {
	if r.in(i, language.PerLead) {
		k := r.term(i + 2).Time.Kind // "a year earlier" is a date
		if u := r.term(i + 1).Unit; u != "" && u != r.foldAt(i+1) && k != language.AgoWord && k != language.EarlierWord && k != language.LaterWord {
			return " a " + r.fold(i+1)
		}
	}
	return ""
}

// phrase is the noun phrase at token i: up to six words, to the first word that ends
// one.
func (r *figureReader) phrase(i int) (from, to int) {
	for to = i; to < len(r.tokens) && to < i+6; to++ {
		tok := r.tokens[to]
		if to > i && tok.Flags&token.Break != 0 || tok.Shape == token.Punct && !(r.is(to, "-") && r.glued(to) && r.glued(to+1)) || tok.Shape == token.Clitic || tok.Shape == token.Number {
			break
		}
		w := r.fold(to)
		if to > i && r.plural(to-1) && w != "of" && tok.Shape != token.Capital {
			break // "boats seen": the noun was there
		}
		if to > i && tok.Shape == token.Lower && strings.HasSuffix(w, "ed") && r.tokens[to-1].Shape == token.Capital && strings.HasSuffix(r.fold(to-1), "s") {
			break // "Canadians seated"
		}
		if r.in(to, language.PhraseEnd) || r.in(to, language.Preposition) && w != "of" || w == "more" && to > i || w == "of" && to == i || to == i && tok.Flags&token.Break != 0 {
			break
		}
	}
	for to > i && (r.is(to-1, "of") || r.is(to-1, "-") || r.is(to-1, "more")) {
		to--
	}
	return i, to
}

// unitOf is the unit by a phrase's last word: people for persons, else the word.
func (r *figureReader) unitOf(i int) string {
	w := r.fold(i)
	switch {
	case r.in(i, language.Household), i > 0 && r.is(i-1, "-") && r.glued(i):
		return r.kept(i)
	case r.tokens[i].Shape == token.Punct, r.in(i, language.Pronoun):
		return ""
	case r.in(i, language.People), strings.HasSuffix(w, "ees"),
		r.tokens[i].Shape == token.Capital && strings.HasSuffix(w, "ans"):
		return "people"
	case r.term(i).Unit != "":
		return r.term(i).Unit
	}
	first, _ := utf8.DecodeRuneInString(w)
	if !unicode.IsLetter(first) {
		return ""
	}
	return r.kept(i)
}

// kept is the folded word of token i as a part of the prose, where it is written so, else
// a copy: the folded text need not be kept for it.
func (r *figureReader) kept(i int) string {
	if raw := r.raw(i); raw == r.fold(i) {
		return raw
	}
	return strings.Clone(r.fold(i))
}

// age tells whether the number is a person's age: "Ana Ruiz, 34, of Honduras", "who
// turned 30", "aged 12".
func (r *figureReader) age(n number) bool {
	if n.value < 1 || n.value > 120 || !n.plain || n.from == 0 {
		return false
	}
	switch before := n.from - 1; {
	case r.in(before, language.AgeLead):
		return true
	case r.is(before, "to"): // "ages 3 to 67"
		return len(r.out) > 0 && r.out[len(r.out)-1].What == "age"
	case r.is(before, ","):
		return n.from > 1 && r.tokens[n.from-2].Shape.Capitalized() && (n.to == len(r.tokens) || r.is(n.to, ",") || r.is(n.to, "."))
	}
	return false
}

// afterRange reads what the second number of a range counts, for the first.
func (r *figureReader) afterRange(n number) (unit, what string) {
	second, ok := number{}, false
	for i := n.to; i < n.to+3 && i < len(r.tokens); i++ {
		if r.tokens[i].Shape == token.Number || r.numberWord(i).Kind != language.NoNumber {
			second, ok = r.number(i)
			break
		}
	}
	if !ok || second.to <= n.to || second.to < len(r.tokens) && (r.is(second.to, "to") || r.is(second.to, "-") || r.is(second.to, "or") || r.is(second.to, "and")) {
		return "", ""
	}
	second = r.signs(second)
	unit, what = r.counts(second)
	if second.unit != "" {
		unit = second.unit
	}
	return unit, what
}

// numbered looks back in the sentence for what a bare number counts: "the number of
// boats rose from 206".
func (r *figureReader) numbered(n number) (unit, what string) {
	s := r.sentenceOf(n.from)
	if s >= len(r.sentences) {
		return "", ""
	}
	const farthest = 40
	for i := n.from - 1; i > r.sentences[s].from && i > n.from-farthest; i-- {
		if w := r.fold(i); (w == "number" || w == "numbers" || w == "total") && r.is(i+1, "of") {
			if from, to := r.phrase(i + 2); from < to {
				return r.unitOf(to - 1), r.prose[r.tokens[from].Start:r.tokens[to-1].End]
			}
		}
	}
	return "", ""
}

// plural tells whether token i looks like the noun that a number counts.
func (t *text) plural(i int) bool {
	if i >= len(t.tokens) || t.tokens[i].Shape != token.Lower || t.in(i, language.Function) {
		return false
	}
	w := t.fold(i)
	return len(w) > 3 && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") || t.in(i, language.Plural)
}

// foldAt is the folded word of token i, "" behind the text.
func (r *figureReader) foldAt(i int) string {
	if i >= len(r.tokens) {
		return ""
	}
	return r.fold(i)
}
