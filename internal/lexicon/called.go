package lexicon

import (
	"slices"
	"strings"

	"glossator/internal/catalogue"
	"glossator/internal/language"
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

// nounClasses are the classes of nouns by which whoever is so named is taken up again.
var nounClasses = []language.Class{language.Thing, language.Concern, language.BodyEnd, language.Law, language.Program, language.Court}

// nouns adds the nouns by which a text takes up again what is no person: the head of its
// name ("the commission"), its kind, and what else the likes of it are called.
func (c *compiler) nouns(i int32, e *catalogue.Entry) {
	o := Owner{Entry: i}
	name := c.split(e.Name)
	for k, tokens := range [...][]formToken{name, c.split(e.Kind), c.split(c.Catalogue.FacetOf(e).Singular)} {
		w := firstNoun(tokens, c.Lexicon)
		switch {
		case w == 0:
		case k == 0 && c.Is(w, nounClasses...), k == 1 && !c.Pack.VagueKind[c.Text(w)] && !c.Is(w, language.Human), c.Is(w, language.Thing):
			c.taken(o, w)
		}
		if slices.ContainsFunc(tokens, func(t formToken) bool { return c.Is(t.word, language.Agency) && t.shape.Capitalized() }) {
			c.head(o, c.vocabulary.Put(c.Pack.AnAgency))
		}
	}
	if len(name) > 0 && c.firmForm(name[len(name)-1]) != "" {
		for _, noun := range c.Pack.AFirm {
			c.head(o, c.vocabulary.Put(noun))
		}
	}
	c.government(o, e)
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
