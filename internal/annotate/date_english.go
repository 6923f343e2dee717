package annotate

// calendarWord is what a word can say about time. n is the month (1–12), the weekday
// (0 is Sunday), the season (0 is winter, as it begins a year), the days from today,
// or the number a word stands for.
type calendarWord struct {
	kind calendarKind
	n    int
}

type calendarKind uint8

const (
	noTime         calendarKind = iota
	monthWord                   // January
	shortMonthWord              // Jan: a month only with a day, a year or its full stop
	weekdayWord                 // Monday
	seasonWord                  // summer
	dayWord                     // today, tomorrow
	unitWord                    // week; n is a calendar unit
	unitsWord                   // weeks
	thisWord                    // this, current
	lastWord                    // last, past, previous, prior
	nextWord                    // next, coming, following
	partWord                    // early, late, mid
	countWord                   // two
	agoWord                     // ago
	laterWord                   // later, after
	earlierWord                 // earlier, before
	recentWord                  // recent: makes a vague span of time
	ordinalWord                 // sixth
	sameWord                    // same
	holidayWord                 // Christmas; n is month*100+day
)

// Calendar units.
const (
	unitDay = iota
	unitWeek
	unitWeekend
	unitMonth
	unitQuarter
	unitYear
	unitDecade
	unitCentury
)

var englishCalendar = map[string]calendarWord{
	"january": {monthWord, 1}, "february": {monthWord, 2}, "march": {monthWord, 3}, "april": {monthWord, 4}, "may": {monthWord, 5}, "june": {monthWord, 6},
	"july": {monthWord, 7}, "august": {monthWord, 8}, "september": {monthWord, 9}, "october": {monthWord, 10}, "november": {monthWord, 11}, "december": {monthWord, 12},
	"jan": {shortMonthWord, 1}, "feb": {shortMonthWord, 2}, "mar": {shortMonthWord, 3}, "apr": {shortMonthWord, 4}, "jun": {shortMonthWord, 6}, "jul": {shortMonthWord, 7},
	"aug": {shortMonthWord, 8}, "sep": {shortMonthWord, 9}, "sept": {shortMonthWord, 9}, "oct": {shortMonthWord, 10}, "nov": {shortMonthWord, 11}, "dec": {shortMonthWord, 12},

	"sunday": {weekdayWord, 0}, "monday": {weekdayWord, 1}, "tuesday": {weekdayWord, 2}, "wednesday": {weekdayWord, 3}, "thursday": {weekdayWord, 4},
	"friday": {weekdayWord, 5}, "saturday": {weekdayWord, 6},

	"winter": {seasonWord, 0}, "spring": {seasonWord, 1}, "summer": {seasonWord, 2}, "fall": {seasonWord, 3}, "autumn": {seasonWord, 3},

	"today": {dayWord, 0}, "tonight": {dayWord, 0}, "tomorrow": {dayWord, 1}, "yesterday": {dayWord, -1},

	"day": {unitWord, unitDay}, "morning": {unitWord, unitDay}, "afternoon": {unitWord, unitDay}, "evening": {unitWord, unitDay}, "night": {unitWord, unitDay},
	"week": {unitWord, unitWeek}, "weekend": {unitWord, unitWeekend}, "month": {unitWord, unitMonth}, "quarter": {unitWord, unitQuarter}, "year": {unitWord, unitYear},
	"decade": {unitWord, unitDecade}, "century": {unitWord, unitCentury},
	"days": {unitsWord, unitDay}, "weeks": {unitsWord, unitWeek}, "weekends": {unitsWord, unitWeekend}, "months": {unitsWord, unitMonth}, "years": {unitsWord, unitYear},
	"decades": {unitsWord, unitDecade}, "centuries": {unitsWord, unitCentury},

	"this": {thisWord, 0}, "current": {thisWord, 0},
	"last": {lastWord, 0}, "past": {lastWord, 0}, "previous": {lastWord, 0}, "prior": {lastWord, 0}, "preceding": {lastWord, 0},
	"next": {nextWord, 0}, "coming": {nextWord, 0}, "following": {nextWord, 0}, "upcoming": {nextWord, 0},
	"early": {partWord, 0}, "late": {partWord, 0}, "mid": {partWord, 0},
	"ago": {agoWord, 0}, "later": {laterWord, 0}, "after": {laterWord, 0}, "earlier": {earlierWord, 0}, "before": {earlierWord, 0},
	"recent": {recentWord, 0},

	"one": {countWord, 1}, "two": {countWord, 2}, "three": {countWord, 3}, "four": {countWord, 4}, "five": {countWord, 5}, "six": {countWord, 6}, "seven": {countWord, 7},
	"eight": {countWord, 8}, "nine": {countWord, 9}, "ten": {countWord, 10}, "eleven": {countWord, 11}, "twelve": {countWord, 12}, "fifteen": {countWord, 15}, "twenty": {countWord, 20},

	"first": {ordinalWord, 1}, "second": {ordinalWord, 2}, "third": {ordinalWord, 3}, "fourth": {ordinalWord, 4}, "fifth": {ordinalWord, 5}, "sixth": {ordinalWord, 6},
	"seventh": {ordinalWord, 7}, "eighth": {ordinalWord, 8}, "ninth": {ordinalWord, 9}, "tenth": {ordinalWord, 10}, "eleventh": {ordinalWord, 11}, "twelfth": {ordinalWord, 12},
	"fifteenth": {ordinalWord, 15}, "twentieth": {ordinalWord, 20}, "thirtieth": {ordinalWord, 30},
	"same": {sameWord, 0},

	"christmas": {holidayWord, 1225}, "halloween": {holidayWord, 1031},
}

// tenseWord tells when something happens: before the article's day or after it. A
// leaning verb says so only with "to" behind it ("plans to").
type tenseWord uint8

const (
	noTense tenseWord = iota
	pastTense
	futureTense
	leaningTense
	beTense    // "is to", "to be", "is going to"
	weakTense  // "by Friday", "before the vote on Friday": the future, where nothing else says
	takesTense // "takes effect", "leaves office": the future
	modalTense // "could": the future, unless the past is nearer
)

var englishTense = map[string]tenseWord{
	"will": futureTense, "'ll": futureTense, "won't": futureTense, "shall": futureTense, "would": modalTense, "could": modalTense, "should": modalTense, "may": modalTense, "might": modalTense,
	"scheduled": futureTense, "slated": futureTense, "poised": futureTense, "due": futureTense, "upcoming": futureTense, "tomorrow": futureTense, "soon": futureTense,
	"until": weakTense, "by": weakTense, "before": weakTense, "ahead": weakTense, "expires": futureTense, "lapses": futureTense, "expire": futureTense, "lapse": futureTense,
	"resumes": futureTense, "resume": futureTense, "reopens": futureTense, "convenes": futureTense, "opens": futureTense, "closes": futureTense, "concludes": futureTense, "retires": futureTense,
	"take": takesTense, "takes": takesTense, "taking": takesTense, "leave": takesTense, "leaves": takesTense, "leaving": takesTense,
	"ends": futureTense, "begins": futureTense, "starts": futureTense, "planned": futureTense, "gonna": futureTense,
	"going": leaningTense, "set": leaningTense, "expected": leaningTense, "expects": leaningTense, "expect": leaningTense, "plan": leaningTense, "plans": leaningTense, "planning": leaningTense,
	"hopes": leaningTense, "hope": leaningTense, "hoping": leaningTense, "aims": leaningTense, "aim": leaningTense, "aiming": leaningTense, "intends": leaningTense, "intend": leaningTense,
	"agreed": leaningTense, "vowed": leaningTense, "promised": leaningTense, "pledged": leaningTense, "wants": leaningTense, "want": leaningTense, "seeks": leaningTense, "goal": leaningTense,
	"ready": leaningTense, "likely": leaningTense, "preparing": leaningTense, "prepares": leaningTense, "about": leaningTense, "ordered": leaningTense, "required": leaningTense, "urged": leaningTense,
	"is": beTense, "are": beTense, "be": beTense,
	"said": pastTense, "was": pastTense, "were": pastTense, "had": pastTense, "did": pastTense, "has": pastTense, "have": pastTense, "been": pastTense, "told": pastTense, "met": pastTense, "took": pastTense,
	"came": pastTense, "went": pastTense, "began": pastTense, "begun": pastTense, "saw": pastTense, "made": pastTense, "found": pastTense, "won": pastTense, "lost": pastTense, "left": pastTense,
	"held": pastTense, "wrote": pastTense, "gave": pastTense, "got": pastTense, "became": pastTense, "rose": pastTense, "fell": pastTense, "grew": pastTense, "spoke": pastTense, "sent": pastTense,
	"led": pastTense, "kept": pastTense, "ran": pastTense, "sought": pastTense, "brought": pastTense, "paid": pastTense, "put": pastTense, "struck": pastTense, "broke": pastTense, "since": pastTense,
	"ago": pastTense, "earlier": pastTense, "last": pastTense, "taken": pastTense, "given": pastTense, "seen": pastTense, "known": pastTense, "hit": pastTense, "drew": pastTense, "built": pastTense,
	"dealt": pastTense, "felt": pastTense, "heard": pastTense, "meant": pastTense, "threw": pastTense, "wore": pastTense, "withdrew": pastTense, "drove": pastTense, "chose": pastTense,
	"fought": pastTense, "laid": pastTense, "sang": pastTense, "shook": pastTense, "stole": pastTense, "stuck": pastTense, "swore": pastTense, "taught": pastTense, "tore": pastTense,
	"understood": pastTense, "overcame": pastTense, "oversaw": pastTense, "overturned": pastTense, "caught": pastTense, "fed": pastTense, "hung": pastTense, "quit": pastTense, "sold": pastTense,
	"bought": pastTense, "sank": pastTense, "shot": pastTense, "swept": pastTense, "forced": pastTense, "awoke": pastTense, "arose": pastTense, "bore": pastTense, "rode": pastTense, "slept": pastTense,
	"flew": pastTense, "fled": pastTense, "blocked": pastTense, "sued": pastTense, "spent": pastTense, "stood": pastTense, "knew": pastTense, "thought": pastTense,
}

// dateLists are the lists that dates are read with.
var dateLists = map[list]string{
	// dateBefore are words after which a bare number of four digits is a year and a bare
	// "May" a month.
	dateBefore: "in since by until till of from to through during before after early late mid the this last next his her its " +
		"their our fiscal calendar around between past into for on spring summer fall autumn winter year and's 's",

	// notWeekdays stand before a weekday that is part of a name.
	notWeekdays: "black good bloody super cyber palm ash easter fat",

	// periodParts stand before "of the year".
	periodParts: "end start beginning close middle rest remainder half quarter part course months weeks days",

	// vagueBefore stand before "weeks" where it is a stretch of time with no fixed place.
	vagueBefore: "in for over within recent current coming past last next several many few these than least",

	// englishInto are prepositions that make a bare season a time.
	englishInto: "in by until till over during since through throughout before after this",
}
