package language

import (
	"slices"
	"strings"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/english"
	"github.com/blevesearch/snowballstem/french"
	"github.com/blevesearch/snowballstem/german"
	"github.com/blevesearch/snowballstem/hungarian"
	"github.com/blevesearch/snowballstem/norwegian"
	"github.com/blevesearch/snowballstem/russian"
	"github.com/blevesearch/snowballstem/spanish"
	"github.com/blevesearch/snowballstem/swedish"

	"glossator/internal/token"
)

// stemmers are Snowball's, of the languages whose words can be stemmed.
var stemmers = map[string]func(*snowballstem.Env) bool{"de": german.Stem, "en": english.Stem, "es": spanish.Stem, "fr": french.Stem,
	"hu": hungarian.Stem, "nb": norwegian.Stem, "nn": norwegian.Stem, "no": norwegian.Stem, "ru": russian.Stem, "sv": swedish.Stem}

// stemmer is the one of a language; nil where there is none.
func stemmer(language string) func(word string) string {
	stem := stemmers[language]
	if stem == nil {
		return nil
	}
	return func(word string) string {
		if language == "de" {
			word = token.Fold(word) // without its dots, so that forms with and without them meet: "Häfen", "Hafen"
		}
		env := snowballstem.NewEnv(word)
		stem(env)
		return env.Current()
	}
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
