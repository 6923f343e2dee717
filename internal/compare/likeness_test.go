package compare_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"glossator/internal/annotation"
	"glossator/internal/catalogue"
	"glossator/internal/compare"
	"glossator/internal/doc"
	"glossator/internal/golden"
	"glossator/internal/lexicon"
	"glossator/internal/meta"
)

// report is a made-up text of 500 words, and what was found in it.
type report struct {
	words   []string
	entries []string // in order of mention
	figures []float64
	day     meta.Day
}

func newReport(seed uint64, day meta.Day) *report {
	r := rand.New(rand.NewPCG(seed, 1))
	parts := []string{"ba", "lor", "mi", "tes", "kan", "du", "fel", "gro", "sim", "par", "vo", "net"}
	x := &report{day: day}
	for i := range 500 {
		w := parts[r.IntN(12)] + parts[r.IntN(12)] + parts[r.IntN(12)]
		switch {
		case i%11 == 5:
			w = strings.ToUpper(w[:1]) + w[1:] // a name
		case i%4 == 1:
			w = []string{"the", "of", "with", "and"}[r.IntN(4)]
		}
		x.words = append(x.words, w)
	}
	return x
}

// replaced has other words in so many of a hundred places.
func (x report) replaced(percent int) *report {
	other := newReport(uint64(percent)+1000, x.day)
	words := append([]string(nil), x.words...)
	for i := range words {
		if i*37%100 < percent {
			words[i] = other.words[i]
		}
	}
	x.words = words
	return &x
}

// cut has only the first words, in per cent.
func (x report) cut(percent int) *report {
	x.words = x.words[:len(x.words)*percent/100]
	return &x
}

// turned tells the second half first, so that no more than half stands in order.
func (x report) turned(parts int) *report {
	n := len(x.words) / parts
	var words []string
	for i := parts - 1; i >= 0; i-- {
		words = append(words, x.words[i*n:(i+1)*n]...)
	}
	x.words = words
	return &x
}

func (x report) mentioning(ids string) *report {
	x.entries = strings.Fields(ids)
	return &x
}

func (x report) on(day meta.Day) *report {
	x.day = day
	return &x
}

func (x report) with(figures ...float64) *report {
	x.figures = figures
	return &x
}

var noNames = lexicon.New(catalogue.New(nil, nil), "en")

func (x *report) sketch() *compare.Sketch {
	d, ann := &doc.Document{}, &annotation.Set{}
	var b strings.Builder
	for i, w := range x.words {
		b.WriteString(w)
		if i%14 == 13 {
			b.WriteByte('.')
		}
		b.WriteByte(' ')
	}
	d.Prose.Text, d.Meta.Published = b.String(), x.day
	for _, id := range x.entries {
		ann.Mentions = append(ann.Mentions, annotation.Mention{Entry: id, Level: annotation.Named})
	}
	for _, f := range x.figures {
		ann.Figures = append(ann.Figures, annotation.Figure{Value: f, Unit: "ships"})
	}
	tokens, _ := noNames.Tokens(d.Prose.Text, nil)
	return compare.NewSketch(d, ann, tokens)
}

// TestWhichArticlesTellOneStory: what two reports are to each other, as more of one is
// told in other words, left out or told in another order, and where each relation ends.
func TestWhichArticlesTellOneStory(t *testing.T) {
	base, other := newReport(1, "2024-05-01"), newReport(2, "2024-05-01")
	const cast = "a b a c d b e a f b c a d e f a b g a b c h a b"
	var got strings.Builder
	told := func(name string, a, b *report) {
		line := "nothing"
		for _, p := range new(compare.Finder).Find("en", []*compare.Sketch{a.sketch(), b.sketch()}) {
			line = fmt.Sprintf("%s, %.2f, %s", p.Relation, p.Sure, p.Why)
		}
		fmt.Fprintf(&got, "%s: %s\n", name, line)
	}
	for percent := 0; percent <= 60; percent += 4 {
		told(fmt.Sprintf("%d %% replaced", percent), base, base.replaced(percent))
	}
	for _, percent := range []int{60, 30, 10, 5, 3, 2} {
		told(fmt.Sprintf("the first %d %%", percent), base, base.cut(percent))
	}
	for _, parts := range []int{2, 10} {
		told(fmt.Sprintf("%d parts turned round, 25 %% replaced", parts), base, base.replaced(25).turned(parts))
	}
	for percent := 20; percent <= 60; percent += 5 {
		told(fmt.Sprintf("the same cast, %d %% replaced", percent), base.mentioning(cast), base.replaced(percent).mentioning(cast))
	}
	for percent := 28; percent <= 40; percent += 2 {
		told(fmt.Sprintf("the same cast years later, in another order, %d %% replaced", percent), base.mentioning(cast), base.replaced(percent).turned(3).on("2029-01-01").mentioning(cast))
	}
	for _, c := range []struct{ name, cast string }{
		{"one of the cast left out", "a b a c d b e a f b c a d e f a b g a b c a b"},
		{"half of the cast in order", "a b a c d b e a f b c a h g c b a g b a"},
		{"five entries", "a b a c d"}, {"six entries", "a b a c d b"}, {"one entry again and again", "a a a a a a a a a"},
	} {
		told(c.name, base.mentioning(cast), base.replaced(28).turned(3).on("2029-01-01").mentioning(c.cast))
	}
	for _, c := range []struct {
		name string
		b    *report
	}{
		{"one event, the same day", base.replaced(60).mentioning("c c c b b a")},
		{"the day after", base.replaced(60).on("2024-05-02").mentioning("c c c b b a")},
		{"two days after", base.replaced(60).on("2024-05-03").mentioning("c c c b b a")},
		{"no day", base.replaced(60).on("").mentioning("c c c b b a")},
		{"a month", base.replaced(60).on("2024-05").mentioning("c c c b b a")},
		{"two of the chief entries", base.replaced(60).mentioning("c c c b b x y z")},
		{"three of them", base.replaced(60).mentioning("c c c b b x a z")},
		{"other words", other.mentioning(cast)},
		{"two numbers", base.replaced(60).mentioning("c c c b b a").with(1500, 12)},
		{"three numbers", base.replaced(60).mentioning("c c c b b a").with(1500, 12, 3.5)},
	} {
		told(c.name, base.mentioning(cast).with(1500, 12, 3.5), c.b)
	}
	for percent := 50; percent <= 90; percent += 5 {
		told(fmt.Sprintf("one event, %d %% replaced", percent), base.mentioning(cast), base.replaced(percent).mentioning("c c c b b a"))
	}
	golden.Is(t, "testdata/stories.txt", got.String())
}
