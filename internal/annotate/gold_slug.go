package annotate

import (
	"strings"

	"glossator/internal/catalogue"
	"glossator/internal/language"
	"glossator/internal/lexicon"
	"glossator/internal/reading"
	"glossator/internal/token"
)

// slug is the id that an entry of that name would have ("Ana B. Ruiz": ana-ruiz), ""
// where the words are no proper name: "a man in the gallery", "Ruiz and Hale",
// "Officials".
func slug(name string, lex *lexicon.Lexicon) catalogue.ID {
	t := reading.Phrase(name, lex)
	from := 0
	for from < len(t.Tokens) && t.In(from, language.Article) {
		from++
	}
	if from == len(t.Tokens) || t.Tokens[from].Shape == token.Number || t.Term(from).Number.Kind != language.NoNumber {
		return ""
	}
	words := nameWords(t, from)
	if len(words) == 0 || nobodysName(t, from) {
		return ""
	}
	return catalogue.Slug(strings.Join(words, " "))
}

// nameWords are the words of a proper name from token from on, without initials behind the
// first; none where it is no name.
func nameWords(t *reading.Text, from int) (words []string) {
	body := false
	for i := from; i < len(t.Tokens); i++ {
		body = body || t.In(i, language.Institute, language.Body) || t.Is(i, "of")
		shape := t.Tokens[i].Shape
		switch {
		case shape == token.Punct, i > from && shape == token.Initial:
			continue
		case shape.Capitalized(), shape == token.Initial, i > from && shape == token.Number:
		case i == from || !joinsName(t, i, body):
			return nil
		}
		words = append(words, t.Fold(i))
	}
	return words
}

// joinsName tells whether token i stands in small letters between the words of a name, a
// body's or a person's.
func joinsName(t *reading.Text, i int, body bool) bool {
	if t.Fold(i) == "and" {
		return body
	}
	return t.In(i, language.Particle, language.Preposition, language.Article)
}

// nobodysName tells whether the words from token from on only look like a name:
// "Officials", "Spokesman".
func nobodysName(t *reading.Text, from int) bool {
	last := len(t.Tokens) - 1
	if t.In(last, language.People) || t.In(from, language.Pronoun) {
		return true
	}
	return last == from && (t.In(last, language.Spokesman, language.Body, language.Document) || strings.HasSuffix(t.Fold(last), "ers"))
}
