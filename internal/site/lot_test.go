package site

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"glossator/internal/annotation"
	"glossator/internal/catalogue"
	"glossator/internal/doc"
	"glossator/internal/meta"
	"glossator/internal/source"
)

// TestEntriesAreToldTheSameWithMemory: whatever comes, goes, moves or changes among the
// articles, entries are told what a model without memory tells them.
func TestEntriesAreToldTheSameWithMemory(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		memory, n := new(Memory), 0
		fresh := func() Annotated {
			n++
			return anArticle(t, fmt.Sprintf("article-%04d", n))
		}
		var articles []Annotated
		for range rapid.IntRange(mostInLot-2, 2*mostInLot+2).Draw(t, "articles") {
			articles = append(articles, fresh())
		}
		for range 4 {
			at := rapid.IntRange(0, len(articles)-1).Draw(t, "at")
			switch rapid.IntRange(0, 3).Draw(t, "edit") {
			case 0:
				articles = slices.Insert(slices.Clone(articles), at, fresh())
			case 1:
				articles = slices.Delete(slices.Clone(articles), at, at+1)
			case 2:
				articles = slices.Clone(articles)
				articles[at] = anArticle(t, articles[at].Doc.Name)
			}
			got, want := modelOf(articles, memory), modelOf(articles, nil)
			if d := cmp.Diff(told(want), told(got)); d != "" {
				t.Fatalf("with memory (+) entries are told otherwise than without (-):\n%s", d)
			}
		}
	})
}

// told is what of a model is remembered: the order of the articles, where each is found, and
// what the entries are told.
func told(s *Site) (all []string) {
	for _, a := range s.Articles {
		all = append(all, fmt.Sprint(a.Index, a.Doc.Name, a.Path, a.Seen, s.Article(a.Doc.Name) == a))
	}
	for _, p := range s.Profiles {
		all = append(all, fmt.Sprint(p.Entry.ID, p.Mentions, p.Articles, p.Said, p.Evidence))
	}
	return all
}

var sampleEntries = []*catalogue.Entry{{ID: "anna"}, {ID: "bo"}, {ID: "cy"}}

// anArticle mentions and quotes some entries, on one of a few days.
func anArticle(t *rapid.T, name string) Annotated {
	seed := rapid.Uint16().Draw(t, name)
	d := &doc.Document{Name: name, File: source.NewFile(name+".md", "")}
	d.Prose.Blocks = []doc.Block{{}}
	d.Meta.Published = meta.Day(fmt.Sprintf("2020-01-%02d", 1+seed%9))
	found := &annotation.Set{}
	for i, e := range sampleEntries {
		for range seed >> (3 * i) % 3 {
			found.Mentions = append(found.Mentions, annotation.Mention{Entry: e.ID})
		}
		if seed>>(9+i)%2 == 1 {
			found.Quotes = append(found.Quotes, annotation.Quote{Speaker: e.ID})
		}
	}
	return Annotated{Doc: d, Ann: found, Key: uint64(seed)}
}

func modelOf(articles []Annotated, memory *Memory) *Site {
	in := Input{Config: &catalogue.Site{}, Catalogue: catalogue.New([]catalogue.Facet{{Dir: "who"}}, sampleEntries), Articles: articles, Tree: &source.Tree{}, Memory: memory}
	for _, e := range sampleEntries {
		e.File = source.NewFile(e.ID+".md", "")
		in.Entries = append(in.Entries, Annotated{Doc: &doc.Document{File: e.File}, Ann: &annotation.Set{}})
	}
	s, _ := New(in)
	return s
}
