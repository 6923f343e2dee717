package suggest

import (
	"cmp"
	"slices"
	"strings"

	"glossator/internal/source"
)

// suggestion makes the suggestion of a thing; its ID and facet are still open.
func (x *thing) suggestion(k Kind, words *table) Suggestion {
	s := Suggestion{Kind: k, Name: x.fullest(), Mentions: len(x.seen)}
	if k == Person {
		s.Surname = x.surname(s.Name, words)
	}
	s.Aliases = x.aliases(s.Name, k)
	best, articles := -1, map[*text]bool{}
	for i, m := range x.seen {
		articles[m.text] = true
		s.Seen = append(s.Seen, m.text.sight(m.from, m.to))
		if score := 10*m.name.weight + len(m.name.words); score > best {
			best, s.Best = score, i
		}
	}
	s.Articles = len(articles)
	if k == Person {
		s.Roles = x.roles()
	}
	return s
}

// fullest is the form with the most words; one that was only seen where a sentence opens
// may have a word too many.
func (x *thing) fullest() string {
	score := func(f form) int {
		n := 10*f.words + min(f.count, 5)
		if f.opened == f.count && f.words > 2 {
			n -= 11
		}
		return n
	}
	return slices.MaxFunc(x.forms, func(a, b form) int {
		return cmp.Or(cmp.Compare(score(a), score(b)), cmp.Compare(b.text, a.text))
	}).text
}

// surname is a person's where it is not the last word: "de la Vega", "Belmonte Ríos",
// of which the texts use two words or the first.
func (x *thing) surname(full string, known *table) string {
	words := strings.Fields(full)
	for i := 1; i < len(words)-1; i++ {
		if known.particle(strings.ToLower(words[i])) && words[i] != "y" && words[i] != "e" {
			return strings.Join(words[i:], " ")
		}
	}
	for _, f := range x.forms {
		all := strings.Fields(folded(full))
		part := strings.Fields(f.fold)
		if len(part) >= len(all) || len(all) < 3 || len(all) != len(words) {
			continue
		}
		both := len(part) == 2 && tail(all, part) && all[0] != part[0]
		first := len(part) == 1 && all[len(all)-2] == part[0] && len(part[0]) > 1 && f.count > 0
		if both || first {
			return strings.Join(words[len(words)-2:], " ")
		}
	}
	return ""
}

// aliases are the other forms. Those of a person that the lexicon makes itself are left
// out: the surname, and the name without initials.
func (x *thing) aliases(full string, k Kind) (all []string) {
	name := strings.Fields(strings.ReplaceAll(folded(full), "-", " "))
	for _, f := range x.forms {
		words := strings.Fields(f.fold)
		if !slices.Equal(words, name) && !(k == Person && follows(name, words)) {
			all = append(all, f.text)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// follows tells whether a form of a person's name follows from the name: one of its words,
// its last words, the name without initials.
func follows(name, form []string) bool {
	switch {
	case len(form) == 1 && slices.Contains(name, form[0]), len(form) < len(name) && tail(name, form):
		return true
	}
	return slices.Equal(plainName(form), plainName(name))
}

// plainName is a person's name without initials.
func plainName(words []string) []string {
	return slices.DeleteFunc(slices.Clone(words), func(w string) bool { return len(w) == 1 })
}

// roles are what the articles say a person is: one for each article at most, the same
// words once, with the last day.
func (x *thing) roles() (all []Role) {
	best := map[*text]*name{}
	var order []*text
	for _, m := range x.seen {
		b := best[m.text]
		if b == nil {
			order = append(order, m.text)
		}
		if m.name.role != "" && (b == nil || b.role == "" || m.name.weight > b.weight) {
			best[m.text] = m.name
		} else if b == nil {
			best[m.text] = m.name
		}
	}
	for _, t := range order {
		n := best[t]
		if n.role == "" {
			continue
		}
		r := Role{Title: upperFirst(n.role), AsOf: t.Doc.Day(), Pos: t.pos(n.at)}
		if i := slices.IndexFunc(all, func(o Role) bool { return strings.EqualFold(o.Title, r.Title) }); i >= 0 {
			if all[i].AsOf < r.AsOf {
				all[i].AsOf = r.AsOf
			}
			continue
		}
		all = append(all, r)
	}
	return all
}

func upperFirst(s string) string {
	for i, r := range s {
		if i == 0 {
			return strings.ToUpper(string(r)) + s[len(string(r)):]
		}
	}
	return s
}

// sight is the mention of tokens [from, to).
func (t *text) sight(from, to int) Sight {
	span := source.Span{Start: int(t.Tokens[from].Start), End: int(t.Tokens[to-1].End)}
	sentence := t.ann.Sentence(span.Start)
	if sentence.Len() == 0 {
		sentence = span
	}
	return Sight{Article: t.Doc.Name, Pos: t.pos(from), Words: t.raw(from, to), Sentence: strings.TrimSpace(t.Prose[sentence.Start:sentence.End])}
}

// pos is where token i stands in its file; the file's first line for words that stand
// nowhere in it.
func (t *text) pos(i int) source.Pos {
	where, ok := t.Doc.Prose.Source(source.Span{Start: int(t.Tokens[i].Start), End: int(t.Tokens[i].End)})
	if !ok {
		where.Start = 0
	}
	return t.Doc.File.Pos(where.Start)
}
