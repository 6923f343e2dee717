package figure

import (
	"strings"

	"glossator/internal/language"
	"glossator/internal/token"
)

// A number often names something and counts nothing: "Title 9", "COVID-19". These are the
// rules by which it does, each with an example in which it alone says so.
var naming = []struct {
	example string
	rule    func(*Finder, beside) bool
}{
	{"2. The harbor is closed.", (*Finder).itemOfList},
	{"It closes 9 p.m. every day.", (*Finder).clockTime},
	{"It is 5%off today.", (*Finder).partOfWord},
	{"He cited 8 U.S.C. to them.", (*Finder).citation},
	{"It stood on 1600 Harbor Avenue then.", (*Finder).address},
	{"It was ticket #7 of hers.", (*Finder).behindSign},
	{"They cited ¶8–10 of it.", (*Finder).rowOfSigns},
	{"It fell by .7 then.", (*Finder).behindStop},
	{"One in five boats sank.", (*Finder).inRatio},
	{"They drove a 1987 Chevrolet home.", (*Finder).yearOfMake},
	{"The covid-19 ward is closed.", (*Finder).hyphened},
	{"It says (3) nothing.", (*Finder).bracketed},
	{"They cited §§ 265, 268 of it.", (*Finder).rowOfSections},
	{"They read file 08 then.", (*Finder).leadingZero},
	{"We saw the Fab Four there.", (*Finder).capitalized},
	{"We met at 9, and left.", (*Finder).atHour},
	{"Every day at nine it closes.", (*Finder).atHourInWords},
	{"They cited sec. 8 of it.", (*Finder).behindAbbreviation},
	{"They lost in round 7 of it.", (*Finder).partInSmallLetters},
	{"Article 9 is long.", (*Finder).legalPart},
	{"Under section 9 of it.", (*Finder).alwaysNumbered},
	{"They drove the old Falcon 9 home.", (*Finder).partOfName},
}

// beside is a number with the tokens beside it in its block: before is -1 and after behind
// the text where there is none.
type beside struct {
	number
	before, after int
	first, end    bool // nothing stands before it, or behind it
}

func (f *Finder) beside(n number) beside {
	b := beside{number: n, before: n.from - 1, after: n.to}
	if b.first = n.from == 0 || f.starts(n.from); b.first {
		b.before = -1
	}
	if b.after < len(f.Tokens) && f.starts(b.after) {
		b.after = len(f.Tokens)
	}
	b.end = b.after == len(f.Tokens)
	return b
}

// names tells whether the number names something and does not count.
func (f *Finder) names(n number) bool {
	b := f.beside(n)
	for i := range naming {
		if naming[i].rule(f, b) {
			return true
		}
	}
	return false
}

func (f *Finder) itemOfList(b beside) bool {
	return b.digits && b.first && f.glued(b.after) && f.AnyOf(b.after, ".", ")")
}

func (f *Finder) clockTime(b beside) bool {
	const hours = 24
	called := f.Lex.Pack.Added && b.value <= hours && f.In(b.before, language.HourLead) && f.In(b.after, language.HourUnit) // "às 6 horas"
	return called || f.In(b.after, language.Clock)
}

func (f *Finder) partOfWord(b beside) bool {
	return b.digits && f.glued(b.after) && f.Tokens[b.after].Shape.Wordlike() && !f.Lex.Pack.Counted
}

func (f *Finder) citation(b beside) bool { return b.plain && f.In(b.after, language.Reporter) }

// address tells whether a street's name follows.
func (f *Finder) address(b beside) bool {
	const longest = 4 // tokens of the name
	for j := b.after; b.plain && j < min(len(f.Tokens), b.after+longest) && f.inStreet(j, b.after); j++ {
		if f.In(j, language.Street) {
			return true
		}
	}
	return false
}

// inStreet tells whether token i can be part of a street's name that begins at from.
func (f *Finder) inStreet(i, from int) bool {
	return f.Tokens[i].Shape.Capitalized() || i > from && f.Tokens[i].Shape == token.Number
}

func (f *Finder) behindSign(b beside) bool {
	if b.before < 0 {
		return false
	}
	switch f.Raw(b.before) {
	case "#", "§", "¶", "№", "@":
		return true
	}
	return false
}

// rowOfSigns: the number before it was a name, too.
func (f *Finder) rowOfSigns(b beside) bool {
	return b.before >= 0 && b.before == f.name && f.glued(b.from) && f.AnyOf(b.before, "-", ",")
}

func (f *Finder) behindStop(b beside) bool {
	return b.before >= 0 && f.glued(b.from) && strings.Contains(".٫٬", f.Raw(b.before))
}

func (f *Finder) hyphened(b beside) bool {
	if b.before < 1 || !b.digits || !f.glued(b.from) || !f.glued(b.before) {
		return false
	}
	if f.numberWord(b.before-1).Kind == language.Magnitude {
		return false // "$3 million-$4 million"
	}
	mark := f.Raw(b.before)
	return (mark == "-" || mark == "‑") && f.Tokens[b.before-1].Shape.Wordlike()
}

// yearOfMake tells whether a number is the year that something was made in.
func (f *Finder) yearOfMake(b beside) bool {
	return b.plain && b.value >= leastYear && f.In(b.after, language.Vintage)
}

// inRatio tells either number of "one in five boats", "7 out of ten".
func (f *Finder) inRatio(b beside) bool { return f.ofRatio(b) || f.beginsRatio(b) }

// ofRatio tells the second number of a ratio, which nothing is as many of: "one in five
// boats". A stretch of time is none: "206 in five days".
func (f *Finder) ofRatio(b beside) bool {
	at := f.overRatio(b.before, -1)
	if b.first || at == b.before || b.unit != "" {
		return false
	}
	w := f.numberWord(at).Value
	if v := atoi(f.Raw(max(at, 0))); at >= 0 && v > 0 {
		w = float64(v)
	}
	return w > 0 && w < b.value && !f.lasts(b.after)
}

// beginsRatio tells the first.
func (f *Finder) beginsRatio(b beside) bool {
	at := f.overRatio(b.after, 1)
	if b.unit != "" || at == b.after || at >= len(f.Tokens) {
		return false
	}
	n, ok := f.oneNumber(at)
	if !ok || n.scale != 1 || f.lasts(n.to) {
		return false
	}
	return n.value > b.value && n.value < leastYear
}

// leastYear is the least number behind "in" that is a year's.
const leastYear = 1000

// overRatio is the token behind "in", "in every" or "out of", in the direction by; i where
// none stands there.
func (f *Finder) overRatio(i, by int) int {
	at := i
	if by < 0 && (f.everyAt(i) || f.theAt(i)) {
		at--
	}
	to := f.overLead(at, by)
	switch {
	case to == at:
		return i
	case by > 0 && (f.everyAt(to) || f.theAt(to)):
		return to + 1
	}
	return to
}

// theAt tells whether the article of a ratio stands at token i: "een op de vijf".
func (f *Finder) theAt(i int) bool { return f.Lex.Pack.Added && f.In(i, language.Definite) }

// overLead is the same without "every".
func (f *Finder) overLead(i, by int) int {
	out := i
	if by < 0 {
		out--
	}
	switch {
	case !f.In(i, language.RatioLead):
		return i
	case f.Is(i, "in"):
		return i + by
	case f.In(out, language.RatioLead) && f.Is(out+1, "of") && !f.Is(out, "in"):
		return i + 2*by
	}
	return i
}

// everyAt tells whether "every" or "each" stands at token i.
func (f *Finder) everyAt(i int) bool {
	return f.In(i, language.Determiner) && f.numberWord(i).Kind == language.NoNumber
}

// lasts tells whether a unit of time stands at token i.
func (f *Finder) lasts(i int) bool {
	k := f.Term(i).Time.Kind
	return k == language.UnitsWord || k == language.UnitWord
}

// dayOfMonth is a date in a language whose dates are not read: "3 de marzo".
func (f *Finder) dayOfMonth(b beside) bool {
	const most, shortest = 31, 3 // days; letters of "de"
	if !b.plain || b.value > most || b.end {
		return false
	}
	return f.In(b.after, language.MonthName) || len(f.Fold(b.after)) <= shortest && f.In(b.after+1, language.MonthName)
}

// bracketed: ages and years in brackets are longer.
func (f *Finder) bracketed(b beside) bool {
	const most = 26 // as many letters could number a list
	return b.plain && b.value <= most && f.Is(b.before, "(") && f.Is(b.after, ")")
}

func (f *Finder) leadingZero(b beside) bool {
	raw := f.Raw(b.from)
	return b.plain && len(raw) > 1 && raw[0] == '0'
}

func (f *Finder) rowOfSections(b beside) bool {
	return f.Is(b.before, ",") && f.roadNumber(b.before)
}

func (f *Finder) capitalized(b beside) bool {
	return !b.digits && f.Tokens[b.from].Shape.Capitalized() && f.wordlike(b.before) && !f.opensSentence(b.from)
}

// hours of a clock that has no "a.m."
const hours = 12

func (f *Finder) atHour(b beside) bool {
	return b.plain && f.hourAt(b) && (b.end || f.Tokens[b.after].Shape == token.Punct)
}

// hourAt tells whether "at" or the like stands before a number that may be an hour.
func (f *Finder) hourAt(b beside) bool { return b.value <= hours && f.In(b.before, language.HourLead) }

func (f *Finder) atHourInWords(b beside) bool {
	pronoun := f.In(b.after, language.Pronoun) && !f.In(b.after, language.Possessive)
	return !b.digits && f.hourAt(b) && (b.end || pronoun)
}

// behindAbbreviation: the stop is a token of its own.
func (f *Finder) behindAbbreviation(b beside) bool {
	stop := b.before > 0 && f.Is(b.before, ".") && f.glued(b.before)
	return stop && b.plain && f.In(b.before-1, language.Numbered)
}

func (f *Finder) partInSmallLetters(b beside) bool {
	return b.plain && f.wordlike(b.before) && f.In(b.before, language.NumberedPart) && !f.counted(b)
}

func (f *Finder) legalPart(b beside) bool {
	return b.plain && f.wordlike(b.before) && f.Tokens[b.before].Shape.Capitalized() && f.In(b.before, language.Numbered)
}

func (f *Finder) alwaysNumbered(b beside) bool {
	return b.plain && f.wordlike(b.before) && f.In(b.before, language.AlwaysNumbered)
}

// partOfName: a capital right before a bare number names with it, unless it begins the
// sentence or the number has a noun to count.
func (f *Finder) partOfName(b beside) bool {
	if !b.plain || !f.wordlike(b.before) || !f.Tokens[b.before].Shape.Capitalized() {
		return false
	}
	return !f.In(b.before, language.Function) && !f.opensSentence(b.before) && !f.counted(b)
}

// counted tells whether a plural follows that the number counts.
func (f *Finder) counted(b beside) bool {
	return !b.end && (f.Plural(b.after) || f.nounAhead(b.after))
}

// nounAhead tells whether a noun stands at token i, or behind an adjective there, in a
// language whose nouns have capitals: "12 neue Züge".
func (f *Finder) nounAhead(i int) bool {
	if !f.Lex.Pack.CapitalNouns || i >= len(f.Tokens) {
		return false
	}
	if f.Tokens[i].Shape == token.Lower && !f.In(i, language.Function) {
		i++
	}
	return i < len(f.Tokens) && !f.starts(i) && f.Tokens[i].Shape.Capitalized() && f.Tokens[i].Shape.Wordlike()
}

// mayBeYear tells whether a number of four digits before a noun may be a year, where nouns
// have capitals: "machte 2023 Verluste". Persons and units are counted.
func (f *Finder) mayBeYear(n number) bool {
	const first, last = 1900, 2099
	year := n.plain && n.digits && n.value >= first && n.value <= last && f.Tokens[n.from].End-f.Tokens[n.from].Start == 4
	if !year || !f.Lex.Pack.CapitalNouns {
		return false
	}
	if f.In(n.from-1, language.Measures) {
		return !f.nounAhead(n.to) // "über 2023 hinaus"
	}
	return !f.In(n.to, language.People) && f.Term(n.to).Unit == ""
}

// wordlike tells whether token i is there and is a word.
func (f *Finder) wordlike(i int) bool {
	return i >= 0 && i < len(f.Tokens) && f.Tokens[i].Shape.Wordlike()
}

// roadNumber tells whether a comma belongs to a row of section numbers: "§§ 265, 268".
func (f *Finder) roadNumber(comma int) bool {
	for i := comma - 1; i > 0 && i > comma-8; i-- {
		switch {
		case f.Raw(i) == "§" || f.Is(i, "sections"):
			return true
		case f.Tokens[i].Shape != token.Number && !f.Is(i, ",") && !f.Is(i, "and"):
			return false
		}
	}
	return false
}
