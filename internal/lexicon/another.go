package lexicon

import (
	"slices"
	"strings"
	"unicode"

	"glossator/internal/catalogue"
	"glossator/internal/language"
	"glossator/internal/token"
)

// others adds the other ways in which texts write what is no person's name, where no entry
// lists them. They come last: whatever an entry lists is its own.
func (c *compiler) others() {
	listed := len(c.forms)
	for i, e := range c.Catalogue.Entries {
		names := [][]formToken{c.split(e.Name)}
		if e.Person() || len(names[0]) == 0 {
			continue
		}
		o := Owner{Entry: int32(i)}
		for _, a := range e.Aliases {
			if name := c.split(a.Text); len(name) > 0 { // a lone accent is no word
				names = append(names, name)
			}
		}
		for k, name := range names {
			for _, other := range c.ways(name) {
				c.derive(Name, o, other)
			}
			if k == 0 {
				c.shorts(o, e, name)
			}
		}
		for _, short := range c.Pack.Regions[e.Name] {
			c.derive(Region, o, c.split(short))
		}
	}
	for _, f := range c.forms[listed:] {
		f.derived = true
	}
}

// derive adds a form that no entry lists; nil where one does.
func (c *compiler) derive(kind Kind, o Owner, tokens []formToken) *Form {
	if len(tokens) == 0 {
		return nil
	}
	text := textOf(tokens)
	for _, known := range [...]Kind{Name, DamagedName, Surname} {
		if f := c.byKey[formKey{kind: known, text: text}]; f != nil && !f.derived {
			return nil
		}
	}
	f := c.add(kind, text, slices.Clone(tokens), language.Set{}, o)
	if f != nil && kind != Region {
		f.firm = c.firmOf(o, tokens)
	}
	return f
}

// firmOf is what the name that tokens are cut from ends with, where they do not.
func (c *compiler) firmOf(o Owner, tokens []formToken) string {
	whole := c.split(c.Catalogue.Entries[o.Entry].Name)
	last := whole[len(whole)-1]
	group := c.firmForm(last)
	if group == "" || c.firmForm(tokens[len(tokens)-1]) == group {
		return ""
	}
	return group
}

func (c *compiler) firmForm(t formToken) string {
	if !t.shape.Capitalized() && t.shape != token.Lower {
		return ""
	}
	return c.Pack.FirmForms[c.Text(t.word)]
}

// ways are the other ways to write a whole name, each of which may hold for the others.
func (c *compiler) ways(name []formToken) [][]formToken {
	const most = 24
	all := [][]formToken{name}
	for _, way := range [...]func([]formToken) [][]formToken{c.withoutArticle, c.undated, c.written, c.joined, c.apostrophe, c.turned, c.firms} {
		for _, x := range all {
			if len(all) < most {
				all = append(all, way(x)...)
			}
		}
	}
	return all[1:]
}

// withoutArticle: "The Harbor Journal" is the Harbor Journal.
func (c *compiler) withoutArticle(name []formToken) [][]formToken {
	if len(name) < 3 || !c.Is(name[0].word, language.Definite) || c.Text(name[1].word) == "'" { // "L’Équipe"
		return nil
	}
	return [][]formToken{name[1:]}
}

// undated: "Crimes Act 1958" and "Crimes Act of 1958" are the Crimes Act, too.
func (c *compiler) undated(name []formToken) [][]formToken {
	rest := c.withoutYear(name)
	if len(rest) == len(name) || len(rest) < 2 || !c.Is(rest[len(rest)-1].word, language.Law) {
		return nil
	}
	return [][]formToken{rest}
}

// withoutYear is a name without the year at its end, and what joins that to it.
func (c *compiler) withoutYear(name []formToken) []formToken {
	n := len(name) - 1
	if n < 2 || name[n].shape != token.Number || len(name[n].raw) != len("2019") {
		return name
	}
	if last := name[n-1]; last.raw == "," || c.Text(last.word) == c.Pack.Of {
		n--
	}
	return name[:n]
}

// written: what a country is written for short, alone and where it leads a name, which may
// also do without it where the rest tells enough.
func (c *compiler) written(name []formToken) (out [][]formToken) {
	for long, shorts := range c.Pack.Short {
		words := c.split(long)
		if indexOf(name, words) == 0 {
			for _, s := range shorts {
				out = append(out, slices.Concat(c.split(s), name[len(words):]))
			}
		}
		for _, s := range shorts {
			if short := c.split(s); indexOf(name, short) == 0 && name[0].shape == short[0].shape {
				out = append(out, slices.Concat(words, name[1:]))
			}
		}
	}
	if rest := name[1:]; strings.Contains(name[0].raw, ".") && name[0].shape == token.Upper && len(rest) >= 3 && c.tells(rest) > 0 {
		out = append(out, rest) // "U.S. Securities and Exchange Commission"
	}
	slices.SortFunc(out, func(a, b []formToken) int { return strings.Compare(textOf(a), textOf(b)) })
	return slices.CompactFunc(out, func(a, b []formToken) bool { return textOf(a) == textOf(b) })
}

// joined: "&" is "and", and commas before it may be left out.
func (c *compiler) joined(name []formToken) (out [][]formToken) {
	and, sign := c.split(c.Pack.And), c.split("&")
	if len(and) != 1 || len(sign) != 1 {
		return nil
	}
	for i, t := range name {
		switch t.word {
		case sign[0].word:
			out = append(out, slices.Concat(name[:i], and, name[i+1:]))
		case and[0].word:
			out = append(out, slices.Concat(name[:i], sign, name[i+1:]))
		}
	}
	comma := func(t formToken) bool { return t.raw == "," }
	if len(out) > 0 && slices.ContainsFunc(name, comma) {
		for _, x := range append([][]formToken{name}, out...) {
			out = append(out, slices.DeleteFunc(slices.Clone(x), comma))
		}
	}
	return out
}

// apostrophe: "Harbor's Digest" is written "Harbors Digest", too.
func (c *compiler) apostrophe(name []formToken) [][]formToken {
	i := slices.IndexFunc(name, func(t formToken) bool { return t.shape == token.Clitic })
	if i < 1 || len(name) < 2 {
		return nil
	}
	raw := name[i-1].raw + strings.TrimLeft(name[i].raw, "'’")
	return [][]formToken{slices.Concat(name[:i-1], c.split(raw), name[i+1:])}
}

// turned: "Ministry of Fisheries" is the Fisheries Ministry.
func (c *compiler) turned(name []formToken) [][]formToken {
	lead := 0
	for lead < len(name) && !c.Is(name[lead].word, language.Preposition) {
		lead++
	}
	if lead < 1 || lead+1 >= len(name) || c.Text(name[lead].word) != c.Pack.Of {
		return nil
	}
	head, rest := name[lead-1], name[lead+1:]
	if c.Is(rest[0].word, language.Definite) {
		rest = rest[1:]
	}
	if len(rest) == 0 || !c.Pack.Turned[c.Text(head.word)] || slices.ContainsFunc(rest, func(t formToken) bool { return c.Text(t.word) == c.Pack.Of }) {
		return nil
	}
	return [][]formToken{slices.Concat(name[:lead-1], rest, []formToken{head})}
}

// firms: what ends a company's name has other forms, and may be left out where the rest
// tells enough.
func (c *compiler) firms(name []formToken) (out [][]formToken) {
	core := c.core(name)
	if len(core) == len(name) {
		return nil
	}
	n := len(name) - 1
	group := c.firmForm(name[n])
	for word, g := range c.Pack.FirmForms {
		if g == group && word != c.Text(name[n].word) {
			raw := strings.ToUpper(word[:1]) + word[1:]
			out = append(out, slices.Concat(name[:n], c.split(raw)))
		}
	}
	slices.SortFunc(out, func(a, b []formToken) int { return strings.Compare(textOf(a), textOf(b)) })
	if len(core) > 1 && c.tells(core) > 0 || len(core) == 1 && core[0].shape == token.Mixed { // "NorthCatch"
		out = append(out, core)
	}
	return out
}

// core is a company's name without what ends it: "Moll, Karst" of "Moll, Karst & Co".
func (c *compiler) core(name []formToken) []formToken {
	n := len(name)
	for n > 1 && c.firmForm(name[n-1]) != "" {
		n--
	}
	for n < len(name) && n > 1 && (name[n-1].shape == token.Punct || c.Is(name[n-1].word, language.Function)) {
		n--
	}
	return name[:n]
}

// tells is how many words of a name tell something.
func (c *compiler) tells(name []formToken) (n int) {
	for _, t := range name {
		if c.telling(t) {
			n++
		}
	}
	return n
}

// telling tells whether a word of a name says more than what kind of thing it is.
func (l *Lexicon) telling(t formToken) bool {
	return t.shape.Capitalized() && !l.Is(t.word, language.Generic, language.Function)
}

// shorts adds what an article may call, once it has given the whole name, a company by its
// first words, and a body or a law by its last, or by its initials.
func (c *compiler) shorts(o Owner, e *catalogue.Entry, name []formToken) {
	if len(name) > 1 && c.Is(name[0].word, language.Definite) && c.Text(name[1].word) != "'" {
		name = name[1:]
	}
	core := c.core(name)
	firm := len(core) < len(name) || c.Is(core[len(core)-1].word, language.Firm) || c.firmKind(e)
	if act := c.withoutYear(core); len(act) < len(core) {
		core = act
		c.derive(Short, o, core)
	}
	if firm {
		c.beginnings(o, core, len(core) < len(name))
	}
	if !firm || c.Is(core[len(core)-1].word, language.BodyEnd) {
		c.endings(o, core)
	}
	if !firm {
		c.initials(o, core)
	}
}

// firmKind tells whether the entry's kind says that it is a company.
func (c *compiler) firmKind(e *catalogue.Entry) bool {
	words := strings.Fields(strings.ToLower(e.Kind))
	return len(words) > 0 && c.Pack.FirmKind[words[len(words)-1]]
}

// PlaceLike tells whether an entry that is no person may be a place, as its kind and its
// name have it.
func (l *Lexicon) PlaceLike(entry int32) bool {
	e, name := l.Catalogue.Entries[entry], l.nameWords[entry]
	if len(name) == 0 || len(name) > 2 || e.Kind != "" && !l.Pack.PlaceKind[strings.ToLower(e.Kind)] || e.Facet != 0 && e.Kind == "" {
		return false
	}
	return !l.Is(name[len(name)-1], language.BodyEnd, language.Law, language.Program, language.Firm, language.Organ, language.Thing, language.Concern)
}

// beginnings adds the first words of a company's name: "Cetra", "Lake Trust".
func (c *compiler) beginnings(o Owner, core []formToken, whole bool) {
	end := len(core)
	if !whole {
		end--
	}
	for n := 1; n <= min(end, 3); n++ {
		last := core[n-1]
		if !last.shape.Capitalized() || c.Is(last.word, language.Function) || c.tells(core[:n]) == 0 {
			continue
		}
		if n == 1 && (len(last.raw) < 3 || c.vague(last)) {
			continue
		}
		if f := c.derive(Short, o, core[:n]); f != nil {
			f.beginning = true
		}
	}
}

// vague tells whether a word alone could mean too many: a place, a people, a given name.
func (c *compiler) vague(t formToken) bool {
	return c.Is(t.word, language.Corporate, language.Unnamed, language.Given, language.Nation, language.PlaceOpening, language.Calendar,
		language.Title, language.Human, language.Common) || c.Pack.Demonym(c.Text(t.word)) || slices.Contains(c.Pack.Places, t.raw)
}

// endings adds the last words of a body's or law's name, from two on: "Supreme Court",
// "Court of Appeal", and what stands before "of": "High Court".
func (c *compiler) endings(o Owner, core []formToken) {
	head := len(core) - 1
	for i, t := range core {
		if i > 0 && c.Is(t.word, language.Preposition) {
			head = i - 1
			break
		}
	}
	c.compound(o, core)
	if !c.Is(core[head].word, language.BodyEnd, language.Law, language.Program, language.Court, language.Organ) {
		return
	}
	for from := 1; from <= head; from++ {
		if core[from].shape.Capitalized() && capitals(core[from:]) > 1 {
			c.derive(Short, o, core[from:])
		}
	}
	if head > 0 && head < len(core)-1 && c.Text(core[head+1].word) == c.Pack.Of {
		c.derive(Short, o, core[:head+1])
	}
}

// compound adds the noun of a body's name where it is made of several and so says more than
// what the body is: "Verkehrsbetriebe" of Städtische Verkehrsbetriebe.
func (c *compiler) compound(o Owner, core []formToken) {
	at := slices.IndexFunc(core, func(t formToken) bool { return c.known(t.word) != t.word && c.known(t.word) != 0 })
	if at < 0 || len(core) < 2 || !c.Pack.Compounds {
		return
	}
	c.derive(Short, o, core[at:at+1])
	for _, form := range c.Pack.Forms([]string{core[at].raw}) {
		c.derive(Short, o, c.split(form[0]))
	}
}

func capitals(tokens []formToken) (n int) {
	for _, t := range tokens {
		if t.shape.Capitalized() {
			n++
		}
	}
	return n
}

// initials adds the first letters of a name of three words and more.
func (c *compiler) initials(o Owner, core []formToken) {
	var letters []rune
	for _, t := range core {
		if r := []rune(t.raw)[0]; t.shape.Capitalized() && !c.Is(t.word, language.Function) && !strings.Contains(t.raw, ".") {
			letters = append(letters, unicode.ToUpper(r))
		}
	}
	if len(letters) > 2 && len(letters) < 8 {
		c.derive(Short, o, c.split(string(letters)))
	}
}
