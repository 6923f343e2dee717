package search

import (
	"cmp"
	"runtime"
	"strconv"
	"strings"

	"glossator/internal/doc"
	"glossator/internal/meta"
	"glossator/internal/site"
	"glossator/internal/source"
)

// Lists of a word: see the package's format.
const (
	once     = iota // in an article
	twice           // or three times
	often           // more often
	titled          // in the title
	told            // in an entry's text
	named           // in an entry's name
	whole           // an entry's whole name, or a person's surname
	marked          // marked + facet: inside a mark, in an article
	listBits = 5
	facets   = 1<<listBits - marked // whose marks can be told apart
)

// part is a run of articles, or of entries, read by one goroutine.
type part struct {
	from, to int
	entries  bool

	words dictionary
	log   [][]posting // in blocks, so that growing copies nothing

	// of the document being read
	count  []uint16 // by word: how often it stood here
	flags  []uint32 // by word: a bit for each of titled, named, marked… that it belongs to
	met    []uint32 // the words counted
	marks  []mark
	out    script
	buffer []byte // a scanner's
}

// posting says that a word stands in a document: number<<listBits | list.
type posting struct{ word, value uint32 }

// mark is a mention's place in the prose.
type mark struct {
	source.Span
	facet int
}

// split cuts the site into parts of like size, at the ends of groups.
func split(s *site.Site, group int, put Sink) (parts []part) {
	const least = 256
	most := 2 * runtime.GOMAXPROCS(0)
	cut := func(n, group int, entries bool) {
		size := max(least, (n/most/group+1)*group)
		for from := 0; from < n; from += size {
			parts = append(parts, part{from: from, to: min(n, from+size), entries: entries, out: script{put: put}})
		}
	}
	cut(len(s.Articles), group, false)
	cut(len(s.Profiles), entryGroup, true)
	return parts
}

// read reads the part's documents: their words into the log, their texts into files,
// which are handed over.
func (p *part) read(s *site.Site, group int) {
	name, one := "articles-", p.article
	if p.entries {
		name, one, group = "entries-", p.entry, entryGroup
	}
	for i := p.from; i < p.to; i++ {
		if i%group == 0 {
			p.out.open(name + strconv.Itoa(i/group))
			p.out.data = append(p.out.data, '[')
		} else {
			p.out.data = append(p.out.data, ',', '\n')
		}
		one(s, i)
		if i%group == group-1 || i == p.to-1 {
			p.out.data = append(p.out.data, ']')
			p.out.close()
		}
	}
}

func (p *part) article(s *site.Site, i int) {
	a := s.Articles[i]
	m := &a.Doc.Meta
	p.add(m.Title, 1<<titled)
	p.add(m.Publisher, 0)
	p.add(m.Place, 0)
	for _, author := range m.Authors {
		p.add(author, 0)
	}
	p.find(s, a.Annotated)
	title := m.Title
	if title == "" {
		title = a.Doc.Name
	}
	about := m.Publisher
	if a.Away != "" { // not translated
		about = strings.TrimPrefix(about+" · "+s.Config.Called(s.TongueOf(a.Doc)), " · ")
	}
	p.head(a.Path, title, string(a.Doc.Day()), about)
	p.prose(a.Annotated)
	for _, w := range p.met {
		list := once
		switch n := p.count[w]; {
		case p.flags[w]&(1<<titled) != 0:
			list = titled
		case n > 3:
			list = often
		case n > 1:
			list = twice
		}
		p.post(w, i, list)
		for list, rest := marked, p.flags[w]>>marked; rest != 0; list, rest = list+1, rest>>1 {
			if rest&1 != 0 {
				p.post(w, i, list)
			}
		}
	}
	p.forget()
}

func (p *part) entry(s *site.Site, i int) {
	e := s.Profiles[i]
	kind := e.Entry.Kind // "practice", and "práctica" on Spanish pages
	about := cmp.Or(s.Config.Labels[kind], kind, s.Catalogue.FacetOf(e.Entry).Singular)
	p.name(e.Entry.Name, e.Entry.Person())
	for _, a := range e.Entry.Aliases {
		p.name(a.Text, false)
	}
	for _, phrases := range [][]meta.Word{e.Entry.Damaged, e.Entry.Descriptions} {
		for _, x := range phrases {
			p.add(x.Text, 0)
		}
	}
	p.add(about, 0)
	p.add(e.Entry.Authority, 0)
	p.find(s, e.Annotated)
	p.head(e.Path, e.Entry.Name, "", about)
	p.prose(e.Annotated)
	for _, w := range p.met {
		list := told
		switch {
		case p.flags[w]&(1<<whole) != 0:
			list = whole
		case p.flags[w]&(1<<named) != 0:
			list = named
		}
		p.post(w, i, list)
	}
	p.forget()
}

// name counts a name's words; the last of a person's is the surname.
func (p *part) name(text string, person bool) {
	p.add(text, 1<<named)
	s := scanner{text: text}
	n, last := 0, 0
	for s.next() {
		n, last = n+1, s.start
	}
	if n == 1 || person {
		p.add(text[last:], 1<<whole)
	}
}

func (p *part) post(word uint32, document, list int) {
	const block = 1 << 14
	last := len(p.log) - 1
	if last < 0 || len(p.log[last]) == block {
		p.log = append(p.log, make([]posting, 0, block))
		last++
	}
	p.log[last] = append(p.log[last], posting{word, uint32(document)<<listBits | uint32(list)})
}

func (p *part) forget() {
	for _, w := range p.met {
		p.count[w], p.flags[w] = 0, 0
	}
	p.met = p.met[:0]
}

// find sets the marks of a document.
func (p *part) find(s *site.Site, x site.Annotated) {
	p.marks = p.marks[:0]
	if x.Ann == nil {
		return
	}
	for _, m := range x.Ann.Mentions {
		if e := s.Profile(m.Entry); e != nil && e.Entry.Facet < facets {
			p.marks = append(p.marks, mark{m.Span, e.Entry.Facet})
		}
	}
}

// prose reads a document's blocks, words and text.
func (p *part) prose(x site.Annotated) {
	t := &x.Doc.Prose
	marks, in := p.marks, []source.Span(nil)
	if x.Ann != nil {
		in = x.Ann.Sentences
	}
	p.out.data = append(p.out.data, '"')
	for _, b := range t.Blocks {
		for len(marks) > 0 && marks[0].Start < b.Span.Start {
			marks = marks[1:]
		}
		if b.Kind == doc.Title {
			p.scan(t.Text[b.Span.Start:b.Span.End], b.Span.Start, marks, 1<<titled)
			continue
		}
		p.scan(t.Text[b.Span.Start:b.Span.End], b.Span.Start, marks, 0)
		in = p.block(t.Text, b, in, marks)
	}
	p.out.data = append(p.out.data, '"', ']')
}

// add counts the words of a text beside the prose.
func (p *part) add(text string, flags uint32) { p.scan(text, 0, nil, flags) }

// scan counts the words of a text, which begins at offset; those inside a mark are
// flagged with its facet.
func (p *part) scan(text string, offset int, marks []mark, flags uint32) {
	s := scanner{text: text, word: p.buffer}
	for s.next() {
		w := p.words.number(s.word)
		if int(w) >= len(p.count) {
			p.count = append(p.count, make([]uint16, w+1)...)
			p.flags = append(p.flags, make([]uint32, w+1)...)
		}
		if p.count[w] == 0 {
			p.met = append(p.met, w)
		}
		p.count[w] = min(p.count[w]+1, 1<<15)
		p.flags[w] |= flags
		for len(marks) > 0 && marks[0].End <= s.start+offset {
			marks = marks[1:]
		}
		if len(marks) > 0 && marks[0].Start <= s.start+offset && s.end+offset <= marks[0].End {
			p.flags[w] |= 1 << (marked + marks[0].facet)
		}
	}
	p.buffer = s.word
}
