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

// spoiled takes a name that is seldom written, and is another with a letter wrong, for a
// spoiled form of that: of a suggestion that is mentioned more often, or of an entry.
func (x slips) spoiled(c *catalogue.Catalogue, found []Suggestion) []Suggestion {
	for i := range found {
		s := &found[i]
		if s.misread() {
			s.Like = x.likeEntry(c, s.Name)
		}
	}
	right := slices.Clone(found)
	return slices.DeleteFunc(found, func(s Suggestion) bool {
		i := slices.IndexFunc(right, func(o Suggestion) bool { return x.outdoes(o, s) })
		if i < 0 || s.Like != "" {
			return false
		}
		if j := slices.IndexFunc(found, func(o Suggestion) bool { return o.Name == right[i].Name && o.Kind == s.Kind }); j >= 0 {
			found[j].Damaged = append(found[j].Damaged, s.Name)
			return true
		}
		return false
	})
}

// misread tells whether the name is long enough that a letter in it may be wrong.
func (s *Suggestion) misread() bool {
	const enough = 6 // letters, of one word
	if s.Kind == Practice || s.Kind == Measure {
		return false
	}
	return strings.Contains(s.Name, " ") || len(s.Name) >= enough && !acronym(s.Name)
}

// outdoes tells whether o is oftener than a name that is nearly the same and stands once:
// that is a slip of the pen. What is written so twice may be meant.
func (x slips) outdoes(o, s Suggestion) bool {
	return s.misread() && o.Kind == s.Kind && s.Mentions == 1 && o.Mentions > 1 && x.slip(s.Name, o.Name)
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

// likeEntry is the one entry that has a name like that, with a letter wrong.
func (x slips) likeEntry(c *catalogue.Catalogue, name string) (like catalogue.ID) {
	for _, e := range c.Entries {
		if !slices.ContainsFunc(NamesOf(e), func(known string) bool { return x.slip(name, known) }) {
			continue
		}
		if like != "" {
			return ""
		}
		like = e.ID
	}
	return like
}
