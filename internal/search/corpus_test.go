package search

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"glossator/internal/annotation"
	"glossator/internal/catalogue"
	"glossator/internal/doc"
	"glossator/internal/meta"
	"glossator/internal/site"
	"glossator/internal/source"
)

// written is a text as a test writes it: paragraphs, sentences end at ". ", and
// [id|words] is a mention.
type written struct {
	name, title, day, publisher string
	text                        string
}

// entry is an entry as a test writes it.
type entry struct {
	id, name, kind string
	aliases        []string
	facet          int
	text           string
}

var testFacets = []catalogue.Facet{
	{ID: "who", Dir: "who", Singular: "person", Plural: "Who", Question: "Who is this?"},
	{ID: "policy", Dir: "policies", Singular: "policy", Plural: "Policies", Question: "Which policy?"},
}

// newSite makes a Site of texts, without the stages before it.
func newSite(t testing.TB, articles []written, entries []entry) *site.Site {
	t.Helper()
	tree, _, err := new(source.Reader).Read()
	if err != nil {
		t.Fatal(err)
	}
	in := site.Input{Config: &catalogue.Site{Title: "Test", Language: "en", Labels: map[string]string{"All": "Todo"}}, Tree: tree}
	var list []*catalogue.Entry
	for _, e := range entries {
		c := &catalogue.Entry{ID: e.id, Facet: e.facet, Name: e.name, Kind: e.kind, File: source.NewFile(e.id+".md", "")}
		for _, a := range e.aliases {
			c.Aliases = append(c.Aliases, meta.Word{Text: a})
		}
		list = append(list, c)
		in.Entries = append(in.Entries, annotated(written{name: e.id, text: e.text}))
	}
	in.Catalogue = catalogue.New(testFacets, list)
	for _, a := range articles {
		in.Articles = append(in.Articles, annotated(a))
	}
	s, _ := site.New(in)
	return s
}

func annotated(w written) site.Annotated {
	f := source.NewFile(w.name+".md", "")
	d := &doc.Document{File: f, MetaFile: f, Name: w.name}
	d.Meta.Title, d.Meta.Published, d.Meta.Publisher = w.title, meta.Day(w.day), w.publisher
	ann := &annotation.Set{}
	var text strings.Builder
	for i, paragraph := range strings.Split(w.text, "\n\n") {
		start := text.Len()
		for paragraph != "" {
			before, rest, found := strings.Cut(paragraph, "[")
			text.WriteString(before)
			if !found {
				break
			}
			id, rest, _ := strings.Cut(rest, "|")
			words, rest, _ := strings.Cut(rest, "]")
			ann.Mentions = append(ann.Mentions, annotation.Mention{Span: source.Span{Start: text.Len(), End: text.Len() + len(words)}, Entry: id})
			text.WriteString(words)
			paragraph = rest
		}
		block := text.String()[start:]
		for from := 0; from < len(block); {
			n := strings.Index(block[from:], ". ")
			if n < 0 {
				n = len(block) - from - 1
			}
			ann.Sentences = append(ann.Sentences, source.Span{Start: start + from, End: start + from + n + 1})
			from += n + 2
		}
		d.Prose.Blocks = append(d.Prose.Blocks, doc.Block{Kind: doc.Paragraph, N: i + 1, Span: source.Span{Start: start, End: text.Len()}})
		text.WriteString("\n\n")
	}
	d.Prose.Text = text.String()
	return site.Annotated{Doc: d, Ann: ann}
}

// small is a site that a person can follow.
func small(t testing.TB) *site.Site {
	return newSite(t, []written{
		{"bridge-talks", "Talks at the bridge", "2022-12-19", "Example Wire",
			"[ana-ruiz|Ana Ruiz] met the ferrymen on Monday. They spoke of the [toll-act|Toll Act] for an hour.\n\n" +
				"About 24,819 people crossed the U.S. side in São Tomé. \"Nobody asked us,\" a ferryman said."},
		{"toll-vote", "Council votes on tolls", "2022-12-21", "Example Wire",
			"The council kept the [toll-act|Toll Act] by one vote. [ana-ruiz|Ruiz]'s party was absent.\n\nTwo bridges stay closed."},
		{"harvest", "A late harvest", "2023-01-02", "Farm News", "Rain delayed the harvest. The border stayed quiet."},
	}, []entry{
		{"ana-ruiz", "Ana Ruiz", "person", []string{"Anita Ruiz"}, 0, "Ana Ruiz is the ferry minister. She was born by the river."},
		{"toll-act", "Toll Act", "law", nil, 1, "The Toll Act sets what a crossing costs. It rests on the [ana-ruiz|Ruiz] plan."},
	})
}

// invented makes a site of n articles of about 640 words over a vocabulary in which,
// as in a language, few words are common and most are rare.
func invented(t testing.TB, n int) *site.Site {
	rng := rand.New(rand.NewPCG(1, uint64(n)))
	vocabulary := make([]string, 60000)
	for i := range vocabulary {
		vocabulary[i] = inventWord(rng, 1+int(math.Log10(float64(i+2))))
	}
	zipf := rand.NewZipf(rng, 1.07, 4, uint64(len(vocabulary)-1))
	sentence := func(b *strings.Builder, words int) {
		for i := range words {
			if i > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(vocabulary[zipf.Uint64()])
		}
		b.WriteString(".")
	}
	var entries []entry
	for i := range 200 {
		var b strings.Builder
		for range 4 {
			sentence(&b, 18)
			b.WriteByte(' ')
		}
		entries = append(entries, entry{fmt.Sprintf("e%03d", i), inventName(rng), "person", []string{inventName(rng)}, i / 100, b.String()})
	}
	articles := make([]written, n)
	for i := range articles {
		var b, title strings.Builder
		sentence(&title, 8)
		for p := range 15 {
			if p > 0 {
				b.WriteString("\n\n")
			}
			for range 2 {
				e := entries[rng.IntN(len(entries))]
				fmt.Fprintf(&b, "[%s|%s] ", e.id, e.name)
				sentence(&b, 19)
				b.WriteByte(' ')
			}
		}
		articles[i] = written{fmt.Sprintf("article-%05d", i), title.String(), "2022-12-19", "Example Wire", b.String()}
	}
	return newSite(t, articles, entries)
}

func inventWord(rng *rand.Rand, syllables int) string {
	var b strings.Builder
	for range syllables {
		b.WriteByte("bcdfghjklmnprstvwz"[rng.IntN(18)])
		b.WriteByte("aeiou"[rng.IntN(5)])
		if rng.IntN(3) == 0 {
			b.WriteByte("lmnrst"[rng.IntN(6)])
		}
	}
	return b.String()
}

func inventName(rng *rand.Rand) string {
	w := func() string { s := inventWord(rng, 3); return strings.ToUpper(s[:1]) + s[1:] }
	return w() + " " + w()
}
