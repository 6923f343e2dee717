package mention

import (
	"fmt"

	"glossator/internal/annotation"
	"glossator/internal/language"
	"glossator/internal/lexicon"
	"glossator/internal/reading"
	"glossator/internal/token"
)

// shorts accepts what is short for a name that the article gives whole: "Cetra" of Cetra
// Corp, "the Supreme Court", initials; and a region's abbreviation behind a town.
func (f *Finder) shorts() {
	for _, m := range f.found {
		if _, ok := f.given[m.entry]; !ok && m.kind == byName && m.level == annotation.Named {
			if f.given == nil {
				f.given = map[int32]int{}
			}
			f.given[m.entry] = m.from
		}
	}
	end := 0
	for k := 0; k < len(f.matches); {
		from, best := f.matches[k].From, -1
		for ; k < len(f.matches) && f.matches[k].From == from; k++ {
			if m := f.matches[k]; int(m.From) >= end && (best < 0 || m.To > f.matches[best].To) && f.shortAt(m) {
				best = k
			}
		}
		if best >= 0 {
			f.short(f.matches[best])
			end = int(f.matches[best].To)
		}
	}
}

// shortAt tells whether a match is short for a name and may be linked where it stands.
func (f *Finder) shortAt(m lexicon.Match) bool {
	from, to := int(m.From), int(m.To)
	switch m.Form.Kind {
	case lexicon.Region:
		return m.Damage == lexicon.Whole && f.free(from, to) && f.behindTown(from)
	case lexicon.Short:
	default:
		return false
	}
	if len(f.given) == 0 || m.Damage != lexicon.Whole || !f.free(from, to) || !f.anyGiven(m.Form) {
		return false
	}
	e := f.entry(m.Form.Owners[0].Entry)
	switch {
	case m.Form.Len() == 1 && m.Form.Acronym():
		return !f.capitalWord(from) && !f.partOfLonger(from, to, e)
	case f.StyleAt(from) != reading.Plain:
		return f.StyleAt(from) == reading.TitleCase && m.Form.Firm() != ""
	case f.partOfLonger(from, to, e), f.besideName(m), f.contradicted(m), f.foreignBody(from):
		return false
	}
	return f.isFirm(m)
}

// behindTown tells whether a name and a comma stand before token i: "Wayne, N.J."
func (f *Finder) behindTown(i int) bool {
	return i > 1 && f.Is(i-1, ",") && f.Tokens[i-2].Shape.Capitalized()
}

func (f *Finder) anyGiven(form *lexicon.Form) bool {
	for _, o := range form.Owners[:min(len(form.Owners), 64)] {
		if _, ok := f.given[o.Entry]; ok {
			return true
		}
	}
	return false
}

// besideName tells whether capitals beside a match make it another name, as those of a
// title behind it do not.
func (f *Finder) besideName(m lexicon.Match) bool {
	from, to := int(m.From), int(m.To)
	if f.adjacent(from) && f.Tokens[from-1].Shape.Capitalized() && f.named(from-1) == nil && !f.In(from-1, language.Function) {
		return true
	}
	return f.capitalRun(to) && f.named(to) == nil && !f.nameBegins(to) &&
		!f.In(to, language.Title, language.Human, language.Function, language.Calendar) && f.Lex.Pack.FirmForms[f.Fold(to)] == ""
}

// isFirm tells whether the first words of a company's name mean the company here: nowhere
// in the article do they look like a place or a common noun, and where they are not all of
// its name they do something.
func (f *Finder) isFirm(m lexicon.Match) bool {
	if !m.Form.Beginning() {
		return true
	}
	if f.firms == nil {
		f.lookAtFirms()
	}
	return f.firms[f.firmKey(m)] == firmActs
}

// firmUse is how an article uses the first words of a company's name.
type firmUse uint8

const (
	firmStands firmUse = iota
	firmActs
	notFirm // it is a place, or a common noun
)

// acts tells whether token i looks like the verb of what stands before it.
func (f *Finder) acts(i int) bool {
	return f.In(i, language.Saying, language.Speaks, language.Verbal, language.Copula) ||
		f.adjacent(i) && f.Tokens[i].Shape == token.Lower && f.Lex.Pack.Inflected(f.Fold(i))
}

// firmKey is the number of words of a match and the first.
func (f *Finder) firmKey(m lexicon.Match) uint64 {
	return f.Tokens[m.From].Hash ^ uint64(m.To-m.From)
}

// lookAtFirms notes the use of all such words of the article.
func (f *Finder) lookAtFirms() {
	f.firms = map[uint64]firmUse{}
	for _, m := range f.matches {
		if m.Form.Kind != lexicon.Short || !m.Form.Beginning() || !f.free(int(m.From), int(m.To)) {
			continue
		}
		key := f.firmKey(m)
		switch {
		case f.adjacent(int(m.From)) && f.In(int(m.From)-1, language.Locative) && !f.In(int(m.From)-2, language.Post): // but "shares in Cetra"
			f.firms[key] = notFirm
		case m.Form.Firm() != "", f.acts(int(m.To)):
			f.firms[key] = max(f.firms[key], firmActs)
		default:
			f.firms[key] = max(f.firms[key], firmStands)
		}
	}
	for i := range f.Tokens {
		if key := f.Tokens[i].Hash ^ 1; f.Tokens[i].Shape == token.Lower && len(f.firms) > 0 {
			if _, ok := f.firms[key]; ok {
				f.firms[key] = notFirm
			}
		}
	}
}

// short accepts a match for the one of its owners that the article gives whole.
func (f *Finder) short(m lexicon.Match) {
	from, to := int(m.From), int(m.To)
	var fit []int32
	for _, o := range m.Form.Owners[:min(len(m.Form.Owners), 64)] {
		if _, ok := f.given[o.Entry]; ok || m.Form.Kind == lexicon.Region {
			fit = append(fit, o.Entry)
		}
	}
	if len(fit) != 1 {
		words := f.words(from, to)
		f.doubt(from, to, "ambiguous-name", fmt.Sprintf("“%s” may be %s", words, f.list(fit)),
			fmt.Sprintf("write [[%s|%s]]", f.entry(fit[0]).ID, words), fit...)
		f.reject(from, to, "it may be %s", f.list(fit))
		return
	}
	rule := "short for " + f.entry(fit[0]).Name
	f.add(found{from: from, to: to, entry: fit[0], level: annotation.Named, rule: rule, kind: byName})
}
