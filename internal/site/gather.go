package site

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"glossator/internal/annotate"
	"glossator/internal/meta"
	"glossator/internal/source"
)

// gather brings every mention, quotation and row of evidence to its entry.
func (s *Site) gather() {
	g := &gatherer{Site: s, together: make([][]int32, len(s.Profiles)), at: make([]int32, len(s.Profiles))}
	for ai, a := range s.Articles {
		g.mentions(ai, a)
		for qi, q := range a.Ann.Quotes {
			if p := s.Profile(q.Speaker); p != nil {
				p.Said = append(p.Said, Said{ai, qi, -1})
			}
		}
		for ri, row := range a.Evidence {
			p := s.Profile(row.Entry)
			switch {
			case p == nil:
			case row.Kind == "quote":
				p.Said = append(p.Said, Said{ai, -1, ri})
			case row.Kind == "mention":
				p.Evidence = append(p.Evidence, Standoff{ai, ri})
				p.meet(ai)
			}
		}
	}
	for i, p := range s.Profiles {
		p.With = ranked(g.together[i])
	}
}

// gatherer holds what is used again for every article: the walk over all mentions is
// made at each build, so it has no maps.
type gatherer struct {
	*Site
	together [][]int32 // of each profile: those it shares a sentence with, once a sentence
	at       []int32   // of each profile: its index in the article's Seen, plus one
	here     []int32   // the profiles of the open sentence
}

// mentions gathers one article's mentions, in one walk over its sentences.
func (g *gatherer) mentions(ai int, a *Article) {
	sentence, block := 0, 0
	var open source.Span
	for mi, m := range a.Ann.Mentions {
		pi, ok := g.byEntry[m.Entry]
		if !ok {
			continue
		}
		for block < len(a.Doc.Prose.Blocks)-1 && a.Doc.Prose.Blocks[block].Span.End <= m.Span.Start {
			block++
		}
		for sentence < len(a.Ann.Sentences)-1 && a.Ann.Sentences[sentence].End <= m.Span.Start {
			sentence++
		}
		span := a.Doc.Prose.Blocks[block].Span
		if sentence < len(a.Ann.Sentences) && a.Ann.Sentences[sentence].Overlaps(m.Span) {
			span = a.Ann.Sentences[sentence]
		}
		if span != open {
			g.close()
			open = span
		}
		g.here = append(g.here, int32(pi))
		span = window(a.Doc.Prose.Text, span, m.Span)
		p := g.Profiles[pi]
		p.Seen = append(p.Seen, Context{ai, mi, span, block})
		p.meet(ai)
		if g.at[pi] == 0 {
			a.Seen = append(a.Seen, Seen{Profile: pi})
			g.at[pi] = int32(len(a.Seen))
		}
		seen := &a.Seen[g.at[pi]-1]
		seen.Mentions = append(seen.Mentions, mi)
	}
	g.close()
	for _, s := range a.Seen {
		g.at[s.Profile] = 0
	}
}

// close ends a sentence: its profiles have met.
func (g *gatherer) close() {
	slices.Sort(g.here)
	g.here = slices.Compact(g.here)
	for _, x := range g.here {
		for _, y := range g.here {
			if x != y {
				g.together[x] = append(g.together[x], y)
			}
		}
	}
	g.here = g.here[:0]
}

// window narrows a sentence that no reader would read through (a table dumped into a
// line, say) to the words around a mention.
func window(text string, sentence, m source.Span) source.Span {
	const most, around = 800, 300
	if sentence.Len() <= most {
		return sentence
	}
	if from := m.Start - around; from > sentence.Start {
		if i := strings.IndexByte(text[from:m.Start], ' '); i >= 0 {
			sentence.Start = from + i + 1
		} else {
			sentence.Start = m.Start
		}
	}
	if to := m.End + around; to < sentence.End {
		if i := strings.LastIndexByte(text[m.End:to], ' '); i >= 0 {
			sentence.End = m.End + i
		} else {
			sentence.End = m.End
		}
	}
	return sentence
}

func (p *Profile) meet(article int) {
	if n := len(p.Articles); n == 0 || p.Articles[n-1] != article {
		p.Articles = append(p.Articles, article)
	}
}

// ranked counts how often each profile was met, the most often first.
func ranked(met []int32) (all []Together) {
	slices.Sort(met)
	for i := 0; i < len(met); {
		j := i + 1
		for j < len(met) && met[j] == met[i] {
			j++
		}
		all = append(all, Together{int(met[i]), j - i})
		i = j
	}
	slices.SortFunc(all, func(a, b Together) int {
		return cmp.Or(cmp.Compare(b.Sentences, a.Sentences), cmp.Compare(a.Profile, b.Profile))
	})
	return all
}

// marks reports the author's marks that lead to no entry.
func (s *Site) marks() (problems []source.Problem) {
	for _, x := range s.documents() {
		for _, m := range x.Doc.Marks {
			if m.Entry != "" && s.Catalogue.Entry(m.Entry) == nil {
				problems = append(problems, x.Doc.File.Problem(m.At, "unknown-entry", fmt.Sprintf("unknown entry %q", m.Entry),
					meta.DidYouMean(m.Entry, s.Catalogue.IDs())))
			}
		}
	}
	return problems
}

func (s *Site) documents() (all []Annotated) {
	for _, a := range s.Articles {
		all = append(all, a.Annotated)
	}
	for _, p := range s.Profiles {
		all = append(all, p.Annotated)
	}
	for _, p := range s.Pages {
		all = append(all, p.Annotated)
	}
	return all
}

// unused reports entries that no article mentions and that do not say why.
func (s *Site) unused() (problems []source.Problem) {
	for _, p := range s.Profiles {
		if len(p.Articles) == 0 && p.Entry.Unmentioned == "" {
			problems = append(problems, p.Entry.File.Problem(0, "unmentioned", fmt.Sprintf("no article mentions %q", p.Entry.Name),
				"add an alias or a description that the articles use, or say why in unmentioned:").As(source.Note))
		}
	}
	return problems
}

// safeArticle tells whether a file's name can be an address on any host and disk.
func safeArticle(name string) bool {
	ok := func(r rune) bool {
		return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || strings.ContainsRune("-_.", r)
	}
	return name != "" && name != "index" && name[0] != '.' && name[0] != '-' && len(name) <= 120 &&
		strings.IndexFunc(name, func(r rune) bool { return !ok(r) }) < 0
}

// First is the number of the paragraph in which an article first mentions an entry.
func (a *Article) First(s Seen) int {
	m := a.Ann.Mentions[s.Mentions[0]]
	return a.Doc.Prose.Blocks[a.Doc.Prose.Block(m.Span.Start)].N
}

// Level tells whether a mention names or describes.
func (a *Article) Level(mention int) annotate.Level { return a.Ann.Mentions[mention].Level }
