package suggest

import (
	"strings"

	"glossator/internal/language"
	"glossator/internal/token"
)

// table is what is known of folded words, and of the names of places of several.
type table struct {
	pack  *language.Pack
	lands map[string]language.Set
}

// tableOf is a language's table; nil where nothing is known of its names.
func tableOf(pack *language.Pack) *table {
	if len(pack.Places) == 0 {
		return nil
	}
	t := &table{pack: pack, lands: map[string]language.Set{}}
	for _, name := range pack.Countries() {
		t.lands[folded(name)] = language.SetOf(language.Land, language.Nation)
	}
	for _, name := range pack.Places {
		t.lands[folded(name)] = t.lands[folded(name)].Or(language.SetOf(language.Land))
	}
	return t
}

// of is what is known of a word, or of a place's name; of a noun of several, of the last.
func (t *table) of(word string) language.Set {
	c := t.itself(word)
	if t == nil || !t.pack.Compounds || c.Meets(official) || c.Has(language.Title, language.Human, language.Given) || strings.Contains(word, " ") {
		return c
	}
	return c.Or(t.pack.Classes(t.pack.Head(word)).And(ofLast))
}

// ofLast are the classes that a noun of several has of its last.
var ofLast = language.SetOf(language.Title, language.Human, language.Officer, language.BodyEnd, language.Law, language.Program, language.Court,
	language.TakesOf, language.Post, language.Head, language.Minister, language.Institute, language.Concern, language.Document, language.Statement,
	language.Organ, language.Agency, language.Building, language.Thing)

// itself is the same of the word alone.
func (t *table) itself(word string) language.Set {
	if t == nil {
		return language.Set{}
	}
	return t.pack.ClassesOf(word).Or(t.lands[word])
}

// folded is a name as tokens are folded: lower case, no accents, no full stops.
func folded(name string) string { return token.Fold(folding.Replace(name)) }

var folding = strings.NewReplacer(".", "", "’", "'", "&", "and")
