package lexicon

import (
	"fmt"
	"slices"
	"strings"

	"glossator/internal/catalogue"
	"glossator/internal/language"
	"glossator/internal/meta"
	"glossator/internal/source"
	"glossator/internal/token"
)

// ofCountry adds what a role in a country gives by the country's adjective: "President of
// Ostria" is the Ostrian president and, once the article named whoever it is, the Ostrian
// leader.
func (c *compiler) ofCountry(o Owner, head, place string) {
	adjectives := c.Pack.Demonyms(place)
	for _, d := range adjectives {
		c.describe(RoleTitle, d+" "+head, o)
	}
	if !c.Pack.Leading[strings.ToLower(head)] {
		return
	}
	for _, d := range append(adjectives, place+"'s", place) {
		c.describe(Office, d+" "+c.Pack.Leader, o)
	}
	c.describe(Office, c.Pack.Leader+" "+c.Pack.Of+" "+place, o)
}

// nouns adds the nouns by which a text takes up again what is no person: the head of its
// name ("the commission"), its kind where that says what it is, and what else the likes of
// it are called.
func (c *compiler) nouns(i int32, e *catalogue.Entry) {
	o := Owner{Entry: i}
	for k, text := range [...]string{e.Name, e.Kind, c.Catalogue.FacetOf(e).Singular} {
		tokens := c.split(text)
		switch w := firstNoun(tokens, c.Lexicon); {
		case w == 0:
		case k == 2:
			c.facetNoun(o, w, firstNoun(c.split(e.Kind), c.Lexicon))
		case k == 1 && !c.Pack.VagueKind[c.Text(w)] && !c.Is(w, language.Human), c.Is(w, language.Thing), k == 0 && (c.Is(w, language.Reign) || c.Pack.FirmKind[c.Text(w)]):
			c.taken(o, w)
		}
		if slices.ContainsFunc(tokens, func(t formToken) bool { return c.Is(t.word, language.Agency) && t.shape.Capitalized() }) {
			c.head(o, c.vocabulary.Put(c.Pack.AnAgency))
		}
	}
	c.government(o, e)
}

// facetNoun adds the noun of an entry's facet, but "law" for no bill and no plan.
func (c *compiler) facetNoun(o Owner, facet, kind Word) {
	vague := kind == 0 || c.Pack.VagueKind[c.Text(kind)]
	if c.Is(facet, language.Thing) && (vague || facet == kind || !c.Is(facet, language.Law)) {
		c.head(o, facet)
	}
}

// plain adds what is named in plain words, of which only the first has a capital, as it
// stands inside a sentence: "Quiet orders" gives quiet orders.
func (c *compiler) plain(i int32, e *catalogue.Entry) {
	tokens := c.split(e.Name)
	if e.Person() || len(tokens) < 2 || tokens[0].shape != token.Capital || len(e.Cues) > 0 {
		return
	}
	if n := capitals(tokens); n >= 4 && n < longest && !c.proper(tokens) { // "the integrated harbor signal network"
		c.describe(Description, e.Name, Owner{Entry: i})
		return
	}
	for _, t := range tokens[1:] {
		if t.shape.Capitalized() {
			return
		}
	}
	if c.Pack.Demonym(c.Text(tokens[0].word)) || c.Is(tokens[len(tokens)-1].word, language.BodyOf, language.Reign) {
		return
	}
	c.describe(Description, e.Name, Owner{Entry: i})
}

// proper tells whether some word of a name is a place's, a people's or a person's.
func (c *compiler) proper(tokens []formToken) bool {
	return slices.ContainsFunc(tokens, func(t formToken) bool {
		return t.shape != token.Lower && t.shape != token.Capital || c.Is(t.word, language.Given, language.Nation) ||
			c.Pack.Demonym(c.Text(t.word)) || slices.Contains(c.Pack.Places, t.raw)
	})
}

// taken adds a noun, and the others that say the same.
func (c *compiler) taken(o Owner, w Word) {
	c.head(o, w)
	for _, also := range c.Pack.Called[c.Text(w)] {
		c.head(o, c.vocabulary.Put(also))
	}
}

// government adds the other ways to speak of a government that is named after its country.
func (c *compiler) government(o Owner, e *catalogue.Entry) {
	head, place, ok := strings.Cut(e.Name, " "+c.Pack.Of+" ")
	if !ok || c.Pack.Of == "" || !c.Pack.ClassesOf(strings.ToLower(head)).Has(language.Reign) {
		return
	}
	place = strings.TrimPrefix(place, "the ")
	for _, d := range append(c.Pack.Demonyms(place), place+"'s", place) {
		c.describe(Description, d+" "+head, o)
	}
	c.describe(Description, e.Name, o)
}

// weakNote tells an author that a description of one word, without an article, is linked
// only where the article mentions the entry otherwise.
func (c *compiler) weakNote(i int32, e *catalogue.Entry, d meta.Word) {
	if e.File == nil || len(c.split(d.Text)) != 1 {
		return
	}
	c.Problems = append(c.Problems, e.File.Problem(d.Offset, "weak-description",
		fmt.Sprintf("%q is one word: it is linked only where the article has mentioned %q before", d.Text, e.Name),
		"list it as an alias to have it linked wherever it stands").As(source.Note))
}
