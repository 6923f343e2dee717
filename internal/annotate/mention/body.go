package mention

import (
	"glossator/internal/annotation"
	"glossator/internal/language"
	"glossator/internal/lexicon"
	"glossator/internal/reading"
)

// bodies accepts what is named after a person and said in another way: "the Biden and
// Trump administrations", "Trump-era rules", "his administration" is left to weak.
func (f *Finder) bodies() {
	for i := f.Next(0, reading.Reigns); i < len(f.Tokens); i = f.Next(i+1, reading.Reigns) {
		if f.Is(i+1, "of") {
			f.reign(i)
		}
	}
	for k, m := range f.matches {
		from, to := int(m.From), int(m.To)
		if !f.surnameForm(m) || to >= len(f.Tokens) || !f.unmarked(from, to) {
			continue
		}
		switch {
		case f.adjacent(to) && f.In(to, language.BodyOf) && f.free(from, to+1):
			f.joined(k, to)
		case !f.isBarred(from) && f.hyphened(to-1) && f.In(to+1, language.Era) && f.free(from, to):
			f.era(m, to)
		}
	}
}

// reign accepts "the administration of President Donald Trump".
func (f *Finder) reign(i int) {
	for j := i + 2; j < i+7 && f.adjacent(j); j++ {
		if n := f.named(j); n != nil {
			for _, b := range f.Lex.Bodies(n.entry) {
				if f.Lex.Is(b.Word, language.Reign) && f.unmarked(i, n.to) {
					f.add(found{from: i, to: n.to, entry: b.Entry, level: annotation.Named, rule: "named after a person", kind: byName})
					return
				}
			}
			return
		}
		if !f.In(j, language.Article, language.Title, language.Honorific, language.Human, language.Former) {
			return
		}
	}
}

func (f *Finder) surnameForm(m lexicon.Match) bool {
	return m.Form.Kind == lexicon.Surname || f.bareSurname(m)
}

// bodyOf is the organization named after the bearer of a surname and called by the
// word at token i (any, where i is negative).
func (f *Finder) bodyOf(m lexicon.Match, i int) (int32, bool) {
	for _, o := range m.Form.Owners[:min(len(m.Form.Owners), 64)] {
		for _, b := range f.Lex.Bodies(o.Entry) {
			if i < 0 || b.Word == f.Lex.Full(f.Tokens[i].Word) {
				return b.Entry, true
			}
		}
	}
	return 0, false
}

// joined accepts "Trump administrations" and the surnames joined to it before.
func (f *Finder) joined(k, word int) {
	m := f.matches[k]
	org, ok := f.bodyOf(m, word)
	if !ok {
		return
	}
	f.add(found{from: int(m.From), to: word + 1, entry: org, level: annotation.Named, rule: "named after a person", kind: byName})
	for at := int(m.From); at >= 2 && (f.Is(at-1, "and") || f.Is(at-1, "or") || f.Is(at-1, ",")); {
		for k--; k >= 0 && (int(f.matches[k].To) != at-1 || !f.surnameForm(f.matches[k])) && int(f.matches[k].From) > at-6; k-- {
		}
		if k < 0 || int(f.matches[k].To) != at-1 {
			return
		}
		other := f.matches[k]
		org, ok := f.bodyOf(other, word)
		if !ok || !f.free(int(other.From), int(other.To)) {
			return
		}
		f.add(found{from: int(other.From), to: int(other.To), entry: org, level: annotation.Named, rule: "named after a person", kind: byName})
		at = int(other.From)
	}
}

// era accepts "Trump-era" before a name or a plural; before a singular it belongs to
// a description that is found or not found as a whole.
func (f *Finder) era(m lexicon.Match, hyphen int) {
	from, to := int(m.From), hyphen+2
	org, ok := f.bodyOf(m, -1)
	if !ok {
		return
	}
	f.barred = append(f.barred, from)
	if from > 0 && f.In(from-1, language.Indefinite) || !f.pluralOrNamed(to) {
		f.reject(from, to, "it belongs to the phrase around it")
		return
	}
	f.add(found{from: from, to: to, entry: org, level: annotation.Descriptive, rule: "era named after a person", kind: byDescription})
}

// pluralOrNamed tells whether the noun phrase that goes on at token i is a plural or a
// name, as far as its first words tell: a noun for one thing ends it.
func (f *Finder) pluralOrNamed(i int) bool {
	for end := i + 4; i < end && i < len(f.Tokens) && f.inside(i); i++ {
		w := f.Fold(i)
		switch {
		case f.named(i) != nil:
			return true
		case f.In(i, language.Thing, language.Human):
			return false
		case len(w) > 2 && w[len(w)-1] == 's' && w[len(w)-2] != 's':
			return true
		}
	}
	return false
}
