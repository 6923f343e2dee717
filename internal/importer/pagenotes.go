package importer

import (
	"regexp"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"glossator/internal/source"
)

// noteTag is the element that stands, in a page that is read, where a note has its mark.
const noteTag = "x-note"

var (
	// notePlace is how programs call the place of a note: Google Docs, Word, LibreOffice,
	// and what writes Markdown as pages.
	notePlace = regexp.MustCompile(`^#(?:ftnt|_ftn|_edn|sdfootnote|sdendnote|fn|footnote-)[:-]?\d+(?:sym)?$`)
	// commentPlace is how Google Docs and Word call that of a comment.
	commentPlace = regexp.MustCompile(`^#(?:cmnt|_msocom_)\d+$`)
)

// pageNotes are the notes of a page that a word processor made, taken out of it.
type pageNotes struct {
	notes    []*html.Node // what each holds, in the order of their marks
	comments []string
	places   map[string]*html.Node // by ID, or by name
}

// takeNotes takes notes and comments out of a page. A note is where a link leads whose place
// leads back.
func takeNotes(root *html.Node) *pageNotes {
	t := &pageNotes{places: map[string]*html.Node{}}
	var links []*html.Node
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		for _, name := range []string{attr(n, "id"), attr(n, "name")} {
			if name != "" && t.places[name] == nil {
				t.places[name] = n
			}
		}
		if n.DataAtom == atom.A {
			links = append(links, n)
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(root)
	for _, link := range links {
		href := attr(link, "href")
		switch {
		case notePlace.MatchString(href):
			t.note(link, t.holder(href, link))
		case commentPlace.MatchString(href):
			if place := t.holder(href, link); place != nil {
				t.comments = append(t.comments, words(place))
				place.Parent.RemoveChild(place)
				unmark(link, nil)
			}
		}
	}
	return t
}

// note makes a note of what a place holds.
func (t *pageNotes) note(link, place *html.Node) {
	if place == nil || within(link, place) {
		return
	}
	place.Parent.RemoveChild(place)
	t.notes = append(t.notes, place)
	unmark(link, &html.Node{Type: html.ElementNode, Data: noteTag, Attr: []html.Attribute{{Key: "id", Val: strconv.Itoa(len(t.notes))}}})
}

// unmark puts something in the place of a mark, and of what only raises it.
func unmark(link, by *html.Node) {
	if p := link.Parent; p != nil && p.DataAtom == atom.Sup && words(p) == words(link) {
		link = p
	}
	if link.Parent == nil {
		return
	}
	if by != nil {
		link.Parent.InsertBefore(by, link)
	}
	link.Parent.RemoveChild(link)
}

// holder is the block to which a link leads and that leads back to it, without its link
// back; nil where there is none.
func (t *pageNotes) holder(href string, link *html.Node) *html.Node {
	place := t.places[href[1:]]
	for place != nil && !blockTags[place.DataAtom] && place.DataAtom != atom.Li {
		place = place.Parent
	}
	if place == nil || place.Parent == nil || within(link, place) {
		return nil
	}
	if p := place.Parent; p.DataAtom == atom.Div && words(p) == words(place) && p.Parent != nil {
		place = p
	}
	back := 0
	each(place, func(n *html.Node) bool {
		to := t.places[strings.TrimPrefix(attr(n, "href"), "#")]
		leads := to != nil && (to == link || to == link.Parent || within(to, link))
		return leads && n.DataAtom == atom.A
	}, func(*html.Node) { back++ })
	if back == 0 || strings.TrimSpace(textOf(place)) == "" {
		return nil
	}
	return place
}

// under puts the notes whose marks stand in the blocks below them; those of others are left
// out.
func (t *pageNotes) under(a *Article, blocks []*piece) []*piece {
	marked := map[string]bool{}
	for _, b := range blocks {
		if !b.gone {
			b.marks(marked)
		}
	}
	for i, n := range t.notes {
		name := strconv.Itoa(i + 1)
		kids := blocksOf(n, nil)
		if !marked[name] {
			a.Left = append(a.Left, words(n))
		} else if len(kids) > 0 {
			blocks = append(blocks, &piece{kind: note, name: name, kids: kids})
		}
	}
	a.Left = append(a.Left, t.comments...)
	return blocks
}

// marks gathers the marks of notes in a block and those in it.
func (b *piece) marks(into map[string]bool) {
	for _, r := range marks(b.runs) {
		into[r.note] = true
	}
	for _, k := range b.kids {
		k.marks(into)
	}
	for _, item := range b.items {
		for _, k := range item {
			k.marks(into)
		}
	}
	for _, row := range b.rows {
		for _, cell := range row {
			for _, r := range marks(cell) {
				into[r.note] = true
			}
		}
	}
}

func (t *pageNotes) told(path string) []source.Problem {
	if len(t.comments) == 0 {
		return nil
	}
	return []source.Problem{whole(path, "comment", "comments are left out: "+count(len(t.comments), "comment"), "").As(source.Note)}
}
