// Package mention finds the phrases of a text that stand for entries of the catalogue:
// names, what people are called, and what was mentioned before.
package mention

import (
	"cmp"
	"fmt"
	"slices"

	"glossator/internal/annotation"
	"glossator/internal/catalogue"
	"glossator/internal/lexicon"
	"glossator/internal/meta"
	"glossator/internal/reading"
	"glossator/internal/token"
)

// Finder finds the mentions of a text. Its zero value is ready, and it is used for one
// text after another. Its steps, in order:
//
//	marks         what the author linked or kept unlinked stands for itself
//	names         names and aliases, leftmost and longest, capitals respected
//	people        who is introduced, by full name or by title and surname
//	bodies        what is named after a person and is not the person
//	surnames      of those people only, told apart where several bear one
//	shorts        a company's first words, a body's last, initials, where the name is given whole
//	appositions   what the article itself says somebody is
//	descriptions  phrases of the entries, roles on the article's day, appositions said again
//	cues          things done, sentence by sentence
//	dubs          what the article itself calls something: "(HMF)", "(the “Order”)"
//	talk          offices and first names of those who take turns in a conversation
//	weak          "the order", "his predecessor": only what was introduced before
//	choose        of what overlaps the longest, with possessors apart
type Finder struct {
	// Why is told of every decision on the tokens [from, to); nil where nobody asks.
	Why func(from, to int, msg string)

	*reading.Text
	matches   []lexicon.Match
	found     []found
	cover     []int32     // token → 1 + index in found of the name that covers it, 0 for none
	mentioned []bool      // token → some mention found so far stands on it
	kept      []bool      // token → inside a mark that forbids links, or a forced one; nil without marks
	order     []int32     // found in reading order, when weak descriptions are resolved
	ahead     int         // index in order of the first mention not before the token looked at
	said      []int32     // the mentions before that token, weak ones among them
	cands     []candidate // room for the candidates of one weak description
	people    bearers
	fit       []lexicon.Owner     // room for the entries that one description may mean
	known     []int32             // room for the bearers of one surname
	phrases   map[uint64][]phrase // how the article itself introduces somebody, by first word
	hashes    []uint64            // the words of all phrases
	barred    []int               // tokens of surnames that belong to a longer word
	owned     map[int32]bool      // entries that some name of their own alone stands for; nil until asked for
	yearIn    int                 // 1 + the sentence whose year was asked for last
	year      meta.Day            // that year
	doubts    []annotation.Doubt
	given     map[int32]int      // entries that the article names in full → token of the first such name
	firms     map[uint64]firmUse // how the article uses the first words of companies' names; nil until asked for
	dubbings  []dubbing
	turnOf    []int32 // block → who speaks in it, stranger for nobody known; nil where the text has no turns
	role      string  // what a mention by a role of the day says of its ground
}

// found is a mention while overlaps are not resolved: the tokens [from, to).
type found struct {
	from, to int
	entry    int32
	level    annotation.Level
	rule     string
	damaged  bool
	kind     foundKind
}

type foundKind uint8

const (
	byName foundKind = iota
	bySurname
	byDescription
	byCue
	byMark
)

// Find finds the mentions of the text, and what is to doubt of them.
func (f *Finder) Find(t *reading.Text) ([]annotation.Mention, []annotation.Doubt) {
	f.begin(t)
	f.matches = t.Lex.Matches(t.Prose, t.Tokens, f.matches[:0])
	f.marks()
	f.names()
	f.foreignAcronyms()
	f.introduce()
	f.bodies()
	f.surnames()
	f.shorts()
	f.appositions()
	f.descriptions()
	f.cues()
	f.dubs()
	f.talk()
	f.weak()
	return f.choose(), f.doubts
}

// begin makes the finder new, in the memory that it has.
func (f *Finder) begin(t *reading.Text) {
	f.people.begin()
	clear(f.phrases)
	clear(f.given)
	n := len(t.Tokens)
	*f = Finder{Text: t, Why: f.Why, role: roleRule(t.Day), matches: f.matches, found: f.found[:0], cover: reading.Zeroed(f.cover, n),
		mentioned: reading.Zeroed(f.mentioned, n), order: f.order, said: f.said, cands: f.cands, people: f.people, fit: f.fit, known: f.known,
		phrases: f.phrases, hashes: f.hashes[:0], barred: f.barred[:0], given: f.given, dubbings: f.dubbings[:0]}
}

func roleRule(day meta.Day) string {
	if day == "" {
		return "description"
	}
	return "role on " + string(day)
}

func (f *Finder) entry(i int32) *catalogue.Entry { return f.Lex.Catalogue.Entries[i] }

// add accepts a mention; what overlaps is settled in the end. On the tokens of a name
// nothing else is looked for.
func (f *Finder) add(m found) {
	f.found = append(f.found, m)
	for i := m.from; i < m.to; i++ {
		f.mentioned[i] = true
	}
	if m.kind == byName || m.kind == bySurname || m.kind == byMark {
		for i := m.from; i < m.to; i++ {
			f.cover[i] = int32(len(f.found))
		}
	}
	if f.Why != nil {
		f.Why(m.from, m.to, fmt.Sprintf("linked to %s by %s", f.entry(m.entry).ID, m.rule))
	}
}

// reject tells why the tokens are not linked; each %s of the format is one of args.
func (f *Finder) reject(from, to int, format string, args ...string) {
	if f.Why == nil {
		return
	}
	words := make([]any, len(args))
	for i, a := range args {
		words[i] = a
	}
	f.Why(from, to, "not linked: "+fmt.Sprintf(format, words...))
}

func (f *Finder) doubt(from, to int, rule, msg, hint string, entries ...int32) {
	d := annotation.Doubt{Span: f.Span(from, to), Rule: rule, Msg: msg, Hint: hint}
	for _, e := range entries {
		d.Entries = append(d.Entries, f.entry(e).ID)
	}
	f.doubts = append(f.doubts, d)
}

// named is the name accepted at token i, or nil.
func (f *Finder) named(i int) *found {
	if i < 0 || i >= len(f.cover) || f.cover[i] == 0 {
		return nil
	}
	return &f.found[f.cover[i]-1]
}

// free tells whether none of the tokens is covered by a name or the author's mark.
func (f *Finder) free(from, to int) bool {
	for i := from; i < to; i++ {
		if f.cover[i] != 0 || f.kept != nil && f.kept[i] {
			return false
		}
	}
	return true
}

// covered tells whether a mention found so far stands on any of the tokens.
func (f *Finder) covered(from, to int) bool { return slices.Contains(f.mentioned[from:to], true) }

// vacant tells whether neither a mention found so far nor a mark of the author stands on
// any of the tokens.
func (f *Finder) vacant(from, to int) bool { return !f.covered(from, to) && f.unmarked(from, to) }

// unmarked tells whether no mark of the author touches the tokens.
func (f *Finder) unmarked(from, to int) bool {
	if f.kept == nil {
		return true
	}
	return !slices.Contains(f.kept[from:to], true)
}

// marks accepts the author's own marks.
func (f *Finder) marks() {
	if len(f.Doc.Marks) == 0 {
		return
	}
	f.kept = make([]bool, len(f.Tokens))
	for _, m := range f.Doc.Marks {
		from, to := f.At(m.Span.Start), f.At(m.Span.End-1)+1
		if from >= to || to > len(f.Tokens) {
			continue
		}
		for i := from; i < to; i++ {
			f.kept[i] = true
		}
		if m.Entry == "" {
			f.reject(from, to, "the author's mark keeps it unlinked")
			continue
		}
		if e, ok := f.Lex.Index(m.Entry); ok {
			f.add(found{from: from, to: to, entry: e, level: f.markLevel(from, to, e), rule: m.Rule(), kind: byMark})
		}
	}
}

// markLevel tells whether marked words name their entry.
func (f *Finder) markLevel(from, to int, e int32) annotation.Level {
	for k := f.firstMatch(from); k < len(f.matches) && int(f.matches[k].From) < to; k++ {
		if m := f.matches[k]; int(m.To) <= to && m.Form.Kind < lexicon.Description &&
			slices.ContainsFunc(m.Form.Owners, func(o lexicon.Owner) bool { return o.Entry == e }) {
			return annotation.Named
		}
	}
	return annotation.Descriptive
}

// firstMatch is the index of the first match that begins at token i or behind.
func (f *Finder) firstMatch(i int) int {
	k, _ := slices.BinarySearchFunc(f.matches, i, func(m lexicon.Match, i int) int { return int(m.From) - i })
	return k
}

// choose resolves overlaps, longest first, and makes the mentions in order.
func (f *Finder) choose() []annotation.Mention {
	f.said = append(f.said, f.order[f.ahead:]...)
	out := make([]annotation.Mention, 0, len(f.said))
	for rest := f.said; len(rest) > 0; {
		n, end := 1, f.found[rest[0]].to
		for n < len(rest) && f.found[rest[n]].from < end {
			end = max(end, f.found[rest[n]].to)
			n++
		}
		for _, k := range f.longest(rest[:n]) {
			out = append(out, f.mention(f.found[k]))
		}
		rest = rest[n:]
	}
	return out
}

// longest is those of some mentions that stay where they overlap, in order.
func (f *Finder) longest(some []int32) []int32 {
	if len(some) == 1 {
		return some
	}
	slices.SortFunc(some, func(a, b int32) int {
		x, y := &f.found[a], &f.found[b]
		return cmp.Or(boolFirst(x.kind == byMark, y.kind == byMark), cmp.Compare(y.to-y.from, x.to-x.from),
			cmp.Compare(x.kind, y.kind), cmp.Compare(x.from, y.from), cmp.Compare(x.entry, y.entry), cmp.Compare(a, b))
	})
	taken := f.cover
	for _, k := range some {
		clear(taken[f.found[k].from:f.found[k].to])
	}
	kept := some[:0]
	for _, k := range some {
		m := &f.found[k]
		if i := slices.IndexFunc(taken[m.from:m.to], func(c int32) bool { return c != 0 }); i >= 0 {
			if by := f.found[taken[m.from+i]-1]; f.Why != nil {
				f.reject(m.from, m.to, "“%s” overlaps it and is longer", f.words(by.from, by.to))
			}
			continue
		}
		for i := m.from; i < m.to; i++ {
			taken[i] = k + 1
		}
		kept = append(kept, k)
	}
	slices.SortFunc(kept, func(a, b int32) int { return cmp.Compare(f.found[a].from, f.found[b].from) })
	return kept
}

func (f *Finder) mention(m found) annotation.Mention {
	span := f.Span(m.from, m.to)
	if last := f.Tokens[m.to-1]; last.Flags&token.Dotted != 0 && m.kind != byMark && f.sentenceEnd(m.to-1) && last.Shape != token.Upper {
		span.End-- // "… Biden Jr." at a sentence's end keeps its full stop outside
	}
	return annotation.Mention{Span: span, Entry: f.entry(m.entry).ID, Level: m.level, Rule: m.rule, Damaged: m.damaged}
}

// sentenceEnd tells whether token i is the last of its sentence.
func (f *Finder) sentenceEnd(i int) bool {
	s := f.SentenceOf(i)
	return s < len(f.Sentences) && f.Sentences[s].To == i+1
}

// words is the text of the tokens, for messages.
func (f *Finder) words(from, to int) string {
	return f.Prose[f.Span(from, to).Start:f.Span(from, to).End]
}

func boolFirst(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	}
	return 1
}

// adjacent tells whether token i stands right behind the one before it, with nothing
// but a space between.
func (f *Finder) adjacent(i int) bool {
	if i <= 0 || i >= len(f.Tokens) {
		return false
	}
	t := &f.Tokens[i]
	return t.Flags&token.Break == 0 && t.Shape != token.Punct && f.Tokens[i-1].Shape != token.Punct
}

// opens tells whether token i is the first word of a sentence or stands where a
// capital says nothing: behind a colon, a dash or an opening quotation mark.
func (f *Finder) opens(i int) bool {
	if i == 0 || f.Tokens[i].Flags&token.Break != 0 || f.StyleAt(i) != reading.Plain {
		return true
	}
	if f.Tokens[i-1].Shape == token.Punct {
		switch f.Fold(i - 1) {
		case "\"", "'", ":", "-", "(", ".", "!", "?", "…":
			return true
		}
		return false
	}
	return f.Sentences[f.SentenceOf(i)].From == i
}

// hyphened tells whether a hyphen without spaces stands between tokens i and i+2.
func (f *Finder) hyphened(i int) bool {
	if i < 0 || i+2 >= len(f.Tokens) || f.Lex.Pack.Dialogue && f.Raw(i+1) == "—" {
		return false
	}
	hyphen, next := &f.Tokens[i+1], &f.Tokens[i+2]
	return hyphen.Shape == token.Punct && f.Fold(i+1) == "-" && (hyphen.Flags|next.Flags)&token.Spaced == 0
}
