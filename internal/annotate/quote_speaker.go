package annotate

import (
	"slices"
	"strings"

	"glossator/internal/catalogue"
	"glossator/internal/language"
	"glossator/internal/source"
	"glossator/internal/token"
)

// speaker is who a cue says it was: an entry, or a name or phrase of the text. from is
// the first token of the phrase.
type speaker struct {
	entry   catalogue.ID
	name    string
	from    int
	head    int  // its noun, where it is no name
	person  bool // a person, or probably one
	proper  bool // name is a proper name
	remote  bool // through a pronoun or a description
	unnamed bool // "a harbor official", whom "he" and "the official" may take up
}

func (s speaker) known() bool { return s.entry != "" || s.name != "" }

// attributor finds the speakers of a text's quotations, sentence by sentence. A
// sentence here runs on through the quotations in it.
type attributor struct {
	*text
	pairs    []pair
	quotes   []Quote
	speakers []speaker
	mentions []Mention
	at       []int32 // token → number of the mention that may speak, from 1
	persons  []bool  // mention → it is a person's

	next   int               // first pair not yet read
	sought map[string]int    // surname → token before which no full name stands
	names  map[string]string // surname → full name, of persons who are no entries
	person speaker           // the last person who was a subject
	org    speaker           // the last organization that was

	// Most quotations are explained by their own sentences. So these alone are read at
	// first, and the whole text, in order, where one of them asked what was said before.
	brief, asked bool

	cues       []cue // of the sentence at hand
	read       int   // those before the quotation at hand
	from, to   int   // its tokens
	first      int   // its first pair
	main       speaker
	mainKnown  bool
	before     speaker // who spoke in the sentence before, in the same block
	intro      bool    // the sentence before, or the block before, ended with a colon
	lastInText speaker // who spoke in the block before, where that ended as its last quotation or cue
}

// speakerOf decides who said quotation q, by which cue, and how sure that is.
func (a *attributor) speakerOf(q int) (speaker, *cue, string) {
	const certain, likely = "certain", "likely"
	p := a.pairs[q]
	if a.isTitle(p) || a.isName(p) {
		return speaker{}, nil, ""
	}
	k := p.close + 1
	for k < a.to && k < p.close+4 && (a.is(k, ",") || a.is(k, "-") || a.is(k, ")")) {
		k++
	}
	low := a.from // behind the quotation before
	if q > a.first {
		low = a.pairs[q-1].close
	}
	var prev, next *cue
	for ; a.read < len(a.cues) && a.cues[a.read].to <= p.open; a.read++ {
	}
	if a.read > 0 {
		prev = &a.cues[a.read-1]
	}
	if a.read < len(a.cues) && a.cues[a.read].from > p.open {
		next = &a.cues[a.read]
	}
	open := a.is(p.close-1, ",") || a.is(p.close-1, "?") || a.is(p.close-1, "!") || a.is(p.close-1, "-") || a.is(p.close+1, ",") || a.is(p.close+1, "-")
	beside := prev != nil && p.open-prev.to <= 5 && prev.from > low
	switch {
	case next != nil && next.first <= k && next.kind != language.Names && (open || !beside):
		return next.who, next, sure(next.who, certain, likely)
	case open && next == nil || open && next.first > k+1:
		if who, c, ok := a.unknownVerb(k); ok && !beside {
			return who, c, likely
		}
	}
	if prev != nil && prev.kind != language.Names && a.quotes[q].Kind == "fragment" && !a.governs(prev, p) {
		if outer := a.outer(prev); outer != nil && a.governs(outer, p) {
			prev = outer
		} else {
			prev = nil
		}
	}
	switch {
	case prev != nil && prev.kind == language.Names && !prev.who.known():
		return speaker{}, nil, ""
	case prev != nil && !prev.who.known() && a.read > 1: // "The board said that it wants …"
		return a.cues[a.read-2].who, &a.cues[a.read-2], likely
	case prev != nil:
		if beside && (prev.kind == language.Says || prev.kind == language.Judges) {
			return prev.who, prev, sure(prev.who, certain, likely)
		}
		return prev.who, prev, likely
	case a.is(p.open-1, ":"):
		s := a.subject()
		if !s.known() {
			s = a.officeOf()
		}
		return s, nil, likely
	case next != nil && next.kind == language.Says && next.who.known() && next.first > p.close && (next.first > a.from && a.is(next.first-1, ",") || next.inverted && a.is(next.from-1, ",")):
		return next.who, next, likely
	}
	whole := a.quotes[q].Kind == "direct" || a.is(p.close-1, ".") || a.is(p.close-1, "?") || a.is(p.close-1, "!")
	if whole && a.alone(p) && a.blocks[p.block].N > 0 {
		return a.continued(q), nil, likely
	}
	return speaker{}, nil, ""
}

// sure is how certain a cue right beside its quotation is.
func sure(s speaker, certain, likely string) string {
	if s.remote {
		return likely
	}
	return certain
}

// alone tells whether a quotation fills its sentence.
func (a *attributor) alone(p pair) bool { return p.open == a.from && p.close >= a.to-2 }

// continued is who goes on speaking in a sentence that is a quotation and nothing else:
// who spoke in the sentence before.
func (a *attributor) continued(q int) speaker {
	s := a.lastNamed()
	if p := a.pairs[q]; p.again && q > 0 && a.speakers[q-1].known() {
		s = a.speakers[q-1]
	}
	s.remote = true
	return s
}

// unknownVerb reads a subject right behind a quotation with any verb ("she beamed"),
// or any verb with its subject ("beamed the mayor").
func (a *attributor) unknownVerb(k int) (speaker, *cue, bool) {
	if k+1 >= a.to {
		return speaker{}, nil, false
	}
	const rest = 3 // words of a sentence that is a subject and any verb: "she shot back"
	verb := func(i int) bool {
		if i >= a.to || a.tokens[i].Shape != token.Lower || a.in(i, language.Function) {
			return false
		}
		w := a.fold(i)
		return len(w) > 3 && (strings.HasSuffix(w, "ed") || strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") || a.to-i <= rest)
	}
	if a.in(k, language.ThirdPerson) && a.in(k, language.ForPerson) {
		if verb(k + 1) {
			return a.pronoun(k), &cue{from: k + 1, to: k + 2, first: k}, a.he().known()
		}
		return speaker{}, nil, false
	}
	if n := a.mentionAt(k); n >= 0 {
		end := k
		for end < a.to && a.at[end] == a.at[k] {
			end++
		}
		if verb(end) {
			return a.mentioned(n, k), &cue{from: end, to: end + 1, first: k}, true
		}
		return speaker{}, nil, false
	}
	if a.tokens[k].Shape.Capitalized() && !a.in(k, language.Function) {
		end := a.nameEnd(k)
		if s := a.best(k, max(end, k+1)); s.person && verb(end) {
			return s, &cue{from: end, to: end + 1, first: k}, true
		}
		return speaker{}, nil, false
	}
	if verb(k) && strings.HasSuffix(a.fold(k), "ed") {
		if s := a.subjectAfter(k + 1); s.known() && (s.entry != "" || s.person) {
			return s, &cue{from: k, to: k + 1, first: k}, true
		}
	}
	return speaker{}, nil, false
}

// fill gives quotations that stand alone before their cue the speaker that follows in
// the same block, and the parts of a long quotation one speaker.
func (a *attributor) fill() {
	for q := len(a.pairs) - 2; q >= 0; q-- {
		p, next := a.pairs[q], a.pairs[q+1]
		if a.speakers[q].known() || !a.speakers[q+1].known() || a.quotes[q].Kind != "direct" {
			continue
		}
		together := p.goesOn && next.again ||
			p.block == next.block && p.open == a.blocks[p.block].from && next.open <= p.close+2
		if together {
			a.speakers[q] = a.speakers[q+1]
			a.quotes[q].Certainty = "likely"
		}
	}
	for q := 1; q < len(a.pairs); q++ {
		if a.pairs[q].again && a.pairs[q-1].goesOn && !a.speakers[q].known() && a.speakers[q-1].known() {
			a.speakers[q] = a.speakers[q-1]
			a.quotes[q].Certainty = "likely"
		}
	}
}

// headlines gives words quoted in a headline the speaker who says them in the text.
func (a *attributor) headlines() {
	for q, p := range a.pairs {
		if !a.headline(p.block) || a.speakers[q].known() || p.close <= p.open+1 {
			continue
		}
		words := a.folded[a.tokens[p.open+1].FoldStart:a.tokens[p.close-1].FoldEnd]
		for r := q + 1; r < len(a.pairs) && r < q+60; r++ {
			o := a.pairs[r]
			if o.close > o.open+1 && a.speakers[r].known() && strings.Contains(a.folded[a.tokens[o.open+1].FoldStart:a.tokens[o.close-1].FoldEnd], words) {
				a.speakers[q] = a.speakers[r]
				a.quotes[q].Certainty = "likely"
				break
			}
		}
	}
}

// headline tells whether a block is a heading, marked so or by its shortness.
func (a *attributor) headline(b int) bool {
	blk := a.blocks[b]
	return blk.N == 0 || blk.to-blk.from <= 8 && !a.is(blk.to-1, ".")
}

// result is the quotations with what was found of their speakers, without empty ones.
func (a *attributor) result() []Quote {
	for q := range a.quotes {
		s := a.speakers[q]
		a.quotes[q].Speaker = s.entry
		if s.entry == "" {
			a.quotes[q].Name = s.name
		}
		if !s.known() {
			a.quotes[q].Cue = source.Span{}
			a.quotes[q].Certainty = "unknown"
			if last := a.pairs[q].close - 1; last-a.pairs[q].open < 6 && a.is(last, ",") && !a.clause(a.pairs[q]) {
				a.quotes[q].Kind = "fragment" // a nickname or a title, not a sentence
			}
		}
	}
	return slices.DeleteFunc(a.quotes, func(q Quote) bool { return q.Span.Start >= q.Span.End })
}
