package suggest

import (
	"strings"

	"glossator/internal/language"
)

// kindOf is what a name's own words say it is: of "… of …" the words before decide.
// weak tells that a person's name might end so, too.
func (t *table) kindOf(words []string) (k Kind, weak bool) {
	if t == nil {
		return "", false
	}
	head := len(words)
	for i, w := range words {
		if i > 0 && (w == "of" || w == "for" || w == "on" || w == "against") {
			head = i
			break
		}
	}
	for head > 1 && words[head-1] != "" && words[head-1][0] >= '0' && words[head-1][0] <= '9' {
		if t.of(words[head-2]).Has(language.NumberedLaw) {
			return Law, false
		}
		head--
	}
	last := t.of(words[head-1])
	first := t.of(words[0])
	if head < len(words) && (words[head] == "for" || words[head] == "against") && !last.Has(language.Law, language.Court, language.Event, language.Work) && (!last.Has(language.Program) || last.Has(language.BodyEnd)) && !strings.HasSuffix(words[head-1], "ics") {
		return Organization, false // "Doctors for …"
	}
	if len(words) == 1 {
		switch {
		case last.Has(language.Unnamed), last.Has(language.Law, language.Program, language.Court, language.Event, language.Spot):
			return "", false
		case last.Has(language.BodyEnd):
			return Organization, true
		}
		return "", false
	}
	if words[0] == "operation" && len(words) < 5 {
		return Program, false
	}
	numeric := strings.IndexByte("0123456789", words[len(words)-1][0]) >= 0
	switch {
	case last.Has(language.Court):
		return Court, false
	case last.Has(language.Law) && !(words[0] == "bill"):
		return Law, false
	case last.Has(language.Program) && !last.Has(language.BodyEnd):
		return Program, false
	case last.Has(language.Event) && !last.Has(language.BodyEnd):
		return "event", false
	case last.Has(language.BodyEnd) || last.Has(language.Firm):
		return Organization, head == 2 && first.Has(language.Given)
	case last.Has(language.Spot) && head > 1:
		for _, w := range words[1 : head-1] {
			if t.of(w).Has(language.Court) {
				return Court, false
			}
		}
		return Place, first.Has(language.Given)
	}
	for i, w := range words {
		switch {
		case t.of(w).Has(language.Court) && i > 0 && i < head:
			return Court, false
		case t.of(w).Has(language.BodyEnd) && t.of(w).Has(language.TakesOf) && i > 0 && i < head && !first.Has(language.Given):
			return Organization, true
		}
	}
	switch {
	case t.of(words[len(words)-1]).Has(language.Nation) && !first.Has(language.PlaceOpening, language.Given, language.Land, language.Common):
		return Organization, true // "Mercury UK", "Health Watch Africa"
	case words[0] == "project":
		return Program, false
	case (words[0] == "hr" || words[0] == "sb" || words[0] == "hb") && numeric:
		return Law, false
	case first.Has(language.PlaceOpening) && len(words) == 2 && !t.of(words[1]).Has(language.Given):
		return Place, true
	}
	return "", false
}

// nounKind is what a noun in small letters says of the name beside it.
func (t *table) nounKind(w string) Kind {
	m := t.of(w)
	switch {
	case m.Has(language.Work) && !m.Has(language.Program):
		return "work"
	case m.Has(language.Court):
		return Court
	case m.Has(language.Program) && !m.Has(language.BodyEnd):
		return Program
	case m.Has(language.Law) && !m.Has(language.BodyEnd):
		return Law
	case m.Has(language.Person):
		return Person
	case m.Has(language.BodyEnd):
		return Organization
	case m.Has(language.Spot):
		return Place
	}
	return ""
}
