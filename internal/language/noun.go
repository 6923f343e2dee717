package language

import (
	"slices"
	"strings"

	"glossator/internal/token"
)

// nouns is what tells names from the nouns of a language where every noun has a capital.
type nouns struct {
	noun        map[string]bool // nouns that name nothing, in the singular
	everyday    map[string]bool // nouns of several that name one of many: finanzamt
	Quantities  map[string]bool // behind these stands no name: meter
	OfMembers   map[string]bool // bodies behind which an article and those stand of whom they are: bund
	Plurals     map[string]bool // bodies that are several: stadtwerke
	WithArticle map[string]bool // prepositions that hold the definite article: im
	hers        map[string]bool // of these, those that hold a woman's: zur
	loose       []string        // what ends a noun of several that is a name only where it comes back: -plan
	companies   []string        // what ends a noun behind which a company's name stands: -konzern
	onlyOne     []string        // what begins the name of a body that is one of its kind: bundes-
	masculine   []string
	neuter      []string
	strong      []string // endings of adjectives where no article stands: masculine, neuter, feminine and plural
	abstract    []string // endings of nouns that name nothing: -ung, -keit
}

func (p *Pack) amongNouns(f part) {
	words := func(list string) []string { return strings.Fields(f.get("lists", list)) }
	p.noun, p.everyday = set(f.get("lists", "nouns")), set(f.get("lists", "everyday"))
	p.Quantities, p.OfMembers, p.Plurals = set(f.get("lists", "quantities")), set(f.get("lists", "of-members")), set(f.get("lists", "plural-bodies"))
	p.WithArticle, p.hers = set(f.get("lists", "with-article")), set(f.get("lists", "with-her-article"))
	p.loose, p.companies, p.onlyOne = words("loose"), words("company-nouns"), words("only-one")
	p.masculine, p.neuter = words("masculine"), words("neuter")
	p.abstract, p.strong = strings.Fields(f.get("endings", "abstract")), strings.Fields(f.get("endings", "strong"))
}

// Noun tells whether a folded word is a noun that names nothing, or one that ends with such:
// by itself, in the genitive or the plural.
func (p *Pack) Noun(word string) bool {
	for _, end := range append([]string{""}, p.inflection.nouns...) {
		if one, ok := strings.CutSuffix(word, end); ok && (p.noun[one] || end != "" && p.noun[one+"e"] || p.endsInNoun(one)) {
			return true
		}
	}
	return endsIn(word, p.abstract)
}

// endsInNoun tells whether a word ends with a noun that is long enough not to end a surname,
// too: "Heizungskeller", but "Lichtenberg".
func (p *Pack) endsInNoun(word string) bool {
	const shortest, longest, before = 5, 24, 3 // letters of it, and of what stands before it
	for at := max(before, len(word)-longest); at+shortest <= len(word); at++ {
		if p.noun[word[at:]] {
			return true
		}
	}
	return false
}

// Everyday tells whether a folded noun names one of many: "Finanzamt".
func (p *Pack) Everyday(word string) bool { return p.everyday[word] }

// Loose tells whether a noun of several is a name only where it comes back: "Sparplan".
func (p *Pack) Loose(word string) bool { return ends(word, p.loose) }

// CompanyNoun tells whether the name of a company stands behind a folded noun: "Baukonzern".
func (p *Pack) CompanyNoun(word string) bool { return ends(word, p.companies) }

// OnlyOne tells whether a body so named is one of its kind: "Bundeskartellamt".
func (p *Pack) OnlyOne(word string) bool {
	for _, begins := range p.onlyOne {
		if strings.HasPrefix(word, begins) && len(word) > len(begins)+2 {
			return true
		}
	}
	return false
}

// Official is an adjective before a folded noun, as it is where no article stands before a name:
// "Städtisches" before "amt", "Städtischer" before "rat", "Städtische" before "bank" and
// "werke". One made of a town's name keeps its form: "Hamburger".
func (p *Pack) Official(adjective, noun string) string {
	if len(p.strong) < 3 {
		return adjective
	}
	if town, ok := strings.CutSuffix(adjective, p.strong[0]); ok && !p.Adjective(token.Fold(town)) {
		return adjective
	}
	switch {
	case ends(noun, p.masculine):
		return p.ending(adjective, p.strong[0])
	case ends(noun, p.neuter):
		return p.ending(adjective, p.strong[1])
	}
	return p.ending(adjective, p.strong[2])
}

// AdjectiveForm tells whether a word has the ending of an adjective before a noun.
func (p *Pack) AdjectiveForm(word string) bool { return p.adjective(word) != "" }

// Declined tells whether a folded word is an adjective with the ending it has before a noun:
// "städtischen".
func (p *Pack) Declined(word string) bool {
	end := p.adjective(word)
	return end != "" && p.Adjective(strings.TrimSuffix(word, end))
}

// Role is what somebody is, behind an article, as it is where none stands: "stellvertretender
// Chef" of "der stellvertretende Chef", "Senator" of "des Senators". title tells whether a
// folded word is what somebody may be.
func (p *Pack) Role(article string, words []string, title func(folded string) bool) []string {
	if len(p.strong) < 3 {
		return words
	}
	man, woman := p.strong[0], p.strong[2]
	oblique := p.ClassesOf(article).Has(Oblique) || p.WithArticle[article] && !p.hers[article]
	out := slices.Clone(words)
	for i, w := range words {
		end := p.adjective(w)
		if !isCapital(w) {
			end = p.declension(w)
		}
		one := strings.TrimSuffix(w, end)
		both := title(token.Fold(one+man)) && title(token.Fold(one+woman)) // Vorsitzender, Vorsitzende
		if isCapital(w) && !both && !p.Declined(token.Fold(w)) && (end == "" || i+1 == len(words) || !isCapital(words[i+1])) {
			out[i] = p.named(w, oblique, title)
			break
		}
		switch {
		case end == "" || end == man:
		case oblique || p.ClassesOf(article).Has(Mans) && end == woman:
			out[i] = one + man
		default:
			out[i] = one + woman
		}
		if both {
			break
		}
	}
	return out
}

// declension is the ending of an adjective, a short one too: "neuen".
func (p *Pack) declension(adjective string) string {
	for _, end := range p.inflection.adjectives {
		if strings.HasSuffix(adjective, end) && (len(end) > 1 || !strings.HasSuffix(adjective, end+end)) && len(adjective) > len(end)+2 {
			return end
		}
	}
	return ""
}

// named is a title without what it has behind it in another case.
func (p *Pack) named(w string, oblique bool, title func(string) bool) string {
	for _, end := range []string{p.genitive, p.adjective(w)} {
		if one, ok := strings.CutSuffix(w, end); oblique && ok && end != "" && title(token.Fold(one)) {
			return one
		}
	}
	return w
}

// Before tells whether a folded word with a capital may stand before a noun by its ending: an
// adjective, of a town too, or whose it is.
func (p *Pack) Before(word string) bool {
	town := len(p.strong) > 0 && strings.HasSuffix(word, p.strong[0]) && !p.noun[word]
	return town || strings.HasSuffix(word, p.genitive) || p.Declined(word)
}

// NounEnds are what a noun may have behind it: nothing, or one of its endings.
func (p *Pack) NounEnds() []string { return append([]string{""}, p.inflection.nouns...) }

// GenitiveEnd is what a person's name has behind it in the genitive.
func (p *Pack) GenitiveEnd() string { return p.genitive }

// ends tells whether a word is one of those, or ends so.
func ends(word string, with []string) bool {
	for _, w := range with {
		if strings.HasSuffix(word, w) {
			return true
		}
	}
	return false
}
