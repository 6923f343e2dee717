package mention

import (
	"glossator/internal/catalogue"
	"glossator/internal/language"
	"glossator/internal/lexicon"
	"glossator/internal/reading"
	"glossator/internal/token"
)

// longerEnds are the words with which a longer name may end that something else bears:
// "Harbor Office Committee", "Brisa Street Journal", "Pardo Institute".
var longerEnds = language.SetOf(language.Organ, language.Institute, language.BodyEnd, language.Firm, language.Law, language.Court)

// longerHeads are the words of which "of" makes a name the end of a longer one: "Bank of
// Velia", but not "Republic of Velia".
var longerHeads, ofItself = language.SetOf(language.OfPlace, language.Institute), language.SetOf(language.Organ, language.Spot, language.Title)

// partOfLonger tells whether the tokens are inside a longer name that the lexicon does not
// know and that is not of the entry: joined by a hyphen to another name, followed by
// capitals that end in "Committee" or "Foundation", behind "Bank of", or, in a script without
// spaces, beside characters that may belong to it.
func (f *Finder) partOfLonger(from, to int, e *catalogue.Entry) bool {
	return f.secondHalf(from, to, e) || f.firstHalf(from, to, e) || f.goesOnBeside(from, to, e) ||
		f.StyleAt(from) == reading.Plain && (f.goesOn(from, to, e) || f.behindHead(from, to, e) || f.besideOf(from, to, e))
}

// besideOf tells whether a name that may be a place's stands between or before other
// capitals, which make it part of what they name: "Lloyds Bank Velia", "the Velia NASDAQ".
func (f *Finder) besideOf(from, to int, e *catalogue.Entry) bool {
	if !f.placeLike(e) {
		return false
	}
	if f.adjacent(from) && f.endsOther(from-1) && !f.opens(from-1) && !f.firmForm(from-1) {
		return f.partOf(from-1, to)
	}
	if f.firmForm(to) {
		return false
	}
	end := f.runEnd(to, to+6)
	for i := to; i < end; i++ {
		if f.In(i, language.Title, language.Human, language.Officer, language.Function, language.Calendar) {
			return false
		}
	}
	return end > to && f.partOf(from, end)
}

// endsOther tells whether token i ends a name that no entry has: "Bank".
func (f *Finder) endsOther(i int) bool {
	return f.Tokens[i].Shape.Capitalized() && f.named(i) == nil && f.Class(i).Meets(longerEnds)
}

// placeLike tells whether an entry may be a place: its kind does not say what it is, or
// says so, and its name is a word or two of which none is a noun for a body or a rule.
func (f *Finder) placeLike(e *catalogue.Entry) bool {
	at, _ := f.Lex.Index(e.ID)
	return !e.Person() && f.Lex.PlaceLike(at)
}

// secondHalf: "Lindqvist-Ames".
func (f *Finder) secondHalf(from, to int, e *catalogue.Entry) bool {
	if !f.hyphened(from-2) || !f.Tokens[from-2].Shape.Capitalized() || f.StyleAt(from) != reading.Plain || f.named(from-2) != nil {
		return false
	}
	if f.In(from-2, language.Function, language.Former) || !e.Person() && f.Tokens[from-2].Shape == token.Upper {
		return false
	}
	f.reject(from, to, "it is the second half of “%s”", f.words(from-2, to))
	return true
}

// firstHalf: "Elena Rivas-Soto" is not Elena Rivas, but in "the Rivas-Kern talks" Rivas is
// one of two.
func (f *Finder) firstHalf(from, to int, e *catalogue.Entry) bool {
	if !e.Person() || !f.hyphened(to-1) || !f.Tokens[to+1].Shape.Capitalized() || f.StyleAt(from) != reading.Plain {
		return false
	}
	if f.In(to+1, language.Era, language.Function) || f.nameBegins(to+1) {
		return false
	}
	f.reject(from, to, "it is the first half of “%s”", f.words(from, to+2))
	return true
}

// nameBegins tells whether some name of the catalogue may begin at token i.
func (f *Finder) nameBegins(i int) bool {
	k := f.firstMatch(i)
	return k < len(f.matches) && int(f.matches[k].From) == i && f.matches[k].Form.Kind <= lexicon.Surname
}

// goesOn tells whether the capitals behind the tokens make a longer name: up to "Committee",
// unless they are a title, or begin another name. What ends a company's name does not, and
// nothing that the entry's own name has.
func (f *Finder) goesOn(from, to int, e *catalogue.Entry) bool {
	end := f.runEnd(to, to+6)
	if end > to && f.firmForm(to) {
		return false
	}
	if end == to && f.In(to, language.JoinsVerbs) && f.capitalRun(to+1) { // "the Brisa and Velia Stock Exchanges"
		for end = to + 1; end < to+7 && f.capitalRun(end); end++ {
		}
		return f.severalEnd(end-1) && f.partOf(from, end)
	}
	for i := to; i < end; i++ {
		if f.In(i, language.Title, language.Calendar, language.Human, language.Officer) {
			return false
		}
	}
	for i := to; i < end; i++ {
		if f.endsLonger(e, i) && !f.ownWord(e, i) {
			return f.partOf(from, i+1)
		}
	}
	return false
}

// endsLonger tells whether token i ends a name that is longer than the entry's.
func (f *Finder) endsLonger(e *catalogue.Entry, i int) bool {
	return f.Class(i).Meets(longerEnds) || f.severalEnd(i) || e.Person() && f.In(i, language.Suffix)
}

func (f *Finder) partOf(from, to int) bool {
	f.reject(from, to, "it is part of “%s”", f.words(from, to))
	return true
}

// firmForm tells whether token i ends a company's name, and is none by itself: "Corp".
func (f *Finder) firmForm(i int) bool {
	return i >= 0 && i < len(f.Tokens) && f.Lex.Pack.FirmForms[f.Fold(i)] != ""
}

// capitalRun tells whether a name may begin at token i.
func (f *Finder) capitalRun(i int) bool {
	return f.adjacent(i) && f.Tokens[i].Shape.Capitalized()
}

// runEnd is the end of the capitals that stand from token i on, before most.
func (f *Finder) runEnd(i, most int) int {
	start := i
	for i < min(most, len(f.Tokens)) && (f.adjacent(i) || f.Tokens[i].Shape == token.Clitic && i > start) {
		if f.Tokens[i].Shape != token.Clitic && (!f.Tokens[i].Shape.Capitalized() || i > start && f.nameBegins(i)) {
			break
		}
		i++
	}
	for i > start && f.Tokens[i-1].Shape == token.Clitic {
		i--
	}
	if i > start && f.nameBegins(start) {
		return start
	}
	return i
}

// severalEnd tells whether token i is the plural of what ends a name: "Exchanges".
func (f *Finder) severalEnd(i int) bool {
	if i < 0 || !f.Tokens[i].Shape.Capitalized() {
		return false
	}
	for _, one := range f.Lex.Pack.Singulars(f.Fold(i)) {
		if set := f.Lex.Pack.ClassesOf(one); set.Meets(longerEnds) {
			return true
		}
	}
	return false
}

// behindHead: "Bank of Velia", "University of the Rio Grande".
func (f *Finder) behindHead(from, to int, e *catalogue.Entry) bool {
	i := from - 1
	if i > 0 && f.In(i, language.Definite) {
		i--
	}
	if e.Person() || !f.ofBehindCapital(i) {
		return false
	}
	head := f.Class(i - 1)
	if !head.Meets(longerHeads) || head.Meets(ofItself) || f.firmForm(i-1) || f.ownWord(e, i-1) {
		return false
	}
	if f.Is(to, ",") && to+1 < len(f.Tokens) && f.Tokens[to+1].Shape.Capitalized() && !f.opens(from) {
		return false // "Harbor Bank of Brisa, N.J.": where it is
	}
	return f.partOf(i-1, to)
}

// ofBehindCapital tells whether token i is "of" between a capital and what is adjacent.
func (f *Finder) ofBehindCapital(i int) bool {
	return i > 0 && f.adjacent(i+1) && f.Fold(i) == f.Lex.Pack.Of && f.Tokens[i-1].Shape.Capitalized()
}

// ownWord tells whether the entry's name has the word of token i.
func (f *Finder) ownWord(e *catalogue.Entry, i int) bool {
	at, _ := f.Lex.Index(e.ID)
	return f.Lex.NameHas(at, f.Tokens[i].Word)
}
