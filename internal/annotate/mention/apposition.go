package mention

import (
	"slices"

	"glossator/internal/annotation"
	"glossator/internal/language"
	"glossator/internal/reading"
	"glossator/internal/token"
)

// phrase is how the article introduces somebody, without the article before it:
// "Colombian President" before a name, "the president of Ecuador" behind one. Said
// again later it means the same one.
type phrase struct {
	words []uint64 // hashes of the folded words, abbreviations written out
	entry int32
	at    int // token of the introduction
	text  string
}

// longestPhrase is the number of words that an apposition may have.
const longestPhrase = 12

// appositions accepts what stands in apposition to a name ("John Kirby, a spokesman",
// "the secretary, Alejandro Mayorkas,", "Chris Dodd, who is an adviser") and
// remembers how people are introduced.
func (f *Finder) appositions() {
	for k := 0; k < len(f.found); k++ {
		m := f.found[k]
		if m.kind > bySurname && m.kind != byMark || m.level != annotation.Named || f.StyleAt(m.from) != reading.Plain {
			continue
		}
		if f.entry(m.entry).Person() {
			f.titles(m)
			f.inFront(m)
		}
		f.behind(m)
		f.dubbed(m)
	}
}

// titles remembers the title before a name.
func (f *Finder) titles(m found) {
	i := m.from
	for i > 0 && m.from-i < 8 && f.adjacent(i) && f.Tokens[i-1].Shape.Wordlike() {
		c := f.Class(i - 1)
		if c.Has(language.Honorific) || i == m.from && !c.Has(language.Title, language.Human) ||
			!c.Has(language.Title, language.Former) && (!f.Tokens[i-1].Shape.Capitalized() || c.Has(language.Function, language.Calendar)) {
			break
		}
		i--
	}
	if i < m.from {
		f.remember(i, m.from, m)
	}
}

// remember keeps the tokens [from, to) as a phrase for the entry of m.
func (f *Finder) remember(from, to int, m found) {
	if to > from && f.In(from, language.Article, language.Possessive) {
		from++
	}
	if from >= to || to-from > longestPhrase {
		return
	}
	first := len(f.hashes)
	for i := from; i < to; i++ {
		f.hashes = append(f.hashes, f.fullHash(i))
	}
	p := phrase{entry: m.entry, at: m.from, text: f.words(from, to), words: f.hashes[first:len(f.hashes):len(f.hashes)]}
	if f.phrases == nil {
		f.phrases = map[uint64][]phrase{}
	}
	alike := f.phrases[p.words[0]]
	if !slices.ContainsFunc(alike, func(q phrase) bool { return q.entry == p.entry && slices.Equal(q.words, p.words) }) {
		f.phrases[p.words[0]] = append(alike, p)
	}
}

// fullHash is the hash of token i, an abbreviation written out ("Gov." as governor).
func (f *Finder) fullHash(i int) uint64 {
	t := f.Tokens[i]
	if t.Word != 0 {
		if full := f.Lex.Full(t.Word); full != t.Word {
			return f.Lex.Hash(full)
		}
	}
	return t.Hash
}

// behind accepts what follows a name after a comma, and after that another comma:
// "Henry Cuellar, D-Texas, a frequent voice on border matters".
func (f *Finder) behind(m found) {
	at := m.to
	for range 3 {
		if !f.Is(at, ",") || at+2 >= len(f.Tokens) || f.Tokens[at+1].Flags&token.Break != 0 {
			return
		}
		start, to := f.afterComma(at+1, m)
		if start == to {
			return
		}
		f.accept(start, to, m, "apposition")
		at = to
	}
}

// afterComma reads one apposition from token i; it is empty where there is none.
func (f *Finder) afterComma(i int, m found) (start, to int) {
	from := i
	switch {
	case f.partyAndState(i) && f.entry(m.entry).Person():
		return i, i + 3
	case f.Is(from, "who") && f.In(from+1, language.Copula):
		from += 2
		for from < len(f.Tokens) && f.In(from, language.Function) && !f.In(from, language.Article, language.Copula) {
			from++ // "who is also"
		}
	}
	start = f.behindPossessor(from)
	if end, ok := f.nounPhrase(start, m.entry, start > from); ok && (start == from || f.Tokens[from].Shape.Capitalized() || f.closesPhrase(end)) {
		if start > from {
			f.employer(start-1, m)
		}
		return start, end
	}
	return start, start
}

// behindPossessor is the token behind a possessor that begins at token from ("Mexico's
// foreign minister", "the union's general secretary"), which is another mention; from
// where there is none.
func (f *Finder) behindPossessor(from int) int {
	for k := from; k < from+5 && k < len(f.Tokens); k++ {
		switch t := f.Tokens[k]; {
		case t.Shape == token.Clitic && k > from:
			return k + 1
		case !f.ofPossessor(from, k):
			return from
		}
	}
	return from
}

// ofPossessor tells whether token k may stand in a possessor that begins at token from.
func (f *Finder) ofPossessor(from, k int) bool {
	switch {
	case f.Tokens[k].Shape.Capitalized():
		return true
	case k == from:
		return f.In(k, language.Definite)
	}
	return f.In(from, language.Definite) && f.inside(k)
}

// closesPhrase tells whether token i ends a noun phrase for sure: a mark, or what may
// follow its head.
func (f *Finder) closesPhrase(i int) bool {
	return i >= len(f.Tokens) || f.Tokens[i].Shape == token.Punct || f.In(i, language.Preposition, language.Relative)
}

// employer accepts the possessor before the clitic at i, "the union's general
// secretary", where a role of the person names the organization in which it is held
// and the possessor is a word for one.
func (f *Finder) employer(i int, m found) {
	from := i - 1
	for from > 0 && i-from < 4 && !f.In(from, language.Article) && f.inside(from) {
		from--
	}
	if !f.In(from, language.Definite) || !f.In(i-1, language.Concern) || !f.entry(m.entry).Person() || !f.vacant(from, i) {
		return
	}
	roles := f.entry(m.entry).Roles
	for k := range roles {
		if place, ok := f.Lex.Place(&roles[k]); ok && (f.Day == "" || roles[k].On(f.Day)) {
			f.add(found{from: from, to: i, entry: place, level: annotation.Descriptive, rule: "where " + f.entry(m.entry).ID + " is " + roles[k].Title, kind: byDescription})
			return
		}
	}
}

// partyAndState tells whether token i begins "D-Texas".
func (f *Finder) partyAndState(i int) bool {
	t := f.Tokens[i]
	return t.End-t.Start == 1 && t.Shape == token.Capital && f.hyphened(i) && f.Tokens[i+2].Shape.Capitalized()
}

func (f *Finder) accept(from, to int, m found, rule string) {
	if !f.unmarked(from, to) {
		return
	}
	f.add(found{from: from, to: to, entry: m.entry, level: annotation.Descriptive, rule: rule, kind: byDescription})
	f.remember(from, to, m)
}

// nounPhrase reads a noun phrase that may stand for the entry, from token i: its head
// must be a noun for a person, or for other entries a head noun of their own.
func (f *Finder) nounPhrase(i int, entry int32, possessed bool) (to int, ok bool) {
	start, plural := i, false
	if f.In(i, language.Former) {
		i++
	}
	switch {
	case f.Is(i, "one") && f.Is(i+1, "of"):
		i, plural = i+2, true
	case f.In(i, language.Article):
	case possessed:
	case f.In(i, language.Human):
	default:
		return 0, false
	}
	for i < len(f.Tokens) && f.In(i, language.Article, language.Possessive, language.Determiner) && f.Tokens[i].Shape != token.Punct {
		i++
	}
	head := -1
	for ; i < start+longestPhrase && i < len(f.Tokens) && f.inside(i); i++ {
		if f.Tokens[i].Shape != token.Punct {
			head = i
		}
	}
	if head < 0 || !f.heads(head, entry, plural) {
		return 0, false
	}
	return f.complements(head+1, start), true
}

// inside tells whether a noun phrase goes on over token i.
func (f *Finder) inside(i int) bool {
	if i >= len(f.Tokens) {
		return false
	}
	t := f.Tokens[i]
	if t.Flags&token.Break != 0 {
		return false
	}
	if t.Shape == token.Punct {
		return f.hyphened(i-1) && i+1 < len(f.Tokens)
	}
	if t.Shape == token.Clitic {
		return false
	}
	c := f.Class(i)
	return !c.Has(language.Preposition, language.Relative, language.Copula, language.Verbal, language.Pronoun, language.Article, language.Calendar) &&
		(!c.Has(language.Function) || c.Has(language.Human, language.Former)) && (!c.Has(language.Saying))
}

// heads tells whether the word at token i may be the head of a phrase for the entry.
func (f *Finder) heads(i int, entry int32, plural bool) bool {
	if f.hyphened(i-2) && !f.In(i, language.Human) {
		return false
	}
	word := f.Fold(i)
	w := f.Tokens[i].Word
	if plural {
		if n := len(word); n > 3 && word[n-1] == 's' {
			word = word[:n-1]
		}
		return f.entry(entry).Person() && f.Lex.Pack.ClassesOf(word).Has(language.Human)
	}
	if f.entry(entry).Person() {
		return f.In(i, language.Human)
	}
	return len(f.Lex.WeakOf(w, entry)) > 0 || f.In(i, language.Grant)
}

// complements adds to a noun phrase what belongs to its head: "of …", and "to …" or
// "for …" where it is short and names no other entry.
func (f *Finder) complements(to, start int) int {
	for to < len(f.Tokens) && to-start < longestPhrase && f.Tokens[to].Flags&token.Break == 0 {
		end := f.complement(to)
		if end < 0 {
			return to
		}
		to = end
	}
	return to
}

// complement is the end of what the preposition at token to begins; -1 where it does not
// belong to the head before it.
func (f *Finder) complement(to int) int {
	of, limit := f.Is(to, "of"), to+9
	if !of {
		limit = to + 5
	}
	if !of && !f.Is(to, "to") && !f.Is(to, "for") {
		return -1
	}
	end := to + 1
	for end < len(f.Tokens) && end < limit && f.inComplement(end, of) {
		n := f.named(end)
		if n != nil && (!of || f.entry(n.entry).Person()) {
			return -1
		}
		if end++; n != nil {
			end = max(end, n.to) // "of the Quay Workers' Union"
		}
	}
	switch {
	case end == to+1, end == limit, f.Tokens[to+1].Shape == token.Number:
		return -1
	case !of && end < len(f.Tokens) && f.Tokens[end].Shape != token.Punct:
		return -1
	}
	return end
}

// inComplement tells whether a complement, of "of" or of "to", goes on over token i.
func (f *Finder) inComplement(i int, of bool) bool {
	if f.inside(i) || f.In(i, language.Article, language.Possessive) {
		return true
	}
	return of && f.Is(i, "and") && f.inside(i+1)
}

// inFront accepts "the homeland security secretary, Alejandro Mayorkas," and "a judge,
// Sunniva Crake,".
func (f *Finder) inFront(m found) {
	if !f.Is(m.from-1, ",") || m.to >= len(f.Tokens) || f.Tokens[m.to].Shape != token.Punct || m.to-m.from < 2 {
		return
	}
	for i := m.from - 2; i >= 0 && i > m.from-10 && f.Tokens[i].Shape != token.Punct; i-- {
		possessed := f.Tokens[i].Shape == token.Clitic
		listed := f.Is(m.to+1, "and") || f.Is(m.to+1, "or") // "a lawyer, Oda Kern, and …" are several
		if !possessed && !f.In(i, language.Definite) && (!f.In(i, language.Indefinite) || listed) {
			continue
		}
		start := i
		if possessed {
			start++
		}
		if to, ok := f.nounPhrase(start, m.entry, possessed); ok && to == m.from-1 {
			f.accept(start, to, m, "apposition")
			if possessed {
				f.employer(i, m)
			}
			return
		}
	}
}

// behindDubbed tells whether token i may stand between "known" and a name: "informally as".
func (f *Finder) behindDubbed(i int) bool {
	mark := f.Tokens[i].Shape == token.Punct || f.In(i, language.Article)
	return mark || f.Is(i, "as") || f.Lex.Pack.Inflected(f.Fold(i))
}

// dubbed accepts "the policy, known informally as" before a name.
func (f *Finder) dubbed(m found) {
	i := m.from - 1
	for i > 0 && i > m.from-4 && f.behindDubbed(i) {
		i--
	}
	if i < 2 || !f.In(i, language.Dubbed) {
		return
	}
	if f.Is(i-1, ",") {
		i--
	}
	for k := i - 2; k >= 0 && k > i-7 && f.Tokens[k].Shape != token.Punct; k-- {
		if !f.In(k, language.Article) {
			continue
		}
		if to, ok := f.nounPhrase(k, m.entry, false); ok && to == i {
			f.accept(k, to, m, "apposition")
		}
		return
	}
}
