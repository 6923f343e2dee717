package suggest

import (
	"slices"
	"strings"

	"glossator/internal/language"
	"glossator/internal/token"
)

// Where every noun has a capital, a capital tells no name. Names are found by what only they
// do: a given name leads one, a title stands before one without an article; a body's noun has
// another noun behind it where a sentence has room for one phrase alone, or what it is for;
// a noun of several for a law or body is one of its kind. All other capitals are then taken
// for small letters, and what stands around a name is read as elsewhere.

// nouns finds the names in such a text.
type nouns struct {
	*text
	used   map[string]use // by the folded word
	bodies map[string]use // the same of nouns for bodies, laws and programs, by the singular
	phrase map[string]int // what may be a body's name with what stands behind its noun → how often
	taken  []bool         // token → it is in a name
}

// use is how often a text has a word, and how often with the article of any, a number or
// another word before it that no name has.
type use struct{ all, ofMany int }

// findNouns finds the names of a text where every noun has a capital.
func (t *text) findNouns() {
	f := &nouns{text: t, used: map[string]use{}, bodies: map[string]use{}, phrase: map[string]int{}, taken: make([]bool, len(t.Tokens))}
	f.census()
	for i := 0; i < len(t.Tokens); i++ {
		if n := f.named(i); n != nil {
			f.add(n)
			i = n.to - 1
		}
	}
	f.again()
	slices.SortFunc(t.names, func(a, b *name) int { return a.from - b.from })
	t.plain = make([]bool, len(t.Tokens))
	for i := range t.Tokens {
		t.plain[i] = t.Tokens[i].Shape == token.Capital && !f.taken[i]
	}
}

// articles tells articles from the relative pronouns that are the same words: these stand
// behind a comma or a preposition there, before no noun: ", der seit Montag", but ", der Chef
// des Verbandes,".
func (t *text) articles() {
	relative, article := language.SetOf(language.Relative), language.SetOf(language.Article, language.Definite)
	for i := range t.Tokens {
		c := t.classes[i]
		if !c.Has(language.Relative) || !c.Has(language.Article) {
			continue
		}
		next := i + 1
		if t.small(next) && t.Lex.Pack.AdjectiveForm(t.Word(next)) && !t.in(next, language.Function) {
			next++
		}
		if t.Is(i-1, ",") && !(t.capital(next) && t.titled(next)) {
			t.classes[i] = c.Less(article)
		} else {
			t.classes[i] = c.Less(relative)
		}
	}
}

// add notes a name, unless it is the publisher's own.
func (f *nouns) add(n *name) {
	for i := n.from; i < n.to; i++ {
		f.taken[i] = true
	}
	if !f.noName(n.words) && (n.cited || !f.quoted(n.from, n.to)) {
		f.names = append(f.names, n)
	}
}

// named is the name that begins at token i; nil where none does.
func (f *nouns) named(i int) *name {
	if !f.word(i) {
		return nil
	}
	for _, find := range []func(int) *name{f.firm, f.cited, f.body, f.somebody, f.letters} {
		if n := find(i); n != nil {
			return n
		}
	}
	return nil
}

// word tells whether token i is a word with a capital that no sentence needs: no pronoun, no
// article.
func (f *nouns) word(i int) bool {
	return f.capital(i) && !(f.in(i, language.Function) && f.Tokens[i].Shape != token.Upper) && !f.in(i, language.Calendar)
}

// beside tells whether token i is such a word right behind another.
func (f *nouns) beside(i int) bool { return f.word(i) && f.joined(i) && !f.Glued(i) }

// past is the token behind the word at i and what hyphens join to it: "Karl-Heinz".
func (f *nouns) past(i int) int {
	const longest = 6 // words
	end := i + 2*longest
	for i++; i < end && f.Is(i, "-") && f.Glued(i) && f.Glued(i+1) && f.capital(i+1); i += 2 {
	}
	return i
}

// joint tells whether token i is only part of a longer word: "BPP-Präsident".
func (f *nouns) joint(i int) bool {
	return f.Is(i-1, "-") && f.Glued(i) && f.Glued(i-1) || f.Is(i+1, "-") && f.Glued(i+1)
}

// census counts how the text uses its words.
func (f *nouns) census() {
	for i := range f.Tokens {
		if !f.capital(i) {
			continue
		}
		u := f.used[f.Word(i)]
		u.all++
		if f.ofMany(i) {
			u.ofMany++
		}
		f.used[f.Word(i)] = u
		if one, several, ok := f.noun(i); ok {
			b := f.bodies[one]
			if b.all++; several || f.ofMany(i) {
				b.ofMany++
			}
			f.bodies[one] = b
			for _, end := range f.ends(i) {
				f.phrase[f.spelled(i, end)]++
			}
		}
	}
}

// ofMany tells whether what stands before token i stands before any noun: "ein", "kein", "alle",
// "12", an adjective in small letters.
func (f *nouns) ofMany(i int) bool {
	j := i - 1
	switch {
	case !f.joined(i):
		return false
	case f.in(j, language.Indefinite, language.Determiner, language.Possessive, language.Negation):
		return true
	case f.number(j):
		return true
	}
	return f.adjective(j)
}

// adjective tells whether token i is an adjective in small letters: none of the listed words,
// behind an article or a preposition, with an ending.
func (f *nouns) adjective(i int) bool {
	if !f.small(i) || f.in(i, language.Function, language.Preposition, language.Verbal, language.Copula, language.Saying, language.Speaks) {
		return false
	}
	return f.Lex.Pack.AdjectiveForm(f.Word(i)) && f.in(i-1, language.Article, language.Possessive, language.Preposition, language.Determiner)
}

// common tells whether the word at token i is a noun that names nothing.
func (f *nouns) common(i int) bool {
	w := f.Word(i)
	known := f.class(i)
	if known.Has(language.Land) || f.words.of(strings.TrimSuffix(w, f.Lex.Pack.GenitiveEnd())).Has(language.Land) {
		return true
	}
	return f.used[w].ofMany > 0 || f.Lex.Pack.Noun(w) || known.Meets(saysWhat) && !known.Has(language.Given)
}

// saysWhat are the classes of nouns.
var saysWhat = language.SetOf(language.Title, language.Human, language.Person, language.Officer, language.BodyEnd, language.Law, language.Program,
	language.Court, language.Thing, language.Document, language.Statement, language.Work, language.Event, language.Spot, language.Honorific, language.Common,
	language.Concern, language.Unnamed, language.People)

// definite tells whether the definite article, alone or with a preposition, stands at token i.
func (f *nouns) definite(i int) bool {
	return f.in(i, language.Definite) || i >= 0 && f.Lex.Pack.WithArticle[f.Word(i)]
}

// make is the name of the tokens [from, to), of that kind.
func (f *nouns) make(from, to int, k Kind) *name {
	return &name{start: from, from: from, to: to, at: -1, kind: k, words: strings.Fields(f.text.phrase(from, to))}
}

// letters is the acronym at token i, where the text has it more than once; nil where it has
// not.
func (f *nouns) letters(i int) *name {
	w := f.Word(i)
	if f.Tokens[i].Shape != token.Upper || len(w) < 2 || f.joint(i) || f.in(i, language.Common, language.Unnamed, language.Legal, language.Suffix) {
		return nil
	}
	if f.used[w].all < 2 || f.number(i+1) || f.Lex.Pack.Noun(w) || f.Lex.Pack.Quantities[w] {
		return nil
	}
	return f.make(i, i+1, "")
}

// again finds the surnames of those who are named in full, and the bodies' names by their
// first word.
func (f *nouns) again() {
	surnames, firsts := map[string]bool{}, map[string]bool{}
	for _, n := range f.names {
		switch {
		case len(n.words) < 2:
		case n.kind == "":
			surnames[f.Word(n.to-1)] = true
			if last := n.words[len(n.words)-1]; last != f.Word(n.to-1) {
				surnames[last] = true
			}
			f.doubled(n, surnames)
		case !f.in(n.from, language.Unnamed) && !f.Lex.Pack.Everyday(n.words[0]):
			firsts[n.words[0]] = true
		}
	}
	for i := range f.Tokens {
		if f.taken[i] || !f.word(i) || f.ofMany(i) || f.Is(i-1, "-") && f.Glued(i) {
			continue
		}
		if end := f.past(i); surnames[f.hyphened(i, end)] || surnames[f.nominative(i, end)] {
			f.surname(i, end)
		} else if w := f.lemma(i); firsts[w] && !f.joint(i) {
			n := f.make(i, i+1, "")
			n.kind, n.weak = f.words.kindOf([]string{w})
			n.words, n.text = []string{w}, f.cut(i, w)
			f.add(n)
		}
	}
}

// doubled notes a surname with a hyphen.
func (f *nouns) doubled(n *name, surnames map[string]bool) {
	from := n.to - 1
	for from-2 > n.from && f.Is(from-1, "-") {
		from -= 2
	}
	surnames[f.hyphened(from, n.to)] = true
}

// surname adds the surname [i, end) of somebody, unless it stands there as a noun does.
func (f *nouns) surname(i, end int) {
	if f.definite(i-1) && !f.titled(i-1) && f.common(end-1) {
		return
	}
	n := f.make(i, end, "")
	f.genitive(n)
	n.speaks++ // what bears a surname is somebody
	f.add(n)
}

// hyphened is the words of [from, to), folded, as they are written.
func (f *nouns) hyphened(from, to int) string {
	var b strings.Builder
	for i := from; i < to; i++ {
		b.WriteString(f.Word(i))
	}
	return b.String()
}

// nominative is the folded word of [from, to) without the ending of a person's genitive.
func (f *nouns) nominative(from, to int) string {
	w := f.hyphened(from, to)
	return strings.TrimSuffix(w, f.Lex.Pack.GenitiveEnd())
}
