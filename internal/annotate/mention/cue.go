package mention

import (
	"glossator/internal/annotation"
	"glossator/internal/language"
	"glossator/internal/pattern"
	"glossator/internal/token"
)

// cues accepts things done, sentence by sentence.
func (f *Finder) cues() {
	var buf []pattern.Match
	for _, s := range f.Sentences {
		buf = f.Lex.CueMatches(f.Prose, f.Folded, f.Tokens, s.From, s.To, buf[:0])
		for _, m := range buf {
			f.cue(m)
		}
	}
}

func (f *Finder) cue(m pattern.Match) {
	from, to := int(m.From), int(m.To)
	if !f.unmarked(from, to) {
		return
	}
	if from, to = f.withoutPossessor(from, to); from >= to {
		return
	}
	if c := f.Class(from - 1); f.adjacent(from) && (c.Has(language.Possessive) || f.Is(from-1, "the") || c.Has(language.Indefinite)) {
		from-- // a noun keeps its article
	}
	f.add(found{from: from, to: to, entry: f.Lex.Cue(m).Entry, level: annotation.Descriptive, rule: f.Lex.Cue(m).Rule, kind: byCue})
}

// withoutPossessor ends a span before a name that stands in it as a possessor.
func (f *Finder) withoutPossessor(from, to int) (int, int) {
	for i := from + 1; i < to; i++ {
		if f.Tokens[i].Shape != token.Clitic || f.named(i-1) == nil {
			continue
		}
		if n := f.named(i - 1); n.from > from {
			end := n.from
			for end > from && f.In(end-1, language.Title, language.Honorific, language.Article) {
				end--
			}
			return from, end
		}
		return f.withoutPossessor(i+1, to)
	}
	return from, to
}
