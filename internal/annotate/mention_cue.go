package annotate

import (
	"glossator/internal/language"
	"glossator/internal/pattern"
	"glossator/internal/token"
)

// cues accepts things done, sentence by sentence.
func (f *finder) cues() {
	var buf []pattern.Match
	for _, s := range f.sentences {
		buf = f.lex.CueMatches(f.prose, f.folded, f.tokens, s.from, s.to, buf[:0])
		for _, m := range buf {
			f.cue(m)
		}
	}
}

func (f *finder) cue(m pattern.Match) {
	from, to := int(m.From), int(m.To)
	if !f.unmarked(from, to) {
		return
	}
	if from, to = f.withoutPossessor(from, to); from >= to {
		return
	}
	if c := f.class(from - 1); f.adjacent(from) && (c.Has(language.Possessive) || f.is(from-1, "the") || c.Has(language.Indefinite)) {
		from-- // a noun keeps its article
	}
	f.add(found{from: from, to: to, entry: f.lex.Cue(m).Entry, level: Descriptive, rule: f.lex.Cue(m).Rule, kind: byCue})
}

// withoutPossessor ends a span before a name that stands in it as a possessor.
func (f *finder) withoutPossessor(from, to int) (int, int) {
	for i := from + 1; i < to; i++ {
		if f.tokens[i].Shape != token.Clitic || f.named(i-1) == nil {
			continue
		}
		if n := f.named(i - 1); n.from > from {
			end := n.from
			for end > from && f.in(end-1, language.Title, language.Honorific, language.Article) {
				end--
			}
			return from, end
		}
		return f.withoutPossessor(i+1, to)
	}
	return from, to
}
