package importer

import (
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"glossator/internal/meta"
)

// word reads a .docx (ECMA-376, transitional and strict), part by part.
type word struct {
	*manuscript
	styles   map[string]wordStyle
	lists    map[string]wordList // by numId
	counts   map[string]*[mostNumbering]int
	links    map[string]string   // of the part that is read, by its ID
	bodies   map[string]*element // "footnote 2" to the note
	marked   map[string]run      // notes that have their mark
	noting   bool                // a note is read: a mark in it is none
	field    []wordField         // fields that are open, in each other
	joined   []run               // of a paragraph whose end was deleted
	boxes    []*piece            // text boxes of the open paragraph
	pictured bool                // the paragraph before was a picture alone
}

type wordStyle struct {
	name, base      string
	level           int // of a heading, 0 for none
	numID, numLevel string
}

// wordList is a list's kind on each of its levels.
type wordList [mostNumbering]struct {
	ordered bool
	start   int
}

// wordField is a field: what it is to do, and then what it shows.
type wordField struct {
	order string
	shows bool
}

// wordText is the text of a .docx.
func wordText(p packed) (*manuscript, error) {
	rels, err := p.part("_rels/.rels")
	if err != nil {
		return nil, err
	}
	main := ""
	rels.all("Relationship", func(e *element) {
		if strings.HasSuffix(e.attr("Type"), "/officeDocument") {
			first(&main, strings.TrimPrefix(e.attr("Target"), "/"))
		}
	})
	root, err := p.part(main)
	if err != nil {
		return nil, err
	}
	if root.kid("body") == nil {
		return nil, errNoText
	}
	w := &word{manuscript: &manuscript{}, bodies: map[string]*element{}, marked: map[string]run{}, counts: map[string]*[mostNumbering]int{}}
	parts, err := w.around(p, main)
	if err != nil {
		return nil, err
	}
	w.styled(parts["styles"])
	w.numbered(parts["numbering"])
	w.blocks = w.read(root.kid("body").kids)
	return w.manuscript, w.properties(p)
}

// around reads the parts beside the text: its links, styles, lists, notes, and what of them
// is not published.
func (w *word) around(p packed, main string) (map[string]*element, error) {
	dir := path.Dir(main)
	rels, err := p.part(path.Join(dir, "_rels", path.Base(main)+".rels"))
	if err != nil {
		return nil, err
	}
	w.links = map[string]string{}
	parts := map[string]*element{}
	rels.all("Relationship", func(e *element) {
		kind, target := path.Base(e.attr("Type")), e.attr("Target")
		if kind == "hyperlink" {
			w.links[e.attr("Id")] = target
			return
		}
		if !slices.Contains([]string{"styles", "numbering", "footnotes", "endnotes", "comments", "header", "footer"}, kind) || err != nil {
			return
		}
		if target = strings.TrimPrefix(target, "/"); p[target] == nil {
			target = path.Join(dir, target)
		}
		var part *element
		if part, err = p.part(target); part == nil {
			return
		}
		parts[kind] = part
		switch kind {
		case "comments":
			part.all("comment", func(c *element) { w.comments++; w.leave(c.words()) })
		case "header", "footer":
			w.repeated(part)
		case "footnotes", "endnotes":
			name := strings.TrimSuffix(kind, "s")
			part.all(name, func(n *element) { w.bodies[name+" "+n.attr("id")] = n })
			noteLinks, bad := p.part(path.Join(path.Dir(target), "_rels", path.Base(target)+".rels"))
			err = bad
			noteLinks.all("Relationship", func(e *element) { w.links[name+" "+e.attr("Id")] = e.attr("Target") })
		}
	})
	return parts, err
}

var headingStyle = regexp.MustCompile(`^heading ([1-6])$`)

func (w *word) styled(part *element) {
	w.styles = map[string]wordStyle{}
	part.all("style", func(e *element) {
		s := wordStyle{name: strings.ToLower(e.kid("name").attr("val")), base: e.kid("basedOn").attr("val"),
			numID: e.kid("pPr", "numPr", "numId").attr("val"), numLevel: e.kid("pPr", "numPr", "ilvl").attr("val")}
		if m := headingStyle.FindStringSubmatch(s.name); m != nil {
			s.level, _ = strconv.Atoi(m[1])
		} else {
			s.level = outline(e.kid("pPr"))
		}
		w.styles[e.attr("styleId")] = s
	})
}

// outline is the level of a heading that a paragraph's properties tell, 0 for none.
func outline(properties *element) int {
	n, err := strconv.Atoi(properties.kid("outlineLvl").attr("val"))
	if err != nil || n < 0 || n > 5 {
		return 0
	}
	return n + 1
}

// deepestStyle is how many styles are based on each other at most.
const deepestStyle = 20

// style finds, in a style and those it is based on, the first of which f is true.
func (w *word) style(id string, f func(wordStyle) bool) wordStyle {
	for range deepestStyle {
		s, ok := w.styles[id]
		if !ok || f(s) {
			return s
		}
		id = s.base
	}
	return wordStyle{}
}

func (w *word) numbered(part *element) {
	kinds := map[string]wordList{}
	part.all("abstractNum", func(e *element) { kinds[e.attr("abstractNumId")] = levels(e, wordList{}) })
	w.lists = map[string]wordList{}
	part.all("num", func(e *element) {
		l := kinds[e.kid("abstractNumId").attr("val")]
		e.all("lvlOverride", func(o *element) {
			l = levels(o, l)
			n, err := strconv.Atoi(o.kid("startOverride").attr("val"))
			if at := level(o.attr("ilvl")); err == nil {
				l[at].start = n
			}
		})
		w.lists[e.attr("numId")] = l
	})
}

// levels reads the levels that an element defines over those that are known.
func levels(e *element, l wordList) wordList {
	e.all("lvl", func(v *element) {
		at := level(v.attr("ilvl"))
		format := v.kid("numFmt").attr("val")
		l[at].ordered = format != "bullet" && format != "none"
		l[at].start, _ = strconv.Atoi(v.kid("start").attr("val"))
	})
	return l
}

func level(s string) int {
	n, _ := strconv.Atoi(s)
	return min(max(n, 0), mostNumbering-1)
}

// properties reads what the program wrote of the file.
func (w *word) properties(p packed) error {
	core, err := p.part("docProps/core.xml")
	w.property.title, w.property.author = core.kid("title").words(), core.kid("creator").words()
	w.property.made = dayOf(core.kid("created").words())
	return err
}

// dayOf is the day of a time as programs write it: "2024-06-03T09:30:00Z".
func dayOf(s string) meta.Day {
	if len(s) < len("2024-06-03") {
		return ""
	}
	return dayIn(s[:len("2024-06-03")])
}

// read makes blocks of what stands in a body, a cell, a note or a text box.
func (w *word) read(kids []*element) (blocks []*piece) {
	var items []listItem
	end := func() { blocks, items = append(blocks, nested(items)...), nil }
	for _, e := range wordFlat(kids) {
		switch e.name {
		case "p":
			b, item := w.paragraph(e)
			if item != nil {
				items = append(items, *item)
			} else if b != nil {
				end()
				blocks = append(blocks, b)
			}
			blocks, w.boxes = append(blocks, w.boxes...), nil
		case "tbl":
			end()
			blocks = append(blocks, w.table(e)...)
		}
	}
	end()
	if runs := tidy(w.joined); len(runs) > 0 {
		blocks, w.joined = append(blocks, &piece{kind: para, runs: runs}), nil
	}
	return blocks
}

// wordFlat is what stands in a place without what only wraps it.
func wordFlat(kids []*element) (all []*element) {
	for _, e := range kids {
		switch e.name {
		case "sdt":
			all = append(all, wordFlat(e.kid("sdtContent").children())...)
		case "customXml", "smartTag", "ins", "moveTo":
			all = append(all, wordFlat(e.kids)...)
		default:
			all = append(all, e)
		}
	}
	return all
}

func (e *element) children() []*element {
	if e == nil {
		return nil
	}
	return e.kids
}

// paragraph reads a paragraph: as a block, as an item of a list, or as neither, where it
// is empty, told elsewhere, or goes on in the next.
func (w *word) paragraph(p *element) (*piece, *listItem) {
	pr := p.kid("pPr")
	runs := append(w.joined, w.runs(p.kids, run{})...)
	if w.joined = nil; pr.kid("rPr", "del") != nil || pr.kid("rPr", "moveFrom") != nil {
		w.joined = runs
		return nil, nil
	}
	id := pr.kid("pStyle").attr("val")
	name := w.style(id, func(s wordStyle) bool { return styleKinds[s.name] != "" }).name
	runs = tidy(runs)
	pictured := w.pictured
	if w.pictured = false; len(runs) == 0 {
		w.pictured = holdsPicture(p)
		return nil, nil
	}
	b := &piece{kind: para, runs: runs}
	at := outline(pr)
	if at == 0 {
		at = w.style(id, func(s wordStyle) bool { return s.level > 0 }).level
	}
	switch kind := styleKinds[name]; {
	case kind == "contents" || strings.HasPrefix(w.styles[id].name, "toc ") || kind == "caption" && pictured:
		w.leave(text(runs))
		return nil, nil
	case kind != "" && w.styleTells(kind, runs):
		return nil, nil
	case at > 0:
		return &piece{kind: heading, level: at, runs: plain(runs)}, nil
	case kind == "quote":
		return &piece{kind: quote, kids: []*piece{b}}, nil
	}
	return b, w.item(pr, id, b)
}

// item is a paragraph as an item of the list that it or its style is in; nil where there
// is none.
func (w *word) item(pr *element, style string, b *piece) *listItem {
	id, at := pr.kid("numPr", "numId").attr("val"), pr.kid("numPr", "ilvl").attr("val")
	if id == "" {
		s := w.style(style, func(s wordStyle) bool { return s.numID != "" })
		id, at = s.numID, s.numLevel
	}
	l, ok := w.lists[id]
	if !ok || id == "0" {
		return nil
	}
	n := level(at)
	if w.counts[id] == nil {
		w.counts[id] = &[mostNumbering]int{}
	}
	c := w.counts[id]
	c[n]++
	for i := n + 1; i < mostNumbering; i++ {
		c[i] = 0
	}
	return &listItem{level: n, ordered: l[n].ordered, number: min(max(l[n].start, 0)+c[n]-1, 1e6), list: id, blocks: []*piece{b}}
}

// table reads a table without the rows and cells that were deleted; one of a single cell
// only frames its text.
func (w *word) table(e *element) (blocks []*piece) {
	t := &piece{kind: table}
	wide := 0
	for _, tr := range wordFlat(e.kids) {
		if tr.name != "tr" {
			continue
		}
		if tr.kid("trPr", "del") != nil {
			w.deletion(tr.words())
			continue
		}
		var row [][]run
		for _, tc := range wordFlat(tr.kids) {
			if tc.name != "tc" || tc.kid("tcPr", "cellDel") != nil {
				continue
			}
			cell := w.read(tc.kids)
			blocks = append(blocks, cell...)
			row = append(row, inCell(cell))
			span, _ := strconv.Atoi(tc.kid("tcPr", "gridSpan").attr("val"))
			for ; span > 1 && span < 30; span-- {
				row = append(row, nil)
			}
		}
		t.rows = append(t.rows, row)
		wide = max(wide, len(row))
	}
	return t.orBlocks(wide, blocks)
}

// mostInCell is how many blocks a cell of a table has at most; with more it lays out a page.
const mostInCell = 6

// inCell is a cell's blocks in one line.
func inCell(blocks []*piece) (runs []run) {
	for i, b := range blocks {
		if i > 0 {
			runs = append(runs, run{text: " "})
		}
		runs = append(runs, b.runs...)
		for _, item := range b.items {
			runs = append(runs, append(inCell(item), run{text: " "})...)
		}
		runs = append(runs, inCell(b.kids)...)
	}
	return runs
}

// orBlocks is a table with rows of one length, or the blocks in it where it is none.
func (t *piece) orBlocks(wide int, blocks []*piece) []*piece {
	t.rows = slices.DeleteFunc(t.rows, func(row [][]run) bool { return len(row) == 0 })
	inside := slices.ContainsFunc(blocks, func(b *piece) bool { return b.kind == table })
	if wide < 2 || len(t.rows) == 0 || inside || len(blocks) > mostInCell*wide*len(t.rows) {
		return blocks
	}
	for i := range t.rows {
		for len(t.rows[i]) < wide {
			t.rows[i] = append(t.rows[i], nil)
		}
	}
	return []*piece{t}
}

func (m *manuscript) deletion(words string) {
	if m.leave(words) {
		m.deleted++
	}
}

func holdsPicture(e *element) (found bool) {
	for _, name := range []string{"drawing", "pict", "frame"} {
		e.all(name, func(*element) { found = true })
	}
	return found
}
