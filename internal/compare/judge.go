package compare

import (
	"math"
	"strconv"
	"strings"
	"unicode"
)

// group is an aligned passage: the tokens of both sides.
type group struct {
	a, b               *text
	aLo, aHi, bLo, bHi int
	loose              [2]map[string]int // words of either side that stand against no equal one
}

func newGroup(a, b *text, aLo, aHi, bLo, bHi int, links []link) *group {
	g := &group{a: a, b: b, aLo: aLo, aHi: aHi, bLo: bLo, bHi: bHi}
	g.loose = [2]map[string]int{{}, {}}
	for _, l := range links {
		if l.same {
			continue
		}
		if l.i >= 0 {
			g.loose[0][a.tokens[l.i].norm]++
		}
		if l.j >= 0 {
			g.loose[1][b.tokens[l.j].norm]++
		}
	}
	return g
}

// judge says what kind of change it is and gives the verdict. What bears most on the
// meaning is asked first.
func (g *group) judge(c change) (Kind, Verdict) {
	x, y := g.a.tokens[c.aLo:c.aHi], g.b.tokens[c.bLo:c.bHi]
	switch {
	case c.zone == quoted:
		return g.quotation(x, y)
	case !g.a.pack.Compares:
		return Wording, ""
	case g.flips(c, x, y):
		return Claim, FlippedClaim
	case c.zone == numeric:
		return g.number(x, y)
	case c.zone == named:
		return g.name(c, x, y)
	case g.a.money(x) != "" && g.a.money(y) != "" && g.a.money(x) != g.a.money(y):
		return Figure, ChangedFigure // "£5" told as "$5"
	case g.title(c):
		return Title, AlteredTitle
	}
	return Wording, WordingOnly
}

// money is the currency that a lone sign stands for, "" of other words.
func (t *text) money(ts []piece) string {
	if len(ts) != 1 {
		return ""
	}
	return t.pack.Currency[ts[0].norm]
}

func (g *group) quotation(x, y []piece) (Kind, Verdict) {
	in := func(ts []piece) bool {
		for i := range ts {
			if ts[i].quote > 0 {
				return true
			}
		}
		return false
	}
	switch {
	case len(x) > 0 && !in(x):
		return Quotation, MarksAdded
	case len(y) > 0 && !in(y):
		return Quotation, MarksDropped
	}
	return Quotation, AlteredQuotation
}

// number judges figures and days. Words that only moved inside the passage, and
// numbers written another way, are no finding.
func (g *group) number(x, y []piece) (Kind, Verdict) {
	kind := Figure
	for _, ts := range [][]piece{x, y} {
		for i := range ts {
			if ts[i].class == day || year(&ts[i]) {
				kind = Day
			}
		}
	}
	vx, vy := g.a.values(x), g.a.values(y)
	switch {
	case vx == vy || g.moved(x, y):
		return Wording, WordingOnly
	case kind == Day && vx == "":
		return Day, AddedDay
	case kind == Day && vy == "":
		return Day, DroppedDay
	case kind == Day:
		return Day, ChangedDay
	case vx == "":
		return Figure, AddedFigure
	case vy == "":
		return Figure, DroppedFigure
	}
	return Figure, ChangedFigure
}

// values is what the numbers and days say, however they are written: "12,000" is "twelve
// thousand".
func (t *text) values(ts []piece) string {
	var b strings.Builder
	var n sum
	for i := range ts {
		switch w := &ts[i]; {
		case w.number():
			n.take(&b, w)
		case w.class == day:
			n.end(&b)
			b.WriteString(t.pack.Calendar(w.norm) + " ")
		case !t.joinsNumber(w):
			n.end(&b)
		}
	}
	n.end(&b)
	return b.String()
}

// sum is a number of several words as far as it was read: the words behind the last
// thousand or million, and those before it.
type sum struct {
	last, whole float64
	open        bool
}

// take adds a word or a number in digits, and writes what came before where it begins
// another number.
func (n *sum) take(b *strings.Builder, t *piece) {
	v, err := strconv.ParseFloat(t.value, 64)
	inWords := err == nil && t.value != t.norm && !unicode.IsDigit(rune(t.norm[0]))
	switch {
	case err != nil:
		n.end(b)
		b.WriteString(t.value + " ")
		return
	case n.open && inWords && v >= 1000:
		n.whole, n.last = n.whole+n.last*v, 0
	case n.open && inWords && v == 100:
		n.last *= v
	case n.open && inWords && n.takes(v):
		n.last += v
	case n.open && inWords && n.last == 0:
		n.last = v
	default:
		n.end(b)
		n.last, n.open = v, true
	}
}

// takes tells whether a word goes on with the number: "two hundred and five", "twenty-five",
// but not "twenty twenty".
func (n *sum) takes(v float64) bool {
	tens := math.Mod(n.last, 100)
	switch {
	case n.last >= 100 && tens == 0:
		return v < 100
	case tens >= 20 && math.Mod(tens, 10) == 0:
		return v < 10
	}
	return false
}

// end writes the number that was read, if one was.
func (n *sum) end(b *strings.Builder) {
	if n.open {
		b.WriteString(strconv.FormatFloat(n.whole+n.last, 'g', -1, 64) + " ")
	}
	*n = sum{}
}

// year tells whether a number reads as a year.
func year(t *piece) bool {
	return len(t.value) == 4 && t.norm == t.value && (t.value[:2] == "19" || t.value[:2] == "20")
}

// moved tells whether a change is one-sided and the words stand elsewhere in the
// passage on the other side.
func (g *group) moved(x, y []piece) bool {
	if len(x) > 0 && len(y) > 0 {
		return false
	}
	for i := range x {
		if !x[i].class.function() && g.loose[1][x[i].norm] == 0 {
			return false
		}
	}
	for i := range y {
		if !y[i].class.function() && g.loose[0][y[i].norm] == 0 {
			return false
		}
	}
	return true
}

func (g *group) name(c change, x, y []piece) (Kind, Verdict) {
	switch {
	case g.moved(x, y):
		return Wording, WordingOnly
	case len(x) == 0 || len(y) == 0:
		return g.oneSidedName(c)
	case standIn(x) || standIn(y):
		return Wording, WordingOnly // "Mr. Lane" told as "he"
	case titles(x) || titles(y):
		return Title, AlteredTitle
	case shortens(y, x) || shortens(x, y):
		return Name, OtherForm
	case variants(x, y):
		return Name, GarbledName
	case sameEntry(g, c):
		return Name, OtherForm
	case len(x) == 1 && len(y) == 1 && x[0].stem == y[0].stem:
		return Wording, WordingOnly
	case g.kept(c) || !anyName(x) || !anyName(y):
		return Name, GarbledName
	}
	return Name, ChangedName
}

// oneSidedName judges words of a name that the other side has not: a first name, an
// initial, or the whole name.
func (g *group) oneSidedName(c change) (Kind, Verdict) {
	t, lo, hi := g.a, c.aLo, c.aHi
	if lo == hi {
		t, lo, hi = g.b, c.bLo, c.bHi
	}
	from, to := t.phrase(lo, hi)
	switch {
	case to-from > hi-lo:
		return Name, OtherForm
	case t == g.a:
		return Name, DroppedName
	}
	return Name, AddedName
}

// kept tells whether the names around the change share a word.
func (g *group) kept(c change) bool {
	aLo, aHi := g.a.phrase(c.aLo, c.aHi)
	bLo, bHi := g.b.phrase(c.bLo, c.bHi)
	for i := aLo; i < aHi; i++ {
		for j := bLo; j < bHi; j++ {
			if g.a.tokens[i].norm == g.b.tokens[j].norm {
				return true
			}
		}
	}
	return false
}

func anyName(ts []piece) bool {
	for i := range ts {
		if ts[i].name {
			return true
		}
	}
	return false
}

func variants(x, y []piece) bool {
	if len(x) != len(y) {
		return false
	}
	for i := range x {
		if x[i].norm != y[i].norm && !variant(x[i].norm, y[i].norm) {
			return false
		}
	}
	return true
}

// standIn tells whether the words are only a pronoun or other function words.
func standIn(ts []piece) bool {
	for i := range ts {
		if !ts[i].class.function() && ts[i].class != honorific {
			return false
		}
	}
	return true
}

func titles(ts []piece) bool {
	for i := range ts {
		if ts[i].class == role {
			return true
		}
	}
	return false
}

// shortens tells whether x is the initials of y: "US" or "USA" for "the United States".
func shortens(x, y []piece) bool {
	var first strings.Builder
	for i := range y {
		if y[i].cap && !y[i].class.function() {
			r := []rune(y[i].norm)
			first.WriteString(strings.ToUpper(string(r[:1])))
		}
	}
	return first.Len() > 1 && len(x) == 1 && strings.HasPrefix(x[0].norm, first.String())
}

// sameEntry tells whether both readings were found to mean the same entry, and
// neither is marked as damaged.
func sameEntry(g *group, c change) bool {
	mention := func(t *text, i int) (string, bool) {
		if m := t.tokens[i].mention; m > 0 {
			return t.mentions[m-1].Entry, !t.mentions[m-1].Damaged && t.mentions[m-1].Rule != "damaged name"
		}
		return "", false
	}
	x, whole := mention(g.a, c.aLo)
	y, sound := mention(g.b, c.bLo)
	named := g.a.named(c.aLo) && g.b.named(c.bLo)
	return named && x == y && whole && sound
}
