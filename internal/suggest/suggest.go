// Package suggest finds, in the articles of a site, whom and what no entry explains
// yet: people, organizations, laws, programs, courts, things done again and again, and
// the subject's own nouns for them.
//
// In: the articles as they were annotated, and the lexicon they were annotated with.
// Out: Suggestions, the most mentioned first, each with a free ID, a facet of the site,
// the fullest name, the other ways it is written, what the articles themselves say
// somebody is, and every place where it stands. Invariant: pure; what an entry's name
// or an author's mark covers is never suggested; cost is linear in the text.
//
// # How names are found
//
// By form alone, in three steps. A name is a run of capitalized words, with "of", "for",
// "and" and particles between them where the words around allow it; a capital that
// begins a sentence or stands in a headline says nothing (name.go). What stands around
// it tells what it names: titles, appositions, verbs of saying, "in", an age (clue.go);
// so do its own words: "… Act", "… Court" (kind.go). Names of one thing are brought
// together, inside an article and then across articles: surnames with full names,
// acronyms with what they stand for, short forms with long ones (group.go). What is
// left without a ground is not suggested.
//
// What the words are of is the language's pack's to know: names are suggested where its
// folder has suggest.yaml, and nowhere else.
package suggest

import (
	"cmp"
	"runtime"
	"slices"
	"sync/atomic"

	"glossator/internal/annotation"
	"glossator/internal/catalogue"
	"glossator/internal/doc"
	"glossator/internal/lexicon"
	"glossator/internal/meta"
	"glossator/internal/reading"
	"glossator/internal/source"
)

// Input is what suggestions are made of.
type Input struct {
	Lexicon  *lexicon.Lexicon // the articles were annotated with it; holds the catalogue
	Articles []Article
	Ignored  func(name string) bool // it was decided to be no suggestion; nil where nothing was
}

// Article is one text, annotated.
type Article struct {
	Doc *doc.Document
	Ann *annotation.Set
}

// Kind is what a suggestion is.
type Kind string

const (
	Person       Kind = "person"
	Organization Kind = "organization"
	Law          Kind = "law"
	Program      Kind = "program"
	Court        Kind = "court"
	Place        Kind = "place"    // where the site asks for places
	Practice     Kind = "practice" // something done: a verb and its object
	Measure      Kind = "measure"  // the subject's own noun for a rule or a thing done: "boat passes"
)

// Suggestion is an entry that the site may want.
type Suggestion struct {
	ID       catalogue.ID // free in the catalogue and among the suggestions
	Facet    string       // ID of a facet; "" where none of the site fits
	Kind     Kind
	Name     string   // the fullest form; of a practice, verb and object
	Surname  string   `json:",omitempty"` // where it is not the name's last word
	Aliases  []string `json:",omitempty"` // the other forms, as seen; a person's plain surname left out
	Damaged  []string `json:",omitempty"` // forms with a letter wrong, as seen: the right one is much oftener
	Like     string   `json:",omitempty"` // ID of the entry of which it may be a spoiled name; "" for none
	Cues     []string `json:",omitempty"` // of a practice: see package lexicon
	Roles    []Role   `json:",omitempty"`
	Mentions int
	Articles int
	Best     int     // index in Seen of the sentence that tells the most
	Seen     []Sight // every mention, in reading order
}

// Role is what an article says somebody is.
type Role struct {
	Title string
	AsOf  meta.Day   // the article's day; "" where it has none
	Pos   source.Pos // of the words
}

// Sight is one mention.
type Sight struct {
	Article  string // its name
	Pos      source.Pos
	Words    string
	Sentence string
}

// Entries lists what the articles name and the catalogue does not.
func Entries(in Input) []Suggestion {
	if !in.Lexicon.Pack.Suggests {
		return nil // a name is told from another word by what a language's pack knows
	}
	english := tableOf(in.Lexicon.Pack)
	texts := make([]*text, len(in.Articles))
	var next atomic.Int64
	source.Together(runtime.GOMAXPROCS(0), func(int) {
		var lent reading.Text
		for i := next.Add(1) - 1; i < int64(len(texts)); i = next.Add(1) - 1 {
			texts[i] = in.Articles[i].gather(&lent, in.Lexicon, english)
		}
	})
	facets := facetsOf(in.Lexicon.Catalogue)
	found := things(in.Lexicon, english, texts)
	if in.Lexicon.Pack.SuggestsDeeds {
		found = slices.Concat(found, practices(in.Lexicon, english, texts), measures(in.Lexicon, english, texts))
	}
	found = slices.DeleteFunc(found, func(s Suggestion) bool { return s.Kind == Place && facets[Place] == "" })
	if in.Ignored != nil {
		found = ignore(found, in.Ignored)
	}
	slices.SortStableFunc(found, func(a, b Suggestion) int {
		return cmp.Or(cmp.Compare(b.Mentions, a.Mentions), cmp.Compare(b.Articles, a.Articles), cmp.Compare(a.Name, b.Name))
	})
	found = slips{english}.spoiled(in.Lexicon.Catalogue, found)
	place(in.Lexicon.Catalogue, facets, found)
	return found
}

// ignore takes away what is no suggestion, and the names that are none.
func ignore(found []Suggestion, ignored func(string) bool) []Suggestion {
	found = slices.DeleteFunc(found, func(s Suggestion) bool { return ignored(s.Name) })
	for i := range found {
		found[i].Aliases = slices.DeleteFunc(found[i].Aliases, ignored)
	}
	return found
}

// gather reads an article, in lent memory, and brings together what it names.
func (a Article) gather(lent *reading.Text, lex *lexicon.Lexicon, english *table) *text {
	defer source.Reading(a.Doc.File.Path)
	lent.Read(a.Doc, lex)
	t := read(lent.Keep(), english, a.Ann)
	t.things = t.gather()
	return t
}
