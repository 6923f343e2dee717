package quote

import (
	"glossator/internal/language"
	"glossator/internal/token"
)

// What is read otherwise in a language whose verb stands second, whose nouns have capitals and
// whose articles show what a noun is to the verb.

// behindFirst completes a verb whose subject stands behind it because something else stands
// first: "Am Freitag sagte Lorenz: „…“", "Darauf angesprochen, sagte die Ministerin".
func (f *Finder) behindFirst(c cue) (cue, bool) {
	if !f.Lex.Pack.VerbSecond || c.from == f.from || !f.subjectAhead(c.to) {
		return c, false
	}
	first := c.from
	for first > f.from && !f.opensPhrase(first) {
		first--
	}
	if first == c.from && f.In(first-1, language.JoinsVerbs) || first < c.from && !f.frontedAt(first) {
		return c, false // "Ruiz kam und lobte Hale"
	}
	return f.inverted(c)
}

// opensPhrase tells whether a clause begins at token i.
func (f *Finder) opensPhrase(i int) bool {
	return f.Tokens[i-1].Shape == token.Punct && !f.tied(i-1) || f.In(i-1, language.JoinsVerbs)
}

// frontedAt tells whether what begins at token i is no subject: "Am Freitag", "Dann".
func (f *Finder) frontedAt(i int) bool {
	if f.In(i, language.Article, language.Pronoun, language.Possessive, language.Determiner, language.Nobody) {
		return false
	}
	return f.In(i, language.Preposition, language.Function) || f.timeAt(i, i) > 0
}

// subjectAhead tells whether a subject may begin at token i: a name, "er", "die Ministerin",
// but not "der Zeitung", to which something is said.
func (f *Finder) subjectAhead(i int) bool {
	switch {
	case i >= f.to, f.In(i, language.Oblique):
		return false
	case f.In(i, language.ThirdPerson), f.nameAhead(i):
		return true
	}
	return f.In(i, language.Article) && f.In(i+1, language.Human, language.Title, language.Spokesman, language.Body) && !f.toWhom(i)
}

// toWhom tells whether the article at token i and its noun are those of whom something is said
// to: "der Ministerin", "der Zeitung", where "der" is not that of a man.
func (f *Finder) toWhom(i int) bool {
	return f.In(i, language.Oblique) || f.In(i, language.Mans) && !f.In(i+1, language.Man)
}

// overObject is the token before the object that ends with token j, "dem Blatt" of "wie Ohm
// dem Blatt sagte"; j where none does.
func (f *Finder) overObject(j, low int) int {
	const longest = 5 // tokens
	for i := j; f.Lex.Pack.VerbSecond && i > low && i > j-longest && f.Tokens[i].Shape.Wordlike() && f.mentionAt(i) < 0; i-- {
		if f.In(i, language.Oblique) {
			return f.back(i-1, low)
		}
		if f.In(i, language.Article) {
			break
		}
	}
	return j
}

// ofGenitive tells whether token i is the article of what the noun before it is of: "ein
// Sprecher der Küstenbahn".
func (f *Finder) ofGenitive(i int) bool {
	if !f.Lex.Pack.VerbSecond || i <= f.from || i+1 >= len(f.Tokens) {
		return false
	}
	return f.In(i, language.Issued) && f.In(i, language.Article) && f.Tokens[i-1].Shape == token.Capital && f.Tokens[i+1].Shape.Wordlike()
}

// relates tells whether token i is a preposition, or the article of a genitive.
func (f *Finder) relates(i int) bool { return f.In(i, language.Preposition) || f.ofGenitive(i) }

// itSays completes "„…“, heißt es in einem Schreiben der Kammer": who issued the text, or what
// is named behind the preposition.
func (f *Finder) itSays(c cue) (cue, bool) {
	const farthest = 4 // tokens
	if !f.Is(c.to, "it") {
		return c, false
	}
	for i := c.to + 1; i < f.to && i < c.to+farthest; i++ {
		if f.In(i, language.Preposition) {
			c.to = i + 1
			return f.inverted(c)
		}
	}
	return c, false
}

// byAccount completes "laut Sander", "nach Angaben der Polizei", "Sander zufolge" and, behind
// what is quoted, "so Lorenz".
func (f *Finder) byAccount(c cue, low int) (cue, bool) {
	switch i := c.from; {
	case f.In(i, language.SaysBehind):
		c.who, _ = f.subjectBefore(i-1, low)
		c.first = c.who.from
		return c, c.who.known()
	case f.In(i, language.Thus):
		behind := low > f.from && (i == low || i == low+1 && f.Is(low, ","))
		d, ok := f.inverted(c)
		return d, ok && behind
	case f.Is(i, "according"):
		d, ok := f.inverted(c)
		return d, ok && f.givesAccount(d)
	case f.In(i+1, language.Statement) && f.In(i+2, language.Issued):
		if c.to = i + 2; !f.In(c.to, language.Article) {
			c.to++ // "von"
		}
		return f.inverted(c)
	}
	return c, false
}

// givesAccount tells whether whom "laut" names can have said something: "laut Polizei", but not "laut
// Prognosen", of which what follows may be anything.
func (f *Finder) givesAccount(c cue) bool {
	at := c.to
	for f.In(at, language.Article) {
		at++
	}
	s := c.who
	for i := at; s.entry == "" && i < f.phraseEnd(at, min(f.to, at+longestPhrase)); i++ {
		if f.Tokens[i].Shape == token.Number {
			return false // "laut Prognosen weltweit 40 Boote"
		}
	}
	return s.entry != "" || s.person || f.In(at, language.Body, language.Document, language.Spokesman, language.Statement)
}

// commonNoun tells whether the capital of token i is a noun's, and no name's: it stands behind
// an article, or is one for a person or body.
func (f *Finder) commonNoun(i int) bool {
	if !f.Lex.Pack.CapitalNouns {
		return false
	}
	return f.In(i-1, language.Article, language.Possessive) || f.In(i, language.Human, language.People, language.Body, language.Document, language.Spokesman)
}

// opensNoun tells whether token i, which may be a relative pronoun, is an article: "der" of
// "der Verband", not of "Lorenz, der".
func (f *Finder) opensNoun(i int) bool {
	return f.Lex.Pack.VerbSecond && f.In(i, language.Article) && !f.Is(i-1, ",")
}

// asTold tells whether a cue stands in a clause that only says who says the sentence: "Wie Ruiz
// sagte, …", where English has "as".
func (f *Finder) asTold(c *cue) bool {
	return f.Lex.Pack.VerbSecond && c.kind == language.Says && f.Is(c.first-1, "as") && f.Is(c.to, ",")
}
