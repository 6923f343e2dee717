package annotate

import (
	"glossator/internal/language"
	"glossator/internal/token"
)

// A number often names something and counts nothing: "Title 9", "COVID-19". These are the
// rules by which it does, each with an example in which it alone says so.
var naming = []struct {
	example string
	rule    func(*figureReader, beside) bool
}{
	{"2. The harbor is closed.", (*figureReader).itemOfList},
	{"It closes 9 p.m. every day.", (*figureReader).clockTime},
	{"It is 5%off today.", (*figureReader).partOfWord},
	{"He cited 8 U.S.C. to them.", (*figureReader).citation},
	{"It stood on 1600 Harbor Avenue then.", (*figureReader).address},
	{"It was ticket #7 of hers.", (*figureReader).behindSign},
	{"They cited ¶8–10 of it.", (*figureReader).rowOfSigns},
	{"It fell by .7 then.", (*figureReader).behindStop},
	{"The covid-19 ward is closed.", (*figureReader).hyphened},
	{"It says (3) nothing.", (*figureReader).bracketed},
	{"They cited §§ 265, 268 of it.", (*figureReader).rowOfSections},
	{"We saw the Fab Four there.", (*figureReader).capitalized},
	{"We met at 9, and left.", (*figureReader).atHour},
	{"Every day at nine it closes.", (*figureReader).atHourInWords},
	{"They cited sec. 8 of it.", (*figureReader).behindAbbreviation},
	{"They lost in round 7 of it.", (*figureReader).partInSmallLetters},
	{"Article 9 is long.", (*figureReader).legalPart},
	{"Under section 9 of it.", (*figureReader).alwaysNumbered},
	{"They drove the old Falcon 9 home.", (*figureReader).partOfName},
}

// beside is a number with the tokens beside it in its block: before is -1 and after behind
// the text where there is none.
type beside struct {
	number
	before, after int
	first, end    bool // nothing stands before it, or behind it
}

func (r *figureReader) beside(n number) beside {
	b := beside{number: n, before: n.from - 1, after: n.to}
	if b.first = n.from == 0 || r.starts(n.from); b.first {
		b.before = -1
	}
	if b.after < len(r.tokens) && r.starts(b.after) {
		b.after = len(r.tokens)
	}
	b.end = b.after == len(r.tokens)
	return b
}

// names tells whether the number names something and does not count.
func (r *figureReader) names(n number) bool {
	b := r.beside(n)
	for i := range naming {
		if naming[i].rule(r, b) {
			return true
		}
	}
	return false
}

func (r *figureReader) itemOfList(b beside) bool {
	return b.digits && b.first && r.glued(b.after) && (r.is(b.after, ".") || r.is(b.after, ")"))
}

func (r *figureReader) clockTime(b beside) bool { return r.in(b.after, language.Clock) }

func (r *figureReader) partOfWord(b beside) bool {
	return b.digits && r.glued(b.after) && r.tokens[b.after].Shape.Wordlike()
}

func (r *figureReader) citation(b beside) bool { return b.plain && r.in(b.after, language.Reporter) }

// address tells whether a street's name follows.
func (r *figureReader) address(b beside) bool {
	const longest = 4 // tokens of the name
	for j := b.after; b.plain && j < min(len(r.tokens), b.after+longest) && r.inStreet(j, b.after); j++ {
		if r.in(j, language.Street) {
			return true
		}
	}
	return false
}

// inStreet tells whether token i can be part of a street's name that begins at from.
func (r *figureReader) inStreet(i, from int) bool {
	return r.tokens[i].Shape.Capitalized() || i > from && r.tokens[i].Shape == token.Number
}

func (r *figureReader) behindSign(b beside) bool {
	if b.before < 0 {
		return false
	}
	switch r.raw(b.before) {
	case "#", "§", "¶", "№", "@":
		return true
	}
	return false
}

// rowOfSigns: the number before it was a name, too.
func (r *figureReader) rowOfSigns(b beside) bool {
	return b.before >= 0 && b.before == r.name && r.glued(b.from) && (r.is(b.before, "-") || r.is(b.before, ","))
}

func (r *figureReader) behindStop(b beside) bool {
	return b.before >= 0 && r.glued(b.from) && r.raw(b.before) == "."
}

func (r *figureReader) hyphened(b beside) bool {
	if b.before < 1 || !b.digits || !r.glued(b.from) || !r.glued(b.before) {
		return false
	}
	mark := r.raw(b.before)
	return (mark == "-" || mark == "‑") && r.tokens[b.before-1].Shape.Wordlike()
}

// bracketed: ages and years in brackets are longer.
func (r *figureReader) bracketed(b beside) bool {
	const most = 26 // as many letters could number a list
	return b.plain && b.value <= most && r.is(b.before, "(") && r.is(b.after, ")")
}

func (r *figureReader) rowOfSections(b beside) bool {
	return r.is(b.before, ",") && r.roadNumber(b.before)
}

func (r *figureReader) capitalized(b beside) bool {
	return !b.digits && r.tokens[b.from].Shape.Capitalized() && r.wordlike(b.before) && !r.opensSentence(b.from)
}

// hours of a clock that has no "a.m."
const hours = 12

func (r *figureReader) atHour(b beside) bool {
	return b.plain && b.value <= hours && r.in(b.before, language.HourLead) && (b.end || r.tokens[b.after].Shape == token.Punct)
}

func (r *figureReader) atHourInWords(b beside) bool {
	pronoun := r.in(b.after, language.Pronoun) && !r.in(b.after, language.Possessive)
	return !b.digits && b.value <= hours && r.in(b.before, language.HourLead) && (b.end || pronoun)
}

// behindAbbreviation: the stop is a token of its own.
func (r *figureReader) behindAbbreviation(b beside) bool {
	return b.plain && b.before > 0 && r.is(b.before, ".") && r.glued(b.before) && r.in(b.before-1, language.Numbered)
}

func (r *figureReader) partInSmallLetters(b beside) bool {
	return b.plain && r.wordlike(b.before) && r.in(b.before, language.NumberedPart) && !r.counted(b)
}

func (r *figureReader) legalPart(b beside) bool {
	return b.plain && r.wordlike(b.before) && r.tokens[b.before].Shape.Capitalized() && r.in(b.before, language.Numbered)
}

func (r *figureReader) alwaysNumbered(b beside) bool {
	return b.plain && r.wordlike(b.before) && r.in(b.before, language.AlwaysNumbered)
}

// partOfName: a capital right before a bare number names with it, unless it begins the
// sentence or the number has a noun to count.
func (r *figureReader) partOfName(b beside) bool {
	if !b.plain || !r.wordlike(b.before) || !r.tokens[b.before].Shape.Capitalized() {
		return false
	}
	return !r.in(b.before, language.Function) && !r.opensSentence(b.before) && !r.counted(b)
}

// counted tells whether a plural follows that the number counts.
func (r *figureReader) counted(b beside) bool { return !b.end && r.plural(b.after) }

// wordlike tells whether token i is there and is a word.
func (r *figureReader) wordlike(i int) bool { return i >= 0 && r.tokens[i].Shape.Wordlike() }

// roadNumber tells whether a comma belongs to a row of section numbers: "§§ 265, 268".
func (r *figureReader) roadNumber(comma int) bool {
	for i := comma - 1; i > 0 && i > comma-8; i-- {
		switch {
		case r.raw(i) == "§" || r.is(i, "sections"):
			return true
		case r.tokens[i].Shape != token.Number && !r.is(i, ",") && !r.is(i, "and"):
			return false
		}
	}
	return false
}
