package lexicon

import (
	"encoding/binary"
	"fmt"
	"slices"
	"strings"

	"glossator/internal/catalogue"
	"glossator/internal/source"
	"glossator/internal/token"
)

// Words is the set of words of a text, as a Bloom filter (Bloom 1970): a word of the
// text is always in it, and of a thousand others about one, where the text has four
// hundred. Texts share most of their words, so what is wrong in one is so in many.
type Words [128]uint64

// WordsOf are the words of a text's tokens.
func WordsOf(tokens []token.Token) *Words {
	w := new(Words)
	w.add(tokens)
	return w
}

// Become makes them the words of other tokens.
func (w *Words) Become(tokens []token.Token) {
	*w = Words{}
	w.add(tokens)
}

func (w *Words) add(tokens []token.Token) {
	for i := range tokens {
		for h, n := mix(tokens[i].Hash), 0; n < places; h, n = h>>13, n+1 {
			w[h>>6&127] |= 1 << (h & 63)
		}
	}
}

// Append appends what WordsFromRecord reads.
func (w *Words) Append(b []byte) []byte {
	for _, bits := range w {
		b = binary.LittleEndian.AppendUint64(b, bits)
	}
	return b
}

// WordsFromRecord reads what Append wrote; false where the bytes are not as many.
func WordsFromRecord(b []byte) (*Words, bool) {
	w := new(Words)
	if len(b) != 8*len(w) {
		return nil, false
	}
	for i := range w {
		w[i] = binary.LittleEndian.Uint64(b[8*i:])
	}
	return w, true
}

// places is how many bits of the filter stand for a word, each told by 13 of its hash.
const places = 4

func (w *Words) has(word uint64) bool {
	for h, n := mix(word), 0; n < places; h, n = h>>13, n+1 {
		if w[h>>6&127]&(1<<(h&63)) == 0 {
			return false
		}
	}
	return true
}

// Change is what differs between two lexicons of which only names and descriptions
// differ: which texts must be read again.
type Change struct {
	From    uint64 // the digest of the lexicon before
	entries map[catalogue.ID]bool
	forms   [][]spelling // that came or went
}

// spelling is the hashes of one word of a form: as it is, without its letters beyond ASCII,
// and with two letters for one of them.
type spelling [3]uint64

// Since compares with the lexicon before. It is nil where so much differs that any
// text may be read otherwise.
func (l *Lexicon) Since(old *Lexicon) *Change {
	if old == nil || l.rest() != old.rest() {
		return nil
	}
	c := &Change{From: old.Digest, entries: map[catalogue.ID]bool{}}
	if !c.differ(old, l) || !c.differ(l, old) {
		return nil
	}
	return c
}

// rest stands for all but the names and descriptions of the entries.
func (l *Lexicon) rest() uint64 {
	bare := Input{Language: l.Language, Facets: l.Catalogue.Facets}
	for _, e := range l.Catalogue.Entries {
		x := *e
		x.Same, x.Aliases, x.Damaged, x.Descriptions, x.Roles = nil, nil, nil, nil, slices.Clone(e.Roles)
		for i := range x.Roles {
			x.Roles[i].Descriptions = nil
		}
		bare.Entries = append(bare.Entries, &x)
	}
	return source.Key(bare)
}

// differ notes what a has and b has not. It is false where a word that came or went
// is also how an accented name is spelled without its accents: then the two stand in
// one another's way.
func (c *Change) differ(a, b *Lexicon) bool {
	dropped := map[string]bool{}
	for _, f := range b.forms {
		for _, t := range f.tokens {
			for _, other := range f.spelled(t) {
				dropped[other] = true
			}
		}
	}
	have := map[string]bool{}
	for _, f := range b.forms {
		have[b.signature(f)] = true
	}
	for _, f := range a.forms {
		if have[a.signature(f)] {
			continue
		}
		var words []spelling
		for _, t := range f.tokens {
			h := a.Hash(t.word)
			s := spelling{h, h, h}
			for k, other := range f.spelled(t) {
				s[k+1] = token.Hash(other)
			}
			if dropped[a.Text(t.word)] {
				return false
			}
			words = append(words, s)
		}
		c.forms = append(c.forms, words)
	}
	for _, w := range a.vocabulary.Words()[1:] { // a word that is known is read otherwise than one that is not
		if h := token.Hash(w); b.vocabulary.Find(h) == 0 {
			if a.Pack.Proclitics != "" {
				return false // it may be joined to one that stands before it
			}
			c.forms = append(c.forms, []spelling{{h, h, h}})
		}
	}
	c.aside(a, b)
	return true
}

// spelled is how else a word of a form with accented letters may be written.
func (f *Form) spelled(t formToken) (others []string) {
	if !f.foreign {
		return nil
	}
	for _, other := range [...]string{withoutAccented(t.raw), inTwo(t.raw)} {
		if other != "" {
			others = append(others, other)
		}
	}
	return others
}

// signature is a form with those it stands for.
func (l *Lexicon) signature(f *Form) string {
	var b strings.Builder
	fmt.Fprint(&b, f.Kind, "\x00", f.Text, "\x00", f.Det, f.person, f.derived, f.beginning, f.firm)
	for _, o := range f.Owners {
		b.WriteString("\x00" + l.Catalogue.Entries[o.Entry].ID)
		if o.Role != nil {
			b.WriteString("\x00" + o.Role.Title + "\x00" + string(o.Role.From) + "\x00" + string(o.Role.To))
		}
	}
	return b.String()
}

// aside notes the entries of which something else than a form came or went: a weak
// description, a name before the surname, what is named after a person, where a role
// is held.
func (c *Change) aside(a, b *Lexicon) {
	weak := map[string]bool{}
	says := func(l *Lexicon, w Weak) string {
		role := ""
		if w.Role != nil {
			role = w.Role.Title + "\x00" + string(w.Role.From)
		}
		return fmt.Sprint(l.Catalogue.Entries[w.Entry].ID, "\x00", l.Text(w.Word), w.Listed, w.Det, "\x00", w.Text, "\x00", role)
	}
	for _, w := range b.weak {
		weak[says(b, w)] = true
	}
	for _, w := range a.weak {
		if !weak[says(a, w)] {
			c.entries[a.Catalogue.Entries[w.Entry].ID] = true
		}
	}
	for pair := range a.given {
		x, y := b.vocabulary.Find(a.Hash(pair[0])), b.vocabulary.Find(a.Hash(pair[1]))
		if x == 0 || y == 0 || !b.given[[2]Word{x, y}] {
			h := a.Hash(pair[0])
			c.forms = append(c.forms, []spelling{{h, h, h}})
		}
	}
	for i, e := range a.Catalogue.Entries { // in the same order: rest says so
		if a.suffixOf(int32(i)) != b.suffixOf(int32(i)) || len(a.bodies[i]) != len(b.bodies[i]) {
			c.entries[e.ID] = true
		}
		for k := range min(len(a.bodies[i]), len(b.bodies[i])) {
			x, y := a.bodies[i][k], b.bodies[i][k]
			if x.Entry != y.Entry || a.Text(x.Word) != b.Text(y.Word) {
				c.entries[e.ID] = true
			}
		}
		for r := range e.Roles {
			x, inA := a.places[&e.Roles[r]]
			y, inB := b.places[&b.Catalogue.Entries[i].Roles[r]]
			if inA != inB || x != y {
				c.entries[e.ID] = true
			}
		}
	}
}

// suffixOf is what a person's names end in, and where they have the surname.
func (l *Lexicon) suffixOf(person int32) string {
	s := fmt.Sprint(l.surnameFirst[person])
	for _, w := range l.suffixes[person] {
		s += " " + l.Text(w)
	}
	return s
}

// Touches tells whether a text must be read again: it mentions an entry that changed,
// or holds the words of a form that came or went. One word of three or more may be
// missing, as the text may have another in its place.
func (c *Change) Touches(w *Words, mentions func(catalogue.ID) bool) bool {
	for id := range c.entries {
		if mentions(id) {
			return true
		}
	}
	for _, f := range c.forms {
		missing := 0
		for _, s := range f {
			if !w.has(s[0]) && !w.has(s[1]) && !w.has(s[2]) {
				missing++
			}
		}
		if missing == 0 || missing == 1 && len(f) > 2 {
			return true
		}
	}
	return false
}
