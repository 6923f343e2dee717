package quote

import (
	"fmt"
	"slices"
	"strings"

	"glossator/internal/annotation"
	"glossator/internal/source"
)

// result is the quotations with what is certain of their speakers, without empty ones,
// and what is only likely, as doubts.
func (f *Finder) result() ([]annotation.Quote, []annotation.Doubt) {
	var doubts []annotation.Doubt
	for q := range f.quotes {
		out, s := &f.quotes[q], f.speakers[q]
		if s.known() && out.Certainty == likely {
			doubts = append(doubts, f.doubt(out.Span, s))
			s = speaker{}
		}
		if out.Speaker = s.entry; s.entry == "" {
			out.Name = s.name
		}
		if s.known() {
			continue
		}
		out.Cue, out.Certainty = source.Span{}, unknown
		if last := f.pairs[q].close - 1; last-f.pairs[q].open < 6 && f.Is(last, ",") && !f.clause(f.pairs[q]) {
			out.Kind = fragment // a nickname or a title, not a sentence
		}
	}
	return slices.DeleteFunc(f.quotes, func(q annotation.Quote) bool { return q.Span.Start >= q.Span.End }), doubts
}

// doubt tells the editor whose words a quotation may be, of which nobody is printed as
// the speaker.
func (f *Finder) doubt(span source.Span, s speaker) annotation.Doubt {
	d := annotation.Doubt{Span: span, Rule: annotation.LikelySpeaker,
		Hint: "nobody is printed as its speaker; decide it with speaker: in a row of NAME.readings.yaml, or name who says it in the same sentence"}
	var names []string
	for _, x := range append([]speaker{s}, s.rivals...) {
		if x.entry != "" {
			d.Entries = append(d.Entries, x.entry)
		}
		if name := f.nameOf(x); name != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	d.Msg = fmt.Sprintf("“%s” is probably said by %s: not certain", f.Prose[span.Start:span.End], strings.Join(names, ", else by "))
	return d
}

// tell says which rule decided of quotation q, and what.
func (f *Finder) tell(q int, v verdict, r *rule) {
	if f.Why == nil {
		return
	}
	said := "no speaker: no rule knows who said it"
	switch {
	case v.outcome == refuses:
		said = "no speaker, by: " + r.name
	case v.who.known() && v.outcome == settles:
		said = "said by " + f.nameOf(v.who) + ", by: " + r.name
	case v.who.known():
		said = "no speaker: probably said by " + f.nameOf(v.who) + ", by: " + r.name
	}
	f.Why(f.quotes[q].Span, said)
}

// nameOf is a speaker's name, or the words that describe them.
func (f *Finder) nameOf(s speaker) string {
	if s.entry != "" {
		return f.Lex.Catalogue.Entry(s.entry).Name
	}
	return s.name
}
