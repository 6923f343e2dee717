package suggest

import (
	"cmp"
	"slices"
	"strings"
)

// thing is what several names mean.
type thing struct {
	words []string // of the fullest name so far, folded
	kind  Kind     // what its names' own words say
	weak  bool
	clues
	quoted bool
	forms  []form
	seen   []seen
}

// form is one way in which a thing is written.
type form struct {
	text   string // as written
	fold   string // words folded, a space between
	words  int
	count  int
	opened int // how often it only opened a sentence
}

// seen is one name in one text.
type seen struct {
	text *text
	name *name
	from int // tokens of the mention
	to   int
}

func head(long, short []string) bool { return slices.Equal(long[:len(short)], short) }
func tail(long, short []string) bool { return slices.Equal(long[len(long)-len(short):], short) }

// take adds a mention to the thing.
func (x *thing) take(t *text, n *name) {
	from := n.from
	x.seen = append(x.seen, seen{t, n, from, n.to})
	x.add(n.clues)
	if len(n.words) > len(x.words) {
		x.words = n.words
	}
	if x.kind == "" || x.weak && !n.weak && n.kind != "" {
		x.kind, x.weak = n.kind, n.weak
	}
	x.add1(cmp.Or(n.text, t.raw(from, n.to)), strings.Join(n.words, " "), len(n.words), t.opens[from] && t.plain == nil)
}

func (x *thing) add1(text, fold string, words int, opened bool) {
	i := slices.IndexFunc(x.forms, func(f form) bool { return f.fold == fold })
	if i < 0 {
		x.forms = append(x.forms, form{text: text, fold: fold, words: words})
		i = len(x.forms) - 1
	}
	x.forms[i].count++
	if opened {
		x.forms[i].opened++
	}
}
