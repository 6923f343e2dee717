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
	var words []string
	body := false
	for i := from; i < len(t.Tokens); i++ {
		body = body || t.In(i, language.Institute) || t.In(i, language.Body) || t.Is(i, "of")
		switch w := t.Fold(i); {
		case t.Tokens[i].Shape == token.Punct, i > from && t.Tokens[i].Shape == token.Initial:
			continue
		case t.Tokens[i].Shape.Capitalized() || t.Tokens[i].Shape == token.Initial || i > from && t.Tokens[i].Shape == token.Number:
		case i == from || w == "and" && !body:
			return ""
		case !t.In(i, language.Particle) && !t.In(i, language.Preposition, language.Article) && w != "and":
			return ""
		}
		words = append(words, t.Fold(i))
	}
	last := len(t.Tokens) - 1
	if last == from && (t.In(last, language.Spokesman, language.Body, language.Document) || strings.HasSuffix(t.Fold(last), "ers")) || t.In(last, language.People) || t.In(from, language.Pronoun) {
		return ""
	}
	return catalogue.Slug(strings.Join(words, " "))
}
