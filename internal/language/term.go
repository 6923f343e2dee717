package language

// Term is what a pack says of a word besides its classes.
type Term struct {
	Time   Time
	Number Number
	Unit   string // "" for words that are none
	Tense  Tense
	Cue    Cue
}

// Time is what a word can say about time. N is the month (1–12), the weekday (0 is
// Sunday), the season (0 is winter, as it begins a year), the days from today, a unit, or
// the number a word stands for.
type Time struct {
	Kind TimeKind
	N    int
}

// TimeKind is a section of dates.yaml, or a key of its "relative".
type TimeKind uint8

const (
	NoTime         TimeKind = iota
	MonthWord               // January
	ShortMonthWord          // Jan: a month only with a day, a year or its full stop
	WeekdayWord             // Monday
	SeasonWord              // summer
	DayWord                 // today, tomorrow
	UnitWord                // week; N is a calendar unit
	UnitsWord               // weeks
	ThisWord                // this, current
	LastWord                // last, past, previous, prior
	NextWord                // next, coming, following
	PartWord                // early, late, mid
	CountWord               // two
	AgoWord                 // ago
	LaterWord               // later, after
	EarlierWord             // earlier, before
	RecentWord              // recent: makes a vague span of time
	OrdinalWord             // sixth
	SameWord                // same
	ThatWord                // that: takes up what was dated before
	QuarterWord             // Q3
	HalfWord                // H1
	YearWord                // Vorjahr, heuer; N is the years from this one
)

// Units of the calendar.
const (
	Day = iota
	Week
	Weekend
	Month
	Quarter
	HalfYear
	Period // "the year-earlier period"
	Year
	Decade
	Century
)

// Number is what a word is worth in a number.
type Number struct {
	Value float64
	Kind  NumberKind
}

// NumberKind is a section of figures.yaml.
type NumberKind uint8

const (
	NoNumber  NumberKind = iota
	Ones                 // two … nineteen
	Tens                 // twenty … ninety
	Hundred              //
	Magnitude            // thousand, million
	Dozen                //
	Half                 // half, in "half a million"
	Fraction             // third, in "two-thirds"
)

// Tense tells when something happens: before the article's day or after it. Each has its
// example in dates.yaml.
type Tense uint8

const (
	NoTense Tense = iota
	Past          // sailed, was
	Future        // will
	Leaning       // plans, agreed: ahead with "to" behind it
	Planned       // scheduled, due: ahead; "had been due" lies behind
	Be            // are, is: ahead before "to" and before Moving
	Weak          // "by Friday", "before the vote on Friday": ahead, where nothing else says
	Takes         // "takes effect", "leaves office": ahead
	Modal         // could: ahead, unless the past is nearer
	Begins        // begins, expires: the present of what is on a schedule, ahead
	Begin         // begin, meet: the same of several, behind their noun alone
	Moving        // leaving, opening: ahead behind "is"
	Present       // it is neither: what is found of a clause, in some languages of verbs by themselves
)

// Cue says what a word does in an attribution.
type Cue uint8

const (
	NoCue    Cue = iota
	Says         // finite verb of speech: said, told, wrote
	SaysBase     // its base form: a verb behind a plural, an infinitive behind "to"
	SaidOf       // its participle: saying, adding
	Judges       // finite verb that tells what somebody thinks of a thing: called, denounced
	JudgesBase
	Judging // its participle: calling, citing
	Names   // gives a name that is nobody's quotation: dubbed, known, titled
	Puts    // puts it, puts the cost at, qualified it as
	Accords // according (to), keeping (with), and the colon of "Ruiz: “We wait”"
)

// Kinds as the files of a pack write them, in the order of the constants.
var (
	timeKinds   = keysOf(MonthWord, "month short-month weekday season day-word unit units this last next part count ago later earlier recent ordinal same that quarter-code half-code year-word")
	units       = keysOf(Day, "day week weekend month quarter half period year decade century")
	numberKinds = keysOf(Ones, "ones tens hundred magnitude dozen half fraction")
	tenses      = keysOf(Past, "past future leaning planned be weak takes modal begins begin moving present")
	cues        = keysOf(Says, "says says-base saying judges judges-base judging names puts accords")
)
