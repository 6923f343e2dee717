package importer

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"glossator/internal/language"
	"glossator/internal/meta"
)

// shown is what stands on a page beside its article's words, as it is met from the top
// down before anything is taken out of it: lines and elements that may tell a day.
type shown struct {
	text  strings.Builder // of the page
	from  int             // where the open line begins in text
	digit int             // digits so far
	lines int
	begun int // digits before the open line
	spots []spot
	heads []topHeading
	reach map[*html.Node][2]int // blocks → their first line and the one behind their last
}

// spot is a line, or an element in one, that may tell a day.
type spot struct {
	n     *html.Node
	story *html.Node // the <article> around it
	text  string
	line  int
	whole bool   // it is a line
	when  string // what an attribute says

	// What is known when it is read.
	label  string // what words beside the day say that it is
	unsaid int    // words that say something besides
	signed bool   // it names who wrote the article
}

// topHeading is a heading and its line.
type topHeading struct {
	n     *html.Node
	words string
	line  int
}

const (
	longestSpot = 240 // bytes of a line that may tell a day
	nearLines   = 6   // how many lines above or below the headline a day may stand
)

// unshown are elements whose text is none.
var unshown = map[atom.Atom]bool{atom.Script: true, atom.Style: true, atom.Template: true, atom.Svg: true, atom.Select: true, atom.Textarea: true, atom.Noscript: true, atom.Iframe: true, atom.Head: true}

func shownOn(root *html.Node) *shown {
	s := &shown{reach: map[*html.Node][2]int{}}
	s.walk(root, root, nil)
	return s
}

// walk reads a node that stands in a block and a story.
func (s *shown) walk(n, block, story *html.Node) {
	switch {
	case n.Type == html.TextNode:
		for i := range len(n.Data) {
			if n.Data[i] >= '0' && n.Data[i] <= '9' || n.Data[i] >= 0xd9 && n.Data[i] <= 0xdb {
				s.digit++
			}
		}
		s.text.WriteString(n.Data)
		return
	case n.Type != html.ElementNode && n.Type != html.DocumentNode, unshown[n.DataAtom]:
		return
	case n.DataAtom == atom.Article:
		story = n
	}
	apart := n.Type == html.DocumentNode || breaksLine(n)
	if apart {
		s.flush(block, story)
		block = n
	}
	line, from, digits := s.lines, s.text.Len(), s.digit
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		s.walk(c, block, story)
	}
	s.element(n, story, line, s.text.String()[from:], s.digit-digits)
	if apart {
		s.flush(block, story)
		if n.FirstChild != nil {
			s.reach[n] = [2]int{line, s.lines}
		}
	} else {
		s.text.WriteByte(' ')
	}
}

// breaksLine tells whether an element begins a line of its own.
func breaksLine(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Li, atom.Tr, atom.Td, atom.Th, atom.Dt, atom.Dd, atom.Br, atom.Body, atom.Html, atom.Aside, atom.Nav, atom.Form, atom.Figcaption, atom.Header:
		return true
	}
	return blockTags[n.DataAtom]
}

// flush ends the open line, which stands in a block.
func (s *shown) flush(block, story *html.Node) {
	line := strings.TrimSpace(s.text.String()[s.from:])
	if line == "" {
		return
	}
	if s.digit-s.begun >= 3 {
		if text, short := shortened(line); short {
			s.spots = append(s.spots, spot{n: block, story: story, text: text, line: s.lines, whole: true})
		}
	}
	s.lines++
	s.text.WriteByte('\n')
	s.from, s.begun = s.text.Len(), s.digit
}

// shortened is a text with one space between words, and whether it is short enough to tell
// a day.
func shortened(s string) (string, bool) {
	if len(s) > 4*longestSpot {
		return "", false
	}
	s = strings.Join(strings.Fields(s), " ")
	return s, len(s) <= longestSpot
}

// element notes an element that may tell a day by what it is.
func (s *shown) element(n, story *html.Node, line int, text string, digits int) {
	if isHeading(n.DataAtom) {
		if words, short := shortened(text); short {
			s.heads = append(s.heads, topHeading{n, words, line})
		}
	}
	when := ""
	for _, name := range []string{"datetime", "content", "title", "data-utime"} {
		if v := attr(n, name); len(v) >= 8 && len(v) < 80 {
			first(&when, v)
		}
	}
	if when == "" && digits < 3 {
		return
	}
	if len(text) > 4*longestSpot || !tellsDay(n) && !datePublished(n) && !dateCreated(n) {
		return
	}
	if words, short := shortened(text); short {
		s.spots = append(s.spots, spot{n: n, story: story, text: words, line: line, when: when})
	}
}

// dayNamed are classes of elements that hold a day.
var dayNamed = set("date pubdate published timestamp posted-on publish-date published-date post-date postdate entry-date article-date story-date news-date newsdate newsdatum datum fecha data-publicacao date-published dateline posted release-date " +
	"publication-date publicationdate pub-date created createdate create-date datetime date-time date-display-single dateandtime authored submitted post-time publish-time pubtime artdate meta-date datestamp time-stamp date2 dtstart entry-time tiempo")

// tellsDay tells whether an element holds a day by its name or class.
func tellsDay(n *html.Node) bool {
	return n.DataAtom == atom.Time || attr(n, "data-utime") != "" || slices.ContainsFunc(tokens(n), func(t string) bool { return dayNamed[t] || t == "updated" })
}

// property is what an element is by microdata or RDFa: "datepublished".
func property(n *html.Node) string {
	for _, name := range []string{"itemprop", "property"} {
		if p := strings.ToLower(attr(n, name)); p != "" {
			return p[strings.LastIndexByte(p, ':')+1:]
		}
	}
	return ""
}

func datePublished(n *html.Node) bool {
	return published[property(n)] || n.DataAtom == atom.Time && hasAttr(n, "pubdate")
}

// published are the properties that tell when a page came out.
var published = set("datepublished pubdate issued")

func dateCreated(n *html.Node) bool { p := property(n); return p == "datecreated" || p == "created" }

func hasAttr(n *html.Node, name string) bool {
	return slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == name })
}

// place is where a spot stands, seen from the article.
type where int

const (
	elsewhere where = iota
	above           // above the article
	inside          // in it, or right below it
	near            // beside its headline
)

// dayRows are what a spot is worth, by what it is and where it stands; the first row that
// holds counts.
var dayRows = []struct {
	what  string
	kind  string // "" for shown
	holds func(s *spot) bool
	worth [near + 1]int // elsewhere, above, inside, near
}{
	{"datePublished in the page", "microdata", func(s *spot) bool { return datePublished(s.n) }, [...]int{5, 8, 8, 9}},
	{"dateCreated in the page", "created", func(s *spot) bool { return dateCreated(s.n) }, [...]int{3, 5, 6, 6}},
	{"a day labelled as that of publication", "", func(s *spot) bool { return s.label == language.DayPublished && s.unsaid <= 6 }, [...]int{0, 4, 5, 7}},
	{"a time", "", func(s *spot) bool { return s.n.DataAtom == atom.Time }, [...]int{0, 3, 4, 7}},
	{"a day by its class", "", func(s *spot) bool { return !s.whole && s.unsaid <= 8 }, [...]int{0, 3, 4, 6}},
	{"a line that is a day", "", func(s *spot) bool { return s.whole && s.unsaid == 0 && !ofFacts(s.n) }, [...]int{0, 0, 3, 6}},
	{"the author's line", "", func(s *spot) bool { return s.signed && s.unsaid <= 12 }, [...]int{0, 2, 3, 5}},
	{"a line above or below the headline", "", func(s *spot) bool { return s.whole && s.unsaid <= 5 && !ofFacts(s.n) && s.n.DataAtom != atom.Li }, [...]int{0, 0, 0, 4}},
}

// ofFacts tells whether an element is part of a table or list of facts: a birthday is a
// day there too.
func ofFacts(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Dd, atom.Td, atom.Th:
		return true
	}
	return false
}

// witnesses are the days that are shown beside an article, whose headline is title.
func (s *shown) witnesses(l tongue, article *html.Node, title string) (all []witness) {
	reach := s.reach[article]
	line := s.headline(reach, title)
	for i := range s.spots {
		x := &s.spots[i]
		if x.foreign(article) {
			continue
		}
		at := elsewhere
		switch {
		case apart(x.line, line) <= nearLines, apart(x.line, reach[0]) <= nearLines/2:
			at = near
		case x.line < reach[0]:
			at = above
		case x.line < reach[1]+nearLines:
			at = inside
		}
		if w := x.witness(l, at); w.day != "" {
			all = append(all, w)
		}
	}
	return all
}

func apart(a, b int) int { return max(a-b, b-a) }

// headline is the line of the article's headline, or that in which it begins: of those
// that say its title, or of the page's highest, the one that is nearest.
func (s *shown) headline(reach [2]int, title string) int {
	best, found := reach[0], false
	for _, is := range []func(topHeading) bool{
		func(h topHeading) bool { return title != "" && strings.HasPrefix(h.words, title) },
		func(h topHeading) bool { return h.n.DataAtom == atom.H1 },
	} {
		for _, h := range s.heads {
			if is(h) && h.line <= reach[1] && (!found || apart(h.line, reach[0]) < apart(best, reach[0])) {
				best, found = h.line, true
			}
		}
		if found {
			break
		}
	}
	return best
}

// foreign tells whether a spot belongs to something else on the page: another story, a
// reader's comment, a list of what else there is, a picture, a quotation.
func (x *spot) foreign(article *html.Node) bool {
	if x.story != nil && !within(article, x.story) && !within(x.story, article) {
		return true
	}
	for n := x.n; n != nil && n.DataAtom != atom.Body && !within(article, n); n = n.Parent {
		switch n.DataAtom {
		case atom.Nav, atom.Figure, atom.Blockquote, atom.Figcaption:
			return true
		case atom.Article:
			if n != article && n.Parent != nil && !within(article, n) && sentences(article) > 3 {
				return true
			}
		case atom.Li:
			if linked(n) >= 4 {
				return true
			}
		}
		if slices.ContainsFunc(tokens(n), func(t string) bool { return strong[t] || otherDay[t] }) {
			return true
		}
	}
	return false
}

// otherDay are classes of what tells another day than the article's: of a comment, another
// story, today.
var otherDay = set("comment teaser teasers card current-date today currentdate clock weather event events event-date profile-joined joined")

// witness is what a spot tells, standing where it does.
func (x *spot) witness(l tongue, at where) (w witness) {
	days := l.days(x.text)
	kept := x.kept(days)
	x.unsaid = len(unsaid(x.text, days))
	x.signed = byWord.MatchString(x.text) || slices.ContainsFunc(tokens(x.n), func(t string) bool { return bylineNamed[t] })
	if kept >= 0 {
		w.day = days[kept].day
		x.label = beside(x.text, days[kept])
	}
	if x.when != "" && x.label != language.DayPublished {
		w = settled(l, x.when, w.day)
	}
	if w.day == "" || x.label == language.DayOther {
		return witness{}
	}
	if x.label == language.DayChanged || ofChange(x.n) {
		w.kind, w.where, w.worth = "change", "a day of change", worthOfChange
		return w
	}
	for _, row := range dayRows {
		if row.holds(x) {
			w.kind, w.where, w.worth = "shown"+row.kind, row.what, row.worth[at]
			break
		}
	}
	if w.worth == 0 {
		return witness{}
	}
	return w
}

// kept is which of a line's days counts: the one of publication, else the first that is
// not of change; -1 for none.
func (x *spot) kept(days []toldDay) int {
	best := -1
	for i, d := range days {
		switch beside(x.text, d) {
		case language.DayPublished:
			return i
		case language.DayChanged:
		default:
			if best < 0 {
				best = i
			}
		}
	}
	if best < 0 && len(days) > 0 {
		return 0
	}
	return best
}

// settled is the witness of an element that says a time and shows a day.
func settled(l tongue, when string, visible meta.Day) witness {
	w := l.witness(when)
	if w.day == "" {
		w = unixDay(when)
	}
	if w.day == "" || w.or != "" && visible == w.or {
		return witness{day: visible}
	}
	return w
}
