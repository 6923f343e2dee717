package doc

import (
	"net/url"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"glossator/internal/meta"
	"glossator/internal/source"
)

// page reads a saved web page: Readability finds the article in it, and its words
// are then found again in the file, so that every span points into the page as it
// stands. What the page says of itself fills the metadata that no .yaml gives.
func (d *Document) page() []source.Problem {
	data, odd := withoutUnfit(d.File.Data)
	var article readability.Article
	tree, err := html.Parse(strings.NewReader(data)) // as what it is: UTF-8, whatever it says of itself
	if err == nil {
		article, err = readability.FromDocument(tree, &url.URL{})
	}
	if err != nil || article.Node == nil {
		return []source.Problem{d.File.Problem(0, "no-article", "no article was found in the page", "save its text as .txt instead")}
	}
	d.describe(&article)
	stream := words(data)
	looks := looksAt * (len(stream) + 1)
	var b builder
	b.same(d.Meta.Title, -1)
	b.block(Title, 1)
	var found []pageBlock
	at := 0
	for _, text := range blocksOf(article.Node) {
		x := pageBlock{text: text}
		x.from, x.to = stream.find(strings.Fields(text), at, &looks)
		if x.from >= 0 {
			at = x.to
			x.p = stream[x.from].block
		}
		found = append(found, x)
	}
	for _, x := range d.keepBlocks(found, stream) {
		b.p = x.p
		if x.from < 0 {
			b.same(fold(x.text), -1)
		} else {
			b.words(stream[x.from:x.to])
		}
		b.block(Paragraph, 0)
	}
	d.Prose, d.paragraphs = b.prose(), b.count
	d.body = plainBody(&d.Prose)
	return unfitProblems(d.File, odd)
}

// withoutUnfit has spaces in the place of entities that stand for a character that no
// page may hold, so that what is behind them stays in its place.
func withoutUnfit(data string) (string, []unfit) {
	var odd []unfit
	b := []byte(nil)
	for _, at := range byNumber.FindAllStringIndex(data, -1) {
		r, _ := utf8.DecodeRuneInString(html.UnescapeString(data[at[0]:at[1]]))
		if !source.Unfit(r) {
			continue
		}
		if b == nil {
			b = []byte(data)
		}
		odd = append(odd, unfit{r, at[0]})
		for i := at[0]; i < at[1]; i++ {
			b[i] = ' '
		}
	}
	if b == nil {
		return data, nil
	}
	return string(b), odd
}

// byNumber is a character written by its number; HTML needs no semicolon behind it.
var byNumber = regexp.MustCompile(`&#(?:[xX][0-9a-fA-F]+|[0-9]+);?`)

// describe takes from the page what the author did not say.
func (d *Document) describe(a *readability.Article) {
	m := &d.Meta
	if m.Title == "" {
		m.Title = fold(source.Fit(a.Title()))
	}
	if m.Publisher == "" {
		m.Publisher = source.Fit(a.SiteName())
	}
	if by := strings.TrimPrefix(fold(source.Fit(a.Byline())), "By "); len(m.Authors) == 0 && by != "" {
		m.Authors = strings.FieldsFunc(strings.ReplaceAll(by, " and ", ", "), func(r rune) bool { return r == ',' })
		for i := range m.Authors {
			m.Authors[i] = strings.TrimSpace(m.Authors[i])
		}
	}
	if t, err := a.PublishedTime(); m.Published == "" && err == nil && !t.IsZero() {
		m.Published = meta.DayAt(t)
	}
	if m.Summary == "" {
		m.Summary = fold(source.Fit(a.Excerpt()))
	}
}

// blocksOf lists the text of the paragraphs, headings and list items of a tree.
func blocksOf(n *html.Node) (texts []string) {
	var b strings.Builder
	flush := func() {
		if t := fold(source.Fit(b.String())); t != "" {
			texts = append(texts, t)
		}
		b.Reset()
	}
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		switch {
		case n.Type == html.TextNode:
			b.WriteString(n.Data)
		case n.Type == html.ElementNode && !inlineElement(n.DataAtom):
			flush()
			defer flush()
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(n)
	flush()
	return texts
}

func inlineElement(a atom.Atom) bool {
	switch a {
	case atom.A, atom.Abbr, atom.B, atom.Cite, atom.Code, atom.Em, atom.I, atom.Mark, atom.Q, atom.S, atom.Small,
		atom.Span, atom.Strong, atom.Sub, atom.Sup, atom.Time, atom.U, atom.Font:
		return true
	}
	return false
}

// word is one word of the file as a reader sees it, with where it stands.
type word struct {
	text     string
	src, end int
	block    int // number of its block in the page, from 1
	same     bool
}

// pageBlock is a block of the article, as words of the page; from is -1 where they were
// not found there.
type pageBlock struct {
	text        string
	from, to, p int
}

type wordStream []word

// words lists every visible word of an HTML file, in order.
func words(data string) (all wordStream) {
	z := html.NewTokenizer(strings.NewReader(data))
	at, joined, hidden, block, opened := 0, false, 0, 0, true
	for {
		kind := z.Next()
		raw := len(z.Raw())
		switch kind {
		case html.ErrorToken:
			return all
		case html.TextToken:
			if hidden == 0 {
				before := len(all)
				all, joined = all.add(data[at:at+raw], at, joined)
				if len(all) > before && opened {
					block, opened = block+1, false
				}
				for i := before; i < len(all); i++ {
					all[i].block = block
				}
			}
		default:
			name, _ := z.TagName()
			a := atom.Lookup(name)
			if a == atom.Script || a == atom.Style || a == atom.Noscript {
				if kind == html.StartTagToken {
					hidden++
				} else if hidden > 0 {
					hidden--
				}
			}
			joined = joined && inlineElement(a)
			opened = opened || !inlineElement(a)
		}
		at += raw
	}
}

// add appends the words of one text token. joined tells that the last word may go on
// in it; the result tells the same for the next.
func (all wordStream) add(s string, src int, joined bool) (wordStream, bool) {
	for i := 0; i < len(s); {
		end := i
		for end < len(s) && !isSpace(s[end:]) {
			end++
		}
		if end > i {
			w := word{text: html.UnescapeString(s[i:end]), src: src + i, end: src + end}
			w.same = w.text == s[i:end]
			if k := len(all) - 1; joined && i == 0 && k >= 0 {
				all[k] = word{all[k].text + w.text, all[k].src, w.end, all[k].block, all[k].same && w.same && all[k].end == w.src}
			} else {
				all = append(all, w)
			}
		}
		joined = end == len(s) && end > i
		for i = end; i < len(s) && isSpace(s[i:]); {
			i += max(1, strings.IndexFunc(s[i:], func(r rune) bool { return !unicode.IsSpace(r) }))
		}
	}
	return all, joined
}

func isSpace(s string) bool {
	for _, r := range s {
		return unicode.IsSpace(r)
	}
	return false
}

// looksAt is how often a page's words are looked at while its paragraphs are found again
// among them: once or twice, but for a page whose paragraphs are not there.
const looksAt = 64

// find is where the words stand in a row at or behind an index, or -1; -1 too when all
// looks are used up.
func (all wordStream) find(ws []string, at int, looks *int) (from, to int) {
next:
	for i := at; i+len(ws) <= len(all) && *looks > 0; i++ {
		*looks--
		for k, w := range ws {
			if all[i+k].text != w {
				*looks -= k
				continue next
			}
		}
		return i, i + len(ws)
	}
	return -1, -1
}

// words adds words of a file, one space between two.
func (b *builder) words(ws []word) {
	for i, w := range ws {
		if i > 0 {
			b.odd(" ", ws[i-1].end, w.src-ws[i-1].end)
		}
		if w.same {
			b.same(w.text, w.src)
		} else {
			b.odd(w.text, w.src, w.end-w.src)
		}
	}
}
