package importer

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"glossator/internal/source"
)

// libre reads a text of LibreOffice's (OpenDocument 1.3), packed or flat.
type libre struct {
	*manuscript
	styles  map[string]openStyle
	ordered map[string][]bool              // a list's levels by its style's name
	boxes   []*piece                       // text boxes of the open paragraph
	counts  map[string]*[mostNumbering]int // by a list
	last    map[string]string              // the last list of a style
	noting  bool                           // a note is read: a mark in it is none
}

type openStyle struct {
	shown, base              string // names
	strong, em, hidden, list string // what it says, "" where it says nothing
}

// openText is the text of an .odt.
func openText(p packed) (*manuscript, error) {
	var parts []*element
	for _, name := range []string{"styles.xml", "content.xml", "meta.xml"} {
		e, err := p.part(name)
		if err != nil {
			if locked, _ := p.part("META-INF/manifest.xml"); locked.holds("encryption-data") {
				return nil, errors.New("it is locked with a password")
			}
			return nil, err
		}
		parts = append(parts, e)
	}
	return openParts(parts...)
}

// readFlat reads an .fodt: all parts in one.
func readFlat(in input) (*Article, []source.Problem) {
	root, err := (*element)(nil), fmt.Errorf("it is larger than %d bytes", largestPart)
	if len(in.data) <= largestPart {
		root, err = readXML(bytes.NewReader(in.data))
	}
	var m *manuscript
	if err == nil {
		m, err = openParts(root)
	}
	if err != nil {
		return nil, []source.Problem{whole(in.path, "no-text", "the file cannot be read: "+err.Error(), "save it as .odt")}
	}
	return m.article(in.path)
}

// openParts reads a text of parts in which styles come first.
func openParts(parts ...*element) (*manuscript, error) {
	o := &libre{manuscript: &manuscript{}, styles: map[string]openStyle{}, ordered: map[string][]bool{}, counts: map[string]*[mostNumbering]int{}, last: map[string]string{}}
	var body *element
	for _, part := range parts {
		part.all("style", o.style)
		part.all("list-style", func(e *element) {
			var levels []bool
			for _, k := range e.kids {
				if strings.HasPrefix(k.name, "list-level-style-") {
					levels = append(levels, k.name == "list-level-style-number" && k.attr("num-format") != "")
				}
			}
			o.ordered[e.attr("name")] = levels
		})
		part.all("master-page", func(e *element) {
			for _, k := range e.kids {
				o.repeated(k)
			}
		})
		if m := part.kid("meta"); m != nil {
			o.property.title, o.property.made = m.kid("title").words(), dayOf(m.kid("creation-date").words())
			o.property.author = m.kid("initial-creator").words()
			first(&o.property.author, m.kid("creator").words())
		}
		if b := part.kid("body", "text"); b != nil {
			body = b
		}
	}
	if body == nil {
		return nil, errNoText
	}
	o.blocks = o.read(body.kids)
	return o.manuscript, nil
}

func (e *element) holds(name string) (found bool) {
	e.all(name, func(*element) { found = true })
	return found
}

func (o *libre) style(e *element) {
	s := openStyle{shown: e.attr("display-name"), base: e.attr("parent-style-name"), list: e.attr("list-style-name")}
	first(&s.shown, e.attr("name"))
	s.shown = strings.ToLower(s.shown)
	t := e.kid("text-properties")
	s.strong, s.em, s.hidden = t.attr("font-weight"), t.attr("font-style"), t.attr("display")
	o.styles[e.attr("family")+" "+e.attr("name")] = s
}

// says finds what a style, or the nearest of those it is based on, says.
func (o *libre) says(family, name string, f func(openStyle) string) string {
	for range deepestStyle {
		s, ok := o.styles[family+" "+name]
		if v := f(s); v != "" || !ok {
			return v
		}
		name = s.base
	}
	return ""
}

// read makes blocks of what stands in a body, a section, a cell, a note or a text box.
func (o *libre) read(kids []*element) (blocks []*piece) {
	var items []listItem
	for _, e := range kids {
		if e.name == "list" {
			items = append(items, o.list(e, "", "", 0)...)
			continue
		}
		if e.name != "" && e.name != "soft-page-break" {
			blocks, items = append(blocks, nested(items)...), nil
		}
		switch e.name {
		case "h", "p":
			b := o.paragraph(e)
			if b != nil {
				blocks = append(blocks, b)
			}
			blocks, o.boxes = append(blocks, o.boxes...), nil
		case "table":
			blocks = append(blocks, o.table(e)...)
		case "section":
			if e.attr("display") == "none" {
				o.hide(e)
				break
			}
			blocks = append(blocks, o.read(e.kids)...)
		case "numbered-paragraph", "bibliography", "index-body":
			blocks = append(blocks, o.read(e.kids)...)
		case "frame", "custom-shape", "g", "line", "control":
			o.drawn(e)
			blocks, o.boxes = append(blocks, o.boxes...), nil
		case "tracked-changes":
			e.all("deletion", func(d *element) {
				for _, k := range d.kids {
					if k.name != "change-info" {
						o.deletion(k.words())
					}
				}
			})
		case "table-of-content", "illustration-index", "table-index", "alphabetical-index", "object-index", "user-index":
			o.leave(e.kid("index-body").words())
		}
	}
	return append(blocks, nested(items)...)
}

func (o *libre) hide(e *element) {
	if o.leave(e.words()) {
		o.hidden++
	}
}

func shownOf(s openStyle) string  { return styleKinds[s.shown] }
func hiddenOf(s openStyle) string { return s.hidden }
func strongOf(s openStyle) string { return s.strong }
func emOf(s openStyle) string     { return s.em }

// paragraph reads a heading or paragraph; nil for one that is empty or told elsewhere.
func (o *libre) paragraph(e *element) *piece {
	name := e.attr("style-name")
	if o.says("paragraph", name, hiddenOf) == "none" {
		o.hide(e)
		return nil
	}
	runs := tidy(o.runs(e.kids, run{}))
	kind := o.says("paragraph", name, shownOf)
	if len(runs) == 0 || kind != "" && o.styleTells(kind, runs) {
		return nil
	}
	b := &piece{kind: para, runs: runs}
	if e.name == "h" {
		at, _ := strconv.Atoi(e.attr("outline-level"))
		return &piece{kind: heading, level: min(max(at, 1), 6), runs: plain(runs)}
	}
	if kind == "quote" {
		return &piece{kind: quote, kids: []*piece{b}}
	}
	return b
}

// runs reads what stands in a paragraph.
func (o *libre) runs(kids []*element, style run) (out []run) {
	for _, e := range kids {
		if e.name == "" {
			x := style
			x.text = strings.NewReplacer("\n", " ", "\u00ad", "").Replace(e.text)
			out = append(out, x)
			continue
		}
		out = append(out, o.inline(e, style)...)
	}
	return out
}

// inline reads one element of a paragraph; of a field, what it shows.
func (o *libre) inline(e *element, style run) []run {
	switch e.name {
	case "s", "tab":
		style.text = " "
		return []run{style}
	case "line-break":
		return []run{{text: "\n"}}
	case "span":
		name := e.attr("style-name")
		if o.says("text", name, hiddenOf) == "none" {
			o.hide(e)
			return nil
		}
		if weight := o.says("text", name, strongOf); weight != "" {
			style.strong = weight == "bold" || weight >= "600" && weight <= "900"
		}
		if slant := o.says("text", name, emOf); slant != "" {
			style.em = slant != "normal"
		}
	case "a":
		if address := e.attr("href"); strings.HasPrefix(address, "https://") || strings.HasPrefix(address, "http://") {
			style.href = unwrapped(address)
		}
	case "note":
		return o.note(e)
	case "annotation":
		o.comments++
		var said []string
		for _, k := range e.kids {
			if k.name == "p" || k.name == "list" {
				said = append(said, k.words())
			}
		}
		o.leave(strings.Join(said, " "))
		return nil
	case "hidden-text", "hidden-paragraph", "script":
		o.hide(e)
		return nil
	case "ruby":
		return o.runs(e.kid("ruby-base").children(), style)
	case "frame", "custom-shape", "g", "line", "control":
		o.drawn(e)
		return nil
	}
	return o.runs(e.kids, style)
}

// note is the mark of a note.
func (o *libre) note(e *element) []run {
	body := e.kid("note-body")
	if body == nil || o.noting {
		return nil
	}
	boxes := o.boxes
	o.boxes, o.noting = nil, true
	blocks := o.read(body.kids)
	o.boxes, o.noting = boxes, false
	if len(blocks) == 0 {
		return nil
	}
	return []run{o.mark(blocks)}
}

// drawn reads what is drawn: the words of a text box stand behind the paragraph; pictures
// are counted.
func (o *libre) drawn(e *element) {
	boxes := 0
	read := func(box *element) {
		boxes++
		before := o.boxes
		o.boxes = nil
		inside := o.read(box.kids)
		o.boxes = append(before, inside...)
	}
	e.outermost("text-box", read)
	if boxes == 0 && (e.kid("p") != nil || e.kid("list") != nil) {
		read(e) // a shape with words in it
	}
	if boxes == 0 {
		o.pictures++
	}
}

// list lists the items of a list and of those in it, on a level; its number goes on where it
// continues another list.
func (o *libre) list(e *element, style, id string, depth int) (items []listItem) {
	if own := e.attr("style-name"); own != "" {
		style = own
	}
	if depth == 0 {
		id = o.identity(e, style)
	}
	at := min(depth, mostNumbering-1)
	counts := o.counts[id]
	levels := o.ordered[style]
	for _, item := range e.kids {
		if item.name != "list-item" && item.name != "list-header" {
			continue
		}
		var own []*piece
		var deeper []listItem
		for _, k := range item.kids {
			if k.name == "list" {
				deeper = append(deeper, o.list(k, style, id, depth+1)...)
			} else {
				own = append(own, o.read([]*element{k})...)
			}
		}
		if len(own) > 0 {
			n, err := strconv.Atoi(item.attr("start-value"))
			if counts[at]++; err == nil {
				counts[at] = min(max(n, 0), 1e6)
			}
			clear(counts[at+1:])
			items = append(items, listItem{level: depth, ordered: at < len(levels) && levels[at], number: counts[at], list: id, blocks: own})
		}
		items = append(items, deeper...)
	}
	return items
}

// identity is by what a list is known again: it continues one by its ID, or the last one of
// its style.
func (o *libre) identity(e *element, style string) string {
	id := e.attr("continue-list")
	if id == "" && e.attr("continue-numbering") == "true" {
		id = o.last[style]
	}
	if o.counts[id] == nil {
		if id = e.attr("id"); id == "" || o.counts[id] != nil {
			id = "list " + strconv.Itoa(len(o.counts))
		}
		o.counts[id] = &[mostNumbering]int{}
	} else if own := e.attr("id"); own != "" {
		o.counts[own] = o.counts[id]
	}
	o.last[style] = id
	return id
}

// table reads a table; one of a single column only frames its text.
func (o *libre) table(e *element) (blocks []*piece) {
	t := &piece{kind: table}
	wide := 0
	for _, tr := range rowsIn(e) {
		var row [][]run
		for _, tc := range tr.kids {
			if tc.name != "table-cell" && tc.name != "covered-table-cell" {
				continue
			}
			cell := o.read(tc.kids)
			blocks = append(blocks, cell...)
			row = append(row, inCell(cell))
		}
		t.rows = append(t.rows, row)
		wide = max(wide, len(row))
	}
	return t.orBlocks(wide, blocks)
}

func rowsIn(e *element) (rows []*element) {
	for _, k := range e.kids {
		switch k.name {
		case "table-row":
			rows = append(rows, k)
		case "table-header-rows", "table-rows", "table-row-group":
			rows = append(rows, rowsIn(k)...)
		}
	}
	return rows
}
