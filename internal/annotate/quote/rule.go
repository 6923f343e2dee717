package quote

import "glossator/internal/language"

// rule is one way to tell who said what is quoted. The rules are asked in order; the
// first that does not pass decides. In its example it decides of the last quotation.
type rule struct {
	name, example string
	of            func(*Finder, *passage) verdict
}

// verdict is what a rule says of a quotation.
type verdict struct {
	outcome outcome
	who     speaker
	cue     *cue
}

type outcome uint8

const (
	passes  outcome = iota // another rule may know
	settles                // these are the words of who it is
	leans                  // they probably are: told to the editor, and printed nowhere
	refuses                // they are nobody's words
)

// passage is a quotation with what stands around it in its sentence.
type passage struct {
	pair
	at         int  // its number
	prev, next *cue // the nearest before and behind it
	low        int  // where the quotation before ends, else where the sentence begins
	behind     int  // first token behind it that is no comma, dash or bracket
	goesOn     bool // its sentence goes on behind it: it ends with a comma, or asks
	beside     bool // prev stands right before it
	fragment   bool
}

var rules = []rule{
	{"title of a work", `Ruiz said on the program “Morning Tide” that she would sail.`, (*Finder).titled},
	{"name of a thing", `Ruiz tried the “Open Sea” app.`, (*Finder).namesThing},
	{"cue behind", `“The tide is late,” said Ana Ruiz.`, (*Finder).cueBehind},
	{"any verb behind", `“The tide is late,” Ana Ruiz beamed.`, (*Finder).verbBehind},
	{"a name that is given", `The plan, known as “Tides First,” was old.`, (*Finder).nameGiven},
	{"cue before", `Ana Ruiz said, “The tide is late.”`, (*Finder).cueBefore},
	{"colon", `Ana Ruiz had one answer: “We wait.”`, (*Finder).colon},
	{"cue aside", `The tide is “late,” which is no news, Ana Ruiz said.`, (*Finder).cueAside},
	{"goes on", `“The tide is late,” Ana Ruiz said. “It waits.”`, (*Finder).speaksOn},
}

// decide asks the rules who said quotation q, and which of them told.
func (f *Finder) decide(q int) (verdict, *rule) {
	x := f.around(q)
	for i := range rules {
		if v := rules[i].of(f, &x); v.outcome != passes {
			return v, &rules[i]
		}
	}
	return verdict{}, nil
}

// around looks at what stands beside quotation q.
func (f *Finder) around(q int) passage {
	p := f.pairs[q]
	x := passage{pair: p, at: q, low: f.from, behind: p.close + 1, fragment: f.quotes[q].Kind == "fragment"}
	for x.behind < f.to && x.behind < p.close+4 && f.anyOf(x.behind, ",", "-", ")") {
		x.behind++
	}
	if q > f.first {
		x.low = f.pairs[q-1].close
	}
	for ; f.read < len(f.cues) && f.cues[f.read].to <= p.open; f.read++ {
	}
	if f.read > 0 {
		x.prev = &f.cues[f.read-1]
	}
	if f.read < len(f.cues) && f.cues[f.read].from > p.open {
		x.next = &f.cues[f.read]
	}
	x.goesOn = f.anyOf(p.close-1, ",", "?", "!", "-") || f.anyOf(p.close+1, ",", "-")
	x.beside = x.prev != nil && p.open-x.prev.to <= 5 && x.prev.from > x.low
	return x
}

// anyOf tells whether token i is one of the folded words.
func (f *Finder) anyOf(i int, words ...string) bool {
	for _, w := range words {
		if f.Is(i, w) {
			return true
		}
	}
	return false
}

func (f *Finder) titled(x *passage) verdict { return refusedIf(f.isTitle(x.pair)) }

func (f *Finder) namesThing(x *passage) verdict { return refusedIf(f.isName(x.pair)) }

func refusedIf(is bool) verdict {
	if is {
		return verdict{outcome: refuses}
	}
	return verdict{}
}

// sure is the verdict of a cue right beside its quotation.
func sure(who speaker, c *cue) verdict {
	if who.remote {
		return likely(who, c)
	}
	return verdict{settles, who, c}
}

func likely(who speaker, c *cue) verdict { return verdict{leans, who, c} }

func (f *Finder) cueBehind(x *passage) verdict {
	n := x.next
	if n == nil || n.first > x.behind || n.kind == language.Names || !x.goesOn && x.beside {
		return verdict{}
	}
	return sure(n.who, n)
}

func (f *Finder) verbBehind(x *passage) verdict {
	if !x.goesOn || x.beside || x.next != nil && x.next.first <= x.behind+1 {
		return verdict{}
	}
	if who, c, ok := f.unknownVerb(x.behind); ok {
		return likely(who, c)
	}
	return verdict{}
}

// nameGiven refuses what a cue before it only names: "known as".
func (f *Finder) nameGiven(x *passage) verdict {
	return refusedIf(x.prev != nil && x.prev.kind == language.Names && !x.prev.who.known())
}

// cueBefore reads the cue before the quotation. Of a few quoted words it must be the cue
// that governs their clause.
func (f *Finder) cueBefore(x *passage) verdict {
	c := f.governing(x)
	switch {
	case c == nil:
		return verdict{}
	case !c.who.known() && f.read > 1: // "The board said that it wants …"
		return likely(f.cues[f.read-2].who, &f.cues[f.read-2])
	case x.beside && (c.kind == language.Says || c.kind == language.Judges):
		return sure(c.who, c)
	}
	return likely(c.who, c)
}

func (f *Finder) governing(x *passage) *cue {
	c := x.prev
	if c == nil || c.kind == language.Names || !x.fragment || f.governs(c, x.pair) {
		return c
	}
	if c = f.outer(c); c != nil && f.governs(c, x.pair) {
		return c
	}
	return nil
}

// colon reads the subject of a sentence without a cue that ends with a colon.
func (f *Finder) colon(x *passage) verdict {
	if !f.Is(x.open-1, ":") {
		return verdict{}
	}
	s := f.subject()
	if !s.known() {
		s = f.officeOf()
	}
	return likely(s, nil)
}

// cueAside reads a cue that stands behind the quotation, but not next to it.
func (f *Finder) cueAside(x *passage) verdict {
	n := x.next
	if n == nil || n.kind != language.Says || !n.who.known() || n.first <= x.close {
		return verdict{}
	}
	if n.first > f.from && f.Is(n.first-1, ",") || n.inverted && f.Is(n.from-1, ",") {
		return likely(n.who, n)
	}
	return verdict{}
}

// speaksOn gives a sentence that is a quotation and nothing else to who spoke before.
func (f *Finder) speaksOn(x *passage) verdict {
	whole := !x.fragment || f.anyOf(x.close-1, ".", "?", "!")
	if !whole || !f.alone(x.pair) || f.Blocks[x.block].N == 0 {
		return verdict{}
	}
	return likely(f.continued(x.at), nil)
}
