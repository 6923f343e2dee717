package importer

import (
	"net/url"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// reader turns the nodes of an article into blocks.
type reader struct {
	base   *url.URL // against which links are read; nil where it is not known
	blocks []*piece
	runs   []run
	style  run
	broke  bool // a single <br> is waiting
	linked bool // the open paragraph has a link, wherever it leads
	ruled  bool // a rule was drawn before it
}

// blocksOf are the blocks of a tree, in order.
func blocksOf(n *html.Node, base *url.URL) []*piece {
	r := &reader{base: base}
	r.walk(n)
	r.flush()
	return r.blocks
}

// inside are the blocks of a node's children.
func (r *reader) inside(n *html.Node) []*piece {
	in := &reader{base: r.base}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		in.walk(c)
	}
	in.flush()
	return in.blocks
}

// flush ends the open paragraph.
func (r *reader) flush() {
	if runs := tidy(r.runs); len(runs) > 0 {
		r.blocks = append(r.blocks, &piece{kind: para, runs: runs, linked: r.linked, ruled: r.ruled})
		r.ruled = false
	}
	r.runs, r.broke, r.linked = nil, false, false
}

func (r *reader) walk(n *html.Node) {
	switch n.Type {
	case html.TextNode:
		r.text(n.Data)
	case html.ElementNode, html.DocumentNode:
		r.element(n)
	}
}

func (r *reader) text(s string) {
	if strings.TrimSpace(s) != "" && r.broke {
		r.runs = append(r.runs, run{text: "\n"})
		r.broke = false
	}
	x := r.style
	x.text = s
	r.runs = append(r.runs, x)
}

func (r *reader) children(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		r.walk(c)
	}
}

// element reads one element: as inline style, as a block, or as its children alone.
func (r *reader) element(n *html.Node) {
	switch {
	case r.inline(n), r.block(n):
	case n.Data == noteTag:
		r.runs = append(r.runs, run{note: attr(n, "id")})
	case isInline(n):
		r.children(n)
	default:
		r.flush()
		r.children(n)
		r.flush()
	}
}

// inline reads an element of a paragraph that means something to its text; false for others.
func (r *reader) inline(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Br:
		if r.broke {
			r.flush()
		}
		r.broke = len(r.runs) > 0
	case atom.B, atom.Strong:
		r.styled(n, func(s *run) { s.strong = true })
	case atom.I, atom.Em, atom.Cite, atom.Var, atom.Dfn:
		r.styled(n, func(s *run) { s.em = true })
	case atom.Code, atom.Kbd, atom.Samp, atom.Tt:
		r.styled(n, func(s *run) { s.code = true })
	case atom.A:
		if strings.Trim(textOf(n), "¶#§🔗 \n") != "" { // else a heading's link to itself, or a picture's
			r.linked = true
			r.styled(n, func(s *run) { s.href = r.address(attr(n, "href")) })
		}
	case atom.Q:
		r.text("“")
		r.children(n)
		r.text("”")
	case atom.Sup:
		if !pointsInside(n) {
			r.children(n)
		}
	case atom.Wbr, atom.Img, atom.Picture:
	default:
		return false
	}
	return true
}

// block reads an element that makes blocks of its own; false for others.
func (r *reader) block(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Hr:
		r.flush()
		r.ruled = true
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		r.heading(n)
	case atom.Ul, atom.Ol, atom.Menu:
		r.list(n)
	case atom.Blockquote:
		r.flush()
		if kids := r.inside(n); len(kids) > 0 {
			r.blocks = append(r.blocks, &piece{kind: quote, kids: kids})
		}
	case atom.Pre:
		r.flush()
		if words := strings.Trim(textOf(n), "\n"); strings.TrimSpace(words) != "" {
			r.blocks = append(r.blocks, &piece{kind: verbatim, runs: []run{{text: strings.ReplaceAll(words, "\u00a0", " ")}}})
		}
	case atom.Table:
		r.flush()
		if t := r.table(n); t != nil {
			r.blocks = append(r.blocks, t)
		} else {
			r.blocks = append(r.blocks, r.inside(n)...)
		}
	case atom.Dt:
		r.flush()
		r.styled(n, func(s *run) { s.strong = true })
		r.flush()
	default:
		return false
	}
	return true
}

func (r *reader) heading(n *html.Node) {
	r.flush()
	r.children(n)
	if runs := plain(tidy(r.runs)); len(runs) > 0 {
		level, _ := strconv.Atoi(n.Data[1:])
		r.blocks = append(r.blocks, &piece{kind: heading, level: level, runs: runs, linked: r.linked})
	}
	r.runs, r.broke, r.linked, r.ruled = nil, false, false, false
}

// styled reads children in another style. A block inside an inline element ends it
// and begins it again, as browsers do.
func (r *reader) styled(n *html.Node, change func(*run)) {
	before := r.style
	change(&r.style)
	r.children(n)
	r.style = before
}

// address is a link's whole address, "" where it leads to the page itself, to the
// site that published it, or nowhere a reader could go. A publisher's links to its
// own pages are its navigation, and would stand in the way of the marks.
func (r *reader) address(href string) string {
	u, err := url.Parse(unwrapped(strings.TrimSpace(href)))
	if err != nil || r.base == nil {
		if err != nil || u.Host == "" {
			return ""
		}
	} else {
		u = r.base.ResolveReference(u)
		if sameSite(u.Host, r.base.Host) {
			return ""
		}
	}
	if u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return ""
	}
	return u.String()
}

func sameSite(a, b string) bool {
	bare := func(h string) string { return strings.TrimPrefix(strings.ToLower(h), "www.") }
	return bare(a) == bare(b) || strings.HasSuffix(bare(a), "."+bare(b)) || strings.HasSuffix(bare(b), "."+bare(a))
}

// list reads a list; one without items is its children.
func (r *reader) list(n *html.Node) {
	r.flush()
	l := &piece{kind: list, ordered: n.DataAtom == atom.Ol, first: 1}
	if start, err := strconv.Atoi(attr(n, "start")); err == nil && start >= 0 && start < 1e6 {
		l.first = start
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.TextNode && strings.TrimSpace(c.Data) == "" {
			continue
		}
		item := &reader{base: r.base}
		if c.DataAtom == atom.Li {
			item.children(c)
		} else {
			item.walk(c)
		}
		item.flush()
		switch {
		case len(item.blocks) == 0:
		case c.DataAtom != atom.Li && len(l.items) > 0: // a list put straight into a list
			l.items[len(l.items)-1] = append(l.items[len(l.items)-1], item.blocks...)
		default:
			l.items = append(l.items, item.blocks)
		}
	}
	if len(l.items) > 0 {
		r.blocks = append(r.blocks, l)
	}
}

// table reads a table of data; nil for one that only lays out a page.
func (r *reader) table(n *html.Node) *piece {
	if attr(n, "role") == "presentation" {
		return nil
	}
	t := &piece{kind: table}
	wide, head := 0, false
	for _, tr := range rowsOf(n) {
		row, heads, ok := r.tableRow(tr)
		if !ok {
			return nil
		}
		head = head || heads
		if len(row) > 0 && strings.TrimSpace(rowText(row)) != "" {
			t.rows = append(t.rows, row)
			wide = max(wide, len(row))
		}
	}
	if wide < 2 || len(t.rows) < 2 && !head {
		return nil
	}
	for i := range t.rows {
		for len(t.rows[i]) < wide {
			t.rows[i] = append(t.rows[i], nil)
		}
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom == atom.Caption {
			r.blocks = append(r.blocks, r.inside(c)...)
		}
	}
	return t
}

// tableRow is the cells of a row, and whether one of them is a heading's; not ok where a
// cell holds more than words.
func (r *reader) tableRow(tr *html.Node) (row [][]run, head, ok bool) {
	for c := tr.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom != atom.Td && c.DataAtom != atom.Th {
			continue
		}
		head = head || c.DataAtom == atom.Th
		runs, ok := wordsOfCell(r.inside(c))
		if !ok {
			return nil, false, false
		}
		row = append(row, runs)
		for span, _ := strconv.Atoi(attr(c, "colspan")); span > 1 && span < 30; span-- {
			row = append(row, nil)
		}
	}
	return row, head, true
}

// wordsOfCell is a cell's blocks as one line; not ok where they are no line.
func wordsOfCell(cell []*piece) (runs []run, ok bool) {
	for i, b := range cell {
		if b.kind != para && b.kind != heading || len(cell) > 3 {
			return nil, false
		}
		if i > 0 {
			runs = append(runs, run{text: " "})
		}
		runs = append(runs, b.runs...)
	}
	return runs, true
}

func rowText(row [][]run) (s string) {
	for _, cell := range row {
		s += text(cell)
	}
	return s
}

func rowsOf(n *html.Node) (rows []*html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch c.DataAtom {
		case atom.Tr:
			rows = append(rows, c)
		case atom.Tbody, atom.Thead, atom.Tfoot:
			rows = append(rows, rowsOf(c)...)
		}
	}
	return rows
}

// pointsInside tells whether an element is a link to a place on the same page: the
// number of a note.
func pointsInside(n *html.Node) bool {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom == atom.A && strings.HasPrefix(attr(c, "href"), "#") || pointsInside(c) {
			return true
		}
	}
	return false
}

var inlineTags = map[atom.Atom]bool{
	atom.Abbr: true, atom.Acronym: true, atom.Bdi: true, atom.Bdo: true, atom.Big: true, atom.Del: true, atom.Data: true, atom.Font: true, atom.Ins: true,
	atom.Label: true, atom.Mark: true, atom.Nobr: true, atom.Ruby: true, atom.S: true, atom.Small: true, atom.Span: true,
	atom.Strike: true, atom.Sub: true, atom.Time: true, atom.U: true,
}

// isInline tells whether an element stands inside a paragraph: by its name, or, where
// that is a site's own, by holding no block.
func isInline(n *html.Node) bool {
	if n.Type != html.ElementNode {
		return false
	}
	if n.DataAtom != 0 && !inlineTags[n.DataAtom] {
		return false
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Type != html.ElementNode:
		case blockTags[c.DataAtom], n.DataAtom == 0 && c.DataAtom == 0 && !isInline(c):
			return false
		}
	}
	return true
}

var blockTags = map[atom.Atom]bool{
	atom.P: true, atom.Div: true, atom.Section: true, atom.Article: true, atom.Ul: true, atom.Ol: true, atom.Table: true, atom.Blockquote: true, atom.H1: true, atom.H2: true, atom.H3: true,
	atom.H4: true, atom.H5: true, atom.H6: true, atom.Figure: true, atom.Header: true, atom.Footer: true, atom.Main: true, atom.Pre: true, atom.Dl: true, atom.Hr: true, atom.Address: true, atom.Details: true,
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// textOf is the text in a node, as it stands.
func textOf(n *html.Node) string {
	var b strings.Builder
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
		}
		if n.DataAtom == atom.Br {
			b.WriteString("\n")
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(n)
	return b.String()
}

// words is the text in a node with one space between words.
func words(n *html.Node) string { return strings.Join(strings.Fields(textOf(n)), " ") }
