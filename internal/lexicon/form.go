package lexicon

import (
	"slices"
	"strings"
	"unicode/utf8"

	"glossator/internal/catalogue"
	"glossator/internal/language"
	"glossator/internal/token"
)

// Kind tells what a form is to its entry, and so what ground it needs to be linked.
type Kind uint8

const (
	Name        Kind = iota // a name or alias: links wherever it stands
	Surname                 // of a person: links where the article introduced the person
	Part                    // one word of a double surname: as a surname
	Short                   // of a name that is no person's: links where the article gives it whole
	Region                  // "Calif.": links behind the name of a town and a comma
	DamagedName             // an entry's damaged form: links, marked as damaged
	Description             // words that describe without naming
	RoleTitle               // "president of Mexico", made of a role's title
	Office                  // "head of state": whoever of such a role the article named
)

// Form is one way in which a text may write one entry, or several alike.
type Form struct {
	Kind   Kind
	Text   string // as the entry has it
	Owners []Owner
	Det    language.Set // descriptions: of the article or possessive they are listed behind

	tokens    []formToken
	foreign   bool   // has letters beyond ASCII
	person    bool   // initials between its words do not matter
	derived   bool   // no entry lists it
	beginning bool   // the first words of a company's name
	few       bool   // two of its words tell much
	base      Word   // of a person's name in the genitive: its last word as it is listed
	firm      string // of a company's name without what ends it: what that is a form of
}

// Owner is an entry that a form may stand for; with a Role only while it is held.
type Owner struct {
	Entry int32 // index into Catalogue.Entries
	Role  *catalogue.Role
}

type formToken struct {
	word  Word
	shape token.Shape
	raw   string
}

// Len is the number of words.
func (f *Form) Len() int { return len(f.tokens) }

// Derived tells whether no entry lists the form.
func (f *Form) Derived() bool { return f.derived }

// Acronym tells whether the form's first word is in capitals.
func (f *Form) Acronym() bool { return f.tokens[0].shape == token.Upper }

// Firm is what a company's name, of which the form is a part, ends with besides.
func (f *Form) Firm() string { return f.firm }

// Beginning tells whether the form is the first words of a company's name.
func (f *Form) Beginning() bool { return f.beginning }

// Proper tells whether every word but those of the closed classes has a capital.
func (f *Form) Proper() bool {
	for _, t := range f.tokens {
		if t.shape == token.Lower && len(t.raw) > 3 {
			return false
		}
	}
	return true
}

// LastWord is the form's last word, of a name in the genitive as it is listed.
func (f *Form) LastWord() Word {
	if f.base != 0 {
		return f.base
	}
	return f.tokens[len(f.tokens)-1].word
}

// Genitive tells whether the form is a person's name in the genitive.
func (f *Form) Genitive() bool { return f.base != 0 }

// FirstWord is the form's first word.
func (f *Form) FirstWord() Word { return f.tokens[0].word }

// Weak is a description of one word ("the order"): it says so little that it needs
// to be introduced in the article. Weak ones are not in the trie: they are looked up
// from the entries that the article has mentioned.
type Weak struct {
	Entry  int32
	Word   Word
	Listed bool         // by the entry; else the head noun of its name, kind, description or role
	Det    language.Set // as in Form
	Role   *catalogue.Role
	Text   string
}

// compiler turns entries into forms and the forms into tries.
type compiler struct {
	*Lexicon
	byKey map[formKey]*Form
	trie  *trieBuilder
	heads map[headKey]bool
	tok   []token.Token

	inflections []inflection
}

type formKey struct {
	kind Kind
	text string
	det  language.Set
}

type headKey struct {
	entry int32
	word  Word
}

// split tokenizes a form's text, giving every word a number. Hyphens between words
// are left out: matching steps over them.
func (c *compiler) split(text string) []formToken {
	var fold string
	c.tok, fold = c.Tokens(text, c.tok[:0])
	out := make([]formToken, 0, len(c.tok))
	for i, t := range c.tok {
		word := fold[t.FoldStart:t.FoldEnd]
		if word == "-" && t.Flags&token.Spaced == 0 && i+1 < len(c.tok) && c.tok[i+1].Flags&token.Spaced == 0 {
			continue
		}
		out = append(out, formToken{c.vocabulary.Put(word), t.Shape, text[t.Start:t.End]})
	}
	return out
}

// add makes (or finds) the form and gives it an owner. One that is too long to be found
// is none.
func (c *compiler) add(kind Kind, text string, tokens []formToken, det language.Set, o Owner) *Form {
	if len(tokens) == 0 || len(tokens) > longest {
		return nil
	}
	key := formKey{kind, text, det}
	f := c.byKey[key]
	if f == nil {
		f = &Form{Kind: kind, Text: text, Det: det, tokens: tokens}
		for _, t := range tokens {
			for i := range len(t.raw) {
				f.foreign = f.foreign || t.raw[i] >= utf8.RuneSelf
			}
		}
		c.byKey[key] = f
		c.forms = append(c.forms, f)
		c.trie.insert(f)
	}
	for k := len(f.Owners) - 1; k >= 0 && f.Owners[k].Entry == o.Entry; k-- { // entries come one after another
		if f.Owners[k] == o {
			return f
		}
	}
	f.Owners = append(f.Owners, o)
	return f
}

// names adds an entry's names and aliases and, for a person, the surname.
func (c *compiler) names(i int32, e *catalogue.Entry) {
	o := Owner{Entry: i}
	for _, t := range c.split(e.Name) {
		c.nameWords[i] = append(c.nameWords[i], t.word)
	}
	c.name(o, e, e.Name)
	for _, a := range e.Aliases {
		c.name(o, e, a.Text)
	}
	for _, words := range e.Same {
		c.name(o, e, words)
	}
	for _, d := range e.Damaged {
		c.add(DamagedName, d.Text, c.split(d.Text), language.Set{}, o)
	}
	if e.Person() {
		c.surname(o, e)
	}
}

func (c *compiler) name(o Owner, e *catalogue.Entry, text string) {
	tokens := c.split(text)
	f := c.add(Name, text, tokens, language.Set{}, o)
	if f == nil {
		return
	}
	if !e.Person() {
		c.inflected(Name, tokens, language.Set{}, o)
		return
	}
	c.genitive(Name, tokens, o)
	f.person = len(tokens) > 1
	if len(tokens) < 2 {
		return
	}
	if c.Is(tokens[len(tokens)-1].word, language.Suffix) {
		c.suffixes[o.Entry] = append(c.suffixes[o.Entry], tokens[len(tokens)-1].word)
	}
	plain := tokens[:0:0] // without initials, which reports add and drop
	for k, t := range tokens {
		if t.shape != token.Initial || k == 0 || k == len(tokens)-1 {
			plain = append(plain, t)
		}
	}
	c.variant(o, plain, len(plain) != len(tokens))
	sur := c.split(surnameOf(e))
	at := indexOf(tokens, sur)
	if at < 1 {
		c.otherOrder(o, tokens, sur)
		return
	}
	end, first := at+len(sur), len(sur) > 1 && !c.Is(sur[0].word, language.NamePart)
	c.variant(o, tokens[:at+1], first) // "Esteban Quiroga" of "Esteban Quiroga Leal"
	c.variant(o, []formToken{tokens[0], tokens[at]}, first && at > 1)
	c.variant(o, slices.Concat(sur, c.split(","), tokens[:1]), true) // "Mayorkas, Alejandro"
	c.variant(o, tokens[:end], end < len(tokens))                    // "Iván Duque" of "Iván Duque Márquez"
	short := append([]formToken{tokens[0]}, tokens[at:end]...)
	c.variant(o, short, len(short) != end) // "Andrés López Obrador" of "Andrés Manuel López Obrador"
	for k := range at {
		c.given[[2]Word{sur[len(sur)-1].word, tokens[k].word}] = true
	}
	for _, nick := range c.nicknames(tokens[0].word) {
		alike := append([]formToken{{c.vocabulary.Put(strings.ToLower(nick)), token.Capital, nick}}, tokens[at:end]...)
		c.variant(o, alike, true)
		c.given[[2]Word{sur[len(sur)-1].word, alike[0].word}] = true
	}
}

// otherOrder adds to a name that begins with the surname the other order of it.
func (c *compiler) otherOrder(o Owner, tokens, sur []formToken) {
	if len(sur) == 0 || len(tokens) == len(sur) || indexOf(tokens, sur) != 0 {
		return
	}
	c.surnameFirst[o.Entry] = true
	for _, t := range tokens[len(sur):] {
		c.given[[2]Word{sur[len(sur)-1].word, t.word}] = true
	}
	c.variant(o, slices.Concat(tokens[len(sur):], sur), true)
}

// variant adds another way to write a person's name.
func (c *compiler) variant(o Owner, tokens []formToken, differs bool) {
	if differs && len(tokens) > 1 {
		if f := c.add(Name, textOf(tokens), append([]formToken(nil), tokens...), language.Set{}, o); f != nil {
			f.person = true
		}
	}
}

func (c *compiler) surname(o Owner, e *catalogue.Entry) {
	text := surnameOf(e)
	tokens := c.split(text)
	if len(c.split(e.Name)) < 2 {
		return // a person of one name
	}
	c.add(Surname, text, tokens, language.Set{}, o)
	c.genitive(Surname, tokens, o)
	if len(tokens) == 2 && tokens[0].shape == token.Capital && !c.Is(tokens[0].word, language.NamePart) {
		c.add(Part, tokens[0].raw, tokens[:1], language.Set{}, o)
		c.add(Part, tokens[1].raw, tokens[1:], language.Set{}, o)
	}
	c.surnames[o.Entry] = tokens
}

// inflection is another form of a name or phrase, which counts only where no entry is
// called so.
type inflection struct {
	kind   Kind
	tokens []formToken
	det    language.Set
	owner  Owner
	base   Word // of a person's name: its last word as it is listed
}

// genitive notes a person's name as it stands in the genitive: "Jonas Fromms".
func (c *compiler) genitive(kind Kind, tokens []formToken, o Owner) {
	if len(tokens) == 0 { // a name of spaces alone
		return
	}
	last := len(tokens) - 1
	if word := c.Pack.Genitive(tokens[last].raw); word != "" {
		c.inflections = append(c.inflections, inflection{kind, append(tokens[:last:last], c.split(word)...), language.Set{}, o, tokens[last].word})
	}
}

// inflected notes a name or phrase as it stands behind other articles: "des Landesbergamts".
func (c *compiler) inflected(kind Kind, tokens []formToken, det language.Set, o Owner) {
	words := make([]string, len(tokens))
	for i := range tokens {
		words[i] = tokens[i].raw
	}
	for _, form := range c.Pack.Forms(words) {
		c.inflections = append(c.inflections, inflection{kind, c.split(strings.Join(form, " ")), det, o, 0})
	}
}

// inflect adds the forms that were noted.
func (c *compiler) inflect() {
	for _, x := range c.inflections {
		text := textOf(x.tokens)
		if f := c.byKey[formKey{x.kind, text, x.det}]; f != nil && !f.derived {
			continue
		}
		if f := c.add(x.kind, text, x.tokens, x.det, x.owner); f != nil {
			f.derived, f.base = true, x.base
		}
	}
}

// surnameOf is the entry's surname: as given, else the last word of the name that is
// no suffix.
func surnameOf(e *catalogue.Entry) string {
	if e.Surname != "" {
		return e.Surname
	}
	words := strings.Fields(e.Name)
	for len(words) > 1 && strings.Contains(" Jr. Jr Sr. Sr II III IV ", " "+words[len(words)-1]+" ") {
		words = words[:len(words)-1]
	}
	if len(words) == 0 {
		return ""
	}
	return strings.TrimSuffix(words[len(words)-1], ",")
}

func indexOf(tokens, part []formToken) int {
	for i := 0; i+len(part) <= len(tokens) && len(part) > 0; i++ {
		k := 0
		for k < len(part) && tokens[i+k].word == part[k].word {
			k++
		}
		if k == len(part) {
			return i
		}
	}
	return -1
}

func textOf(tokens []formToken) string {
	var b strings.Builder
	for i, t := range tokens {
		if i > 0 && t.shape != token.Clitic && t.shape != token.Punct {
			b.WriteByte(' ')
		}
		b.WriteString(t.raw)
	}
	return b.String()
}

// nicknames are the given names that may stand for a given name.
func (c *compiler) nicknames(w Word) (out []string) {
	word := c.Text(w)
	for _, group := range c.Pack.Nicknames {
		for _, n := range group {
			if n != word {
				continue
			}
			for _, m := range group {
				if m != word {
					out = append(out, strings.ToUpper(m[:1])+m[1:])
				}
			}
		}
	}
	return out
}

// descriptions adds what describes an entry: its own phrases, those of its roles, and
// what a role's title gives.
func (c *compiler) descriptions(i int32, e *catalogue.Entry) {
	for _, d := range e.Descriptions {
		c.describe(Description, d.Text, Owner{Entry: i})
		c.weakNote(i, e, d)
	}
	c.plain(i, e)
	for k := range e.Roles {
		r := &e.Roles[k]
		o := Owner{Entry: i, Role: r}
		for _, d := range r.Descriptions {
			c.describe(Description, d.Text, o)
		}
		c.describe(RoleTitle, r.Title, o)
		c.titles[strings.ToLower(r.Title)] = append(c.titles[strings.ToLower(r.Title)], o)
		c.head(o, firstNoun(c.split(r.Title), c.Lexicon))
		if head, place, ok := strings.Cut(r.Title, " "+c.Pack.Of+" "); ok && c.Pack.Of != "" {
			place = strings.TrimPrefix(place, "the ")
			c.describe(RoleTitle, c.possessor(place)+" "+head, o)
			c.describe(RoleTitle, place+" "+head, o)
			for _, office := range c.Pack.Offices[strings.ToLower(head)] {
				c.describe(Office, office, o)
			}
			c.ofCountry(o, head, place)
		}
	}
	if e.Person() {
		for _, d := range e.Descriptions {
			if w := firstNoun(c.split(d.Text), c.Lexicon); c.Is(w, language.Human) {
				c.head(Owner{Entry: i}, w)
			}
		}
		return
	}
	c.nouns(i, e)
}

// possessor is a place's name before what is its: "Mexico's", "Neuhafens".
func (c *compiler) possessor(place string) string {
	if form := c.Pack.Genitive(place); form != "" {
		return form
	}
	return place + "'s"
}

// leading are the words that a phrase is listed behind.
var leading = language.SetOf(language.Article, language.Possessive)

// describe adds a phrase, without the article or possessive at its front.
func (c *compiler) describe(kind Kind, text string, o Owner) {
	tokens := c.split(text)
	var det language.Set
	if len(tokens) > 1 {
		if d := c.Classes(tokens[0].word).And(leading); d != (language.Set{}) {
			det, tokens = d, tokens[1:]
			if len(tokens) > 1 && c.Text(tokens[0].word) == "'" { // "l’élue"
				tokens = tokens[1:]
			}
		}
	}
	if len(tokens) == 1 && kind == Description {
		c.weakly(Weak{Entry: o.Entry, Word: tokens[0].word, Listed: true, Det: det, Role: o.Role, Text: text}, tokens[0].raw)
		return
	}
	if len(tokens) > 1 {
		c.add(kind, text, tokens, det, o)
		c.inflected(kind, tokens, det, o)
	}
}

// weakly adds a weak description in all forms of its word.
func (c *compiler) weakly(w Weak, raw string) {
	c.weak = append(c.weak, w)
	c.heads[headKey{w.Entry, w.Word}] = true
	for _, form := range c.Pack.Forms([]string{raw}) {
		if tokens := c.split(form[0]); len(tokens) == 1 && !c.heads[headKey{w.Entry, tokens[0].word}] {
			w.Word = tokens[0].word
			c.weak = append(c.weak, w)
			c.heads[headKey{w.Entry, w.Word}] = true
		}
	}
}

// firstNoun is the head of a noun phrase: the word before the first preposition or
// comma, else the last.
func firstNoun(tokens []formToken, l *Lexicon) Word {
	if l.Pack.HeadFirst {
		return leadingNoun(tokens, l)
	}
	for i, t := range tokens {
		if i > 0 && (t.shape == token.Punct || t.shape == token.Clitic || l.Is(t.word, language.Preposition, language.Relative)) {
			if t.shape == token.Clitic {
				return 0
			}
			return tokens[i-1].word
		}
	}
	if len(tokens) == 0 || tokens[len(tokens)-1].shape == token.Number {
		return 0
	}
	return tokens[len(tokens)-1].word
}

// leadingNoun is the head of a noun phrase that begins with it: its first word that is no
// article and does not only say which ("primera ministra").
func leadingNoun(tokens []formToken, l *Lexicon) Word {
	for _, t := range tokens {
		if t.shape != token.Punct && t.shape != token.Number && !l.Is(t.word, language.Article, language.Former, language.Function) {
			return t.word
		}
	}
	return 0
}

// head adds the head noun of something longer as a weak description.
func (c *compiler) head(o Owner, w Word) {
	if w == 0 || c.Is(w, language.Function, language.Preposition, language.Pronoun) || c.heads[headKey{o.Entry, w}] {
		return
	}
	c.weakly(Weak{Entry: o.Entry, Word: w, Role: o.Role, Text: c.Text(w)}, c.Text(w))
}

// TitleHead is what a title says before "of": "President of Mexico" → president.
func (l *Lexicon) TitleHead(title string) string {
	head, _, _ := strings.Cut(strings.ToLower(title), " "+l.Pack.Of+" ")
	return head
}

// Head is the head noun of a title: "President of Mexico" → president.
func (l *Lexicon) Head(title string) Word {
	tokens, _ := l.titleWords(title)
	if len(tokens) == 0 {
		return 0
	}
	return tokens[len(tokens)-1].Word
}

// TitleWords are a title's words up to its head noun, folded: "Prime Minister of Corva" →
// prime, minister.
func (l *Lexicon) TitleWords(title string) (words []string) {
	tokens, fold := l.titleWords(title)
	for _, t := range tokens {
		words = append(words, fold[t.FoldStart:t.FoldEnd])
	}
	return words
}

func (l *Lexicon) titleWords(title string) ([]token.Token, string) {
	tokens, fold := l.Tokens(title, nil)
	for i, t := range tokens {
		if i > 0 && (t.Shape == token.Punct || t.Shape == token.Clitic || l.Is(t.Word, language.Preposition, language.Relative)) {
			return tokens[:i], fold
		}
	}
	return tokens, fold
}
