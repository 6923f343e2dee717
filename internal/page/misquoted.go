package page

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"glossator/internal/annotation"
	"glossator/internal/catalogue"
	"glossator/internal/compare"
	"glossator/internal/site"
	"glossator/internal/source"
)

// Misquotation is what somebody said, and what a rewording put into that mouth.
type Misquotation struct {
	Pair    int               // of the site's
	Copy    int               // the article that rewords, as an index; the other of the pair has the true words
	Speaker catalogue.ID      // who said it; "" where unknown
	Name    string            // the speaker where there is no entry
	Said    string            // the true words, whole
	Retold  []compare.Stretch // those of the copy
	Path    string            // its page
	Change  string            // its fragment on the page that compares the two
	Place   string            // of the true words: ¶10; "" where they are here
	Other   bool              // the true words stand in neither article: they were read elsewhere
}

// Misquotations are those of every pair of which an author says that one article rewords
// the other, longest first within a pair: what a program found alike accuses nobody. Each
// quotation is told once.
func Misquotations(s *site.Site, compared []func() *compare.Comparison) (all []Misquotation) {
	taken := map[string]bool{}
	for i, pair := range s.Pairs {
		reworded := rewording(s, pair)
		if pair.Relation != compare.Rewording || !pair.Stated || pair.Away != "" || reworded < 0 {
			continue
		}
		if pair.From == nil && (s.Articles[pair.A].Original() != nil || s.Articles[pair.B].Original() != nil) {
			continue // a translation's words are nobody's
		}
		var of []Misquotation
		if pair.From != nil {
			of = fromTable(pair, reworded)
		} else {
			of = fromTexts(s, pair, reworded, compared[i]())
		}
		slices.SortStableFunc(of, func(a, b Misquotation) int { return wordsIn(b.Said) - wordsIn(a.Said) })
		for _, m := range of {
			m.Pair, m.Copy = i, reworded
			m.Retold = compare.Strike(m.Said, m.retold())
			if !m.struck() {
				continue
			}
			m.Path = misquotedPath(m, taken)
			all = append(all, m)
		}
	}
	return all
}

// rewording is the article of a pair that puts the other in its own words; -1 where neither
// or both do.
func rewording(s *site.Site, pair site.Pair) int {
	a, b := s.Reworded(s.Articles[pair.A]), s.Reworded(s.Articles[pair.B])
	switch {
	case a == b:
		return -1
	case a:
		return pair.A
	}
	return pair.B
}

func wordsIn(s string) int { return len(strings.Fields(s)) }

func (m Misquotation) retold() string {
	var all []string
	for _, s := range m.Retold {
		all = append(all, s.Words)
	}
	return strings.Join(all, " ")
}

func (m Misquotation) struck() bool {
	return slices.ContainsFunc(m.Retold, func(s compare.Stretch) bool { return s.Struck })
}

// fromTable reads the misquotations of private originals.
func fromTable(pair site.Pair, reworded int) (all []Misquotation) {
	for i, c := range pair.Changes {
		said, retold, n := c.A, c.B, c.ParagraphA
		if reworded == pair.A {
			said, retold, n = c.B, c.A, c.ParagraphB
		}
		if c.Verdict != string(compare.AlteredQuotation) || said == "" || retold == "" {
			continue
		}
		m := Misquotation{Speaker: c.Entry, Said: said, Retold: []compare.Stretch{{Words: retold}}, Change: tableIDs(pair.Changes)[i]}
		m.Other = n < 0
		if n > 0 {
			m.Place = "¶" + strconv.Itoa(n)
		}
		all = append(all, m)
	}
	return all
}

// fromTexts finds them where both texts are here: of each quotation the sentences in which
// words were changed, whole.
func fromTexts(s *site.Site, pair site.Pair, reworded int, c *compare.Comparison) (all []Misquotation) {
	at := map[int]int{}
	var retold [][]source.Span
	first, second := s.Articles[pair.A+pair.B-reworded], s.Articles[reworded]
	var said [][]source.Span
	for i, f := range c.Findings {
		mine, other, in := f.A, f.B, f.InB
		if reworded == pair.A {
			mine, other, in = f.B, f.A, f.InA
		}
		q := slices.IndexFunc(first.Ann.Quotes, func(q annotation.Quote) bool { return q.Span.Overlaps(mine) })
		if f.Verdict != compare.AlteredQuotation || q < 0 || other.Len() == 0 {
			continue
		}
		k, known := at[q]
		if !known {
			x := first.Ann.Quotes[q]
			k = len(all)
			at[q] = k
			all = append(all, Misquotation{Speaker: x.Speaker, Name: x.Name, Change: findingIDs(s.Articles[pair.A], s.Articles[pair.B], c.Findings)[i]})
			said, retold = append(said, nil), append(retold, nil)
		}
		said[k] = append(said[k], touched(first, first.Ann.Quotes[q].Span, mine)...)
		retold[k] = append(retold[k], touched(second, in, other)...)
	}
	for k := range all {
		all[k].Said = joinedSpans(first, said[k])
		all[k].Retold = []compare.Stretch{{Words: joinedSpans(second, retold[k])}}
	}
	return all
}

// touched is what of a quotation stands in the sentences that hold some of its words.
func touched(a *site.Article, quote, words source.Span) (all []source.Span) {
	for _, s := range a.Ann.Sentences {
		if s.Overlaps(words) && s.Overlaps(quote) {
			all = append(all, source.Span{Start: max(s.Start, quote.Start), End: min(s.End, quote.End)})
		}
	}
	return all
}

func joinedSpans(a *site.Article, all []source.Span) string {
	slices.SortFunc(all, func(x, y source.Span) int { return x.Start - y.Start })
	all = slices.Compact(all)
	var b strings.Builder
	for i, s := range all {
		if i > 0 {
			b.WriteString(" ")
		}
		b.WriteString(strings.TrimSpace(a.Doc.Prose.Text[s.Start:s.End]))
	}
	return strings.TrimRight(b.String(), ",")
}

// misquotedDir is the folder of the pages of misquotations.
const misquotedDir = "misquoted"

// misquotedPath is the address of one: of who spoke and the first words, so that it stays
// when others come. Where two begin alike the later ones are numbered.
func misquotedPath(m Misquotation, taken map[string]bool) string {
	const most = 8
	said := strings.Fields(m.Said)
	slug := catalogue.Slug(string(m.Speaker) + " " + strings.Join(said[:min(most, len(said))], " "))
	if slug == "" { // no letters that an address has
		slug = strconv.FormatUint(source.Key(m.Said), 36)
	}
	name := slug
	for n := 2; taken[name]; n++ {
		name = slug + "-" + strconv.Itoa(n)
	}
	taken[name] = true
	return misquotedDir + "/" + name + ".html"
}

// misquotations plans a page for each.
func (p *planner) misquotations() (all []Page) {
	for i, m := range p.Misquoted {
		parts := p.parts()
		parts.Texts = []uint64{source.Key(m), p.texts[m.original(p.Site)], p.texts[m.Copy], p.allCards(), uint64(len(p.Misquoted))}
		parts.Words = []string{p.Pairs[m.Pair].Path}
		for _, j := range []int{i - 1, i + 1} {
			if j >= 0 && j < len(p.Misquoted) {
				parts.Words = append(parts.Words, p.Misquoted[j].Path, p.Misquoted[j].Said)
			}
		}
		all = append(all, Page{Path: m.Path, Parts: fixed(parts), View: func() any { return p.misquotedView(i) }})
	}
	return all
}

func (m Misquotation) original(s *site.Site) int {
	return s.Pairs[m.Pair].A + s.Pairs[m.Pair].B - m.Copy
}

func (p *planner) misquotedView(i int) *MisquotedPage {
	m := p.Misquoted[i]
	quoted := Quoted(p.Site, m.Said)
	v := &MisquotedPage{Base: p.base(m.Path, "misquoted", quoted, p.t("What was said, and what a copy made of it"))}
	v.Quote = p.misquoted(m, "../")
	v.Quote.Href = "" // it is here
	v.OEmbed, v.Embeds = p.oEmbed(saidEmbed, m.id()), p.embeddable(saidEmbed)
	v.Copy = p.line(p.Articles[m.Copy], "../")
	if !m.Other {
		original := p.line(p.Articles[m.original(p.Site)], "../")
		v.Original = &original
	}
	beside := func(j int) *Link {
		if j < 0 || j >= len(p.Misquoted) {
			return nil
		}
		return &Link{Text: p.Misquoted[j].Said, Href: strings.TrimPrefix(p.Misquoted[j].Path, misquotedDir+"/")}
	}
	v.Previous, v.Next = beside(i-1), beside(i+1)
	v.Properties = p.preview(&v.Base, "article", cmp.Or(v.Quote.Language, v.Language), MisquotedCard(m))
	return v
}

// Quoted is words in the quotation marks of the site's language.
func Quoted(s *site.Site, said string) string {
	w := words{s.Config.Labels}
	return w.t("“") + said + w.t("”")
}

// MisquotedCard is the address of the image that a link preview of a misquotation shows.
func MisquotedCard(m Misquotation) string {
	return "cards/" + strings.TrimSuffix(m.Path, ".html") + ".png"
}

// misquoted is a misquotation as pages show it.
func (p *planner) misquoted(m Misquotation, root string) Misquoted {
	a := p.Articles[m.original(p.Site)]
	v := Misquoted{
		ID:   saidEmbed + "-" + m.id(),
		Said: m.Said, Speaker: p.speaker(root, m.Speaker, m.Name), Day: p.day(a.Doc.Day()), Place: m.Place,
		Href: root + m.Path, Compare: root + p.Pairs[m.Pair].Path + "#" + m.Change,
	}
	if p.Pairs[m.Pair].From != nil {
		v.Tongue = p.sourceOf(a)
	}
	for _, s := range m.Retold {
		v.Retold = append(v.Retold, Retold{s.Words, s.Struck})
		if s.Struck {
			v.Wrong = append(v.Wrong, s.Words)
		}
	}
	return v
}

// misquotedBy are the misquotations that are wanted, as a page shows them.
func (p *planner) misquotedBy(root string, wanted func(Misquotation) bool) (all []Misquoted) {
	for _, m := range p.Misquoted {
		if wanted(m) {
			all = append(all, p.misquoted(m, root))
		}
	}
	return all
}

// misquotedKey is the key of those that are wanted.
func (p *planner) misquotedKey(wanted func(Misquotation) bool) uint64 {
	all := newSum()
	defer all.release()
	for _, m := range p.Misquoted {
		if wanted(m) {
			all.add(source.Key(m))
		}
	}
	return all.key()
}

// by and of are wants: the words of a speaker, and those of a pair.
func by(speaker catalogue.ID) func(Misquotation) bool {
	return func(m Misquotation) bool { return speaker != "" && m.Speaker == speaker }
}

func (p *planner) of(pair site.Pair) func(Misquotation) bool {
	return func(m Misquotation) bool { return p.Pairs[m.Pair].Path == pair.Path }
}
