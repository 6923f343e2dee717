// Package lexicon compiles a catalogue's names, descriptions and cues for matching.
//
// In: a Catalogue and a language. Out: a Lexicon, which turns a text into Tokens and
// finds in them, in one pass, every form of a name or description (Matches) and every
// cue (CueMatches). Whether a form found is linked is for package annotate to decide.
// Invariant: a Lexicon never changes; what it finds depends on the text alone; its
// cost is linear in the text and does not grow with the number of entries.
//
// # How names are matched
//
// Names are compared by words, without accents and in lower case, and then by
// capitals: a word that the name writes with a capital must have one, a word in
// capitals must be in capitals (U.S. and US are the same word), a word in lower case
// may be written in any way. Words in capitals throughout match names of any writing.
// A hyphen between two words may be there or not; a name may run over a line's end but
// not over a block's. What a text did to a name is told as Damage: lost accents or
// letters, a wrong encoding, one word of three or more replaced by another.
//
// A person's name gives more forms: without its initials, with others between, without
// what follows the surname, with a nickname for the given name; and the surname, which
// annotate links only where the article introduces the person.
//
// A description is matched in any capitals, without the article or possessive at its
// front. One of a single word ("the order") is weak: it is not searched for, but looked
// up from what the article has mentioned. A role's title is a description, too, on the
// days of the role: "President of Mexico" gives "the president of Mexico" and "Mexico's
// president".
//
// How a cue is written stands in package pattern. To try one:
// go run ./cmd/check --explain 'They expelled the migrants.'
package lexicon

import (
	"fmt"
	"slices"
	"strings"

	"glossator/internal/catalogue"
	"glossator/internal/language"
	"glossator/internal/meta"
	"glossator/internal/pattern"
	"glossator/internal/source"
	"glossator/internal/token"
)

// Word is the number of a folded word in the lexicon's vocabulary; 0 is no word.
type Word = token.Word

// Lexicon is a compiled catalogue. It is immutable and shared between goroutines.
type Lexicon struct {
	Catalogue *catalogue.Catalogue
	Language  string
	Problems  []source.Problem // in the entries: cues that cannot be read, names that two entries share
	Digest    uint64           // of all that can change what is found

	Pack *language.Pack

	vocabulary   *token.Vocabulary
	forms        []*Form
	trie         *trie
	patterns     *pattern.Set
	cues         []Cue  // of the patterns
	weak         []Weak // sorted by word, then entry
	weakAt       []int32
	bare         []bool // words that some entry lists without an article; nil where there are none
	byID         map[catalogue.ID]int32
	heads        []Word                    // of the words that the pack has not: the one of its words that each ends with
	given        map[[2]Word]bool          // a surname's last word, a word before it in some name
	suffixes     map[int32][]Word          // person → what some name of theirs ends in: "Jr."
	nameWords    [][]Word                  // entry → the words of its name
	surnameFirst map[int32]bool            // persons whose name begins with it
	surnames     [][]formToken             // entry → words of a person's surname
	full         []Word                    // abbreviation → the word it stands for
	bodies       [][]Body                  // person → what is named after the person
	deeds        [][]int32                 // entry → the things done by it: entries with cues
	places       map[*catalogue.Role]int32 // role → the organization that its title names
	titles       map[string][]Owner
	voices       map[int]bool // facets with a person in them
}

// Input is all that decides what is found in a text, besides the rules.
type Input struct {
	Language string
	Facets   []catalogue.Facet
	Entries  []*catalogue.Entry
}

// New compiles a catalogue for texts of a language ("en", "en-GB", "es" …).
func New(c *catalogue.Catalogue, lang string) *Lexicon {
	pack, _ := language.For(lang) // what is wrong with it, the site's own check tells
	l := &Lexicon{Catalogue: c, Language: lang, Pack: pack, titles: map[string][]Owner{}, voices: map[int]bool{},
		byID: make(map[catalogue.ID]int32, len(c.Entries)), given: map[[2]Word]bool{}, suffixes: map[int32][]Word{}, surnameFirst: map[int32]bool{}, surnames: make([][]formToken, len(c.Entries)), nameWords: make([][]Word, len(c.Entries))}
	l.vocabulary = l.Pack.Vocabulary.Clone()
	l.learn()
	k := &compiler{Lexicon: l, byKey: map[formKey]*Form{}, heads: map[headKey]bool{}}
	k.trie = newTrieBuilder(l)
	for i, e := range c.Entries {
		l.byID[e.ID] = int32(i)
		l.voices[e.Facet] = l.voices[e.Facet] || e.Person()
		k.names(int32(i), e)
		k.descriptions(int32(i), e)
	}
	k.inflect()
	k.clashes()
	k.others()
	k.compileCues()
	l.trie = k.trie.finish(l.forms)
	l.vocabulary.Prefix(l.Pack.Proclitics) // of texts alone: in a name no letter stands by itself
	l.index()
	l.link()
	l.relate()
	l.joined()
	l.Digest = source.Key(Input{lang, c.Facets, c.Entries})
	return l
}

// Speaks tells whether an entry is somebody who can say something: a person, or a body, which
// is whatever stands beside persons and by its kind is no law and no program.
func (l *Lexicon) Speaks(e *catalogue.Entry) bool {
	if e.Person() || !l.voices[e.Facet] {
		return e.Person() || e.Kind == organization
	}
	kind := l.Pack.ClassesOf(strings.ToLower(e.Kind[strings.LastIndexByte(e.Kind, ' ')+1:]))
	return !kind.Has(language.Law, language.Program)
}

// organization is the kind of what is a body in any facet.
const organization = "organization"

// learn looks up what abbreviations stand for.
func (l *Lexicon) learn() {
	l.full = make([]Word, l.vocabulary.Len())
	for short, full := range l.Pack.Full {
		l.full[l.vocabulary.Put(short)] = l.vocabulary.Put(full)
	}
}

// index sorts the weak descriptions so that a word's can be found.
func (l *Lexicon) index() {
	slices.SortStableFunc(l.weak, func(a, b Weak) int {
		if a.Word != b.Word {
			return int(a.Word) - int(b.Word)
		}
		return int(a.Entry) - int(b.Entry)
	})
	for _, w := range l.weak {
		if w.Listed && w.Det == (language.Set{}) && l.bare == nil {
			l.bare = make([]bool, l.vocabulary.Len())
		}
		if w.Listed && w.Det == (language.Set{}) {
			l.bare[w.Word] = true
		}
	}
	l.weakAt = make([]int32, l.vocabulary.Len()+1)
	for _, w := range l.weak {
		l.weakAt[w.Word+1]++
	}
	for i := 1; i < len(l.weakAt); i++ {
		l.weakAt[i] += l.weakAt[i-1]
	}
}

// Classes are what the language's rules know of a word.
func (l *Lexicon) Classes(w Word) *language.Set { return l.Pack.Classes(l.known(w)) }

// Is tells whether a word is in one of the classes.
func (l *Lexicon) Is(w Word, cs ...language.Class) bool { return l.Pack.Is(l.known(w), cs...) }

// known is the word of the pack that says what a word is: itself, or the last in it,
// "senator" of "verkehrssenator".
func (l *Lexicon) known(w Word) Word {
	own := int(w) - l.Pack.Len()
	switch {
	case own < 0 || !l.Pack.Compounds:
		return w
	case own < len(l.heads):
		return l.heads[own]
	}
	return l.Pack.Head(l.Text(w)) // while the catalogue is compiled
}

// joined looks up what the words of the catalogue end with.
func (l *Lexicon) joined() {
	for w := l.Pack.Len(); l.Pack.Compounds && w < l.vocabulary.Len(); w++ {
		l.heads = append(l.heads, l.Pack.Head(l.Text(Word(w))))
	}
}

// Tokens reads a text, appends its tokens to dst and returns them with the folded text
// they point into.
func (l *Lexicon) Tokens(text string, dst []token.Token) ([]token.Token, string) {
	return l.vocabulary.Tokens(text, dst)
}

// Weak lists the weak descriptions by a word, sorted by entry.
func (l *Lexicon) Weak(w Word) []Weak {
	if w == 0 {
		return nil
	}
	return l.weak[l.weakAt[w]:l.weakAt[w+1]]
}

// Bare tells whether some entry lists a word as a description without an article.
func (l *Lexicon) Bare(w Word) bool { return int(w) < len(l.bare) && l.bare[w] }

// AnyBare tells whether there is such a word.
func (l *Lexicon) AnyBare() bool { return len(l.bare) > 0 }

// Full is the word that an abbreviation stands for ("gov" → "governor"), else w.
func (l *Lexicon) Full(w Word) Word {
	if int(w) < len(l.full) && l.full[w] != 0 {
		return l.full[w]
	}
	return w
}

// Hash is a word's hash, as in Token.
func (l *Lexicon) Hash(w Word) uint64 { return token.Hash(l.Text(w)) }

// Text is a word of the vocabulary.
func (l *Lexicon) Text(w Word) string { return l.vocabulary.Text(w) }

// Index is an entry's place in Catalogue.Entries.
func (l *Lexicon) Index(id catalogue.ID) (int32, bool) {
	i, ok := l.byID[id]
	return i, ok
}

// GivenName tells whether a word stands before a surname (known by its last word) in
// some person's name.
func (l *Lexicon) GivenName(surname, w Word) bool { return w != 0 && l.given[[2]Word{surname, w}] }

// WeakOf lists the weak descriptions of one entry by a word.
func (l *Lexicon) WeakOf(w Word, entry int32) []Weak {
	all := l.Weak(w)
	from, _ := slices.BinarySearchFunc(all, entry, func(x Weak, e int32) int { return int(x.Entry) - int(e) })
	to := from
	for to < len(all) && all[to].Entry == entry {
		to++
	}
	return all[from:to]
}

// Suffixed tells whether some name of a person ends in "Jr." or the like.
func (l *Lexicon) Suffixed(person int32) bool { return len(l.suffixes[person]) > 0 }

// HasSuffix tells whether some name of a person ends so.
func (l *Lexicon) HasSuffix(person int32, w Word) bool { return slices.Contains(l.suffixes[person], w) }

// NameHas tells whether an entry's own name has a word.
func (l *Lexicon) NameHas(entry int32, w Word) bool {
	return w != 0 && slices.Contains(l.nameWords[entry], w)
}

// Given is a person's given name, 0 where it is not known which it is.
func (l *Lexicon) Given(person int32) Word {
	if words := l.nameWords[person]; len(words) > 1 && !l.surnameFirst[person] {
		return words[0]
	}
	return 0
}

// SurnameFirst tells whether a person's name begins with the surname.
func (l *Lexicon) SurnameFirst(person int32) bool { return l.surnameFirst[person] }

// IsSurname tells whether a form is written as a person's surname is.
func (l *Lexicon) IsSurname(entry int32, f *Form) bool {
	return slices.EqualFunc(l.surnames[entry], f.tokens, func(a, b formToken) bool { return a.word == b.word })
}

// SurnameWord is the last word of a person's surname, 0 for those of one name.
func (l *Lexicon) SurnameWord(entry int32) Word {
	if s := l.surnames[entry]; len(s) > 0 {
		return s[len(s)-1].word
	}
	return 0
}

// Body is an organization named after a person: "Biden administration".
type Body struct {
	Entry int32
	Word  Word // administration
}

// Bodies lists what is named after a person.
func (l *Lexicon) Bodies(person int32) []Body { return l.bodies[person] }

// link finds which organizations are named after which persons.
func (l *Lexicon) link() {
	l.bodies = make([][]Body, len(l.Catalogue.Entries))
	persons := map[Word][]int32{}
	for i := range l.Catalogue.Entries {
		if w := l.SurnameWord(int32(i)); w != 0 {
			persons[w] = append(persons[w], int32(i))
		}
	}
	for _, f := range l.forms {
		n := len(f.tokens)
		if f.Kind != Name || n < 2 || !l.Is(f.tokens[n-1].word, language.BodyOf) {
			continue
		}
		for _, p := range persons[f.tokens[n-2].word] {
			b := Body{f.Owners[0].Entry, l.Full(f.tokens[n-1].word)}
			if sur := l.surnames[p]; indexOf(f.tokens, sur) == n-1-len(sur) && !slices.Contains(l.bodies[p], b) {
				l.bodies[p] = append(l.bodies[p], b)
			}
		}
	}
}

// Deeds lists what an entry does: the entries with cues that say it does it.
func (l *Lexicon) Deeds(entry int32) []int32 { return l.deeds[entry] }

// Place is the organization in which a role is held, as its title has it: "Chief
// Executive of Saltmere Ferries".
func (l *Lexicon) Place(r *catalogue.Role) (int32, bool) {
	entry, ok := l.places[r]
	return entry, ok
}

// relate finds what is done by whom, and where roles are held.
func (l *Lexicon) relate() {
	l.deeds, l.places = make([][]int32, len(l.Catalogue.Entries)), map[*catalogue.Role]int32{}
	names := map[string]int32{}
	for i, e := range l.Catalogue.Entries {
		if e.Person() {
			continue
		}
		names[e.Name] = int32(i)
		for _, a := range e.Aliases {
			names[a.Text] = int32(i)
		}
	}
	for i, e := range l.Catalogue.Entries {
		for _, by := range e.By {
			if doer, ok := l.byID[by.ID]; ok && len(e.Cues) > 0 {
				l.deeds[doer] = append(l.deeds[doer], int32(i))
			}
		}
		for k := range e.Roles {
			_, place, ok := strings.Cut(e.Roles[k].Title, " "+l.Pack.Of+" ")
			if entry, known := names[strings.TrimPrefix(place, "the ")]; ok && known && l.Pack.Of != "" {
				l.places[&e.Roles[k]] = entry
			}
		}
	}
}

// Neighbor is who held a person's role on a day before that person (or, where after
// is set, who held it next); ok is false where the catalogue does not know.
func (l *Lexicon) Neighbor(person int32, day meta.Day, after bool) (entry int32, ok bool) {
	var best meta.Day
	for i := range l.Catalogue.Entries[person].Roles {
		r := &l.Catalogue.Entries[person].Roles[i]
		if day != "" && !r.On(day) {
			continue
		}
		for _, o := range l.titles[strings.ToLower(r.Title)] {
			switch {
			case o.Entry == person:
			case !after && o.Role.To != "" && o.Role.To.First() <= r.From.Last() && o.Role.To > best:
				entry, best, ok = o.Entry, o.Role.To, true
			case after && r.To != "" && o.Role.From.Last() >= r.To.First() && (best == "" || o.Role.From < best):
				entry, best, ok = o.Entry, o.Role.From, true
			}
		}
	}
	return entry, ok
}

// clashes reports names that two entries share: neither can be linked by it.
func (c *compiler) clashes() {
	for _, f := range c.forms {
		if f.Kind != Name && f.Kind != DamagedName || len(f.Owners) < 2 || f.derived {
			continue
		}
		for _, o := range f.Owners[1:] {
			e, other := c.Catalogue.Entries[o.Entry], c.Catalogue.Entries[f.Owners[0].Entry]
			if e.File == nil {
				continue
			}
			at := e.Body.Start
			for _, w := range slices.Concat(e.Aliases, e.Damaged) {
				if w.Text == f.Text {
					at = w.Offset
				}
			}
			if at == e.Body.Start {
				at = 0
			}
			c.Problems = append(c.Problems, e.File.Problem(at, "ambiguous-alias",
				fmt.Sprintf("%q also names %q", f.Text, other.ID),
				"remove it from one of them; until then articles must mark it: [["+e.ID+"|"+f.Text+"]]").As(source.Warning))
		}
	}
}
