package mention

import (
	"fmt"
	"slices"
	"unicode"
	"unicode/utf8"

	"glossator/internal/annotation"
	"glossator/internal/language"
	"glossator/internal/lexicon"
	"glossator/internal/token"
)

// dubbing is what the article itself calls something, the tokens [from, to): "HMF" in "the
// Harbor Monetary Fund (HMF)", "Order" in "the old rule (the “Order”)".
type dubbing struct {
	from, to int
	entry    int32
	text     string // what it is called so
}

// foreignAcronyms takes back the links of an acronym that the article explains by
// somebody else's name: "the Human Migration Forum (HMF)".
func (f *Finder) foreignAcronyms() {
	if len(f.found) == 0 {
		return
	}
	for _, s := range f.Stops {
		i := int(s)
		if f.Fold(i) != "(" || !f.Is(i+2, ")") || f.Tokens[i+1].Shape != token.Upper {
			continue
		}
		n := f.named(i + 1)
		if n == nil || n.kind != byName || n.to != i+2 {
			continue
		}
		if from := f.spelledOut(i, f.Raw(i+1)); from >= 0 && f.named(from) == nil && f.named(i-1) == nil {
			f.takeBack(n.entry, f.Tokens[i+1].Hash, f.words(from, i))
		}
	}
}

// spelledOut is the first token of the name before token i whose initials an acronym is,
// -1 where there is none.
func (f *Finder) spelledOut(i int, acronym string) int {
	from := i
	for from > 0 && i-from < 12 && f.inName(from, i) {
		if from--; f.initialsOf(acronym, from, i) {
			return from
		}
	}
	return -1
}

// inName tells whether the word before token from may be one of the name that ends before
// token i.
func (f *Finder) inName(from, i int) bool {
	if from != i && !f.adjacent(from) {
		return false
	}
	return f.Tokens[from-1].Shape.Capitalized() || f.In(from-1, language.Function)
}

// initialsOf tells whether an acronym is the first letters of the tokens [from, to), of
// which small words may be left out.
func (f *Finder) initialsOf(acronym string, from, to int) bool {
	k := 0
	letters := initialLetters(acronym)
	for i := from; i < to; i++ {
		r, _ := utf8.DecodeRuneInString(f.Raw(i))
		switch {
		case k < len(letters) && unicode.ToUpper(r) == letters[k]:
			k++
		case f.In(i, language.Function), f.Tokens[i].Shape == token.Punct:
		default:
			return false
		}
	}
	return k == len(letters) && k > 1
}

// initialLetters are an acronym's letters, without its full stops and a plural's s.
func initialLetters(acronym string) (letters []rune) {
	for _, r := range acronym {
		if unicode.IsUpper(r) {
			letters = append(letters, r)
		}
	}
	return letters
}

// takeBack unlinks an entry's acronym.
func (f *Finder) takeBack(entry int32, hash uint64, by string) {
	kept := f.found[:0]
	for _, m := range f.found {
		if m.entry == entry && m.kind == byName && m.to-m.from == 1 && f.Tokens[m.from].Hash == hash {
			f.reject(m.from, m.to, "the article means “%s” by it", by)
			continue
		}
		kept = append(kept, m)
	}
	f.found = kept
	clear(f.cover)
	clear(f.mentioned)
	for k := range f.found {
		m := &f.found[k]
		for i := m.from; i < m.to; i++ {
			f.mentioned[i], f.cover[i] = true, int32(k+1)
		}
	}
}

// dubs accepts what the article calls a thing right behind its name, description or
// deed, wherever it stands again.
func (f *Finder) dubs() {
	for k := 0; k < len(f.found); k++ {
		if m := f.found[k]; !f.entry(m.entry).Person() {
			f.dub(m)
		}
	}
	if len(f.dubbings) == 0 {
		return
	}
	first := map[uint64][]dubbing{}
	for _, d := range f.dubbings {
		h := f.Tokens[d.from].Hash
		first[h] = append(first[h], d)
	}
	for i := range f.Tokens {
		if ds := first[f.Tokens[i].Hash]; len(ds) > 0 && f.Tokens[i].Shape.Capitalized() {
			f.again(i, ds)
		}
	}
}

// dub notes what stands in parentheses, or as "or HMF", behind a mention.
func (f *Finder) dub(m found) {
	i := m.to
	switch {
	case f.Is(i, "("):
	case f.Is(i, ",") && f.In(i+1, language.JoinsVerbs): // ", or HMF"
		i++
	case f.Is(i, ","):
	default:
		return
	}
	parenthesis := f.Is(i, "(")
	if i++; f.In(i, language.Definite) {
		i++
	}
	quoted := f.Is(i, "\"")
	if quoted {
		i++
	}
	to := i
	for to < len(f.Tokens) && to-i < 4 && f.goesOnCapital(i, to) {
		to++
	}
	switch {
	case to == i:
		return
	case quoted && parenthesis && f.Is(to, "\""):
	case to-i == 1 && f.closesDub(to, parenthesis) && f.acronymOf(i, m):
	default:
		return
	}
	f.dubbings = append(f.dubbings, dubbing{from: i, to: to, entry: m.entry, text: f.words(m.from, m.to)})
}

// goesOnCapital tells whether the capitals from token i on go on with token k.
func (f *Finder) goesOnCapital(i, k int) bool {
	return f.Tokens[k].Shape.Capitalized() && (k == i || f.adjacent(k))
}

func (f *Finder) closesDub(i int, parenthesis bool) bool {
	if parenthesis {
		return f.Is(i, ")")
	}
	return i < len(f.Tokens) && f.Tokens[i].Shape == token.Punct
}

// acronymOf tells whether token i is made of the first letters of a mention's words, or of
// the last of them: "Victorian Ports Commission, PC".
func (f *Finder) acronymOf(i int, m found) bool {
	if s := f.Tokens[i].Shape; s != token.Upper && s != token.Mixed || f.Tokens[i].End-f.Tokens[i].Start < 2 {
		return false
	}
	for from := m.from; from < m.to-1; from++ {
		if f.initialsOf(f.Raw(i), from, m.to) {
			return true
		}
	}
	return f.initialsOf(f.Raw(i), m.from, m.to)
}

// again accepts, at token i, what was dubbed so before; not where two were.
func (f *Finder) again(i int, ds []dubbing) {
	best := slices.IndexFunc(ds, func(d dubbing) bool { return f.sameWords(d, i) })
	if best < 0 {
		return
	}
	d := ds[best]
	to := i + d.to - d.from
	if !f.free(i, to) || !f.unmarked(i, to) || f.capitalRun(to) && !f.In(to, language.Title, language.Human, language.Calendar) {
		return
	}
	if slices.ContainsFunc(ds, func(o dubbing) bool { return o.entry != d.entry && f.sameWords(o, i) }) {
		f.ambiguous(lexicon.Match{Form: nil, From: int32(i), To: int32(to)}, d.entry, []int32{d.entry})
		return
	}
	f.add(found{from: i, to: to, entry: d.entry, level: annotation.Named, rule: fmt.Sprintf("what the article calls “%s”", d.text), kind: byName})
}

func (f *Finder) sameWords(d dubbing, i int) bool {
	if i+d.to-d.from > len(f.Tokens) {
		return false
	}
	for k := range d.to - d.from {
		if f.Tokens[d.from+k].Hash != f.Tokens[i+k].Hash || !f.Tokens[i+k].Shape.Capitalized() {
			return false
		}
	}
	return true
}
