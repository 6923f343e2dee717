package language

import (
	"strings"

	"glossator/internal/token"
)

// side is a rule of what stands before a date and tells on which side of the article's day
// it lies. A pack writes it as a phrase that ends in "_", which is the date:
//
//	is/are (on) _          words, "/" between those of which one stands there; brackets
//	                       around what may be missing
//	PLANNED for _          the words of a class
//	postponed … until _    up to six other words, none of them a mark
type side struct {
	way   Tense
	steps []step // from the date back
}

type step struct {
	words []token.Word // one of them, or of the class, where it has one
	class Class
	maybe bool // it may be missing
	gap   bool // up to six words
}

// side reads a rule.
func (p *Pack) side(way Tense, pattern string) {
	s := side{way: way}
	for _, field := range strings.Fields(strings.TrimSuffix(pattern, "_")) {
		x := step{gap: field == "…"}
		field, x.maybe = strings.CutPrefix(field, "(")
		field = strings.TrimSuffix(field, ")")
		switch {
		case x.gap:
		case field == strings.ToUpper(field):
			x.class = classOf[strings.ToLower(field)]
		default:
			for w := range strings.SplitSeq(field, "/") {
				x.words = append(x.words, p.put(w))
			}
		}
		s.steps = append([]step{x}, s.steps...)
	}
	if s.steps[0].gap {
		p.sides = append(p.sides, s)
		return
	}
	for w := range p.lastOf(s.steps) {
		p.sidesOf[w] = append(p.sidesOf[w], s)
	}
}

// lastOf are the words that may stand right before the date.
func (p *Pack) lastOf(steps []step) map[token.Word]bool {
	last := map[token.Word]bool{}
	for _, s := range steps {
		for _, w := range s.words {
			last[w] = true
		}
		if s.words == nil {
			for text := range p.In(s.class) {
				last[p.put(text)] = true
			}
		}
		if !s.maybe {
			break
		}
	}
	return last
}

// Side tells on which side a date lies by the words of its sentence before it: Past,
// Future, or NoTense where no rule knows them.
func (p *Pack) Side(before []token.Token) Tense {
	if len(before) == 0 {
		return NoTense
	}
	for _, all := range [...][]side{p.sides, p.sidesOf[before[len(before)-1].Word]} {
		for i := range all {
			if p.endsWith(before, all[i].steps) {
				return all[i].way
			}
		}
	}
	return NoTense
}

func (p *Pack) endsWith(before []token.Token, steps []step) bool {
	if len(steps) == 0 {
		return true
	}
	s, n := &steps[0], len(before)
	if s.gap {
		return p.overGap(before, steps[1:])
	}
	if n > 0 && p.at(s, before[n-1].Word) && p.endsWith(before[:n-1], steps[1:]) {
		return true
	}
	return s.maybe && p.endsWith(before, steps[1:])
}

// overGap tells the same behind a gap.
func (p *Pack) overGap(before []token.Token, steps []step) bool {
	const longest = 6
	for k := 0; k <= min(longest, len(before)); k++ {
		rest := before[:len(before)-k]
		if p.endsWith(rest, steps) {
			return true
		}
		if len(rest) > 0 && rest[len(rest)-1].Shape == token.Punct {
			return false
		}
	}
	return false
}

func (p *Pack) at(s *step, w token.Word) bool {
	for _, x := range s.words {
		if x == w {
			return true
		}
	}
	return s.words == nil && p.Is(w, s.class)
}
