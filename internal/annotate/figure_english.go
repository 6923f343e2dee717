package annotate

// numberWord is what a word is worth in a number.
type numberWord struct {
	value float64
	kind  numberKind
}

type numberKind uint8

const (
	noNumber numberKind = iota
	ones                // two … nineteen
	tens                // twenty … ninety
	hundredWord
	magnitude // thousand, million
	dozenWord
	half     // half, in "half a million"
	fraction // third, in "two-thirds"
)

var englishNumbers = map[string]numberWord{
	"one": {1, ones}, "two": {2, ones}, "three": {3, ones}, "four": {4, ones}, "five": {5, ones}, "six": {6, ones}, "seven": {7, ones}, "eight": {8, ones},
	"nine": {9, ones}, "ten": {10, ones}, "eleven": {11, ones}, "twelve": {12, ones}, "thirteen": {13, ones}, "fourteen": {14, ones}, "fifteen": {15, ones},
	"sixteen": {16, ones}, "seventeen": {17, ones}, "eighteen": {18, ones}, "nineteen": {19, ones},
	"twenty": {20, tens}, "thirty": {30, tens}, "forty": {40, tens}, "fifty": {50, tens}, "sixty": {60, tens}, "seventy": {70, tens}, "eighty": {80, tens}, "ninety": {90, tens},
	"hundred": {100, hundredWord}, "thousand": {1e3, magnitude}, "million": {1e6, magnitude}, "millions": {1e6, magnitude}, "billion": {1e9, magnitude},
	"billions": {1e9, magnitude}, "trillion": {1e12, magnitude}, "trillions": {1e12, magnitude}, "bn": {1e9, magnitude}, "mn": {1e6, magnitude},
	"dozen": {12, dozenWord}, "half": {0.5, half},
	"thirds": {3, fraction}, "third": {3, fraction}, "quarters": {4, fraction}, "quarter": {4, fraction}, "fifths": {5, fraction}, "fifth": {5, fraction},
	"tenths": {10, fraction}, "tenth": {10, fraction}, "eighths": {8, fraction}, "sixths": {6, fraction}, "halves": {2, fraction},
}

// unitNouns are nouns that a number measures with: they are its unit as they stand.
var unitNouns = map[string]string{
	"percent": "percent", "%": "percent", "per": "", "point": "points", "points": "points",
	"second": "seconds", "seconds": "seconds", "minute": "minutes", "minutes": "minutes", "hour": "hours", "hours": "hours", "day": "days", "days": "days", "night": "nights", "nights": "nights",
	"week": "weeks", "weeks": "weeks", "month": "months", "months": "months", "year": "years", "years": "years", "decade": "decades", "decades": "decades", "century": "centuries", "centuries": "centuries",
	"mile": "miles", "miles": "miles", "km": "kilometers", "kilometer": "kilometers", "kilometers": "kilometers", "kilometre": "kilometers", "kilometres": "kilometers",
	"foot": "feet", "feet": "feet", "ft": "feet", "inch": "inches", "inches": "inches", "meter": "meters", "meters": "meters", "metre": "meters", "metres": "meters", "acre": "acres", "acres": "acres",
	"ton": "tons", "tons": "tons", "tonne": "tonnes", "tonnes": "tonnes", "pound": "pounds", "pounds": "pounds", "kg": "kilograms", "kilogram": "kilograms", "kilograms": "kilograms",
	"barrel": "barrels", "barrels": "barrels", "gallon": "gallons", "gallons": "gallons", "liter": "liters", "liters": "liters", "litre": "liters", "litres": "liters",
	"degree": "degrees", "celsius": "degrees", "fahrenheit": "degrees", "degrees": "degrees", "megawatt": "megawatts", "megawatts": "megawatts", "mph": "miles an hour",
	"dollar": "dollars", "dollars": "dollars", "euro": "euros", "euros": "euros", "peso": "pesos", "pesos": "pesos", "yen": "yen", "yuan": "yuan", "cent": "cents", "cents": "cents",
	"time": "times", "times": "times", "vote": "votes", "votes": "votes",
}

// currencies by their mark, before the number.
var currencies = map[string]string{"$": "dollars", "€": "euros", "£": "pounds", "¥": "yen", "₹": "rupees", "₽": "rubles", "₩": "won", "¢": "cents"}

// gluedUnits stand right behind their number.
var gluedUnits = map[string]string{"km": "kilometers", "cm": "centimeters", "mm": "millimeters", "kg": "kilograms", "mph": "miles an hour", "kph": "kilometers an hour", "ft": "feet", "lb": "pounds", "lbs": "pounds"}

// figureLists are the lists that figures are read with.
var figureLists = map[list]string{
	// legalTitles stand before a number that names and does not count.
	legalTitles: "title section sections sec article articles chapter part parts rule rules amendment proposition prop resolution bill act order " +
		"case docket flight route highway interstate channel room page pages phase type class level category number no nos figure table form exhibit annex appendix " +
		"volume vol paragraph clause item line district precinct ward gate pier building apartment apt suite box house track runway camp station terminal exit psalm " +
		"verse act protocol division battalion regiment brigade squadron unit area zone operation executive public stat usc cfr fed reg hr sb ab top version day week year grade row seat " +
		"g group covid sars us i p pp para paras ch fig",

	// numbered stand in small letters before a number that names: "in round 7", "page 12".
	numbered: "round page chapter room phase level row seat stage step grade lap version route gate pier flight platform episode",

	// people are nouns for persons.
	people: "people persons person men women man woman children child kids boys girls babies infants minors youths teenagers adults adolescents students pupils " +
		"migrants immigrants refugees families asylum-seekers seekers residents citizens nationals inhabitants voters patients passengers civilians troops soldiers personnel agents officers " +
		"officials employees staff guards police lawyers judges justices senators representatives lawmakers members delegates governors mayors activists victims survivors detainees prisoners " +
		"inmates suspects defendants plaintiffs parents mothers fathers sons daughters brothers sisters siblings relatives volunteers doctors nurses teachers farmers crossers arrivals returnees deportees " +
		"contractors inspectors experts scientists journalists reporters critics protesters demonstrators workers leaders farmers smugglers traffickers drivers travelers travellers commuters holders buyers owners dealers makers writers readers viewers users customers consumers taxpayers newcomers foreigners strangers " +
		"fighters rebels guerrillas gunmen hostages monks nuns priests clergy homeowners renters applicants claimants asylees evacuees fans athletes players sailors pilots crew households visitors tourists guests neighbors neighbours spectators candidates tenants pensioners councillors captains",

	// sufferers are words that count persons by what befell them: "17 injured".
	sufferers: "killed dead missing injured wounded hurt arrested detained drowned jailed homeless unemployed jobless displaced stranded sick ill infected hospitalized hospitalised evacuated " +
		"rescued deported expelled apprehended encountered released sentenced convicted reunited separated vaccinated died",

	// phraseEnds end the noun phrase that a number counts.
	phraseEnds: "were was are is be been being have has had will would can could may might must should do does did said say says told who whom which that " +
		"and or but while when where since because as than if so at in on by for from to with into onto over under between during after before through against across about around per " +
		"without within toward towards until up down out off away back according including came went took made got found began a an the this these those his her its their our your my it they he she " +
		"now then later ago earlier each every also already still only not never remain remains remained live lived work worked want wanted died die crossed cross arrived arrive waited wait face faced last next",

	// theTwo are nouns that "the two" and "their two" point at without counting.
	theTwo: "countries nations leaders sides presidents men women parties neighbors neighbours governments states allies administrations houses chambers bodies others",
}
