// Package language is what is known of languages: words and their classes, forms,
// numbers, units and words of time.
//
// In: a language's tag. Out: its Pack. One folder a language, embedded; what stands in
// its files is data with a comment, and what of a language is no word or pattern is a
// function named for it here. Other rooms ask for classes and parts of a pack, not for
// words; those that they still compare with are listed in internal/testdata/words.txt.
//
// A language either can do a thing or does nothing: what a pack lacks is never guessed
// with another language's words. Invariant: a Pack never changes.
package language

import (
	"embed"
	"io/fs"
	"iter"
	"maps"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"glossator/internal/token"
)

//go:embed */*.yaml
var files embed.FS

// Pack is one language.
type Pack struct {
	base       string            // its tag, without a region
	Vocabulary *token.Vocabulary // of all words that it knows; to be cloned
	sets       []Set             // of its words
	termOf     []uint16          // word → its term
	terms      []Term            // 0 says nothing

	Irregular map[string]string     // inflected form → base form
	Full      map[string]string     // abbreviation → the word it stands for
	Nicknames [][]string            // given names that may stand for each other
	Offices   map[string][]string   // title → what whoever holds it may be called: "head of state"
	Glued     map[string]string     // what stands right behind a number → its unit: "100km"
	Currency  map[string]string     // sign before a number → its unit
	Holidays  []Holiday             // days that have a name
	KnownDays []KnownDay            // days that are known by their month and day alone
	sides     []side                // what stands before a date and tells where it lies, over a gap
	sidesOf   map[token.Word][]side // … by the word right before the date
	Places    []string              // states, regions and cities, as they are written

	// What can be read in the language besides names and cues.
	ReadsDates, ReadsFigures, ReadsSpeakers, Suggests, Compares bool
	Lacks                                                       []string // what cannot, for people: "who says a quotation"

	Thousands, Decimal string         // the marks in numbers: 1,200.5
	MonthFirst         bool           // 12/19/2022
	SmallDays          bool           // days and months have no capitals: el lunes 3 de marzo
	Postposed          bool           // what tells which stands behind: "el mes pasado", and "hace dos años" before
	SuggestsDeeds      bool           // what is done again and again, and nouns for it, can be suggested
	SmallNames         bool           // a body's name has a capital at its head alone: Agence nationale de l’eau
	HeadFirst          bool           // the noun of a phrase stands first: Comisión Nacional del Agua
	Drops              bool           // a verb needs no subject: “…”, escribió
	Dialogue           bool           // —No —dijo Ruiz—. Nunca.
	CapitalNouns       bool           // every noun has a capital
	VerbSecond         bool           // what stands first may be anything, and the subject behind the verb: am Freitag sagte Ruiz
	Framed             bool           // the verb stands second, and what belongs to it last: hat am Freitag gesagt
	AgoBefore          bool           // vor zwei Jahren
	Proclitics         string         // letters that are words and stand joined to the one behind: و
	OrdinalEnds        []string       // behind the number of a day: st, nd; er
	ToldDays           map[string]int // words of two characters for days and years, and how far these are: 昨天 → -1
	ToldYears          map[string]int
	DaySigns           map[string]int        // behind the number of a year, month or day, its unit: 年; of a language of which days are read so alone
	WeekdayEnd         string                // behind a hyphen at the end of most weekdays: segunda-feira
	State              bool                  // "is" and a participle are a state, but with verbs of motion: è chiuso
	participles        []string              // of those behind "ont": -é, -u
	beginnings         []string              // what participles begin with, besides, or have behind another beginning: ge-
	presents           []string              // endings of verbs of the present: -t
	pasts, futures     []string              // endings of verbs, as they are written: -ó, -rá
	written            map[string]token.Word // words that only their accents tell from others: él
	asWritten          map[string]Tense      // of words that without their accents are others: würde
	Compounds          bool                  // a noun may end with another that says what it is: Verkehrssenator
	shortHeads         map[string]bool       // … though it is short: Bergamt
	inflection                               // of names
	Of                 string                // "president of Mexico" → "Mexico's president"
	AnAgency           string                // what an Agency may be called
	demonyms           []string              // endings of adjectives of countries
	home               string                // … but not this one, of no foreign country
	verbs              []string              // endings of verbs and adverbs
	adjectives         []string              // endings of adjectives
	agents             []string              // endings of nouns for who does something
	roots, plurals     []string              // endings of forms, and of plurals, the longer first; of English they are rules
	stemmer            func(string) string   // nil where there is none
	parting                                  // how verbs part
	roles              map[string]string     // English word of a rule → those that do its work, between spaces; nil of English
	naming                                   // how names are written
	nouns                                    // how names are told from nouns that have a capital, too
	digits                                   // how numbers are written
	telling                                  // for comparing two texts
}

// digits are how numbers are written, besides their marks.
type digits struct {
	SpacedThousands bool               // 1 200
	OrdinalStop     bool               // 3. März: a full stop behind a small number ends no sentence
	Added           bool               // number words are added up: dos mil quinientos
	AddedAnd        bool               // … with a word between: dois mil e quinhentos
	Counted         bool               // digits with magnitudes between, and a counter: 3万5000人
	OneNoun         bool               // what is counted is one word
	Either          bool               // 1,200 may be 1200 or 1.2: the language's regions differ, and none is told
	Scales, Vulgar  map[string]float64 // "k" → 1000; "½" → 0.5
	Shares          map[string]float64 // behind a part of the unit before: 銭 → 0.01
}

// telling is what tells a change of meaning from one of words.
type telling struct {
	Contractions map[string]string  // what an apostrophe stands for: n't → not
	Numerals     map[string]string  // number word → its value
	Ways         map[string]string  // preposition → the way it points
	Opposites    map[[2]string]bool // in both directions
	Negations    map[string]bool    // each turns a claim round, once
	Same         map[[2]string]bool // words that may be each other, in both directions: 's and is
	Endings      []string           // of forms, the longer first: verbs in -ing are put against verbs in -ing
	CapitalDays  bool               // "March" is a month, "march" is none
}

// inWords are what a language lacks that has a file for what is written in digits alone.
var inWords = map[string]string{"dates": "days told in words", "figures": "numbers told in words, and what they count"}

// parts are the files that a language's folder may hold, in the order in which they are
// read. A file that is not there is something that cannot be done in the language.
var parts = []struct {
	name string
	read func(*Pack, part)
	does string // what cannot be done without it; "" where it helps others
}{
	{"words", (*Pack).words, ""},
	{"says", (*Pack).says, "who says a quotation"},
	{"dates", (*Pack).dates, inWords["dates"]},
	{"figures", (*Pack).figures, inWords["figures"]},
	{"suggest", (*Pack).suggest, "whom and what no entry explains"},
	{"compare", (*Pack).compare, "what a difference between two tellings means"},
	{"names", (*Pack).names, ""},
}

// English is the pack of English.
var English = sync.OnceValue(func() *Pack {
	p := load("en")
	p.Thousands, p.Decimal = ",", "."
	return p
})

// load reads the folder of a language, if there is one.
func load(base string) *Pack {
	p := newPack(base)
	for _, x := range parts {
		name := base + "/" + x.name + ".yaml"
		if _, err := fs.Stat(files, name); err == nil {
			x.read(p, readFile(name))
		} else if x.does != "" {
			p.Lacks = append(p.Lacks, x.does)
		}
	}
	p.derive()
	p.abbreviate()
	return p
}

// newPack knows what is the same in every language.
func newPack(base string) *Pack {
	p := &Pack{base: base, Vocabulary: token.NewVocabulary(), sets: make([]Set, 1), termOf: make([]uint16, 1), terms: make([]Term, 1), stemmer: stemmer(base),
		Thousands: ".", Decimal: ","}
	signs := readFile("any/figures.yaml")
	p.numbers(signs)
	p.Glued, p.Currency = signs.inverted("glued"), signs.inverted("currency")
	p.Scales, p.Vulgar = signs.worth("scale"), signs.worth("vulgar")
	for w, v := range signs.worth("magnitude-" + base) {
		p.term(w).Number = Number{v, Magnitude}
	}
	p.class(signs.get("months-"+base, "names"), MonthName)
	p.class(readFile("any/names.yaml").get("particles", "any"), NamePart)
	sentences := readFile("any/sentences.yaml")
	p.class(sentences.get("abbreviation", base), Abbreviation)
	for w := range strings.FieldsSeq(sentences.get("elided", base)) {
		p.Vocabulary.Elide(w)
	}
	p.Proclitics = strings.ReplaceAll(sentences.get("proclitics", base), " ", "")
	if base != "en" {
		p.roles = map[string]string{}
	}
	p.OrdinalStop = base != "" && slices.Contains(strings.Fields(sentences.get("ordinals", "languages")), base)
	return p
}

// Does tells whether a folded word is the English one that a rule asks for, or in another
// language does its work. Marks are the same in all.
func (p *Pack) Does(word, role string) bool {
	if p.roles == nil || role == "" || role[0] < 'a' || role[0] > 'z' {
		return word == role
	}
	if role == p.Of {
		return word == role
	}
	all := p.roles[role]
	for from := 0; word != ""; { // "l" is met behind "le" and "la" in "le la les l"
		at := strings.Index(all[from:], word)
		if at < 0 {
			return false
		}
		if at += from; at > 0 && all[at-1] == ' ' && all[at+len(word)] == ' ' {
			return true
		}
		from = at + 1
	}
	return false
}

// class puts words into a class.
func (p *Pack) class(words string, c Class) {
	for w := range strings.FieldsSeq(words) {
		n := p.put(w)
		p.sets[n] = p.sets[n].Or(SetOf(c))
	}
}

func readFile(name string) part {
	data, err := files.ReadFile(name)
	if err != nil {
		panic(err) // it is embedded
	}
	return readPart(name, string(data))
}

// put is the number of a word.
func (p *Pack) put(word string) token.Word {
	w := p.Vocabulary.Put(word)
	if int(w) == len(p.sets) {
		p.sets, p.termOf = append(p.sets, Set{}), append(p.termOf, 0)
	}
	return w
}

// term is what is said of a word, to be filled in.
func (p *Pack) term(word string) *Term {
	w := p.put(word)
	if p.termOf[w] == 0 {
		p.termOf[w] = uint16(len(p.terms))
		p.terms = append(p.terms, Term{})
	}
	return &p.terms[p.termOf[w]]
}

// Written is the word that one in small letters is by its accents alone, "él" beside "el"; 0
// where they tell nothing.
func (p *Pack) Written(word string) token.Word { return p.written[word] }

// TellsByAccents tells whether the language has such words.
func (p *Pack) TellsByAccents() bool { return len(p.written) > 0 }

// Classes are those of a word by its number in the Vocabulary; none for other words. Who
// asks may not change them.
func (p *Pack) Classes(w token.Word) *Set {
	if int(w) >= len(p.sets) {
		return &p.sets[0]
	}
	return &p.sets[w]
}

// Len is the number of the words, and of the word that is none.
func (p *Pack) Len() int { return len(p.sets) }

// Is tells whether a word is in one of the classes.
func (p *Pack) Is(w token.Word, cs ...Class) bool { return p.Classes(w).has(cs) }

// Term is what else is known of a word.
func (p *Pack) Term(w token.Word) *Term {
	if int(w) >= len(p.termOf) {
		return &p.terms[0]
	}
	return &p.terms[p.termOf[w]]
}

// In are the words that are in one of the classes.
func (p *Pack) In(cs ...Class) iter.Seq[string] {
	return func(yield func(string) bool) {
		for w, s := range p.sets {
			if s.Has(cs...) && !yield(p.Vocabulary.Text(token.Word(w))) {
				return
			}
		}
	}
}

// Any tells whether any word is in a class.
func (p *Pack) Any(c Class) bool {
	for range p.In(c) {
		return true
	}
	return false
}

// ClassesOf are the classes of a folded word.
func (p *Pack) ClassesOf(word string) Set { return *p.Classes(p.Vocabulary.Find(token.Hash(word))) }

// classes reads a file's classes.
func (p *Pack) classes(f part) {
	f.each("classes", func(key, words string) {
		c, ok := classOf[key]
		if !ok {
			panic("language: " + f.file + ": no class is called " + key)
		}
		for w := range strings.FieldsSeq(words) {
			n := p.put(w)
			p.sets[n] = p.sets[n].Or(SetOf(c))
		}
	})
}

func (p *Pack) words(f part) {
	p.classes(f)
	p.Irregular = f.inverted("irregular")
	p.written = map[string]token.Word{}
	f.each("written", func(word, classes string) {
		p.written[word] = p.put(word)
		for c := range strings.FieldsSeq(classes) {
			p.class(word, classOf[c])
		}
	})
	f.each("roles", func(word, words string) { p.roles[word] = " " + words + " " })
	p.Full = map[string]string{}
	f.each("full", func(short, full string) { p.Full[short] = full })
	f.each("nicknames", func(name, others string) {
		p.Nicknames = append(p.Nicknames, append([]string{name}, strings.Fields(others)...))
	})
	p.Offices = map[string][]string{}
	f.each("offices", func(title, also string) { p.Offices[title] = strings.Split(also, ", ") })
	p.adjectives, p.agents = strings.Fields(f.get("endings", "adjective")), strings.Fields(f.get("endings", "agent"))
	p.demonyms, p.verbs = strings.Fields(f.get("endings", "demonym")), strings.Fields(f.get("endings", "verb"))
	p.HeadFirst = f.get("form", "noun") == "first"
	p.CapitalNouns, p.Compounds = f.get("form", "nouns") == "capital", f.get("form", "words") == "joined"
	p.shortHeads = set(f.get("endings", "head"))
	p.inflect(f)
	p.readVerbs(f)
	p.roots, p.plurals = strings.Fields(f.get("endings", "root")), strings.Fields(f.get("endings", "plural"))
	p.Of, p.AnAgency, p.home = f.get("word", "of"), f.get("word", "agency"), f.get("word", "home")
	for _, forms := range [...]map[string]string{p.Irregular, p.Full} {
		for a, b := range forms { // the order changes the words' numbers, never what is found
			p.put(a)
			p.put(b)
		}
	}
}

func (p *Pack) says(f part) {
	p.ReadsSpeakers = true
	p.Drops, p.Dialogue = f.get("form", "subject") == "dropped", f.get("form", "dialogue") == "dash"
	p.VerbSecond = f.get("form", "verb") == "second"
	p.classes(f)
	f.each("cue", func(kind, words string) {
		for w := range strings.FieldsSeq(words) {
			p.term(w).Cue = cues[kind]
		}
	})
}

// told reads the words of several characters for days or years, counted from the one in which they are said.
func (p *Pack) told(f part, section string) map[string]int {
	m := map[string]int{}
	f.each(section, func(n, words string) {
		for w := range strings.FieldsSeq(words) {
			m[w] = whole(n)
			first, _ := utf8.DecodeRuneInString(w)
			p.class(string(first), OpensTime)
		}
	})
	return m
}

func (p *Pack) dates(f part) {
	p.ReadsDates = true
	p.SmallDays, p.Postposed = f.get("form", "days") == "small", f.get("form", "which") == "behind"
	p.pasts, p.futures = strings.Fields(f.get("tense-endings", "past")), strings.Fields(f.get("tense-endings", "future"))
	p.Framed, p.AgoBefore = f.get("form", "verbs") == "framed", f.get("form", "ago") == "before"
	p.OrdinalEnds, p.WeekdayEnd = strings.Fields(f.get("form", "first")), f.get("form", "weekday-end")
	p.State = f.get("form", "be") == "state"
	if f.get("form", "days") == "counted" {
		p.DaySigns, p.Lacks = map[string]int{}, append(p.Lacks, inWords["dates"])
		f.each("sign", func(unit, signs string) {
			for sign := range strings.FieldsSeq(signs) {
				p.DaySigns[sign] = units[unit]
			}
		})
		p.ToldDays, p.ToldYears = p.told(f, "told-day"), p.told(f, "told-year")
	}
	p.participles = strings.Fields(f.get("tense-endings", "participle"))
	p.beginnings, p.presents = strings.Fields(f.get("tense-endings", "participle-begins")), strings.Fields(f.get("tense-endings", "present"))
	p.classes(f)
	for kind, k := range timeKinds {
		f.each(kind, func(n, words string) {
			t := Time{Kind: k, N: units[n]}
			if k != UnitWord && k != UnitsWord {
				t.N = whole(n)
			}
			for w := range strings.FieldsSeq(words) {
				p.term(w).Time = t
			}
		})
	}
	p.partsOfDay(f)
	p.asWritten = map[string]Tense{}
	f.each("tense-as-written", func(kind, words string) {
		for w := range strings.FieldsSeq(words) {
			p.asWritten[w] = tenses[kind]
		}
	})
	f.each("relative", func(kind, words string) {
		for w := range strings.FieldsSeq(words) {
			p.term(w).Time = Time{Kind: timeKinds[kind]}
		}
	})
	f.each("holiday", p.holiday)
	p.sidesOf = map[token.Word][]side{}
	f.each("behind", func(pattern, _ string) { p.side(Past, pattern) })
	f.each("ahead", func(pattern, _ string) { p.side(Future, pattern) })
	f.each("known-day", p.knownDay)
	f.each("tense", func(kind, words string) {
		for w := range strings.FieldsSeq(words) {
			p.term(w).Tense = tenses[kind]
		}
	})
}

func whole(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		panic(err)
	}
	return n
}

func (p *Pack) figures(f part) {
	p.ReadsFigures, p.Added = true, f.get("form", "numbers") == "added"
	p.AddedAnd, p.Counted, p.OneNoun = f.get("form", "and") == "between", f.get("form", "numbers") == "counted", f.get("form", "noun") == "one"
	if p.Counted || p.OneNoun {
		p.Lacks = append(p.Lacks, inWords["figures"])
	}
	maps.Copy(p.Glued, f.inverted("glued"))
	maps.Copy(p.Scales, f.worth("scale"))
	p.Shares = f.worth("share")
	p.numbers(f)
	p.joined(f)
}

// numbers reads number words, signs and units.
func (p *Pack) numbers(f part) {
	p.classes(f)
	for kind, k := range numberKinds {
		f.each(kind, func(value, words string) {
			v, err := strconv.ParseFloat(value, 64)
			if err != nil {
				panic(err)
			}
			for w := range strings.FieldsSeq(words) {
				p.term(w).Number = Number{v, k}
			}
		})
	}
	f.each("unit", func(unit, words string) {
		if unit == "none" {
			unit = ""
		}
		for w := range strings.FieldsSeq(words) {
			p.term(w).Unit = unit
		}
	})
}

func (p *Pack) suggest(f part) {
	p.Suggests, p.SmallNames, p.SuggestsDeeds = true, f.get("form", "names") == "small", f.get("form", "deeds") == "suggested"
	p.classes(f)
	p.Places = strings.Split(f.get("places", "named"), ", ")
	p.amongNouns(f)
}

func (p *Pack) compare(f part) {
	p.classes(f)
	p.Contractions, p.Numerals, p.Ways = f.inverted("contraction"), f.inverted("numeral"), f.inverted("way")
	p.Opposites, p.Same = f.pairs("opposites"), f.pairs("same")
	p.Negations, p.Endings = set(f.get("lists", "negation")), strings.Fields(f.get("lists", "ending"))
	p.CapitalDays, p.Compares = f.get("lists", "days") == "capital", true
	if f.get("form", "classes") == "those of the words" {
		p.tellAll()
	}
}

// told are the classes by which words are compared, for words of which only what they are
// else is listed.
var told = []struct{ of, as Set }{
	{SetOf(Article, Determiner, Possessive), SetOf(ToldDeterminer)},
	{SetOf(Preposition), SetOf(ToldPreposition)},
	{SetOf(Pronoun, Relative), SetOf(ToldPronoun)},
	{SetOf(Copula, Verbal), SetOf(ToldAuxiliary)},
	{SetOf(Honorific), SetOf(ToldHonorific)},
	{SetOf(Title), SetOf(ToldRole)},
	{SetOf(Thing, Law, Program, Agency), SetOf(ToldProgram)},
}

// tellAll derives the classes of comparing and the values of number words.
func (p *Pack) tellAll() {
	for w := range p.sets {
		s, t := &p.sets[w], p.Term(token.Word(w))
		for _, x := range told {
			if s.Meets(x.of) {
				*s = s.Or(x.as)
			}
		}
		if k := t.Time.Kind; k == MonthWord || k == WeekdayWord {
			*s = s.Or(SetOf(ToldDay))
		}
		if k := t.Number.Kind; t.Number.Value > 1 && (k == Ones || k == Tens || k == Hundred || k == Magnitude) {
			p.Numerals[p.Vocabulary.Text(token.Word(w))] = strconv.FormatFloat(t.Number.Value, 'f', -1, 64)
		}
	}
}

// OfAgent is the way of the preposition before who does something.
const OfAgent = "agent"

// Calendar is what a weekday or month is called, in short or in full.
func (p *Pack) Calendar(word string) string {
	t := p.Term(p.Vocabulary.Find(token.Hash(word))).Time
	switch t.Kind {
	case MonthWord, ShortMonthWord:
		return "month-" + strconv.Itoa(t.N)
	case WeekdayWord:
		return "weekday-" + strconv.Itoa(t.N)
	}
	return word
}

// derive adds the classes that follow from what else is known of a word.
func (p *Pack) derive() {
	for w := range p.sets {
		s, t := &p.sets[w], p.Term(token.Word(w))
		switch t.Time.Kind {
		case AgoWord:
			if p.Postposed || p.AgoBefore {
				*s = s.Or(SetOf(OpensTime))
			}
		case NoTime, PartWord, LaterWord, EarlierWord:
		default:
			*s = s.Or(SetOf(OpensTime))
		}
		if s.Has(AOrAn, OpensHoliday) { // "a week ago", "Good Friday"
			*s = s.Or(SetOf(OpensTime))
		}
		if t.Number.Kind != NoNumber {
			*s = s.Or(SetOf(Numeral))
		}
		if t.Cue != NoCue {
			*s = s.Or(SetOf(Cued))
		}
	}
}

// abbreviate tells the vocabulary which full stops belong to their words. Titles and
// months are words of their own where they are not capitals.
func (p *Pack) abbreviate() {
	for w, s := range p.sets {
		switch {
		case !s.Has(Abbreviation):
		case s.Has(Title, Calendar, Suffix):
			p.Vocabulary.Abbreviate(token.Word(w), token.IfCapital)
		default:
			p.Vocabulary.Abbreviate(token.Word(w), token.Always)
		}
	}
}

// get is the words of one key.
func (p part) get(section, key string) (words string) {
	p.each(section, func(k, text string) {
		if k == key {
			words = text
		}
	})
	return words
}

// worth is what a section's words are worth.
func (p part) worth(section string) map[string]float64 {
	m := map[string]float64{}
	p.each(section, func(key, words string) {
		v, err := strconv.ParseFloat(key, 64)
		if err != nil {
			panic(err)
		}
		for w := range strings.FieldsSeq(words) {
			m[w] = v
		}
	})
	return m
}

// inverted is a section's words, each with its key.
func (p part) inverted(section string) map[string]string {
	m := map[string]string{}
	p.each(section, func(key, words string) {
		for w := range strings.FieldsSeq(words) {
			m[w] = key
		}
	})
	return m
}

// pairs are words two by two, in both directions.
func (p part) pairs(section string) map[[2]string]bool {
	m := map[[2]string]bool{}
	for pair := range strings.SplitSeq(p.get(section, "pairs"), ", ") {
		a, b, _ := strings.Cut(pair, " ")
		m[[2]string{a, b}], m[[2]string{b, a}] = true, true
	}
	return m
}

func set(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}

// classOf finds a class by its key.
var classOf = func() map[string]Class {
	m := make(map[string]Class, classes)
	for c := range classes {
		m[keys[c]] = c
	}
	return m
}()

// keysOf numbers keys from the first constant of their kind on.
func keysOf[K ~uint8 | ~int](first K, all string) map[string]K {
	m := map[string]K{}
	for key := range strings.FieldsSeq(all) {
		m[key] = first
		first++
	}
	return m
}
