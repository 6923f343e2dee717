package compare

import "strings"

// class is what kind of word a word is, as far as a short list can tell. Words on no
// list are content words.
type class uint8

const (
	content class = iota
	determiner
	preposition
	conjunction
	pronoun
	auxiliary
	adverb // the few that work like function words
	possessive
	honorific
	role    // what a person is: secretary, senator
	program // what a government runs: policy, rule, commission
	day     // weekday or month
)

// function tells whether words of the class carry little meaning of their own.
func (c class) function() bool { return c >= determiner && c <= possessive }

// table reads "class: words" lines.
func table(lists map[class]string) map[string]class {
	t := map[string]class{}
	for c, words := range lists {
		for _, w := range strings.Fields(words) {
			t[w] = c
		}
	}
	return t
}

// classes lists each word under one class only, so that the order of the lists does
// not matter.
var classes = table(map[class]string{
	determiner: `the a an this that these those both each every all some any his her its their my our
		your another such no either neither many several one`,
	preposition: `of in on at by for from to with without within into onto upon about against between
		through throughout during before after above below under underneath beneath over near toward
		towards across along alongside among amid around behind beside besides beyond despite
		regardless except inside outside off out past per since till until via versus up down like
		unlike amongst concerning regarding`,
	conjunction: `and or but nor while whereas whilst although though because if when whenever once
		unless as than so yet however whether even`,
	pronoun: `he she it they him them who whom which what i you we us me himself herself itself
		themselves myself yourself ourselves whose where there here how why`,
	auxiliary: `is are was were be been being am has have had having do does did will would can could
		may might must shall should ought`,
	adverb:     `not never also too again still just only now then already ago later soon further very more most`,
	possessive: `'s`,
	honorific:  `mr mrs ms miss dr sir dame lady lord`,
	role: `president vice minister secretary senator representative congressman congresswoman governor
		mayor judge justice general chancellor king queen prince princess pope bishop archbishop
		ambassador director chairman chairwoman chair chief commissioner commander captain colonel
		sergeant lieutenant professor doctor attorney spokesman spokeswoman spokesperson adviser
		advisor deputy speaker leader officer agent inspector envoy treasurer administrator
		superintendent sheriff prosecutor rep sen gov gen`,
	program: `program programme policy rule order act bill law statute regulation protocol agreement
		accord treaty pact convention declaration strategy plan initiative framework amendment
		resolution proclamation directive ordinance scheme mandate decree commission committee agency
		department ministry bureau council administration authority force doctrine approach legislation`,
	day: `monday tuesday wednesday thursday friday saturday sunday january february march april
		june july august september october november december jan feb apr aug sept oct nov dec`,
})

// classOf looks a folded word up, plurals of roles and programs included.
func classOf(w string) class {
	if c, ok := classes[w]; ok {
		return c
	}
	for _, s := range singulars(w) {
		if c, ok := classes[s]; ok && (c == role || c == program) {
			return c
		}
	}
	return content
}

func singulars(w string) []string {
	switch {
	case len(w) < 4 || w[len(w)-1] != 's':
		return nil
	case strings.HasSuffix(w, "ies"):
		return []string{w[:len(w)-3] + "y"}
	case strings.HasSuffix(w, "es"):
		return []string{w[:len(w)-1], w[:len(w)-2]}
	}
	return []string{w[:len(w)-1]}
}

// contractions spell out what an apostrophe stands for; "'s" may also be "is" or
// "has" and stays as it is.
var contractions = map[string]string{
	"n't": "not", "'re": "are", "'ve": "have", "'ll": "will", "'m": "am", "ca": "can", "wo": "will",
}

// abbreviations end in a full stop that ends no sentence.
var abbreviations = set(`mr mrs ms dr gov sen rep gen st jr sr prof inc co corp ltd vs etc lt col sgt
	capt adm hon rev jan feb mar apr jun jul aug sept sep oct nov dec dept est fig no vol art`)

// negations turn a claim round, each once.
var negations = set(`not no never without neither nor none nobody nothing nowhere cannot hardly barely refused
	denied failed`)

// numerals are number words that carry a value. "one" is left out: it is mostly a
// pronoun.
var numerals = map[string]string{
	"two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8",
	"nine": "9", "ten": "10", "eleven": "11", "twelve": "12", "thirteen": "13", "fourteen": "14",
	"fifteen": "15", "sixteen": "16", "seventeen": "17", "eighteen": "18", "nineteen": "19",
	"twenty": "20", "thirty": "30", "forty": "40", "fifty": "50", "sixty": "60", "seventy": "70",
	"eighty": "80", "ninety": "90", "hundred": "100", "thousand": "1000", "million": "1000000",
	"billion": "1000000000", "trillion": "1000000000000", "dozen": "12", "dozens": "12s",
	"hundreds": "100s", "thousands": "1000s", "millions": "1000000s", "billions": "1000000000s",
}

// opposites turn a claim round when one takes the other's place.
var opposites = pairs(`more less more fewer most least higher lower high low rise fall rose fell rising falling
	risen fallen increase decrease increased decreased increasing decreasing increase reduce
	increased reduced raise lower raised lowered raising lowering before after above below up down
	all none always never win lose won lost allow forbid allowed forbidden allow prohibit allowed
	prohibited allows prohibits permit forbid permits forbids accept reject accepted rejected accepts
	rejects support oppose supported opposed supports opposes supporting opposing open close opened
	closed opens closes opening closing north south northern southern northward southward east west
	eastern western first last start end started ended starts ends begin end began ended begins ends
	for against toward against towards against to from into out include exclude included
	excluded legal illegal lawful unlawful authorized unauthorized guilty innocent true false
	strengthen weaken strengthened weakened expand shrink expanded shrank buy sell bought sold import
	export imports exports gain loss gains losses majority minority approve reject approved rejected
	approves rejects confirm deny confirmed denied confirms denies praise criticize praised criticized
	keep abandon kept abandoned enter leave entered left arrive depart friend enemy ally enemy
	success failure succeed fail succeeded failed able unable likely unlikely over under inside
	outside better worse best worst longer shorter larger smaller bigger smaller greater less`)

// ways are prepositions by the way they point. One put for another of another way
// turns a claim round: "through the city", "by the city".
var ways = map[string]string{
	"to": "goal", "toward": "goal", "towards": "goal", "into": "goal", "onto": "goal",
	"from": "origin", "through": "path", "via": "path", "across": "path",
	"by": "agent", "against": "against",
}

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// pairs reads words two by two into a table that holds both directions.
func pairs(words string) map[[2]string]bool {
	m := map[[2]string]bool{}
	f := strings.Fields(words)
	for i := 0; i+1 < len(f); i += 2 {
		m[[2]string{f[i], f[i+1]}] = true
		m[[2]string{f[i+1], f[i]}] = true
	}
	return m
}

// stem cuts the commonest English endings, so that forms of a word meet. It need not
// make words, only the same thing of two forms.
func stem(w string) string {
	if len(w) < 5 {
		return strings.TrimSuffix(w, "s")
	}
	for _, end := range []string{"ies", "ied", "ing", "ed", "es", "s", "ly"} {
		if s, ok := strings.CutSuffix(w, end); ok && len(s) >= 3 && !strings.HasSuffix(s, "s") {
			w = s
			if end == "ies" || end == "ied" {
				w += "y"
			}
			break
		}
	}
	w = strings.TrimSuffix(w, "e")
	if n := len(w); n > 4 && w[n-1] == w[n-2] && w[n-1] != 's' && w[n-1] != 'l' {
		w = w[:n-1]
	}
	return w
}
