package language

// Class is one thing that the rules know of words: that they are articles, or nouns for
// a person. The words of each stand in the packs; words in no class are names, nouns,
// verbs and the rest.
type Class uint8

const (
	Article         Class = iota // a, an, the, this, that, these, those
	Definite                     // the, this, that: with Article
	Indefinite                   // a, an, another: with Article
	Possessive                   // his, her, its, their …
	Own                          // my, our: with Possessive, of who speaks
	Honorific                    // Mr., Ms., Dr
	Title                        // President, Sen., Secretary: what stands before a name
	Abbreviation                 // its full stop belongs to it
	Suffix                       // Jr., III
	Function                     // words of the closed classes: no name begins with them
	Preposition                  // of, to, in
	Pronoun                      // personal
	Copula                       // be and become in all forms
	Relative                     // who, which, that
	Calendar                     // weekdays and months
	Negation                     // not, never, n't
	Former                       // former, ex, then: before a title
	StandIn                      // deputy, acting: before a title, which is then another's
	Officer                      // official, aide, spokesman: makes the noun before it a modifier
	BodyOf                       // administration, campaign: what is named after a person but is not the person
	Institute                    // Foundation, County, Tower: a name built on a person's
	Generic                      // national, department, act: tells too little of a name
	Shared                       // senator, lawmaker: titles that many hold at once
	Party                        // the one met: counterpart
	Before                       // predecessor
	After                        // successor
	Locative                     // in, at, near
	Saying                       // said, told: who says something
	Dubbed                       // known, called: before a name
	Era                          // era
	Determiner                   // each, every, some, two: opens a noun phrase, with no article
	Verbal                       // modal and auxiliary verbs
	Organ                        // committee, council, association: a name built on an organization's
	Thing                        // order, program, commission: what "the order" may take up from a longer name
	Reign                        // administration, government: words for the same body
	Agency                       // department, bureau, service: an organization so named may be called an agency
	Human                        // nouns for a person: the head of an apposition to a person's name
	Concern                      // company, union: what an organization may be called whatever its name
	Grant                        // subsidy, exemption: what a rule gives, as the head of an apposition to its name
	AOrAn                        // a, an
	DateLead                     // words after which a bare number of four digits is a year and a bare "May" a month
	NoWeekday                    // stand before a weekday that is part of a name
	PeriodPart                   // stand before "of the year"
	VagueLead                    // stand before "weeks" where it is a stretch of time with no fixed place
	SeasonLead                   // prepositions that make a bare season a time
	Numbered                     // stand before a number that names and does not count
	NumberedPart                 // stand in small letters before a number that names: "in round 7", "page 12"
	People                       // nouns for persons
	Sufferer                     // words that count persons by what befell them: "17 injured"
	Clock                        // behind a number of the clock: a.m., o'clock
	HourLead                     // before one: at
	Reporter                     // behind the number of a volume of law: U.S.C.
	Street                       // ends a street's name: avenue
	AlwaysNumbered               // before a number that names, however it is written: no, section
	PhraseEnd                    // end the noun phrase that a number counts
	TheTwo                       // nouns that "the two" and "their two" point at without counting
	ThirdPerson                  // he, she, it
	Statement                    // behind a possessor ("the mayor's vow to …") quote the possessor
	Hearer                       // verbs that name the hearer behind them: "told Ruiz" is not Ruiz's word
	GoesOn                       // verbs that, before "to say", tell that it was said
	Subordinator                 // begin a clause that a comma ends before the main one
	BeforeVerb                   // words between a subject and its verb
	Document                     // nouns for what says a thing in writing, and for those who speak for others: who issued them, or whom they speak for, is the speaker
	Spokesman                    // who speaks for others
	Body                         // nouns by which a text calls an organization it named before
	RoleWord                     // stand before a name besides those the lexicon knows
	Broadcast                    // stand beside the title of a programme, book or song in quotation marks
	Particle                     // stand in small letters inside a name
	GivenAsNation                // end as the adjective of a country may
	Speaking                     // persons by which a text calls who has just spoken
	BodyEnd                      // the last word of an organization's name, or a noun for one: council, bank
	Firm                         // ends a company's name and is no noun for it: Inc, Partners
	Law                          // act, bill, treaty
	Program                      // program, initiative, scheme
	Court                        // court, tribunal
	Spot                         // street, river, town: a place
	Event                        // summit, cup, war
	Work                         // novel, tanker: what bears a name and is nobody
	Person                       // nouns for a person, besides the lexicon's
	Kin                          // daughter, lawyer: whoever has one is a person
	Post                         // what an organization has: shares, chief, spokesman
	Speaks                       // verbs that people and organizations are subjects of
	Within                       // in, near: a place follows
	Given                        // common given names
	Land                         // countries, states, some cities
	Nation                       // of these, countries: a body may bear one behind its name
	Common                       // acronyms of things; words that get a capital and are no name
	Unnamed                      // names nobody by itself: Board, Council, State
	PlaceOpening                 // first words of names of places: New, San, Port
	TakesOf                      // "… of", "… for", "… on" belong to the name
	Plain                        // verbs and nouns too common to be a practice
	NumberedLaw                  // Title 5, Article 12
	Loose                        // says whose friend or party's man somebody is, and no office
	Corporate                    // first words of the names of bodies, not of people: United, Royal
	Legal                        // Inc, LLC: ends a company's name behind a comma
	Binding                      // of, for, on, and: between the words of a name
	Building                     // a body so named is a building, too: "on" behind it tells where
	WithThe                      // bodies and laws that end so are named with "the"
	CompanyTitle                 // titles in companies: before them may stand the company's name
	Noble                        // titles before one name: Lord, Sir, Father
	Lordly                       // of these, those that are part of the name
	Portfolio                    // what a minister or secretary is "of"
	Head                         // who leads a body, before "of": director, executive
	Minister                     // whose "of" names an office, not a body: secretary, minister
	Belonging                    // children's, women's: a possessive inside a name
	ToldDeterminer               // the, each, his
	ToldPreposition              // of, in, with
	ToldConjunction              // and, while
	ToldPronoun                  // he, who, there
	ToldAuxiliary                // is, has, would
	ToldAdverb                   // the few that work like function words
	ToldPossessive               // 's
	ToldHonorific                // Mr., Lady
	ToldRole                     // what a person is: secretary, senator
	ToldProgram                  // what a government runs: policy, rule, commission
	ToldDay                      // weekday or month

	PointsBack      // before a small number that only points back: "the two leaders"
	PointsAt        // before one that does where the noun is known, too: "their two countries"
	OfWhich         // between "of" and what is counted: "12 of the boats"
	OfThem          // behind "of", for what was counted before: "12 of them"
	Vote            // votes are counted: "a vote of 5 to 4"
	PerLead         // before the unit of a rate: "5 crowns a day"
	AgeLead         // before somebody's age
	Direction       // before "from": "up from 900"
	Plural          // nouns for several that do not end as plurals do
	Household       // nouns for several persons, which are counted by themselves
	Some            // before units, for no certain number of them: "the last few weeks"
	ToOther         // before a unit, counting from another day than today: "the previous month"
	RangeEnd        // before the end of a span that begins now: "between now and May"
	TakesWhat       // behind "takes": takes effect, office, place
	Speaker         // pronouns for who says something
	ForPerson       // pronouns and possessives for a person
	ForBody         // pronouns and possessives for a body
	ItsOwner        // possessives for who was spoken of
	Nobody          // pronouns that name nobody who was spoken of
	RelativeSubject // relative pronouns that are subjects
	JoinsVerbs      // between two verbs of one subject
	ClauseOpening   // a noun phrase does not go on over it
	Elided          // words of which an apostrophe stands for the beginning: 'em, 'til
	TimeLead        // between a subject and a day before its verb: "Ruiz on Monday said"
	ThisOne         // before a noun that takes up what was named
	PlaceLead       // between a post and where it is held
	Measures        // before a number: "more than"
	Members         // plurals that a body's name begins with: Friends of …
	Personal        // pronouns and possessives for a person
	Roomy           // ends the name of a body that may be that of its room or building
	GivenMonth      // months that are given names
	MonthLead       // before a month that is no given name
	NamePart        // stands in small letters inside a name
	OfPlace         // nouns whose "of" and a place belong to one name: University of …
	Idle            // behind a negation that denies only this word: "not only"
	TellingPart     // stands in small letters inside a name
	DatedNoun       // what happens on a day: "today's vote", which "today's youth" is not
	Accounts        // words of what is told by quarters: profit, sales, growth
	Match           // words of sport, whose quarters and halves are no times of the year
	ClockWord       // noon, midnight: an hour before or behind a day
	NoDay           // before a day that is no certain one: "every Friday", "a Monday"
	DayAsName       // behind a day or month that is part of a name: Sunday Times, Today programme
	Movement        // seasons that are a movement, too: fall, spring
	Vintage         // what a year before it is the make of: a 1987 car
	Night           // parts of the day that "last" may stand before
	Fiscal          // a year or quarter that is not the calendar's
	Ending          // end, ended: behind the year or quarter that ends
	OnDay           // between an hour and its day: "noon on Friday"
	Several         // pronouns whose verb has the form of the plural
	Towards         // before what may lie ahead though the sentence is past: "for Monday's vote"
	FractionLead    // between a number and its fraction: "two and a half", "one point two"
	Between         // before a range whose ends "and" joins
	Percent         // behind a number, the sign among them
	Minus           // before a number below zero
	Course          // what has a length, and words that measure one: "a 100m race", "5m tall"
	RatioLead       // between the numbers of a ratio: "one in five", "nine out of ten"
	MonthName       // months of a language whose dates are not read
	Strong          // behind a number with a hyphen, of people: "five-strong"
	Voted           // verbs before the numbers of a vote
	Remaining       // behind a number, of what was counted before: "17 others"
	Adverb          // may stand inside a verb: "has also been"
	Asker           // labels the turn of who asks: Q, Reporter
	Answer          // labels the turn of who is asked
	Contrast        // begins a clause that is set against the one before
	WhenOrWhere     // prepositions of a time or place: what a phrase before them names is whole
	Issued          // before who issued a text: "a letter from"
	OnAir           // before the one word of a programme's title: on
	Keeps           // "kept calling it"
	Put             // says something before "it" and "at": "as Ruiz put it"
	Like            // before words that nobody said: "something like"
	Something       // before these
	Man             // shows a man: he, Mr., John
	Woman           // shows a woman: she, Ms., Mary
	Thus            // before who says what stands before it, in German: „…“, so Lorenz
	ItSays          // with "it", of what stands in a text: „…“, heißt es im Urteil
	SaysBehind      // behind who says it: Lorenz zufolge
	Oblique         // articles behind which no subject stands: dem, einem
	Mans            // of the others, those of a man, which with a woman's noun are such, too: der
	HourUnit        // behind a number that, behind "at", is of the clock, and else counts: às 6 horas
	Reported        // verbs by which a sentence tells what somebody said: der Hafen sei voll
	OnlyCounting    // number words that are other words, too, where nothing follows that they count: neuf, venti
	DayEnd          // behind the number and the character of a day whose month is not said: 10日午前
	DayOwns         // behind one, of what belongs to that day or lasts as many: 10日の
	Moved           // participles that "ist" makes a past, and no state: ist gestürzt

	// These follow from what else a pack says of a word.
	OpensTime    // an expression of time may begin with it
	OpensHoliday // the name of a holiday does
	Numeral      // a number
	Cued         // it can be a cue of who speaks

	classes // how many there are
)

// keys are the classes as packs write them.
var keys = [classes]string{
	Article:         "article",
	Definite:        "definite",
	Indefinite:      "indefinite",
	Possessive:      "possessive",
	Own:             "own",
	Honorific:       "honorific",
	Title:           "title",
	Abbreviation:    "abbreviation",
	Suffix:          "suffix",
	Function:        "function",
	Preposition:     "preposition",
	Pronoun:         "pronoun",
	Copula:          "copula",
	Relative:        "relative",
	Calendar:        "calendar",
	Negation:        "negation",
	Former:          "former",
	StandIn:         "stand-in",
	Officer:         "officer",
	BodyOf:          "body-of",
	Institute:       "institute",
	Generic:         "generic",
	Shared:          "shared",
	Party:           "party",
	Before:          "before",
	After:           "after",
	Locative:        "locative",
	Saying:          "saying",
	Dubbed:          "dubbed",
	Era:             "era",
	Determiner:      "determiner",
	Verbal:          "verbal",
	Organ:           "organ",
	Thing:           "thing",
	Reign:           "reign",
	Agency:          "agency",
	Human:           "human",
	Concern:         "concern",
	Grant:           "grant",
	AOrAn:           "a-or-an",
	DateLead:        "date-lead",
	NoWeekday:       "no-weekday",
	PeriodPart:      "period-part",
	VagueLead:       "vague-lead",
	SeasonLead:      "season-lead",
	Numbered:        "numbered",
	NumberedPart:    "numbered-part",
	People:          "people",
	Sufferer:        "sufferer",
	Clock:           "clock",
	HourLead:        "hour-lead",
	Reporter:        "reporter",
	Street:          "street",
	AlwaysNumbered:  "always-numbered",
	PhraseEnd:       "phrase-end",
	TheTwo:          "the-two",
	ThirdPerson:     "third-person",
	Statement:       "statement",
	Hearer:          "hearer",
	GoesOn:          "goes-on",
	Subordinator:    "subordinator",
	BeforeVerb:      "before-verb",
	Document:        "document",
	Spokesman:       "spokesman",
	Body:            "body",
	RoleWord:        "role-word",
	Broadcast:       "broadcast",
	Particle:        "particle",
	GivenAsNation:   "given-as-nation",
	Speaking:        "speaking",
	BodyEnd:         "body-end",
	Firm:            "firm",
	Law:             "law",
	Program:         "program",
	Court:           "court",
	Spot:            "spot",
	Event:           "event",
	Work:            "work",
	Person:          "person",
	Kin:             "kin",
	Post:            "post",
	Speaks:          "speaks",
	Within:          "within",
	Given:           "given",
	Land:            "land",
	Nation:          "nation",
	Common:          "common",
	Unnamed:         "unnamed",
	PlaceOpening:    "place-opening",
	TakesOf:         "takes-of",
	Plain:           "plain",
	NumberedLaw:     "numbered-law",
	Loose:           "loose",
	Corporate:       "corporate",
	Legal:           "legal",
	Binding:         "binding",
	Building:        "building",
	WithThe:         "with-the",
	CompanyTitle:    "company-title",
	Noble:           "noble",
	Lordly:          "lordly",
	Portfolio:       "portfolio",
	Head:            "head",
	Minister:        "minister",
	Belonging:       "belonging",
	ToldDeterminer:  "told-determiner",
	ToldPreposition: "told-preposition",
	ToldConjunction: "told-conjunction",
	ToldPronoun:     "told-pronoun",
	ToldAuxiliary:   "told-auxiliary",
	ToldAdverb:      "told-adverb",
	ToldPossessive:  "told-possessive",
	ToldHonorific:   "told-honorific",
	ToldRole:        "told-role",
	ToldProgram:     "told-program",
	ToldDay:         "told-day",
	PointsBack:      "points-back",
	PointsAt:        "points-at",
	OfWhich:         "of-which",
	OfThem:          "of-them",
	Vote:            "vote",
	PerLead:         "per-lead",
	AgeLead:         "age-lead",
	Direction:       "direction",
	Plural:          "plural",
	Household:       "household",
	Some:            "some",
	ToOther:         "to-other",
	RangeEnd:        "range-end",
	TakesWhat:       "takes-what",
	Speaker:         "speaker",
	ForPerson:       "for-person",
	ForBody:         "for-body",
	ItsOwner:        "its-owner",
	Nobody:          "nobody",
	RelativeSubject: "relative-subject",
	JoinsVerbs:      "joins-verbs",
	ClauseOpening:   "clause-opening",
	Elided:          "elided",
	TimeLead:        "time-lead",
	ThisOne:         "this-one",
	PlaceLead:       "place-lead",
	Measures:        "measures",
	Members:         "members",
	Personal:        "personal",
	Roomy:           "roomy",
	GivenMonth:      "given-month",
	MonthLead:       "month-lead",
	NamePart:        "name-part",
	OfPlace:         "of-place",
	Idle:            "idle",
	TellingPart:     "telling-part",
	DatedNoun:       "dated-noun",
	Accounts:        "accounts",
	Match:           "match",
	ClockWord:       "clock-word",
	NoDay:           "no-day",
	DayAsName:       "day-as-name",
	Movement:        "movement",
	Vintage:         "vintage",
	Night:           "night",
	Fiscal:          "fiscal",
	Ending:          "ending",
	OnDay:           "on-day",
	Several:         "several",
	Towards:         "towards",
	FractionLead:    "fraction-lead",
	Between:         "between",
	Percent:         "percent",
	Minus:           "minus",
	Course:          "course",
	RatioLead:       "ratio-lead",
	MonthName:       "month-name",
	Strong:          "strong",
	Voted:           "voted",
	Remaining:       "remaining",
	Adverb:          "adverb",
	Asker:           "asker",
	Answer:          "answer",
	Contrast:        "contrast",
	WhenOrWhere:     "when-or-where",
	Issued:          "issued",
	OnAir:           "on-air",
	Keeps:           "keeps",
	Put:             "put",
	Like:            "like",
	Something:       "something",
	Man:             "man",
	Woman:           "woman",
	Thus:            "thus",
	ItSays:          "it-says",
	SaysBehind:      "says-behind",
	Oblique:         "oblique",
	Mans:            "mans",
	HourUnit:        "hour-unit",
	Reported:        "reported",
	OnlyCounting:    "only-counting",
	DayEnd:          "day-end",
	DayOwns:         "day-owns",
	Moved:           "moved",
	OpensTime:       "opens-time",
	OpensHoliday:    "opens-holiday",
	Numeral:         "numeral",
	Cued:            "cued",
}

func (c Class) String() string { return keys[c] }

// Set is a set of classes, one bit for each.
type Set [4]uint64

// There is room for every class: one too many is told by the compiler, not by a program
// that starts.
const _ = uint(len(Set{})*64) - uint(classes)

// SetOf is the set of some classes.
func SetOf(cs ...Class) (s Set) {
	for _, c := range cs {
		s[c/64] |= 1 << (c % 64)
	}
	return s
}

// Has tells whether one of the classes is in the set.
func (s Set) Has(cs ...Class) bool { return s.has(cs) }

// has is Has of a set that is not copied.
func (s *Set) has(cs []Class) bool {
	for _, c := range cs {
		if s[c/64]>>(c%64)&1 != 0 {
			return true
		}
	}
	return false
}

// Meets tells whether a class is in both sets.
func (s Set) Meets(o Set) bool { return s[0]&o[0]|s[1]&o[1]|s[2]&o[2]|s[3]&o[3] != 0 }

// And is what both sets hold.
func (s Set) And(o Set) Set { return Set{s[0] & o[0], s[1] & o[1], s[2] & o[2], s[3] & o[3]} }

// Less is the set without what another holds.
func (s Set) Less(o Set) Set { return Set{s[0] &^ o[0], s[1] &^ o[1], s[2] &^ o[2], s[3] &^ o[3]} }

// Or is what one of the sets holds.
func (s Set) Or(o Set) Set { return Set{s[0] | o[0], s[1] | o[1], s[2] | o[2], s[3] | o[3]} }
