package annotate

import (
	"strings"

	"glossator/internal/catalogue"
	"glossator/internal/language"
	"glossator/internal/lexicon"
	"glossator/internal/token"
)

// slug is the id that an entry of that name would have ("Ana B. Ruiz": ana-ruiz), ""
// where the words are no proper name: "a man in the gallery", "Ruiz and Hale",
// "Officials".
func slug(name string, lex *lexicon.Lexicon) catalogue.ID {
	t := &text{lex: lex, prose: name}
	t.tokens, t.folded = lex.Tokens(name, nil)
	t.look()
	from := 0
	for from < len(t.tokens) && t.in(from, language.Article) {
		from++
	}
	if from == len(t.tokens) || t.tokens[from].Shape == token.Number || t.term(from).Number.Kind != language.NoNumber {
		return ""
	}
	var words []string
	body := false
	for i := from; i < len(t.tokens); i++ {
		body = body || t.in(i, language.Institute) || t.in(i, language.Body) || t.is(i, "of")
		switch w := t.fold(i); {
		case t.tokens[i].Shape == token.Punct, i > from && t.tokens[i].Shape == token.Initial:
			continue
		case t.tokens[i].Shape.Capitalized() || t.tokens[i].Shape == token.Initial || i > from && t.tokens[i].Shape == token.Number:
		case i == from || w == "and" && !body:
			return ""
		case !t.in(i, language.Particle) && !t.in(i, language.Preposition, language.Article) && w != "and":
			return ""
		}
		words = append(words, t.fold(i))
	}
	last := len(t.tokens) - 1
	if last == from && (t.in(last, language.Spokesman, language.Body, language.Document) || strings.HasSuffix(t.fold(last), "ers")) || t.in(last, language.People) || t.in(from, language.Pronoun) {
		return ""
	}
	return catalogue.Slug(strings.Join(words, " "))
}
