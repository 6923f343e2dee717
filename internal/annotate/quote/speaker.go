package quote

import (
	"strings"

	"glossator/internal/catalogue"
	"glossator/internal/language"
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

	relative bool // through a pronoun of their clause: "the judge who said"

	gender gender    // as the words show it that name or describe who it is
	spoke  bool      // and not only was spoken of
	since  int       // the token where the sentence begins that named who it is
	rivals []speaker // whom a pronoun may mean as well
}

// named tells whether it is a person with a name.
func (s speaker) named() bool { return s.person && (s.entry != "" || s.proper) }

func (s speaker) known() bool { return s.entry != "" || s.name != "" }

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
	s, verb := speaker{}, k+1
	switch {
	case f.In(k, language.ThirdPerson) && f.In(k, language.ForPerson):
		s = f.pronoun(k)
	case f.mentionAt(k) >= 0:
		n := f.mentionAt(k)
		s, verb = f.mentioned(n, k), f.lastToken(n, k)+1
	case f.Tokens[k].Shape.Capitalized() && !f.In(k, language.Function):
		end := f.nameEnd(k)
		if s = f.best(k, max(end, k+1)); !s.person {
			return speaker{}, nil, false
		}
		verb = end
	case f.anyVerb(k) && strings.HasSuffix(f.Fold(k), "ed"), f.pastBefore(k):
		s = f.subjectAfter(k + 1)
		return s, &cue{from: k, to: k + 1, first: k}, s.known() && (s.entry != "" || s.person)
	}
	return s, &cue{from: verb, to: verb + 1, first: k}, s.known() && f.anyVerb(verb)
}

// pastBefore tells whether token i is by its ending a verb of the past before a name: "zanjó Ruiz".
func (f *Finder) pastBefore(i int) bool {
	lower := f.Lex.Pack.Drops && f.Tokens[i].Shape == token.Lower && !f.In(i, language.Function)
	return lower && f.nameAhead(i+1) && f.Lex.Pack.TenseOf(f.Raw(i)) == language.Past && !f.Lex.Pack.Participle(f.Raw(i))
}

// anyVerb tells whether token i may be a verb behind a quotation's subject.
func (f *Finder) anyVerb(i int) bool {
	const rest = 3 // words of a sentence that is a subject and any verb: "she shot back"
	if i >= f.to || f.Tokens[i].Shape != token.Lower || f.In(i, language.Function) {
		return false
	}
	w := f.Fold(i)
	switch {
	case len(w) <= 3:
		return false
	case strings.HasSuffix(w, "ed"), f.to-i <= rest:
		return true
	}
	return strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss")
}

// fill gives quotations that stand alone before their cue the speaker that follows in
// the same block, and the parts of a long quotation one speaker.
func (f *Finder) fill() {
	for q := len(f.pairs) - 2; q >= 0; q-- {
		p, next := f.pairs[q], f.pairs[q+1]
		if f.speakers[q].known() || !f.speakers[q+1].known() || f.quotes[q].Kind != direct {
			continue
		}
		together := p.goesOn && next.again ||
			p.block == next.block && p.open == f.Blocks[p.block].From && next.open <= p.close+2
		if together {
			f.speakers[q] = f.speakers[q+1]
			f.quotes[q].Certainty = f.quotes[q+1].Certainty
		}
	}
	for q := 1; q < len(f.pairs); q++ {
		if f.pairs[q].again && f.pairs[q-1].goesOn && !f.speakers[q].known() && f.speakers[q-1].known() {
			f.speakers[q] = f.speakers[q-1]
			f.quotes[q].Certainty = f.quotes[q-1].Certainty
		}
	}
}

// headlines gives words quoted in a headline the speaker who says them in the text.
func (f *Finder) headlines() {
	for q, p := range f.pairs {
		if !f.heading(p.block) || f.speakers[q].known() || p.close <= p.open+1 {
			continue
		}
		words := f.Folded[f.Tokens[p.open+1].FoldStart:f.Tokens[p.close-1].FoldEnd]
		for r := q + 1; r < len(f.pairs) && r < q+60; r++ {
			o := f.pairs[r]
			if o.close > o.open+1 && f.speakers[r].known() && strings.Contains(f.Folded[f.Tokens[o.open+1].FoldStart:f.Tokens[o.close-1].FoldEnd], words) {
				f.speakers[q] = f.speakers[r]
				f.quotes[q].Certainty = f.quotes[r].Certainty
				break
			}
		}
	}
}

// heading tells whether a block is a heading, marked so or by its shortness.
func (f *Finder) heading(b int) bool {
	blk := f.Blocks[b]
	return blk.N == 0 || blk.To-blk.From <= 8 && !f.Is(blk.To-1, ".")
}
