package site

import (
	"encoding/binary"
	"fmt"
	"math"
	"runtime"
	"slices"
	"strings"
	"sync"
	"unicode"

	"github.com/zeebo/xxh3"

	"glossator/internal/annotation"
	"glossator/internal/catalogue"
	"glossator/internal/meta"
	"glossator/internal/source"
)

// Memory keeps what was gathered of each article from build to build, as long as
// neither it nor the list of entries changes.
type Memory struct {
	entries  []catalogue.ID // in the catalogue's order: what Seen leads to
	articles map[*annotation.Set]*gathered
	lots     []lot
	order    lastOrder

	mu   sync.Mutex
	with []company // of each profile
}

// gathered is what one article says of the entries.
type gathered struct {
	seen   []Seen
	places []place // of each mention
	path   string
	line   uint64 // see Article.Line
}

// place is where a mention stands, and what it mentions.
type place struct {
	at      int32 // index of its sentence; where it is in none, that of its block, bits inverted
	profile int32 // -1 where the entry is not in the catalogue
}

// nowhere is the place of a mention of no entry.
var nowhere = place{math.MinInt32, -1}

// company is the entries met in the sentences of an entry, and what that was counted of.
type company struct {
	of   uint64
	with []Together
}

// renew lets go of what was gathered where the list of entries is another.
func (m *Memory) renew(c *catalogue.Catalogue) {
	if ids := c.IDs(); m.articles == nil || !slices.Equal(m.entries, ids) {
		m.entries, m.articles, m.lots = ids, map[*annotation.Set]*gathered{}, nil
		m.with = make([]company, len(ids)) // a Site with other entries keeps the last one
	}
}

// gather brings every mention, quotation and row of evidence to its entry.
func (s *Site) gather(m *Memory) {
	s.memory, s.with = m, m.with
	articles := s.everyArticle()
	m.keep(articles, s.gatherAll(articles))
	m.lots = s.lots(m.lots)
	s.join(m.lots)
}

// keep remembers what was gathered anew, and in the end forgets what belongs to no article
// any more: until then a text that comes back is known.
func (m *Memory) keep(articles, anew []*Article) {
	const most = 50
	if len(m.articles)+len(anew) > len(articles)+most {
		m.articles, anew = make(map[*annotation.Set]*gathered, len(articles)), articles
	}
	for _, a := range anew {
		m.articles[a.Ann] = a.gathered
	}
}

// gatherAll gathers the mentions of each article of which nothing is remembered, on every
// processor, and lists those.
func (s *Site) gatherAll(articles []*Article) []*Article {
	share := len(articles)/runtime.GOMAXPROCS(0) + 1
	shares := slices.Collect(slices.Chunk(articles, share))
	anew := make([][]*Article, len(shares))
	source.Together(len(shares), func(w int) {
		room := gatherer{at: make([]int32, len(s.Profiles))}
		for _, a := range shares[w] {
			if a.gathered == nil {
				a.gathered = s.memory.articles[a.Ann]
			}
			if a.gathered == nil {
				if a.gathered = s.gatheredInMain(a); a.gathered == nil {
					a.gathered = s.places(a, &room)
				}
				anew[w] = append(anew[w], a)
			}
			a.Seen = a.gathered.seen
		}
	})
	return slices.Concat(anew...)
}

// gatheredInMain is what the site in its own language gathered of a text: an edition has the
// same entries. nil where that has not the text.
func (s *Site) gatheredInMain(a *Article) *gathered {
	if s.Main == nil {
		return nil
	}
	o := s.Main.memory.articles[a.Ann]
	if o == nil {
		return nil
	}
	return &gathered{seen: o.seen, places: o.places, path: a.Path, line: lineOf(a)}
}

// everyArticle lists the articles with what they are in other languages.
func (s *Site) everyArticle() []*Article {
	all := slices.Clip(s.Articles)
	for _, a := range s.Articles {
		all = append(all, a.Told...)
	}
	return all
}

// gatherer lends room from article to article.
type gatherer struct {
	at   []int32 // of each profile: its index in seen, plus one; zero between two articles
	seen []tally
}

// tally is how often a profile was seen.
type tally struct{ profile, count int }

// places gathers one article's mentions, in one walk over its sentences.
func (s *Site) places(a *Article, room *gatherer) *gathered {
	defer source.Reading(a.Doc.File.Path)
	mentions, blocks, sentences := a.Ann.Mentions, a.Doc.Prose.Blocks, a.Ann.Sentences
	g := &gathered{places: make([]place, len(mentions)), path: a.Path, line: lineOf(a)}
	at, seen := room.at, room.seen[:0]
	sentence, block, known := 0, 0, 0
	for mi := range mentions {
		m := &mentions[mi]
		pi, ok := s.byEntry[m.Entry]
		if !ok {
			g.places[mi] = nowhere
			continue
		}
		for block < len(blocks)-1 && blocks[block].Span.End <= m.Span.Start {
			block++
		}
		for sentence < len(sentences)-1 && sentences[sentence].End <= m.Span.Start {
			sentence++
		}
		g.places[mi] = place{int32(^block), int32(pi)}
		if sentence < len(sentences) && sentences[sentence].Overlaps(m.Span) {
			g.places[mi].at = int32(sentence)
		}
		if at[pi] == 0 {
			seen = append(seen, tally{profile: pi})
			at[pi] = int32(len(seen))
		}
		seen[at[pi]-1].count++
		known++
	}
	g.seen = make([]Seen, len(seen))
	all := make([]int, known) // one list, cut for each
	for i, t := range seen {
		g.seen[i] = Seen{t.profile, all[:0:t.count]}
		all = all[t.count:]
	}
	for mi := range mentions {
		if pi := g.places[mi].profile; pi >= 0 {
			seen := &g.seen[at[pi]-1]
			seen.Mentions = append(seen.Mentions, mi)
		}
	}
	for _, t := range seen {
		at[t.profile] = 0
	}
	room.seen = seen
	return g
}

// line is what an article's neighbors show of it.
type line struct {
	Path, Title string
	Day         meta.Day
}

func lineOf(a *Article) uint64 { return source.Key(line{a.Path, a.Doc.Meta.Title, a.Doc.Day()}) }

// Line stands for what an article's neighbors show of it: address, title and day.
func (a *Article) Line() uint64 { return a.gathered.line }

// Line stands for what a mention of an entry leads to and is called: its address and name.
func (p *Profile) Line() uint64 { return p.line }

// Of lists an article's mentions of a profile, as indexes into Ann.Mentions.
func (a *Article) Of(profile int) []int {
	for _, s := range a.Seen {
		if s.Profile == profile {
			return s.Mentions
		}
	}
	return nil
}

// Context is where a mention stands: the sentence, narrowed where no reader would read
// through it, and the block, as an index into Prose.Blocks.
func (a *Article) Context(mention int) (sentence source.Span, block int) {
	p := a.gathered.places[mention]
	if p.profile < 0 {
		return source.Span{}, 0
	}
	m, blocks := a.Ann.Mentions[mention].Span, a.Doc.Prose.Blocks
	if p.at < 0 {
		block = int(^p.at)
		return window(a.Doc.Prose.Text, blocks[block].Span, m), block
	}
	block = min(a.Doc.Prose.Block(m.Start), len(blocks)-1)
	return window(a.Doc.Prose.Text, a.Ann.Sentences[p.at], m), block
}

// With are the entries that share an entry's sentences, the closest first.
func (s *Site) With(p *Profile) []Together {
	s.memory.mu.Lock()
	defer s.memory.mu.Unlock()
	c := &s.with[p.Index]
	if of := s.marksOf(p); c.of != of || c.of == 0 {
		c.of, c.with = of, s.company(p)
	}
	return c.with
}

// company counts the sentences that each other entry shares with one.
func (s *Site) company(p *Profile) (all []Together) {
	counts := make([]int32, len(s.Profiles))
	for _, ai := range p.Articles {
		places := s.Articles[ai].gathered.places
		for lo := 0; lo < len(places); {
			hi := lo + 1
			for hi < len(places) && places[hi].at == places[lo].at {
				hi++
			}
			here := places[lo:hi]
			lo = hi
			if !slices.ContainsFunc(here, func(x place) bool { return x.profile == int32(p.Index) }) {
				continue
			}
			for i, x := range here {
				again := slices.ContainsFunc(here[:i], func(y place) bool { return y.profile == x.profile })
				if x.profile >= 0 && x.profile != int32(p.Index) && !again {
					counts[x.profile]++
				}
			}
		}
	}
	for i, n := range counts {
		if n > 0 {
			all = append(all, Together{i, int(n)})
		}
	}
	slices.SortStableFunc(all, func(a, b Together) int { return b.Sentences - a.Sentences })
	return all
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

// marksOf stands for all that an entry's articles hold.
func (s *Site) marksOf(p *Profile) uint64 {
	all := make([]byte, 0, 8*len(p.Articles))
	for _, ai := range p.Articles {
		all = binary.LittleEndian.AppendUint64(all, s.Articles[ai].Key)
	}
	return xxh3.Hash(all)
}

// marks reports marks and decisions that lead to no entry.
func (s *Site) marks() (problems []source.Problem) {
	for _, x := range s.documents() {
		check := func(id string, row bool, at int) {
			f := x.Doc.File
			if row {
				f = x.Doc.Decided
			}
			if id != "" && s.Catalogue.Entry(id) == nil {
				problems = append(problems, f.Problem(at, "unknown-entry", fmt.Sprintf("unknown entry %q", id), meta.DidYouMean(id, s.Catalogue.IDs())))
			}
		}
		for _, m := range x.Doc.Marks {
			check(m.Entry, m.Row, m.At)
		}
		for _, r := range x.Doc.Readings {
			check(r.Entry, r.Row, r.At)
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
		if 'a' <= r && r <= 'z' || '0' <= r && r <= '9' || r == '-' {
			return true
		}
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
func (a *Article) Level(mention int) annotation.Level { return a.Ann.Mentions[mention].Level }
