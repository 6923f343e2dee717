package suggest

import (
	"slices"
	"strings"

	"glossator/internal/lexicon"
)

// things brings the names of all texts together and keeps those that are somebody or
// something.
func things(lex *lexicon.Lexicon, words *table, texts []*text) []Suggestion {
	all := &gathering{lex: lex, words: words, byKey: map[string]*thing{}, byForm: map[string][]*thing{}, bySurname: map[string][]*thing{}}
	var short []*thing // of one word, in texts that do not say more
	for _, t := range texts {
		for _, x := range t.things {
			if len(x.words) == 1 {
				short = append(short, x)
				continue
			}
			all.add(x)
		}
	}
	all.byInitials = map[string][]*thing{}
	for _, x := range all.list {
		if len(x.words) > 2 {
			for _, a := range words.initialsOf(x.words) {
				all.byInitials[a] = append(all.byInitials[a], x)
			}
		}
	}
	for _, x := range short {
		all.attach(x)
	}
	all.undated()
	var found []Suggestion
	for _, x := range all.list {
		kind := x.decide(words)
		if kind == "" || explainedBy(lex, x) {
			continue
		}
		found = append(found, x.suggestion(kind, words))
	}
	return found
}

// undated joins a law with its short name: "the Public Halls Act" is the "Public Halls
// Act of 1974" where no other year is meant.
func (g *gathering) undated() {
	years := map[string][]*thing{} // what stands before " of 1974"
	for _, x := range g.list {
		n := len(x.words)
		if n > 3 && x.words[n-2] == "of" && len(x.words[n-1]) == 4 && strings.Trim(x.words[n-1], "0123456789") == "" {
			base := strings.Join(x.words[:n-2], " ")
			years[base] = append(years[base], x)
		}
	}
	g.list = slices.DeleteFunc(g.list, func(x *thing) bool {
		dated := years[strings.Join(x.words, " ")]
		if len(dated) != 1 || dated[0].kind != x.kind {
			return false
		}
		dated[0].join(x)
		return true
	})
}

// add joins a thing of one text with the same thing of others.
func (g *gathering) add(x *thing) {
	key := g.key(x.words, x.kind, x.weak)
	y := g.byKey[key]
	if y == nil {
		if same := g.byForm[strings.Join(x.words, " ")]; len(same) == 1 {
			y = same[0]
		}
	}
	if y == nil {
		g.byKey[key] = x
		g.list = append(g.list, x)
		y = x
	} else {
		y.join(x)
	}
	for _, f := range x.forms {
		if len(f.fold) > 1 && !slices.Contains(g.byForm[f.fold], y) {
			g.byForm[f.fold] = append(g.byForm[f.fold], y)
		}
	}
	if personal(y.kind, y.weak) {
		for _, w := range y.words[1:] {
			if len(w) > 1 && !slices.Contains(g.bySurname[w], y) {
				g.bySurname[w] = append(g.bySurname[w], y)
			}
		}
	}
}

func (x *thing) join(o *thing) {
	x.seen = append(x.seen, o.seen...)
	x.clues.add(o.clues)
	x.quoted = x.quoted || o.quoted
	if len(o.words) > len(x.words) {
		x.words = o.words
	}
	if x.kind == "" || x.weak && !o.weak && o.kind != "" {
		x.kind, x.weak = o.kind, o.weak
	}
	for _, f := range o.forms {
		if i := slices.IndexFunc(x.forms, func(y form) bool { return y.fold == f.fold }); i >= 0 {
			x.forms[i].count += f.count
			x.forms[i].opened += f.opened
		} else {
			x.forms = append(x.forms, f)
		}
	}
}

// attach joins a name of one word, in a text that says no more, with what other texts
// call in full, if that is one thing only.
func (g *gathering) attach(x *thing) {
	w := x.words[0]
	candidates := g.byForm[w]
	if len(candidates) == 0 && x.body <= x.person+1 {
		candidates = g.bySurname[w]
		if len(candidates) > 1 {
			candidates = slices.DeleteFunc(slices.Clone(candidates), func(y *thing) bool { return y.words[len(y.words)-1] != w })
			if len(candidates) > 1 {
				return // two people of one name, and nothing that tells who is meant
			}
		}
	}
	if len(candidates) == 0 && acronym(x.forms[0].text) && len(w) > 2 {
		candidates = g.byInitials[w]
	}
	if len(candidates) == 1 {
		candidates[0].join(x)
		return
	}
	g.list = append(g.list, x)
	g.byForm[w] = append(g.byForm[w], x)
}
