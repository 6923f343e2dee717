package language

import (
	"slices"
	"strings"

	"github.com/kljensen/snowball"
)

// stemmers are the languages whose words can be stemmed.
var stemmers = map[string]string{"en": "english", "fr": "french", "es": "spanish", "sv": "swedish", "no": "norwegian",
	"nb": "norwegian", "nn": "norwegian", "hu": "hungarian", "ru": "russian"}

// Stem is the stem of a folded word, by which patterns are compared.
func (p *Pack) Stem(word string) string {
	if base, ok := p.Irregular[word]; ok {
		word = base
	}
	if p.stemmer == "" {
		return word
	}
	s, err := snowball.Stem(word, p.stemmer, true)
	if err != nil {
		return word
	}
	return s
}

// Given is the given name that a folded one may stand for, the same for all that may
// stand for each other: "joe" for "joseph".
func (p *Pack) Given(name string) string {
	for _, group := range p.Nicknames {
		if slices.Contains(group, name) {
			return group[0]
		}
	}
	return name
}

// Demonym tells whether a folded word is, or looks like, the adjective of a foreign country.
func (p *Pack) Demonym(word string) bool {
	return (p.isDemonym[word] || endsIn(word, p.demonyms)) && word != p.home
}

// Inflected tells whether a folded word looks like a verb or adverb by its ending, so
// that it is no name. Of a language without such endings nothing is known: every word
// may be one.
func (p *Pack) Inflected(word string) bool {
	return len(p.verbs) == 0 || endsIn(word, p.verbs)
}

// endsIn tells whether a word is an ending and something before it.
func endsIn(word string, endings []string) bool {
	return slices.ContainsFunc(endings, func(end string) bool { return strings.HasSuffix(word, end) && len(word) > len(end)+2 })
}
