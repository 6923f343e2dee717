package page

import (
	"cmp"
	"html/template"
	"slices"
	"sort"
	"strconv"
	"strings"
	"sync"

	"glossator/internal/doc"
	"glossator/internal/mark"
	"glossator/internal/meta"
	"glossator/internal/site"
	"glossator/internal/source"
)

// evidencePage is how many articles' evidence a page shows. The newest articles stand
// on the entry's own page; older ones, counted from the oldest so that a page once
// full does not change with every new article, on pages of their own.
const evidencePage = 100

// stretch is the articles whose evidence one page shows.
type stretch struct {
	path     string
	articles []int // of the Profile's
	from, to int   // the Site's articles from, before to: with those that only quote
}

// stretches divides the evidence for an entry, the oldest first; the last is the
// entry's own page.
func stretches(e *site.Profile, articles int) (all []stretch) {
	rest, from := e.Articles, 0
	for n := 1; len(rest) >= 2*evidencePage; n++ {
		to := rest[evidencePage]
		all = append(all, stretch{evidencePath(e, n), rest[:evidencePage], from, to})
		rest, from = rest[evidencePage:], to
	}
	return append(all, stretch{e.Path, rest, from, articles})
}

// evidencePath is the address of a page of older evidence. No entry can claim it: an
// ID has no full stop.
func evidencePath(e *site.Profile, n int) string {
	return strings.TrimSuffix(e.Path, "html") + strconv.Itoa(n) + ".html"
}

// evidence plans the pages of an entry's older evidence.
func (p *planner) evidence(e *site.Profile) (pages []Page) {
	all := stretches(e, len(p.Articles))
	if len(all) == 1 {
		return nil
	}
	turns := sync.OnceValue(func() uint64 { return source.Key(p.turns(e, all, -1)) })
	for i, s := range all[:len(all)-1] {
		parts := func() Parts {
			parts := p.parts()
			parts.Texts = []uint64{p.entries[e.Index], p.shown(e, s), turns()}
			parts.Words = []string{s.path}
			return parts
		}
		pages = append(pages, Page{Path: s.path, Parts: parts, View: func() any {
			v := &Evidence{
				Base: p.base(s.path, "evidence", e.Entry.Name, ""), Facet: p.facets[1][e.Entry.Facet], Card: p.cards[1][e.Index],
				From: p.day(p.Articles[s.articles[0]].Doc.Day()), To: p.day(p.Articles[s.articles[len(s.articles)-1]].Doc.Day()),
				Groups: p.groups(e, s), Said: p.said(e, s), Pages: p.turns(e, all, i),
			}
			v.NoIndex = true // its sentences stand in the articles
			return v
		}})
	}
	return pages
}

// shown is the key of the articles whose evidence a page shows.
func (p *planner) shown(e *site.Profile, s stretch) uint64 {
	all := newSum()
	defer all.release()
	for _, i := range s.articles {
		all.add(p.texts[i], p.told(p.Articles[i]))
	}
	for _, x := range saidIn(e, s) {
		all.add(p.texts[x.Article], p.retold(x.Article))
	}
	return all.key()
}

// told is what other tellings make of an article's evidence: a copy, or nobody's words.
func (p *planner) told(a *site.Article) (key uint64) {
	if a.Story != a.Index {
		key = 1
	}
	if p.Reworded(a) {
		key += 2
	}
	return key
}

// joined is the key of the articles' keys.
func joined(keys []uint64, articles []int) uint64 {
	all := newSum()
	defer all.release()
	for _, i := range articles {
		all.add(keys[i])
	}
	return all.key()
}

// turns lead to the other pages of an entry's evidence, the oldest first; none where
// there is one page.
func (p *planner) turns(e *site.Profile, all []stretch, here int) (links []Link) {
	for i, s := range all {
		if len(all) == 1 {
			break
		}
		l := Link{Text: p.days(s), Href: s.path[strings.LastIndexByte(s.path, '/')+1:], Here: i == here, Current: i == here}
		if i == len(all)-1 {
			l.Text, l.Href = p.t("The newest"), l.Href+"#evidence"
		}
		links = append(links, l)
	}
	return links
}

// days are the first and the last day of a stretch.
func (p *planner) days(s stretch) string {
	first, last := p.Articles[s.articles[0]].Doc.Day(), p.Articles[s.articles[len(s.articles)-1]].Doc.Day()
	if last == "" {
		last = first
	}
	if first == last {
		return cmp.Or(p.long(first), p.t("undated"))
	}
	return p.long(first) + " – " + p.long(last)
}

// groups is the evidence for an entry, article by article.
func (p *planner) groups(e *site.Profile, s stretch) []Group {
	rows := e.Evidence[before(len(e.Evidence), func(i int) bool { return e.Evidence[i].Article >= s.from }):]
	room := p.room()
	defer p.rooms.Put(room)
	room.passages = p.passages(room.passages[:0], e, s)
	tellings := 0
	room.told, tellings = p.toldOf(room.told[:0], e, s)
	heads, passages, told, sentences := p.heads(), room.passages, room.told, p.sentencesOf(e)
	all := make([]Group, 0, len(s.articles)+tellings)
	var b strings.Builder // one for all: strings cut out of it share its memory
	size := tongueBytes * len(told)
	for _, some := range [][]passage{passages, told} {
		for i := range some {
			size += some[i].sentence.Len() + 2*len(heads[some[i].article].Group.Article.Href) + sentenceBytes
		}
	}
	b.Grow(size)
	for _, ai := range s.articles {
		a, g := p.Articles[ai], heads[ai].Group
		n := 0
		for n < len(passages) && int(passages[n].article) == ai {
			n++
		}
		from := b.Len()
		sentences.write(&b, a, g.Article.Href, passages[:n])
		passages = passages[n:]
		g.Sentences = template.HTML(b.String()[from:])
		for len(rows) > 0 && rows[0].Article == ai {
			r := a.Evidence[rows[0].Row]
			g.Original = append(g.Original, Phrase2{r.Paragraph, r.Phrase, r.Level, "../" + a.Path + "#o" + strconv.Itoa(r.Paragraph), meta.TextFragment(a.Doc.Meta.URL.Text, r.Phrase)})
			rows = rows[1:]
		}
		if len(g.Original) > 0 {
			g.Source = p.sourceOf(a)
		}
		own := from < b.Len() || len(g.Original) > 0
		if own {
			all = append(all, g)
		}
		for i, t := range a.Told {
			n := len(t.Of(e.Index))
			if n == 0 {
				continue
			}
			g := heads[ai].told[i]
			from := b.Len()
			sentences.write(&b, t, g.Article.Href, told[:n])
			told = told[n:]
			if g.Sentences = template.HTML(b.String()[from:]); !own {
				g.ID, own = heads[ai].ID, true // what leads to the article's evidence leads here
			}
			all = append(all, g)
		}
	}
	return all
}

// toldOf adds an entry's mentions in the other languages of a stretch's articles, in their
// order, and counts the texts that have some.
func (p *planner) toldOf(all []passage, e *site.Profile, s stretch) (told []passage, tellings int) {
	if p.Editions == nil {
		return nil, 0
	}
	for _, ai := range s.articles {
		for _, t := range p.Articles[ai].Told {
			n := len(all)
			if all = passagesIn(all, t, e.Index); len(all) > n {
				tellings++
			}
		}
	}
	return all, tellings
}

// passage is a mention with the sentence that is shown as its evidence.
type passage struct {
	article, nth    int32 // nth: of the entry's mentions in the block
	block, n        int32 // the block, and its number as a reader counts
	words, sentence source.Span
}

// passages are an entry's mentions in a stretch of articles. They lie all over memory:
// gathered in one short loop, they are waited for several at a time. They are added to
// all.
func (p *planner) passages(all []passage, e *site.Profile, s stretch) []passage {
	all = slices.Grow(all, e.Mentions*len(s.articles)/max(1, len(e.Articles)))
	for _, ai := range s.articles {
		all = passagesIn(all, p.Articles[ai], e.Index)
	}
	return all
}

// passagesIn adds an entry's mentions in one article.
func passagesIn(all []passage, a *site.Article, profile int) []passage {
	var count site.Counter
	for _, i := range a.Of(profile) {
		sentence, block := a.Context(i)
		all = append(all, passage{int32(a.Index), int32(count.In(block)), int32(block), int32(a.Doc.Prose.Blocks[block].N), a.Ann.Mentions[i].Span, sentence})
	}
	return all
}

// sentenceBytes is about what stands around a sentence, besides the addresses of its links.
const sentenceBytes = 80

// tongueBytes is about what stands around a sentence in another language.
const tongueBytes = 64

// articleHead is what every page of an entry shows of an article that mentions it.
type articleHead struct {
	Group          // without what belongs to the entry
	told   []Group // the same of each of its texts in other languages
	at     string  // leads to the group
	number int     // of the first of the article's days, as drawings count them
}

func (p *planner) articleHeads() []articleHead {
	all := make([]articleHead, len(p.Articles))
	for i, a := range p.Articles {
		m, day, at := &a.Doc.Meta, a.Doc.Day(), "#in-"+a.Doc.Name
		all[i] = articleHead{Group{ID: at[len("#"):], Article: Link{Text: m.Title, Href: "../" + a.Path, Note: m.Kind.Text},
			Publisher: m.Publisher, Press: p.press(a), Day: p.day(day), Copy: a.Story != a.Index, Reworded: p.Reworded(a), Tongue: p.untranslated(a)}, p.tellings(a), at, 0}
		if day != "" {
			all[i].number = firstDay(day)
		}
	}
	return all
}

// tellings are the heads of an article's texts in other languages.
func (p *planner) tellings(a *site.Article) (all []Group) {
	for _, t := range a.Told {
		tongue := p.TongueOf(t.Doc)
		all = append(all, Group{ID: "in-" + t.Doc.Name + "-" + tongue, Article: p.articleLink(t, "../"), Publisher: t.Doc.Meta.Publisher, Press: p.press(t),
			Day: p.day(t.Doc.Day()), Telling: true, Tongue: p.tongueOf(tongue)})
	}
	return all
}

// before is the first index of which something holds that holds of all behind it.
func before(n int, holds func(int) bool) int { return sort.Search(n, holds) }

// sentences write the sentences that mention an entry: their parts are made once, for a
// large site has hundreds of thousands.
type sentences struct {
	*planner
	sentence, first, further form // a sentence, and its mentions
	entry, comma             string

	tag, open, shut string // the language of the last text, and what stands around its words
}

func (p *planner) sentencesOf(e *site.Profile) *sentences {
	v := MentionMark{Mark: Mark{Words: hole}, Entry: p.cards[1][e.Index], Here: true}
	linked := v
	linked.Href = slots[0]
	return &sentences{planner: p, sentence: p.sentence(), first: formOf(p.part("mark-mention", &v)), further: formOf(p.part("mark-mention", &linked)), entry: e.Entry.ID, comma: p.t(", ")}
}

// write writes an article's sentences: each leads to its first mention's exact place, and
// further mentions lead to theirs.
func (s *sentences) write(b *strings.Builder, a *site.Article, href string, passages []passage) {
	text := a.Doc.Prose.Text
	if tag := s.TongueOf(a.Doc); tag != s.tag {
		s.tag = tag
		s.open, s.shut = s.inTongue(a.Doc)
	}
	for i := 0; i < len(passages); {
		first := &passages[i]
		fill := func(slot int) {
			if slot == 1 {
				s.writePlace(b, a, first)
			} else {
				s.writeAddress(b, href, first)
			}
		}
		s.sentence.before.write(b, fill)
		b.WriteString(s.open)
		at := first.sentence.Start
		for ; i < len(passages) && passages[i].sentence == first.sentence; i++ {
			m := &passages[i]
			from, to := max(m.words.Start, at), min(m.words.End, m.sentence.End)
			if from >= to {
				continue
			}
			mark.Escape(b, text[at:from])
			around := &s.further
			if m == first { // the sentence leads there
				around = &s.first
			}
			address := func(int) { s.writeAddress(b, href, m) }
			around.before.write(b, address)
			mark.Escape(b, text[from:to])
			around.behind.write(b, address)
			at = to
		}
		mark.Escape(b, text[at:first.sentence.End])
		b.WriteString(s.shut)
		s.sentence.behind.write(b, fill)
	}
}

func (s *sentences) writeAddress(b *strings.Builder, href string, m *passage) {
	var room [64]byte
	b.WriteString(href)
	b.WriteByte('#')
	b.Write(site.Anchor{Block: int(m.block), N: int(m.n), Entry: s.entry, Nth: int(m.nth)}.Append(room[:0]))
}

func (s *sentences) writePlace(b *strings.Builder, a *site.Article, m *passage) {
	if m.n > 0 {
		b.WriteString("§")
		b.WriteString(strconv.Itoa(int(m.n)))
	} else {
		mark.Escape(b, s.place(a, int(m.block)))
	}
	if whose := a.Doc.Meta.Publisher; whose != "" { // for whoever hears the link alone
		b.WriteString(`<span class="whose">`)
		mark.Escape(b, s.comma)
		mark.Escape(b, whose)
		b.WriteString("</span>")
	}
}

// place names the block of an article as a reader counts.
func (p *planner) place(a *site.Article, block int) string {
	switch b := a.Doc.Prose.Blocks[block]; {
	case b.N > 0:
		return "§" + strconv.Itoa(b.N)
	case b.Kind == doc.Aside:
		n := before(len(a.Doc.Notes), func(i int) bool { return a.Doc.Notes[i].Block >= block })
		if n < len(a.Doc.Notes) && a.Doc.Notes[n].Block == block {
			return p.t("note") + " " + strconv.Itoa(n+1)
		}
		return p.t("note")
	case b.Kind == doc.Heading:
		return p.t("heading")
	}
	return p.t("title")
}
