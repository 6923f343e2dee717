package figure

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"glossator/internal/language"
	"glossator/internal/token"
)

// counts reads what the number counts: the noun phrase behind it, else, for a bare
// "from 206 to 24,819", what the sentence says it numbers.
func (f *Finder) counts(n number) (unit, what string) {
	i := n.to
	if i < len(f.Tokens) && f.glued(i) && f.Is(i, "-") { // 90-day, 69-year-old
		if i++; f.glued(i) && f.Tokens[i].Shape.Wordlike() {
			if f.glued(i+1) && f.Is(i+1, "-") && f.Is(i+2, "old") {
				return f.Term(i).Unit, "age"
			}
			if u := f.Term(i).Unit; u != "" {
				return u, ""
			}
			if f.Is(i, "strong") {
				return "people", ""
			}
			return f.kept(i), ""
		}
		if f.Is(n.from-1, "voted") || f.Is(n.from-2, "vote") {
			return "votes", ""
		}
		return f.afterRange(n)
	}
	if !f.nouns {
		return "", ""
	}
	if f.age(n) {
		return "years", "age"
	}
	if f.Is(i, "of") { // "29 percent of the encounters"
		i++
		for f.In(i, language.OfWhich) {
			i++
		}
		if i < len(f.Tokens) && (f.Tokens[i].Shape == token.Number || f.numberWord(i).Kind != language.NoNumber) {
			if m, ok := f.number(i); ok { // "14 of the 22 boats"
				return f.counts(m)
			}
		}
	} else if u := f.Term(i).Unit; u != "" && n.unit == "" && !f.starts(i) {
		unit = u
		if i++; f.Is(i, "of") {
			i++
		} else {
			return unit, ""
		}
	}
	if f.Is(n.from-1, "voted") {
		return "votes", ""
	}
	if f.Is(n.from-1, "of") && f.In(n.from-2, language.Vote) || (f.Is(n.from-1, "to") || f.Is(n.from-1, "-")) && len(f.out) > 0 && f.out[len(f.out)-1].Unit == "votes" {
		return "votes", ""
	}
	from, to := f.phrase(i)
	if f.Is(to, "'s") && to+1 < len(f.Tokens) { // "a third of the town's water"
		from, to = f.phrase(to + 1)
	}
	if n.unit != "" && i == n.to { // "29 percent fell" counts nothing, "$5 million in aid" does
		to = from
		if f.Is(i, "in") {
			from, to = f.phrase(i + 1)
		}
	}
	if unit == "" && n.unit == "" {
		if to == from+1 && f.In(from, language.Sufferer) || to == from && f.suffered(i) >= 0 {
			at := max(f.suffered(i), from)
			if at > from {
				if unit, what = f.again(n); what != "" {
					return unit, what // "of the 206 boats, 12 were released"
				}
			}
			return "people", f.Raw(at)
		}
		if from < to && f.compound(from, to) && (f.Is(to, "and") || f.Is(to, "or") || f.Is(to, "to")) {
			return f.afterRange(number{from: n.from, to: to}) // "40 part-time and 60 full-time pilots"
		}
	}
	for to > from && f.trailing(to-1) {
		to-- // "three dissented", "24,819 seized illegally"
	}
	if from == to {
		if w := f.foldAt(n.to); unit == "" && n.unit == "" && (w == "to" || w == "or" || w == "and") {
			return f.afterRange(n)
		}
		if unit == "" && n.unit == "" {
			if unit, what = f.numbered(n); unit == "" {
				unit, what = f.again(n)
			}
			return unit, what
		}
		return unit, ""
	}
	if from+1 < to && f.Is(from, "more") {
		from++
	}
	what = f.Prose[f.Tokens[from].Start:f.Tokens[to-1].End]
	if unit == "" {
		unit = f.unitOf(f.head(from, to)) + f.rate(to)
	}
	return unit, what
}

// suffered is the token of what befell the persons counted, behind "were" where that
// stands at token i; -1 where there is no such word.
func (f *Finder) suffered(i int) int {
	for f.In(i, language.Copula) || f.Is(i, "had") || f.Is(i, "have") {
		i++
	}
	if f.In(i, language.Sufferer) && !f.starts(i) {
		return i
	}
	return -1
}

// compound tells whether [from, to) is one word with hyphens.
func (f *Finder) compound(from, to int) bool {
	for i := from + 1; i < to; i++ {
		if !f.glued(i) {
			return false
		}
	}
	return to > from+1
}

// trailing tells whether token i, the last of a phrase, says what happened to the
// things counted, and how, but not what they are.
func (f *Finder) trailing(i int) bool {
	w := f.Fold(i)
	return f.Tokens[i].Shape == token.Lower && !f.glued(i) && len(w) > 3 && (strings.HasSuffix(w, "ed") && !strings.HasSuffix(w, "eed") || strings.HasSuffix(w, "ly") || f.In(i, language.Sufferer))
}

// again reads a number without a noun as counting what the figure before it counts, in
// its sentence or the one before: "3,913 boats sailed; 206 sank", "up from 900".
func (f *Finder) again(n number) (unit, what string) {
	if len(f.out) == 0 || n.unit != "" {
		return "", ""
	}
	last := f.out[len(f.out)-1]
	if last.What == "" || last.What == "age" || last.Unit == "percent" {
		return "", ""
	}
	if at := f.SentenceOf(f.At(last.Span.Start)); f.SentenceOf(n.from) > at+1 {
		return "", ""
	}
	const near = 4 // tokens: "5 crowns from 4"
	after, rate, dated := f.Class(n.to), f.rate(n.to), len(f.dates) > 0 && n.to < len(f.Tokens) && f.dates[0].Span.Start <= int(f.Tokens[min(n.to+1, len(f.Tokens)-1)].Start)
	switch before := f.Fold(max(0, n.from-1)); {
	case dated && (before == "and" || before == "to"): // "206 boats in May and 24,819 a year later"
		rate = ""
	case rate != "" && strings.HasPrefix(last.Unit, "people"):
	case before == "from" && (f.In(n.from-2, language.Direction) || n.from-f.At(last.Span.End) <= near):
	case after.Has(language.Copula, language.Verbal), f.Is(n.to, "still"), f.Is(n.to, "had"), f.Is(n.to, "have"), f.Is(n.to, "remain"), f.Is(n.to, "others"):
	case f.Is(n.to, "of") && f.In(n.to+1, language.OfThem):
	default:
		return "", ""
	}
	if f.In(f.At(last.Span.End), language.Sufferer) {
		last.What = "" // "206 injured; 17 were hurt"
	}
	if rate != "" && !strings.HasSuffix(last.Unit, rate) {
		return last.Unit + rate, last.What
	}
	return last.Unit, last.What
}

// head is the noun of a phrase: the word before its first "of", else its last.
func (f *Finder) head(from, to int) int {
	for i := from + 1; i < to; i++ {
		if f.Is(i, "of") {
			return i - 1
		}
	}
	return to - 1
}

// rate reads "a day", "per month" at token i.
func (f *Finder) rate(i int) string {
	if f.In(i, language.PerLead) {
		k := f.Term(i + 2).Time.Kind // "a year earlier" is a date
		if u := f.Term(i + 1).Unit; u != "" && u != f.foldAt(i+1) && k != language.AgoWord && k != language.EarlierWord && k != language.LaterWord {
			return " a " + f.Fold(i+1)
		}
	}
	return ""
}

// phrase is the noun phrase at token i: up to six words, to the first word that ends
// one.
func (f *Finder) phrase(i int) (from, to int) {
	for to = i; to < len(f.Tokens) && to < i+6; to++ {
		tok := f.Tokens[to]
		if to > i && tok.Flags&token.Break != 0 || tok.Shape == token.Punct && !(f.Is(to, "-") && f.glued(to) && f.glued(to+1)) || tok.Shape == token.Clitic || tok.Shape == token.Number {
			break
		}
		w := f.Fold(to)
		if to > i && f.Plural(to-1) && w != "of" && tok.Shape != token.Capital {
			break // "boats seen": the noun was there
		}
		if to > i && tok.Shape == token.Lower && strings.HasSuffix(w, "ed") && f.Tokens[to-1].Shape == token.Capital && strings.HasSuffix(f.Fold(to-1), "s") {
			break // "Canadians seated"
		}
		if f.In(to, language.PhraseEnd) || f.In(to, language.Preposition) && w != "of" || w == "more" && to > i || w == "of" && to == i || to == i && tok.Flags&token.Break != 0 {
			break
		}
	}
	for to > i && (f.Is(to-1, "of") || f.Is(to-1, "-") || f.Is(to-1, "more")) {
		to--
	}
	return i, to
}

// unitOf is the unit by a phrase's last word: people for persons, else the word.
func (f *Finder) unitOf(i int) string {
	w := f.Fold(i)
	switch {
	case f.In(i, language.Household), i > 0 && f.Is(i-1, "-") && f.glued(i):
		return f.kept(i)
	case f.Tokens[i].Shape == token.Punct, f.In(i, language.Pronoun):
		return ""
	case f.In(i, language.People), strings.HasSuffix(w, "ees"),
		f.Tokens[i].Shape == token.Capital && strings.HasSuffix(w, "ans"):
		return "people"
	case f.Term(i).Unit != "":
		return f.Term(i).Unit
	}
	first, _ := utf8.DecodeRuneInString(w)
	if !unicode.IsLetter(first) {
		return ""
	}
	return f.kept(i)
}

// kept is the folded word of token i as a part of the prose, where it is written so, else
// a copy: the folded text need not be kept for it.
func (f *Finder) kept(i int) string {
	if raw := f.Raw(i); raw == f.Fold(i) {
		return raw
	}
	return strings.Clone(f.Fold(i))
}

// age tells whether the number is a person's age: "Ana Ruiz, 34, of Honduras", "who
// turned 30", "aged 12".
func (f *Finder) age(n number) bool {
	if n.value < 1 || n.value > 120 || !n.plain || n.from == 0 {
		return false
	}
	switch before := n.from - 1; {
	case f.In(before, language.AgeLead):
		return true
	case f.Is(before, "to"): // "ages 3 to 67"
		return len(f.out) > 0 && f.out[len(f.out)-1].What == "age"
	case f.Is(before, ","):
		return n.from > 1 && f.Tokens[n.from-2].Shape.Capitalized() && (n.to == len(f.Tokens) || f.Is(n.to, ",") || f.Is(n.to, "."))
	}
	return false
}

// afterRange reads what the second number of a range counts, for the first.
func (f *Finder) afterRange(n number) (unit, what string) {
	second, ok := number{}, false
	for i := n.to; i < n.to+3 && i < len(f.Tokens); i++ {
		if f.Tokens[i].Shape == token.Number || f.numberWord(i).Kind != language.NoNumber {
			second, ok = f.number(i)
			break
		}
	}
	if !ok || second.to <= n.to || second.to < len(f.Tokens) && (f.Is(second.to, "to") || f.Is(second.to, "-") || f.Is(second.to, "or") || f.Is(second.to, "and")) {
		return "", ""
	}
	second = f.signs(second)
	unit, what = f.counts(second)
	if second.unit != "" {
		unit = second.unit
	}
	return unit, what
}

// numbered looks back in the sentence for what a bare number counts: "the number of
// boats rose from 206".
func (f *Finder) numbered(n number) (unit, what string) {
	s := f.SentenceOf(n.from)
	if s >= len(f.Sentences) {
		return "", ""
	}
	const farthest = 40
	for i := n.from - 1; i > f.Sentences[s].From && i > n.from-farthest; i-- {
		if w := f.Fold(i); (w == "number" || w == "numbers" || w == "total") && f.Is(i+1, "of") {
			if from, to := f.phrase(i + 2); from < to {
				return f.unitOf(to - 1), f.Prose[f.Tokens[from].Start:f.Tokens[to-1].End]
			}
		}
	}
	return "", ""
}

// foldAt is the folded word of token i, "" behind the text.
func (f *Finder) foldAt(i int) string {
	if i >= len(f.Tokens) {
		return ""
	}
	return f.Fold(i)
}
