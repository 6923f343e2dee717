package language

import (
	"slices"
	"strings"

	"github.com/blevesearch/snowballstem"
	germanstem "github.com/blevesearch/snowballstem/german"
	"github.com/kljensen/snowball"

	"glossator/internal/token"
)

// stemmers are the languages whose words can be stemmed.
var stemmers = map[string]func(word string) string{"en": by("english"), "fr": by("french"), "es": by("spanish"), "sv": by("swedish"),
	"no": by("norwegian"), "nb": by("norwegian"), "nn": by("norwegian"), "hu": by("hungarian"), "ru": by("russian"), "de": german}

// by is the stemmer of a language of package snowball.
func by(language string) func(string) string {
	return func(word string) string {
		if s, err := snowball.Stem(word, language, true); err == nil {
			return s
		}
		return word
	}
}

// german is Snowball's stemmer of German, of a word without its dots, so that forms with and
// without them meet: "Häfen", "Hafen".
func german(word string) string {
	env := snowballstem.NewEnv(token.Fold(word))
	germanstem.Stem(env)
	return env.Current()
}

// Stem is the stem of a folded word, by which patterns are compared.
func (p *Pack) Stem(word string) string {
	if len(p.Parted) > 0 {
		stem := p.stemmer(p.plain(token.Fold(word)))
		if short := p.shorn(stem); short != stem {
			return p.shorn(p.stemmer(short + p.verbEnd)) // "genehmig" of "genehmigt", as of "genehmigen"
		}
		return stem
	}
	if base, ok := p.Irregular[word]; ok {
		word = base
	}
	if p.stemmer == nil {
		return word
	}
	return p.stemmer(word)
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
