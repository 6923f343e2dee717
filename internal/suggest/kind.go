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
	head, law := t.headOf(words)
	switch {
	case law:
		return Law, false
	case t.joinedFor(words, head):
		return Organization, false // "Doctors for …"
	case len(words) == 1:
		return t.kindOfOne(words[0])
	case len(words) > 2 && t.of(words[0]).Has(language.Members, language.BodyEnd) && strings.HasSuffix(words[0], "s") && t.of(words[1]).Has(language.Preposition):
		return Organization, false // "Doctors Without Walls"
	case words[0] == "operation" && len(words) < 5:
		return Program, false
	}
	if k, weak = t.kindOfHead(words, head); k != "" {
		return k, weak
	}
	if k, weak = t.kindInside(words, head); k != "" {
		return k, weak
	}
	if head < len(words) && words[head] == "of" && t.of(undated(words)).Has(language.Law) {
		return Law, false // "Prevention of Noise Bill"
	}
	return t.kindOfEnds(words)
}

// headOf is the end of the words that decide: before "of", and before numbers. law tells
// that a number names a law: "Article 12".
func (t *table) headOf(words []string) (head int, law bool) {
	head = len(words)
	for i, w := range words {
		if i > 0 && w != "and" && t.of(w).Has(language.Binding) {
			head = i
			break
		}
	}
	for head > 1 && begunByDigit(words[head-1]) {
		if t.of(words[head-2]).Has(language.NumberedLaw) {
			return head, true
		}
		head--
	}
	return head, false
}

// undated is the last word of a name before its year.
func undated(words []string) string {
	last := len(words) - 1
	if last > 0 && begunByDigit(words[last]) {
		last--
	}
	return words[last]
}

func begunByDigit(w string) bool { return w != "" && w[0] >= '0' && w[0] <= '9' }

// joinedFor tells whether people have joined for or against something.
func (t *table) joinedFor(words []string, head int) bool {
	if head == len(words) || words[head] != "for" && words[head] != "against" {
		return false
	}
	last := t.of(words[head-1])
	if last.Has(language.Law, language.Court, language.Event, language.Work) || strings.HasSuffix(words[head-1], "ics") {
		return false
	}
	return !last.Has(language.Program) || last.Has(language.BodyEnd)
}

// kindOfOne is what a name of one word says it is.
func (t *table) kindOfOne(word string) (Kind, bool) {
	c := t.of(word)
	if c.Has(language.BodyEnd) && !c.Has(language.Unnamed, language.Law, language.Program, language.Court, language.Event, language.Spot) {
		return Organization, true
	}
	return "", false
}

// kindOfHead is what the last of the words that decide says.
func (t *table) kindOfHead(words []string, head int) (Kind, bool) {
	last, given := t.of(words[head-1]), t.of(words[0]).Has(language.Given)
	if t.pack.HeadFirst && !t.headed(last) {
		last = t.of(words[0]) // "Comisión Nacional del Agua"
	}
	switch {
	case last.Has(language.Court):
		return Court, false
	case last.Has(language.Law) && words[0] != "bill":
		return Law, head == 2 && len(words) == 2 && given // "Stuart Law"
	case last.Has(language.Program) && !last.Has(language.BodyEnd):
		return Program, false
	case last.Has(language.Event) && !last.Has(language.BodyEnd):
		return "event", false
	case last.Has(language.BodyEnd, language.Firm):
		return Organization, head == 2 && given
	case last.Has(language.Spot) && head > 1:
		for _, w := range words[1 : head-1] {
			if t.of(w).Has(language.Court) {
				return Court, false
			}
		}
		return Place, given
	}
	return "", false
}

// headed tells whether a word of these classes says what a name is.
func (t *table) headed(c language.Set) bool {
	return c.Has(language.Court, language.Law, language.Program, language.Event, language.BodyEnd, language.Firm, language.Spot)
}

// kindInside is what a word between the first and the head says.
func (t *table) kindInside(words []string, head int) (Kind, bool) {
	given := t.of(words[0]).Has(language.Given)
	for i := 1; i < head; i++ {
		switch c := t.of(words[i]); {
		case c.Has(language.Court):
			return Court, false
		case c.Has(language.BodyEnd) && c.Has(language.TakesOf) && !given:
			return Organization, true
		}
	}
	return "", false
}

// kindOfEnds is what the first and the last word say together.
func (t *table) kindOfEnds(words []string) (Kind, bool) {
	first, end := t.of(words[0]), words[len(words)-1]
	switch {
	case t.of(end).Has(language.Nation) && !first.Has(language.PlaceOpening, language.Given, language.Land, language.Common):
		return Organization, true // "Mercury UK", "Health Watch Africa"
	case words[0] == "project":
		return Program, false
	case begunByDigit(end) && (words[0] == "hr" || words[0] == "sb" || words[0] == "hb"):
		return Law, false
	case first.Has(language.PlaceOpening) && len(words) == 2 && !t.of(end).Has(language.Given):
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
