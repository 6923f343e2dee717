package suggest

import (
	"slices"
	"strings"

	"glossator/internal/language"
	"glossator/internal/lexicon"
	"glossator/internal/reading"
)

// decide tells what a thing is; "" where the texts do not tell enough, or where it is
// nothing that an entry explains.
func (x *thing) decide(t *table) Kind {
	switch {
	case x.thing >= settled && x.person < settled:
		return ""
	case x.team && !t.of(strings.Join(x.words, " ")).Has(language.Nation):
		return x.eleven()
	case len(x.words) == 1:
		return x.single(t)
	case t.of(strings.Join(x.words, " ")).Has(language.Land):
		return Place
	case x.kind == "event":
		return ""
	case x.kind != "" && !x.weak:
		return x.weighed(t)
	}
	return x.around(t)
}

// eleven is what plays others: a team, where nothing says that it is a player.
func (x *thing) eleven() Kind {
	if x.person >= settled && x.person >= x.body {
		return Person
	}
	return Organization
}

// weighed is the kind that a thing's own words say, or what stands around it against them.
func (x *thing) weighed(t *table) Kind {
	switch x.kind {
	case Organization:
		if x.person >= 2*settled && x.person > x.body {
			return Person
		}
		if x.place > x.body+x.speaks+x.person && t.roomy(x.words) {
			return Place
		}
	case Place:
		if x.person >= 2*settled && x.person > x.body {
			return Person
		}
		if x.acts() {
			return Organization
		}
	case Program:
		if x.acts() {
			return Organization
		}
	}
	return x.kind
}

// acts tells whether what is named as a place or program is told of as a body.
func (x *thing) acts() bool { return x.body >= settled && x.body > x.place && x.beside == "" }

// around decides on a name of two words or more by what stands around it.
func (x *thing) around(t *table) Kind {
	given := t.of(x.words[0]).Has(language.Given)
	switch {
	case x.beside != "" && x.person < settled:
		return x.beside
	case x.person >= settled && x.person >= x.body && x.person > x.place-settled:
		return Person
	case x.kind == Place && x.acts():
		return Organization // "the daily El Watan"
	case x.kind != "" && x.weak && (!given || x.body >= settled):
		return x.kind
	case x.body >= settled || x.body > 0 && x.the:
		return Organization
	case x.place > 0 && x.person+x.speaks == 0 && (!given || x.place > 1):
		return Place
	}
	return x.likely(t)
}

// roomy tells whether a body's name may be that of a room or building: "in the … Office".
func (t *table) roomy(words []string) bool {
	return t.of(words[len(words)-1]).Has(language.Roomy) && !slices.Contains(words, "of")
}

// likely decides on a name of two words or more by its shape.
func (x *thing) likely(t *table) Kind {
	first := t.of(x.words[0])
	switch {
	case first.Has(language.Given) && !x.the && x.place < 2:
		return Person
	case x.place > x.person+x.speaks:
		return Place
	case first.Has(language.Corporate) && x.person < settled:
		return x.corporate()
	case x.the:
		return x.withThe(t)
	case first.Has(language.Given), x.person > 0 && x.person >= x.body:
		return Person
	case x.body > x.person:
		return Organization
	case first.Has(language.Land, language.Common, language.PlaceOpening), len(x.words) > 4:
		return ""
	case x.quoted, x.speaks > 0, !slices.ContainsFunc(x.words, t.impersonal):
		return Person
	}
	return ""
}

// corporate decides on a name whose first word begins names of bodies.
func (x *thing) corporate() Kind {
	if x.place > 0 || x.the && x.speaks+x.body == 0 {
		return ""
	}
	return Organization
}

// withThe decides on a name behind "the", which is nobody's.
func (x *thing) withThe(t *table) Kind {
	if x.speaks > 0 || x.body > 0 || x.place == 0 && t.joinedUp(x.words) {
		return Organization
	}
	return ""
}

// joinedUp tells whether a name ends with a plural of those who do something: "the Ute
// Basin Ranchers".
func (t *table) joinedUp(words []string) bool {
	last := words[len(words)-1]
	return t != nil && strings.HasSuffix(last, "s") && t.pack.Agent(strings.TrimSuffix(last, "s"))
}

// impersonal tells whether a word stands in no person's name.
func (t *table) impersonal(w string) bool {
	return strings.ContainsAny(w, "0123456789&") || t.of(w).Has(language.Land, language.Common, language.Unnamed, language.Spot, language.Event, language.Work)
}

// often is how many mentions make a name of one word worth a look, of which nothing else
// is known.
const often = 3

// opened tells whether the name was only seen where a sentence opens: any word has a
// capital there.
func (x *thing) opened() bool {
	return !slices.ContainsFunc(x.forms, func(f form) bool { return f.opened < f.count })
}

// single decides on a name of one word.
func (x *thing) single(t *table) Kind {
	w := x.words[0]
	own := t.of(w)
	switch {
	case own.Has(language.Land):
		return Place
	case own.Has(language.Common, language.Unnamed, language.Loose):
		return ""
	case t.of(strings.TrimSuffix(w, "s")).Has(language.Loose):
		return Organization // "Republicans"
	case x.kind != "" && !x.weak:
		return x.weighed(t) // a noun of several: "Bundeskartellamt"
	case x.kind == Organization && (own.Has(language.TakesOf) || x.place <= x.body+x.speaks):
		return Organization
	case x.place > x.person+x.body+x.speaks:
		return Place
	case x.titled && x.person >= x.body:
		return Person
	case x.bodily():
		return Organization
	case acronym(x.forms[0].text):
		if x.body+x.speaks > 0 || x.the || len(x.seen) > 1 {
			return Organization
		}
		return ""
	case own.Has(language.Given), x.opened() && max(x.person, x.body) < settled:
		return ""
	}
	return x.unexplained()
}

// bodily tells whether little doubt is left that one word names a body.
func (x *thing) bodily() bool {
	spoken := x.the && x.speaks > 0 && x.person == 0
	return spoken || x.kind == Organization || x.body >= settled && x.body > x.person
}

// unexplained decides on a word that is on no list.
func (x *thing) unexplained() Kind {
	switch {
	case x.person >= settled && x.person > x.place, x.speaks+x.person > 1 && x.person > x.body:
		return Person
	case x.body >= 1 && x.speaks+x.body > 1 && x.body > x.place:
		return Organization
	case len(x.seen)-x.forms[0].opened >= often && x.place == 0 && x.person == 0:
		return Organization // or a brand, or a ship: worth a look
	}
	return ""
}

func acronym(s string) bool {
	n := 0
	for _, r := range s {
		if r >= 'A' && r <= 'Z' {
			n++
		} else if r != '.' && r != '-' {
			return false
		}
	}
	return n > 1
}

// explainedBy tells whether an entry has the thing's name already: annotate left it
// unlinked there, for want of ground.
func explainedBy(lex *lexicon.Lexicon, x *thing) bool {
	for _, f := range x.forms {
		t := reading.Phrase(f.text, lex)
		for _, m := range lex.Matches(t.Prose, t.Tokens, nil) {
			named := m.Form.Kind == lexicon.Name || m.Form.Kind == lexicon.DamagedName
			named = named || m.Form.Kind == lexicon.Surname && len(x.words) == 1
			if named && m.From == 0 && int(m.To) == len(t.Tokens) {
				return true
			}
		}
	}
	return false
}
