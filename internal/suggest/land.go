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

// of is what is known of a word, or of a place's name.
func (t *table) of(word string) language.Set {
	if t == nil {
		return language.Set{}
	}
	return t.pack.ClassesOf(word).Or(t.lands[word])
}

// folded is a name as tokens are folded: lower case, no accents, no full stops.
func folded(name string) string { return token.Fold(folding.Replace(name)) }

var folding = strings.NewReplacer(".", "", "’", "'", "&", "and")
