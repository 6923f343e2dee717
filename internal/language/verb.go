package language

import (
	"slices"
	"strings"
)

// parting is how verbs are made that have something before them: "abgeschoben",
// "abzuschieben", "schiebt … ab" of "abschieben". The zero value knows none.
type parting struct {
	Parted     []string // what stands behind a verb in a clause, and before it else: ab
	joinedTo   []string // what never parts from it: be-, ver-
	participle string   // what its participle begins with, or has behind the first: ge-
	infinitive string   // what its infinitive may have between: -zu-
	whole      []string // words that begin as a participle does and are none: gericht
	verbEnd    string   // of the infinitive: -en
	tails      string   // letters that its forms may end with, beside what a stemmer takes off
}

func (p *Pack) readVerbs(f part) {
	p.Parted = strings.Fields(f.get("verbs", "parted"))
	slices.SortFunc(p.Parted, func(a, b string) int { return len(b) - len(a) })
	p.joinedTo, p.whole = strings.Fields(f.get("verbs", "joined")), strings.Fields(f.get("verbs", "whole"))
	p.participle, p.infinitive, p.tails = f.get("verbs", "participle"), f.get("verbs", "infinitive"), f.get("verbs", "tails")
	p.verbEnd = f.get("verbs", "ending")
}

// Participles is what their participles begin with; "" in a language where they have none.
func (p *Pack) Participles() string { return p.participle }

// plain is a form of a verb without what its participle or infinitive adds, and with the
// vowels of its infinitive where these are listed; another word as it is.
func (p *Pack) plain(word string) string {
	if base, ok := p.unjoined(word); ok {
		return base
	}
	for _, part := range p.Parted {
		rest, ok := strings.CutPrefix(word, part)
		if !ok || len(rest) < 4 {
			continue
		}
		if base, ok := p.unjoined(rest); ok {
			return part + base
		}
		if base, ok := strings.CutPrefix(rest, p.infinitive); ok && p.infinitive != "" && len(base) > 3 && strings.HasSuffix(base, "n") {
			return part + base
		}
	}
	return word
}

// unjoined is plain of a verb that has nothing before it that parts.
func (p *Pack) unjoined(word string) (base string, ok bool) {
	if base, ok = p.Irregular[word]; ok {
		return base, true
	}
	for _, pre := range p.joinedTo {
		if inner, begins := strings.CutPrefix(word, pre); begins {
			if base, ok = p.Irregular[inner]; ok {
				return pre + base, true
			}
		}
	}
	inner, begins := strings.CutPrefix(word, p.participle)
	if p.participle == "" || !begins || len(inner) < 4 || slices.ContainsFunc(p.whole, func(w string) bool { return strings.HasPrefix(word, w) }) {
		return "", false
	}
	if base, ok = p.Irregular[inner]; ok {
		return base, true
	}
	return inner, endsIn(inner, p.participles)
}

// shorn is a stem without the letters that forms of a verb may end with: "kurz" of "kurzt".
func (p *Pack) shorn(stem string) string {
	const shortest = 3
	for len(stem) > shortest && strings.IndexByte(p.tails, stem[len(stem)-1]) >= 0 {
		stem = stem[:len(stem)-1]
	}
	return stem
}
