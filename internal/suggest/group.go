package suggest

import (
	"slices"
	"strings"

	"glossator/internal/language"
	"glossator/internal/lexicon"
	"glossator/internal/token"
)

// gather brings the names of one text together.
func (t *text) gather() []*thing {
	g := &gathering{lex: t.Lex, words: t.words, byKey: map[string]*thing{}, byForm: map[string][]*thing{}, bySurname: map[string][]*thing{}}
	bodies := map[string]bool{}
	for _, n := range t.names {
		if n.kind == Organization && len(n.words) > 1 {
			bodies[strings.Join(n.words, " ")] = true
		}
	}
	for _, n := range t.names {
		if len(n.words) > 1 {
			t.inner(n, bodies)
			g.longer(t, n)
		}
	}
	g.acronyms(t.capitals())
	for _, n := range t.names {
		if len(n.words) == 1 {
			g.single(t, n)
		}
	}
	speakers := t.quotedBy()
	for _, x := range g.list {
		for _, f := range x.forms {
			if _, ok := slices.BinarySearch(speakers, f.fold); ok {
				x.quoted = true
			}
		}
	}
	return g.list
}

// inner leaves of a name of two bodies the second, where the text names the first by
// itself: "Grand Council Harbor Committee".
func (t *text) inner(n *name, bodies map[string]bool) {
	if n.kind != Organization || n.to-n.from != len(n.words) {
		return
	}
	for k := 2; k <= len(n.words)-2; k++ {
		rest, _ := t.words.kindOf(n.words[k:])
		if bodies[strings.Join(n.words[:k], " ")] && rest == Organization && !t.words.connective(n.words[k]) {
			n.from, n.words = n.from+k, n.words[k:]
			return
		}
	}
}

// gathering is the things of one text, or of all.
type gathering struct {
	lex       *lexicon.Lexicon
	words     *table
	list      []*thing
	byKey     map[string]*thing
	byForm    map[string][]*thing // folded form, acronyms too
	bySurname map[string][]*thing // any word of a person's name but the first

	byInitials map[string][]*thing // of the things of all texts
}

// key is the same for names of one thing: "U.S. Department of Justice" and "Justice
// Department", "Ann B. Lee" and "Ann Lee".
func (g *gathering) key(n []string, k Kind, weak bool) string {
	if personal(k, weak) {
		last := len(n) - 1
		if w := n[last]; last > 1 && (w == "ii" || w == "iii" || w == "iv") {
			last--
		}
		return g.lex.Pack.Given(n[0]) + " " + n[last]
	}
	kept := slices.DeleteFunc(slices.Clone(n), func(w string) bool {
		return g.words.connective(w) || w == "us" || w == "'s" || w == "federal"
	})
	if len(kept) < 2 {
		return strings.Join(n, " ")
	}
	slices.Sort(kept)
	return "~" + strings.Join(kept, " ")
}

// personal tells whether a name may be a person's, by its own words.
func personal(k Kind, weak bool) bool { return k == "" || weak && k != Place }

// longer adds a name of two words or more.
func (g *gathering) longer(t *text, n *name) {
	key := g.key(n.words, n.kind, n.weak)
	x := g.byKey[key]
	if x == nil {
		x = g.partOf(n)
	}
	if x == nil {
		x = &thing{words: n.words, kind: n.kind, weak: n.weak}
		g.list = append(g.list, x)
	}
	g.byKey[key] = x
	x.take(t, n)
	g.index(x, n.words)
	if n.acronym != "" && (slices.Contains(g.words.initialsOf(n.words), folded(n.acronym)) || n.kind != "") {
		x.add1(n.acronym, folded(n.acronym), 1, false)
		x.forms[len(x.forms)-1].count = 0
		g.byForm[folded(n.acronym)] = append(g.byForm[folded(n.acronym)], x)
	}
}

// index lets a thing be found by the words of one of its names.
func (g *gathering) index(x *thing, words []string) {
	fold := strings.Join(words, " ")
	if !slices.Contains(g.byForm[fold], x) {
		g.byForm[fold] = append(g.byForm[fold], x)
	}
	if personal(x.kind, x.weak) && !x.seen[0].name.hyphened {
		for _, w := range words[1:] {
			if len(w) > 1 && !g.words.particle(w) && !slices.Contains(g.bySurname[w], x) {
				g.bySurname[w] = append(g.bySurname[w], x)
			}
		}
	}
}

// partOf is the thing of which a name is the beginning or the end: "Belmonte Ríos",
// "Mercy Ridge"; nil where there is none, or more than one.
func (g *gathering) partOf(n *name) (whole *thing) {
	for _, x := range g.list {
		long, short, person := x.words, n.words, personal(x.kind, x.weak)
		if len(long) < len(short) {
			long, short, person = short, long, personal(n.kind, n.weak)
		}
		switch {
		case len(long) == len(short), g.words.generics(short), g.words.of(strings.Join(short, " ")).Has(language.Land):
			continue
		case head(long, short):
			if long[len(short)] == "and" || !g.ends(long, short) && (person || !g.shortened(long, short)) {
				continue
			}
		case personal(x.kind, x.weak) != personal(n.kind, n.weak), !g.ends(long, short):
			continue
		}
		if whole != nil {
			return nil
		}
		whole = x
	}
	return whole
}

// ends tells whether a name ends with another: "Ana Ruiz" with "Ruiz".
func (g *gathering) ends(long, short []string) bool {
	return tail(long, short) && !g.words.connective(long[len(long)-len(short)-1])
}

// shortened tells whether the first words of a name are a short form of it, and not the
// name of another body: "Dam Board" is no short form of "Dam Board Pension Fund".
func (g *gathering) shortened(long, short []string) bool {
	k, _ := g.words.kindOf(short)
	return g.words.connective(long[len(short)]) || !g.words.reign(long) && (k == "" || g.firm(short[len(short)-1]))
}

// firm tells whether a word ends a company's name and no body's of another kind.
func (g *gathering) firm(word string) bool {
	c := g.words.of(word)
	return c.Has(language.Firm) && !c.Has(language.BodyEnd)
}

// reign tells whether a body is named after who leads it, and so is no longer form of
// that name: "Torvik administration".
func (t *table) reign(words []string) bool { return t.of(words[len(words)-1]).Has(language.Reign) }

// generics tells whether none of the words tells one body from another.
func (t *table) generics(words []string) bool {
	return !slices.ContainsFunc(words, func(w string) bool { return !t.of(w).Has(language.Unnamed, language.Land) && !t.connective(w) })
}

// connective tells whether what follows the word in a name is a name of its own.
func (t *table) connective(w string) bool { return t.of(w).Has(language.Binding, language.Article) }

// acronyms lets every body, law and program of the text be known by its initials.
func (g *gathering) acronyms(capitals map[string]bool) {
	for _, x := range g.list {
		if len(x.words) < 2 || len(x.words) < 3 && personal(x.kind, false) {
			continue
		}
		for _, a := range g.words.initialsOf(x.words) {
			if capitals[a] && !slices.Contains(g.byForm[a], x) {
				g.byForm[a] = append(g.byForm[a], x)
				if len(a) > 2 {
					x.body += 3
				}
			}
		}
	}
}

// initialsOf are the acronyms that a name may have: of all its words, of those that are
// not "of" and "the", and without "U.S." at its front.
func (t *table) initialsOf(words []string) []string {
	long, short := "", ""
	for _, w := range words {
		if w == "'s" || w == "" {
			continue
		}
		long += w[:1]
		if !t.connective(w) {
			short += w[:1]
		}
	}
	all := []string{long}
	if short != long {
		all = append(all, short)
	}
	if words[0] == "us" && len(short) > 2 {
		all = append(all, short[1:], "us"+short[1:])
	}
	return slices.DeleteFunc(all, func(a string) bool { return len(a) < 2 })
}

// capitals are the words of the text that are written in capitals, folded.
func (t *text) capitals() map[string]bool {
	all := map[string]bool{}
	for i := range t.Tokens {
		if t.Tokens[i].Shape == token.Upper {
			all[t.Word(i)] = true
		}
	}
	return all
}

// single adds a name of one word: to whom it belongs, or as a thing of its own.
func (g *gathering) single(t *text, n *name) {
	w := n.words[0]
	if !n.titled && t.nobody(n, len(g.bySurname[w]) > 0) {
		return
	}
	if x := g.belongs(t, n, w); x != nil {
		x.take(t, n)
		return
	}
	if t.words.of(w).Has(language.Common) && !n.team || len(w) < 2 {
		return
	}
	key := "1 " + w
	x := g.byKey[key]
	if x == nil {
		x = &thing{words: n.words, kind: n.kind, weak: n.weak}
		g.list = append(g.list, x)
		g.byKey[key] = x
		g.byForm[w] = append(g.byForm[w], x)
	}
	x.take(t, n)
}

// nobody tells whether a word, without a title before it, is a title, a country's
// adjective or another word that is no name. It may still be the surname of somebody.
func (t *text) nobody(n *name, surname bool) bool {
	w := n.words[0]
	one := strings.TrimSuffix(w, "s")
	m, partisan := t.words.of(w), t.words.of(one).Has(language.Loose)
	switch {
	case n.team && !m.Has(language.Nation):
		return false
	case t.in(n.from, language.Title, language.Honorific) && !m.Has(language.Given), m.Has(language.Unnamed, language.Land):
		return true
	case m.Has(language.Loose), t.opens[n.from] && partisan:
		return true // "a Democrat" is one of many
	case surname:
		return false
	case t.Lex.Pack.Demonym(one) && !partisan:
		return true
	}
	usual := t.lower[w] || t.in(n.from, language.Human)
	return usual && t.opens[n.from] && n.body == 0 && n.person < 2
}

// belongs is the thing of this text that one word means.
func (g *gathering) belongs(t *text, n *name, w string) *thing {
	if bearers := g.bySurname[w]; len(bearers) > 0 && t.Tokens[n.from].Shape != token.Upper {
		best := bearers[0]
		for _, x := range bearers { // the one named last, before the word
			if last := x.seen[0]; last.from < n.from && (best.seen[0].from > n.from || near(x, n.from) > near(best, n.from)) {
				best = x
			}
		}
		return best
	}
	if acronym := g.byForm[w]; len(acronym) == 1 && t.initials(n.from) {
		return acronym[0]
	}
	if n.place > n.body || t.words.of(w).Has(language.Unnamed, language.Given, language.Land) {
		return nil
	}
	return g.onlyBody(func(x *thing) bool {
		return x.words[0] == w && !t.words.reign(x.words) || n.the && g.ends(x.words, n.words)
	})
}

// onlyBody is the one body of two words or more that something is true of; nil where there
// is none, or more than one.
func (g *gathering) onlyBody(fits func(*thing) bool) (found *thing) {
	for _, x := range g.list {
		if len(x.words) < 2 || personal(x.kind, x.weak) || !fits(x) {
			continue
		}
		if found != nil {
			return nil
		}
		found = x
	}
	return found
}

// near is the last mention of a thing before a token.
func near(x *thing, before int) int {
	last := -1
	for _, s := range x.seen {
		if s.from < before {
			last = s.from
		}
	}
	return last
}
