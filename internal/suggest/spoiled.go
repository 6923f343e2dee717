package suggest

import (
	"slices"
	"strings"

	"glossator/internal/catalogue"
	"glossator/internal/language"
	"glossator/internal/meta"
)

// Spoiled tells whether a name is one of the known ones with a letter or two wrong:
// "Rosa Prado", of Rosa Pardo.
func Spoiled(name string, known []string) bool {
	near := meta.Near(name, known)
	return near != "" && len(strings.Fields(near)) == len(strings.Fields(name)) && similar(near, name)
}

// similar tells whether words differ in one place each at most, and begin alike.
func similar(a, b string) bool {
	for i, w := range strings.Fields(a) {
		v := strings.Fields(b)[i]
		if w[0] != v[0] || w != v && (len(w) < 4 || meta.Near(v, []string{w}) == "") {
			return false
		}
	}
	return true
}

// NamesOf are an entry's name and aliases.
func NamesOf(e *catalogue.Entry) []string {
	all := []string{e.Name}
	for _, a := range e.Aliases {
		all = append(all, a.Text)
	}
	return all
}

// spoiled takes a name that is written once, and is another with a letter wrong, for a
// spoiled form of that: of a suggestion that is mentioned more often, or of an entry.
func (x slips) spoiled(c *catalogue.Catalogue, found []Suggestion) []Suggestion {
	entries, oftener := x.entries(c), alike{}
	for i, s := range found {
		if s.Mentions > 1 {
			oftener.add(s.Name, i)
		}
	}
	right := make([]int, len(found)) // of each suggestion, the one whose name it spoils; -1 for none
	for i := range found {
		s := &found[i]
		if right[i] = -1; !s.misread() {
			continue
		}
		if s.Like = x.likeEntry(entries[initials(s.Name)], s.Name); s.Like == "" {
			right[i] = x.rightOf(found, s, oftener[initials(s.Name)])
		}
		if o := right[i]; o >= 0 {
			found[o].Damaged = append(found[o].Damaged, s.Name)
		}
	}
	kept := found[:0:0]
	for i, s := range found {
		if right[i] < 0 {
			kept = append(kept, s)
		}
	}
	return kept
}

// alike are things by the initials of their names: a spoiled name keeps those of the right
// one.
type alike map[string][]int

// add notes a thing, while there are few: what is looked through for each name must not
// grow with their number.
func (a alike) add(name string, i int) {
	const most = 64
	if key := initials(name); len(a[key]) < most {
		a[key] = append(a[key], i)
	}
}

// initials are the first bytes of a name's words.
func initials(name string) string {
	var b strings.Builder
	for w := range strings.FieldsSeq(name) {
		b.WriteByte(w[0])
	}
	return b.String()
}

// known is a name of an entry.
type known struct {
	name  string
	entry catalogue.ID
}

// entries are the names of the catalogue's entries, by their initials.
func (x slips) entries(c *catalogue.Catalogue) map[string][]known {
	const most = 64
	all := map[string][]known{}
	for _, e := range c.Entries {
		for _, n := range NamesOf(e) {
			if key := initials(n); len(all[key]) < most {
				all[key] = append(all[key], known{n, e.ID})
			}
		}
	}
	return all
}

// rightOf is the suggestion, of those listed, whose name another spoils; -1 where none is.
func (x slips) rightOf(found []Suggestion, s *Suggestion, among []int) int {
	if s.Mentions > 1 {
		return -1 // what is written so twice may be meant
	}
	for _, i := range among {
		if found[i].Kind == s.Kind && x.slip(s.Name, found[i].Name) {
			return i
		}
	}
	return -1
}

// misread tells whether the name is long enough that a letter in it may be wrong.
func (s *Suggestion) misread() bool {
	const enough = 6 // letters, of one word
	if s.Kind == Practice || s.Kind == Measure {
		return false
	}
	return strings.Contains(s.Name, " ") || len(s.Name) >= enough && !acronym(s.Name)
}

// slips tells a slip of the pen from another name.
type slips struct{ words *table }

// slip tells whether a name is another with a letter wrong, and not somebody else's: Eric
// is not Erica, Jon is not John, and the plural is another word.
func (x slips) slip(name, right string) bool {
	if !Spoiled(name, []string{right}) {
		return false
	}
	a, b := strings.Fields(folded(name)), strings.Fields(folded(right))
	if slices.Equal(a, b) {
		return false
	}
	for i, w := range a {
		if w != b[i] && (x.otherEnd(w, b[i]) || strings.ContainsAny(w+b[i], digits)) {
			return false
		}
	}
	return !x.words.of(a[0]).Has(language.Given) || !x.words.of(b[0]).Has(language.Given) || a[0] == b[0]
}

const digits = "0123456789"

// otherEnd tells whether one word is the other with a letter more behind it, which is no
// double one: "Eric" and "Erica", but not "Feldman" and "Feldmann".
func (x slips) otherEnd(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	return len(b) == len(a)+1 && strings.HasPrefix(b, a) && a[len(a)-1] != b[len(b)-1]
}

// likeEntry is the one entry of those names that has one like that, with a letter wrong.
func (x slips) likeEntry(among []known, name string) (like catalogue.ID) {
	for _, k := range among {
		if k.entry == like || !x.slip(name, k.name) {
			continue
		}
		if like != "" {
			return ""
		}
		like = k.entry
	}
	return like
}
