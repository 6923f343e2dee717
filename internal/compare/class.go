package compare

import "glossator/internal/language"

// class is what kind of word a word is, as far as a short list can tell. Words on no
// list are content words.
type class uint8

const (
	content class = iota
	determiner
	preposition
	conjunction
	pronoun
	auxiliary
	adverb // the few that work like function words
	possessive
	honorific
	role    // what a person is: secretary, senator
	program // what a government runs: policy, rule, commission
	day     // weekday or month
)

// function tells whether words of the class carry little meaning of their own.
func (c class) function() bool { return c >= determiner && c <= possessive }

// listed is the class under which a folded word is listed.
func listed(p *language.Pack, w string) class {
	s := p.ClassesOf(w)
	for c := determiner; c <= day; c++ {
		if s.Has(language.ToldDeterminer + language.Class(c-determiner)) {
			return c
		}
	}
	return content
}

// classOf looks a folded word up, plurals of roles and programs included.
func classOf(p *language.Pack, w string) class {
	if c := listed(p, w); c != content {
		return c
	}
	for _, s := range p.Singulars(w) {
		if c := listed(p, s); c == role || c == program {
			return c
		}
	}
	return content
}
