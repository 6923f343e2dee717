package quote

import (
	"slices"
	"strings"

	"glossator/internal/annotation"
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

// speakerOf decides who said quotation q, by which cue, and how sure that is.
func (f *Finder) speakerOf(q int) (speaker, *cue, string) {
	const certain, likely = "certain", "likely"
	p := f.pairs[q]
	if f.isTitle(p) || f.isName(p) {
		return speaker{}, nil, ""
	}
	k := p.close + 1
	for k < f.to && k < p.close+4 && (f.Is(k, ",") || f.Is(k, "-") || f.Is(k, ")")) {
		k++
	}
	low := f.from // behind the quotation before
	if q > f.first {
		low = f.pairs[q-1].close
	}
	var prev, next *cue
	for ; f.read < len(f.cues) && f.cues[f.read].to <= p.open; f.read++ {
	}
	if f.read > 0 {
		prev = &f.cues[f.read-1]
	}
	if f.read < len(f.cues) && f.cues[f.read].from > p.open {
		next = &f.cues[f.read]
	}
	open := f.Is(p.close-1, ",") || f.Is(p.close-1, "?") || f.Is(p.close-1, "!") || f.Is(p.close-1, "-") || f.Is(p.close+1, ",") || f.Is(p.close+1, "-")
	beside := prev != nil && p.open-prev.to <= 5 && prev.from > low
	switch {
	case next != nil && next.first <= k && next.kind != language.Names && (open || !beside):
		return next.who, next, sure(next.who, certain, likely)
	case open && next == nil || open && next.first > k+1:
		if who, c, ok := f.unknownVerb(k); ok && !beside {
			return who, c, likely
		}
	}
	if prev != nil && prev.kind != language.Names && f.quotes[q].Kind == "fragment" && !f.governs(prev, p) {
		if outer := f.outer(prev); outer != nil && f.governs(outer, p) {
			prev = outer
		} else {
			prev = nil
		}
	}
	switch {
	case prev != nil && prev.kind == language.Names && !prev.who.known():
		return speaker{}, nil, ""
	case prev != nil && !prev.who.known() && f.read > 1: // "The board said that it wants …"
		return f.cues[f.read-2].who, &f.cues[f.read-2], likely
	case prev != nil:
		if beside && (prev.kind == language.Says || prev.kind == language.Judges) {
			return prev.who, prev, sure(prev.who, certain, likely)
		}
		return prev.who, prev, likely
	case f.Is(p.open-1, ":"):
		s := f.subject()
		if !s.known() {
			s = f.officeOf()
		}
		return s, nil, likely
	case next != nil && next.kind == language.Says && next.who.known() && next.first > p.close && (next.first > f.from && f.Is(next.first-1, ",") || next.inverted && f.Is(next.from-1, ",")):
		return next.who, next, likely
	}
	whole := f.quotes[q].Kind == "direct" || f.Is(p.close-1, ".") || f.Is(p.close-1, "?") || f.Is(p.close-1, "!")
	if whole && f.alone(p) && f.Blocks[p.block].N > 0 {
		return f.continued(q), nil, likely
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
func (f *Finder) alone(p pair) bool { return p.open == f.from && p.close >= f.to-2 }

// continued is who goes on speaking in a sentence that is a quotation and nothing else:
// who spoke in the sentence before.
func (f *Finder) continued(q int) speaker {
	s := f.lastNamed()
	if p := f.pairs[q]; p.again && q > 0 && f.speakers[q-1].known() {
		s = f.speakers[q-1]
	}
	s.remote = true
	return s
}

// unknownVerb reads a subject right behind a quotation with any verb ("she beamed"),
// or any verb with its subject ("beamed the mayor").
func (f *Finder) unknownVerb(k int) (speaker, *cue, bool) {
	if k+1 >= f.to {
		return speaker{}, nil, false
	}
	const rest = 3 // words of a sentence that is a subject and any verb: "she shot back"
	verb := func(i int) bool {
		if i >= f.to || f.Tokens[i].Shape != token.Lower || f.In(i, language.Function) {
			return false
		}
		w := f.Fold(i)
		return len(w) > 3 && (strings.HasSuffix(w, "ed") || strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") || f.to-i <= rest)
	}
	if f.In(k, language.ThirdPerson) && f.In(k, language.ForPerson) {
		if verb(k + 1) {
			return f.pronoun(k), &cue{from: k + 1, to: k + 2, first: k}, f.he().known()
		}
		return speaker{}, nil, false
	}
	if n := f.mentionAt(k); n >= 0 {
		end := k
		for end < f.to && f.at[end] == f.at[k] {
			end++
		}
		if verb(end) {
			return f.mentioned(n, k), &cue{from: end, to: end + 1, first: k}, true
		}
		return speaker{}, nil, false
	}
	if f.Tokens[k].Shape.Capitalized() && !f.In(k, language.Function) {
		end := f.nameEnd(k)
		if s := f.best(k, max(end, k+1)); s.person && verb(end) {
			return s, &cue{from: end, to: end + 1, first: k}, true
		}
		return speaker{}, nil, false
	}
	if verb(k) && strings.HasSuffix(f.Fold(k), "ed") {
		if s := f.subjectAfter(k + 1); s.known() && (s.entry != "" || s.person) {
			return s, &cue{from: k, to: k + 1, first: k}, true
		}
	}
	return speaker{}, nil, false
}

// fill gives quotations that stand alone before their cue the speaker that follows in
// the same block, and the parts of a long quotation one speaker.
func (f *Finder) fill() {
	for q := len(f.pairs) - 2; q >= 0; q-- {
		p, next := f.pairs[q], f.pairs[q+1]
		if f.speakers[q].known() || !f.speakers[q+1].known() || f.quotes[q].Kind != "direct" {
			continue
		}
		together := p.goesOn && next.again ||
			p.block == next.block && p.open == f.Blocks[p.block].From && next.open <= p.close+2
		if together {
			f.speakers[q] = f.speakers[q+1]
			f.quotes[q].Certainty = "likely"
		}
	}
	for q := 1; q < len(f.pairs); q++ {
		if f.pairs[q].again && f.pairs[q-1].goesOn && !f.speakers[q].known() && f.speakers[q-1].known() {
			f.speakers[q] = f.speakers[q-1]
			f.quotes[q].Certainty = "likely"
		}
	}
}

// headlines gives words quoted in a headline the speaker who says them in the text.
func (f *Finder) headlines() {
	for q, p := range f.pairs {
		if !f.headline(p.block) || f.speakers[q].known() || p.close <= p.open+1 {
			continue
		}
		words := f.Folded[f.Tokens[p.open+1].FoldStart:f.Tokens[p.close-1].FoldEnd]
		for r := q + 1; r < len(f.pairs) && r < q+60; r++ {
			o := f.pairs[r]
			if o.close > o.open+1 && f.speakers[r].known() && strings.Contains(f.Folded[f.Tokens[o.open+1].FoldStart:f.Tokens[o.close-1].FoldEnd], words) {
				f.speakers[q] = f.speakers[r]
				f.quotes[q].Certainty = "likely"
				break
			}
		}
	}
}

// headline tells whether a block is a heading, marked so or by its shortness.
func (f *Finder) headline(b int) bool {
	blk := f.Blocks[b]
	return blk.N == 0 || blk.To-blk.From <= 8 && !f.Is(blk.To-1, ".")
}

// result is the quotations with what was found of their speakers, without empty ones.
func (f *Finder) result() []annotation.Quote {
	for q := range f.quotes {
		s := f.speakers[q]
		f.quotes[q].Speaker = s.entry
		if s.entry == "" {
			f.quotes[q].Name = s.name
		}
		if !s.known() {
			f.quotes[q].Cue = source.Span{}
			f.quotes[q].Certainty = "unknown"
			if last := f.pairs[q].close - 1; last-f.pairs[q].open < 6 && f.Is(last, ",") && !f.clause(f.pairs[q]) {
				f.quotes[q].Kind = "fragment" // a nickname or a title, not a sentence
			}
		}
	}
	return slices.DeleteFunc(f.quotes, func(q annotation.Quote) bool { return q.Span.Start >= q.Span.End })
}
