package date

import (
	"sort"

	"glossator/internal/annotation"
	"glossator/internal/language"
	"glossator/internal/meta"
)

// spoken is an expression that counts from the day on which it is said: "tomorrow". It
// lies days on from there.
type spoken struct{ out, days int }

// addSpoken records the tokens [from, to) as lying days on from today.
func (f *Finder) addSpoken(from, to, days int) int {
	n := len(f.out)
	to = f.add(from, to, f.days(days))
	if len(f.out) > n {
		f.spoken = append(f.spoken, spoken{n, days})
	}
	return to
}

// asSaid places what was said in a quotation: "tomorrow" in one counts from the day on
// which it was spoken, where the text tells it, and is not placed where it does not.
func (f *Finder) asSaid(quotes []annotation.Quote) {
	if f.today.IsZero() {
		return
	}
	var last *annotation.Quote
	var said meta.Day
	for _, s := range f.spoken {
		d := &f.out[s.out]
		for len(quotes) > 0 && quotes[0].Span.End <= d.Span.Start {
			last, said = f.saidAfter(last, said, &quotes[0])
			quotes = quotes[1:]
		}
		if len(quotes) == 0 || quotes[0].Span.Start > d.Span.Start {
			continue
		}
		_, day := f.saidAfter(last, said, &quotes[0])
		d.Resolves = day.Add(s.days)
	}
}

// saidAfter is a quotation with the day on which it was spoken: what its cue says, else,
// where the same person goes on, the day of the quotation before.
func (f *Finder) saidAfter(last *annotation.Quote, said meta.Day, q *annotation.Quote) (*annotation.Quote, meta.Day) {
	day := f.saidOn(q)
	if day == "" && last != nil && sameSpeaker(last, q) {
		day = said
	}
	return q, day
}

func sameSpeaker(a, b *annotation.Quote) bool {
	return a.Speaker == b.Speaker && a.Name == b.Name && b.Certainty != "unknown"
}

// saidOn is the day of the article's last week that stands beside a quotation's cue, outside of
// all quotations; no day where none does.
func (f *Finder) saidOn(q *annotation.Quote) (day meta.Day) {
	if q.Cue.End <= q.Cue.Start {
		return f.saidBefore(q)
	}
	s := f.SentenceOf(f.At(q.Cue.Start))
	if s >= len(f.Sentences) {
		return ""
	}
	sentence := f.Span(f.Sentences[s].From, f.Sentences[s].To)
	const near = 60 // bytes between the cue and the day
	least := near
	first := sort.Search(len(f.out), func(i int) bool { return f.out[i].Span.Start >= sentence.Start })
	for i := first; i < len(f.out) && f.out[i].Span.End <= sentence.End; i++ {
		d := &f.out[i]
		far := max(d.Span.Start-q.Cue.End, q.Cue.Start-d.Span.End, 0)
		if !d.Span.Overlaps(q.Span) && far < least && f.thisWeek(d.Resolves) {
			day, least = d.Resolves, far
		}
	}
	return day
}

// saidBefore is the same of a quotation whose speaker is not known: what stands in its
// sentence between a verb of saying and its opening mark, "She said on Sunday: …".
func (f *Finder) saidBefore(q *annotation.Quote) meta.Day {
	at := f.At(q.Span.Start)
	s := f.SentenceOf(at)
	if s >= len(f.Sentences) {
		return ""
	}
	for i := at - 1; i >= f.Sentences[s].From; i-- {
		if !f.In(i, language.Saying) {
			continue
		}
		k := sort.Search(len(f.out), func(k int) bool { return f.out[k].Span.Start > int(f.Tokens[i].Start) })
		if k < len(f.out) && f.out[k].Span.End < q.Span.Start && f.thisWeek(f.out[k].Resolves) {
			return f.out[k].Resolves
		}
		break
	}
	return ""
}

// thisWeek tells whether a day is the article's, or one of the six before it.
func (f *Finder) thisWeek(day meta.Day) bool {
	return day.Full() && day <= f.Day && day.Add(7) > f.Day
}
