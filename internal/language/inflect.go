package language

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// inflection is how names change inside a sentence: "des Landesbergamts", "der
// Norddeutschen Netzgesellschaft", "Fromms Angaben". The zero value changes none.
type inflection struct {
	genitive   string   // what is added to a person's name
	nouns      []string // and to nouns
	adjectives []string // what adjectives end in, the longer first
}

func (p *Pack) inflect(f part) {
	p.genitive = f.get("endings", "genitive")
	p.inflection.nouns, p.inflection.adjectives = strings.Fields(f.get("endings", "noun")), strings.Fields(f.get("endings", "adjective-form"))
}

// Genitive is the genitive of a person's name: "Fromms" of "Fromm"; "" where it is the name
// itself, "Lorenz", or the language has none.
func (p *Pack) Genitive(name string) string {
	if last, _ := utf8.DecodeLastRuneInString(name); p.genitive == "" || strings.ContainsRune("sxzß", last) || !unicode.IsLower(last) {
		return ""
	}
	return name + p.genitive
}

// Forms are what a phrase of these words may be behind other articles, itself left out:
// "Norddeutschen Netzgesellschaft", "Vorsitzenden des Vereins". There are more than the
// language has; those are never met. None in a language whose nouns do not change.
func (p *Pack) Forms(words []string) (forms [][]string) {
	head := p.headOf(words)
	if head < 0 {
		return nil
	}
	for _, end := range append([]string{""}, p.inflection.adjectives...) {
		for _, noun := range p.nounForms(words[head]) {
			form := slices.Clone(words)
			for i := range head {
				form[i] = p.ending(form[i], end)
			}
			form[head] = noun
			if !slices.Equal(form, words) && !slices.ContainsFunc(forms, func(f []string) bool { return slices.Equal(f, form) }) {
				forms = append(forms, form)
			}
		}
	}
	return forms
}

// headOf is the noun that changes: the first word that is no adjective before a noun; -1
// in a language where none does.
func (p *Pack) headOf(words []string) int {
	if len(p.inflection.nouns) == 0 || len(words) == 0 {
		return -1
	}
	head := 0
	for head+1 < len(words) && p.adjective(words[head]) != "" && isCapital(words[head+1]) {
		head++
	}
	return head
}

// adjective is the ending of a word that may be an adjective, else "".
func (p *Pack) adjective(word string) string {
	for _, end := range p.inflection.adjectives {
		if strings.HasSuffix(word, end) && len(word) > len(end)+3 {
			return end
		}
	}
	return ""
}

// ending is a word that may be an adjective with another ending; "" leaves it its own.
func (p *Pack) ending(word, end string) string {
	own := p.adjective(word)
	if own == "" || end == "" {
		return word
	}
	return strings.TrimSuffix(word, own) + end
}

// nounForms are a noun and its other forms. Some nouns change as adjectives do:
// "Vorsitzender", "des Vorsitzenden".
func (p *Pack) nounForms(noun string) []string {
	forms := []string{noun}
	for _, end := range p.inflection.nouns {
		forms = append(forms, noun+end)
	}
	if p.adjective(noun) != "" {
		for _, end := range p.inflection.adjectives {
			forms = append(forms, p.ending(noun, end))
		}
	}
	return forms
}

func isCapital(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r)
}
