package lexicon

import (
	"slices"
	"strings"

	"github.com/kljensen/snowball"
)

// Class is what a language's rules know of a word, as a set of bits. A word may be
// in several classes; words in none are names, nouns, verbs and the rest.
type Class uint64

const (
	Article      Class = 1 << iota // a, an, the, this, that, these, those
	Definite                       // the, this, that: with Article
	Indefinite                     // a, an, another: with Article
	Possessive                     // his, her, its, their …
	Honorific                      // Mr., Ms., Dr.
	Title                          // President, Sen., Secretary: what stands before a name
	Abbreviation                   // its full stop belongs to it
	Suffix                         // Jr., III
	Function                       // words of the closed classes: no name begins with them
	Preposition
	Pronoun    // personal
	Copula     // be and become in all forms
	Relative   // who, which, that
	Calendar   // weekdays and months
	Negation   // not, never, n't
	Former     // former, ex, then: before a title
	Officer    // official, aide, spokesman: makes the noun before it a modifier
	BodyOf     // administration, campaign: what is named after a person but is not the person
	Institute  // Foundation, County, Tower: a name built on a person's
	Generic    // national, department, act: tells too little of a name
	Shared     // senator, lawmaker: titles that many hold at once
	Party      // the one met: counterpart
	Before     // predecessor
	After      // successor
	Locative   // in, at, near
	Saying     // said, told: who says something
	Dubbed     // known, called: before a name
	Era        // era
	Determiner // each, every, some, two: opens a noun phrase, with no article
	Verbal     // modal and auxiliary verbs
	Organ      // committee, council, association: a name built on an organization's
	Thing      // order, program, commission: what "the order" may take up from a longer name
	Reign      // administration, government: words for the same body
	Agency     // department, bureau, service: an organization so named may be called an agency
	Human      // nouns for a person: the head of an apposition to a person's name
	Concern    // company, union: what an organization may be called whatever its name
	Grant      // subsidy, exemption: what a rule gives, as the head of an apposition to its name
)

// language is what the rules need to know of one language. A language that has no
// table of its own gets names, descriptions and cues, without inflection where there
// is no stemmer.
type language struct {
	stemmer     string              // of package snowball, or ""
	classes     map[Class]string    // words separated by spaces, folded
	irregular   map[string]string   // inflected form → base form
	full        map[string]string   // abbreviation → the word it stands for
	nicknames   [][]string          // given names that may stand for each other
	of          string              // "president of Mexico" → "Mexico's president"
	offices     map[string][]string // title → what whoever holds it may be called: "head of state"
	demonyms    []string            // endings of adjectives of countries
	home        string              // … but not this one, of no foreign country
	agency      string              // what an Agency may be called
	inflections []string            // endings of verbs and adverbs, which are no given names
}

var stemmers = map[string]string{"en": "english", "fr": "french", "es": "spanish", "sv": "swedish", "no": "norwegian",
	"nb": "norwegian", "nn": "norwegian", "hu": "hungarian", "ru": "russian"}

// languageOf finds the language of a tag such as "en" or "en-GB".
func languageOf(tag string) *language {
	base, _, _ := strings.Cut(strings.ToLower(tag), "-")
	if base == "en" || base == "" {
		return english()
	}
	return &language{stemmer: stemmers[base]}
}

// stem is the stem of a folded word.
func (g *language) stem(word string) string {
	if base, ok := g.irregular[word]; ok {
		word = base
	}
	if g.stemmer == "" {
		return word
	}
	s, err := snowball.Stem(word, g.stemmer, true)
	if err != nil {
		return word
	}
	return s
}

// Stem is the stem of a folded word, by which cues are compared.
func (l *Lexicon) Stem(word string) string { return l.language.stem(word) }

// Given is the given name that a folded one may stand for, the same for all that may
// stand for each other: "joe" for "joseph".
func (l *Lexicon) Given(name string) string {
	for _, group := range l.language.nicknames {
		if slices.Contains(group, name) {
			return group[0]
		}
	}
	return name
}

func fields(words string) []string { return strings.Fields(words) }
