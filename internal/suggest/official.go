package suggest

import (
	"strings"

	"glossator/internal/language"
	"glossator/internal/token"
)

// noun is the noun for a body, law or program that token i is, in the singular, folded; the
// word itself where it is none. several tells that it stands in the plural.
func (f *nouns) noun(i int) (one string, several, ok bool) {
	w := f.Word(i)
	for _, end := range f.Lex.Pack.NounEnds() {
		base, cut := strings.CutSuffix(w, end)
		if !cut || len(base) < 3 || !f.words.of(base).Meets(official) {
			continue
		}
		singular := end == "" || strings.HasSuffix(end, f.Lex.Pack.GenitiveEnd())
		return base, !singular && !f.Lex.Pack.Plurals[base], true
	}
	return w, false, false
}

// official are the nouns that the names of bodies, laws and programs are made with.
var official = language.SetOf(language.BodyEnd, language.Court, language.Law, language.Program)

// lemma is the word at token i in the singular, folded, where it is such a noun.
func (f *nouns) lemma(i int) string {
	w, _, _ := f.noun(i)
	return w
}

// cut is the word at token i as it is written, without what its lemma lacks.
func (f *nouns) cut(i int, lemma string) string {
	return strings.TrimSuffix(f.raw(i, i+1), f.Word(i)[len(lemma):])
}

// kind is what such a noun names.
func (f *nouns) kind(lemma string) Kind {
	switch c := f.words.of(lemma); {
	case c.Has(language.Court):
		return Court
	case c.Has(language.BodyEnd):
		return Organization
	case c.Has(language.Law):
		return Law
	}
	return Program
}

// firm is the name that begins at token i and ends as a company's does: "Nordkai AG"; or that
// stands behind a noun for companies: "Konzern Öresund Lines".
func (f *nouns) firm(i int) *name {
	const longest = 4 // words
	if f.joint(i) && f.Is(i-1, "-") || f.Lex.Pack.CompanyNoun(f.Word(i)) || f.titled(i) {
		return nil
	}
	end := f.past(i)
	for n := 1; n < longest && (f.beside(end) || f.smallForm(end)); n++ {
		last := end
		if end = f.past(end); f.in(last, language.Legal, language.Firm) && !f.beside(end) {
			return f.company(i, end)
		}
	}
	if !f.calledCompany(i) {
		return nil
	}
	end = f.past(i)
	for n := 1; n < longest && f.beside(end) && !f.titled(end) && f.used[f.Word(end)].ofMany == 0; n++ {
		end = f.past(end)
	}
	return f.company(i, end)
}

// calledCompany tells whether a noun for companies stands right before token i, which is no
// noun, or not the last of the name.
func (f *nouns) calledCompany(i int) bool {
	if !f.joined(i) || !f.capital(i-1) || !f.Lex.Pack.CompanyNoun(f.Word(i-1)) || f.in(i, language.Given) {
		return false
	}
	return !f.common(i) || f.beside(f.past(i))
}

// cited is what stands in quotation marks behind the noun at token i for a body, law or
// program: its name.
func (f *nouns) cited(i int) *name {
	const longest = 6 // tokens
	one, several, ok := f.noun(i)
	if !ok || several || !f.Is(i+1, "\"") || !f.joined(i+1) || !f.word(i+2) || f.Lex.Pack.CompanyNoun(one) {
		return nil
	}
	for k := i + 3; k < min(i+2+longest, len(f.Tokens)) && f.SentenceOf(k) == f.SentenceOf(i); k++ {
		if f.Is(k, "\"") && (f.word(k-1) || f.number(k-1)) {
			n := f.make(i+2, k, f.kind(one))
			n.cited = true
			return n
		}
	}
	return nil
}

// smallForm tells whether token i is a company's legal form that begins with a small letter: "eG".
func (f *nouns) smallForm(i int) bool {
	return f.joined(i) && f.in(i, language.Legal) && f.Tokens[i].Shape == token.Mixed
}

func (f *nouns) company(from, to int) *name {
	n := f.make(from, to, Organization)
	n.body += settled
	return n
}

// body is the name of a body, law or program that begins at token i.
func (f *nouns) body(i int) *name {
	if f.joint(i) && f.Is(i-1, "-") {
		return nil
	}
	head := i
	if f.leads(i) {
		head = i + 1
	}
	last := f.past(head) - 1
	lemma, several, ok := f.noun(last)
	if !ok || f.ofMany(i) || head == i && f.Lex.Pack.CompanyNoun(lemma) {
		return nil
	}
	end := f.extent(last)
	switch {
	case several && head == i:
		return nil
	case end > last+1:
	case head > i && !f.in(last, language.Unnamed):
	case !f.stands(i, last, lemma):
		return nil
	}
	n := f.make(i, end, f.kind(lemma))
	n.text = f.official(i, head, last, end, lemma)
	n.words = strings.Fields(folded(strings.ReplaceAll(n.text, "-", " ")))
	if n.kind == Organization || n.kind == Court {
		n.body += settled
	}
	return n
}

// leads tells whether token i is an adjective with a capital inside a sentence, which is part
// of a name: "Norddeutsche", "Hamburger".
func (f *nouns) leads(i int) bool {
	if !f.beside(i+1) || f.Tokens[i].Shape != token.Capital || f.noAdjective(i) {
		return false
	}
	if _, _, ok := f.noun(f.past(i+1) - 1); !ok {
		return false
	}
	return !f.opens[i] || f.used[f.Word(i)].all > 1
}

// noAdjective tells whether token i is a noun, or has no adjective's ending.
func (f *nouns) noAdjective(i int) bool {
	w := f.Word(i)
	if f.titled(i) || f.Lex.Pack.CompanyNoun(w) || f.class(i).Meets(official) {
		return true
	}
	return !f.Lex.Pack.AdjectiveForm(w) || f.Lex.Pack.Noun(w) && !f.Lex.Pack.Declined(w)
}

// official is a name as it is written where no article stands before it: without the endings
// of the genitive.
func (f *nouns) official(i, head, last, end int, lemma string) string {
	name := f.cut(last, lemma)
	if last > head {
		name = f.raw(head, last) + name
	}
	if head > i {
		name = f.Lex.Pack.Official(f.raw(i, head), lemma) + " " + name
	}
	if end > last+1 {
		name += " " + f.raw(last+1, end)
	}
	return name
}

// stands tells whether a noun of several, from token i to last, names one of its kind by
// itself: a law or what begins as few bodies do, or what comes back; never what the text has
// as any, or in the plural.
func (f *nouns) stands(i, last int, lemma string) bool {
	pack, whole := f.Lex.Pack, f.hyphened(i, last)+lemma
	simple := last == i && pack.ClassesOf(lemma).Meets(official)
	if simple || f.quantified(i) || pack.Everyday(whole) || last > i && pack.Everyday(lemma) {
		return false
	}
	b := f.bodies[lemma]
	switch {
	case b.ofMany > 0:
		return false
	case f.words.of(lemma).Has(language.Law) && !pack.Loose(lemma), pack.OnlyOne(whole) && !pack.Loose(lemma):
		return true
	}
	return b.all > 1
}

// extent is where the name ends whose noun is token i: behind what it is for, of whom it is,
// or what stands beside it; the next token where nothing of it follows.
func (f *nouns) extent(i int) int {
	base := f.bare(i)
	k := i + 1
	switch {
	case !f.joined(k):
	case f.Is(k, "for") && f.words.of(base).Has(language.TakesOf):
		return f.purpose(i)
	case f.in(k, language.Mans) && f.in(k, language.Definite) && f.members(base) && f.beside(k+1) && !f.in(k+1, language.Unnamed, language.Woman):
		if !f.noAdjective(k+1) && f.beside(k+2) {
			k++ // "Bund der Deutschen Lotsen"
		}
		return f.past(k + 1)
	default:
		return f.besideIt(i)
	}
	return k
}

// bare is the noun that token i is or ends with.
func (f *nouns) bare(i int) string {
	w := f.lemma(i)
	if f.Lex.Pack.ClassesOf(w).Meets(official) {
		return w
	}
	return f.Lex.Pack.Vocabulary.Text(f.Lex.Pack.Head(w))
}

// members tells whether those whom a body is of stand behind its article.
func (f *nouns) members(base string) bool { return f.Lex.Pack.OfMembers[base] }

// purpose is the end of what the body at token i is for: "Amt für Umwelt und Verkehr", "für
// innere Sicherheit".
func (f *nouns) purpose(i int) int {
	k := i + 2
	if f.small(k) && f.Lex.Pack.AdjectiveForm(f.Word(k)) && !f.in(k, language.Function, language.Article, language.Possessive) && f.beside(k+1) {
		k++
	}
	if !f.beside(k) || f.titled(k) {
		return i + 1
	}
	end := f.past(k)
	if f.Is(end, "-") && f.Glued(end) && f.Is(end+1, "and") && f.beside(end+2) {
		return f.past(end + 2) // "Umwelt- und Naturschutz"
	}
	if f.Is(end, "and") && f.beside(end+1) && !f.titled(end+1) {
		return f.past(end + 1)
	}
	return end
}

// ends are where what stands beside the body's noun at token i may end, the longer first:
// capitals, with small words between.
func (f *nouns) ends(i int) (ends []int) {
	const longest = 5 // words
	k := i + 1
	if !f.beside(k) || f.titled(k) && !f.in(k, language.Given) || f.Lex.Pack.Quantities[f.Word(k)] {
		return nil
	}
	for n := 1; n <= longest; n++ {
		k = f.past(k)
		ends = append([]int{k}, ends...)
		switch {
		case f.beside(k) && !f.titled(k):
		case f.small(k) && f.joined(k) && f.in(k, language.Binding, language.Within) && f.beside(k+1):
			k++
		default:
			return ends
		}
	}
	return ends
}

// spelled is a body's name from its noun to a token, folded, with the noun in the singular.
func (f *nouns) spelled(i, to int) string { return f.lemma(i) + " " + f.text.phrase(i+1, to) }

// besideIt is the end of what stands beside the body's noun at token i and is its name: what
// the text has again, or where the sentence has room for one phrase, or an acronym follows;
// else what is no noun.
func (f *nouns) besideIt(i int) int {
	ends := f.ends(i)
	for _, end := range ends {
		if f.phrase[f.spelled(i, end)] > 1 || f.alone(i, end) || f.Is(end, "(") && f.initials(end+1) && f.Is(end+2, ")") {
			return end
		}
	}
	if len(ends) == 0 {
		return i + 1
	}
	k := i + 1
	if !f.noAdjective(k) && f.beside(k+1) && f.Tokens[k].Shape == token.Capital {
		return f.past(k + 1) // "Umweltverband Lebendige Marsch"
	}
	if f.Tokens[k].Shape == token.Upper && f.beside(k+1) && !f.titled(k+1) {
		return f.past(k + 1) // "Gewerkschaft IG Netz"
	}
	if f.common(k) && !f.in(k, language.Land) || f.Lex.Pack.Quantities[f.Word(k)] {
		return i + 1
	}
	for k = f.past(k); f.beside(k) && !f.common(k) && !f.titled(k); {
		k = f.past(k)
	}
	return k
}

// alone tells whether the tokens from the noun at token i to end are all that stands before
// the verb of a sentence, which has room for one phrase there.
func (f *nouns) alone(i, end int) bool {
	if f.in(i-1, language.Article) {
		i--
	}
	if i < 0 || !f.first(i) || !f.small(end) || !f.joined(end) {
		return false
	}
	if f.in(end, language.Verbal, language.Copula, language.Saying, language.Speaks, language.Cued) {
		return true
	}
	return !f.in(end, language.Function, language.Preposition, language.Article, language.Relative)
}

func (f *nouns) quantified(i int) bool {
	return i > 0 && f.Lex.Pack.Quantities[f.Word(i-1)] && f.joined(i)
}
