package language

import (
	"slices"
	"strings"
)

// Adjective tells whether a folded word looks like an adjective by its ending.
func (p *Pack) Adjective(word string) bool { return endsIn(word, p.adjectives) }

// Agent tells whether a folded word looks like a noun for who does something: "narrator".
func (p *Pack) Agent(word string) bool { return endsIn(word, p.agents) }

// Singulars are the words of which a folded one may be the plural.
func (p *Pack) Singulars(w string) (singulars []string) {
	if p.roles != nil {
		for _, end := range p.plurals {
			if one, ok := strings.CutSuffix(w, end); ok && len(one) > 2 {
				singulars = append(singulars, one)
			}
		}
		return singulars
	}
	switch {
	case len(w) < 4 || w[len(w)-1] != 's':
		return nil
	case strings.HasSuffix(w, "ies"):
		return []string{w[:len(w)-3] + "y"}
	case strings.HasSuffix(w, "es"):
		return []string{w[:len(w)-1], w[:len(w)-2]}
	}
	return []string{w[:len(w)-1]}
}

// Root cuts the commonest endings, so that forms of a word meet. It need not
// make words, only the same thing of two forms.
func (p *Pack) Root(w string) string {
	if p.roles != nil {
		return p.rootOf(w)
	}
	if len(w) < 5 {
		return strings.TrimSuffix(w, "s")
	}
	for _, end := range []string{"ies", "ied", "ing", "ed", "es", "s", "ly"} {
		if s, ok := strings.CutSuffix(w, end); ok && len(s) >= 3 && !strings.HasSuffix(s, "s") {
			w = s
			if end == "ies" || end == "ied" {
				w += "y"
			}
			break
		}
	}
	w = strings.TrimSuffix(w, "e")
	if n := len(w); n > 4 && w[n-1] == w[n-2] && w[n-1] != 's' && w[n-1] != 'l' {
		w = w[:n-1]
	}
	return w
}

// rootOf is Root by the endings that a pack lists; a word itself where it lists none.
func (p *Pack) rootOf(w string) string {
	for _, end := range p.roots {
		if root, ok := strings.CutSuffix(w, end); ok && len(root) > 2 {
			return root
		}
	}
	return w
}

// TenseOf is what a verb says by its ending, as it is written: "llegó", "llegará". Of a
// language without such endings nothing is known. Words that only their accents tell from
// others ("würde") are listed.
func (p *Pack) TenseOf(word string) Tense {
	if t, ok := p.asWritten[word]; ok {
		return t
	}
	switch {
	case endsIn(word, p.futures):
		return Future
	case endsIn(word, p.pasts):
		return Past
	}
	return NoTense
}

// Participle tells whether a word, as it is written, ends as a participle does and, in a
// language where these have a beginning of their own, begins so: "gesagt", "angekündigt".
func (p *Pack) Participle(word string) bool {
	if !endsIn(word, p.participles) {
		return false
	}
	const longest = 6 // letters of what may stand before the beginning
	return len(p.beginnings) == 0 || slices.ContainsFunc(p.beginnings, func(b string) bool {
		at := strings.Index(word, b)
		return at == 0 || b == p.beginnings[0] && at > 0 && at <= longest
	})
}

// InPresent tells whether a word that stands as a verb does is one of the present by its
// ending.
func (p *Pack) InPresent(word string) bool { return endsIn(word, p.presents) }

// WrittenTense is the tense of a word that only its accents tell from another: "würde".
func (p *Pack) WrittenTense(word string) Tense { return p.asWritten[word] }
