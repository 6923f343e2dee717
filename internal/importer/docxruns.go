package importer

import (
	"strings"
)

// runs reads what stands in a paragraph.
func (w *word) runs(kids []*element, style run) (out []run) {
	for _, e := range kids {
		out = append(out, w.inline(e, style)...)
	}
	return out
}

// inline reads one element of a paragraph.
func (w *word) inline(e *element, style run) []run {
	switch e.name {
	case "r":
		return w.run(e, style)
	case "hyperlink":
		style.href = w.link(w.links[e.attr("id")], style)
		return w.runs(e.kids, style)
	case "ins", "moveTo", "smartTag", "customXml", "dir", "bdo":
		return w.runs(e.kids, style)
	case "fldSimple":
		style.href = w.link(linkOfField(e.attr("instr")), style)
		return w.runs(e.kids, style)
	case "sdt":
		return w.runs(e.kid("sdtContent").children(), style)
	case "del":
		w.deletion(e.words())
	case "moveFrom":
		// its words stand where they were moved to
	case "oMath", "oMathPara":
		style.text = e.words()
		return []run{style}
	}
	return nil
}

// link is an address that a reader may follow, else the one around it.
func (w *word) link(address string, around run) string {
	if strings.HasPrefix(address, "https://") || strings.HasPrefix(address, "http://") {
		return unwrapped(address)
	}
	return around.href
}

// run reads a run: its words, the marks of notes, and what is hidden in it.
func (w *word) run(r *element, style run) (out []run) {
	pr := r.kid("rPr")
	if on(pr.kid("vanish")) {
		if w.leave(r.words()) {
			w.hidden++
		}
		return nil
	}
	name := w.styles[pr.kid("rStyle").attr("val")].name
	style.strong = style.strong || on(pr.kid("b")) || name == "strong"
	style.em = style.em || on(pr.kid("i")) || name == "emphasis"
	add := func(s string) {
		x := style
		x.text = s
		out = append(out, x)
	}
	for _, e := range r.kids {
		if w.inField(e) {
			continue
		}
		if n := len(w.field); n > 0 {
			style.href = w.link(linkOfField(w.field[n-1].order), style)
		}
		switch e.name {
		case "t":
			add(e.raw())
		case "tab", "ptab":
			add(" ")
		case "noBreakHyphen":
			add("\u2011")
		case "br", "cr":
			if kind := e.attr("type"); kind == "" || kind == "textWrapping" {
				out = append(out, run{text: "\n"})
			}
		case "delText":
			w.deletion(e.words())
		case "footnoteReference", "endnoteReference":
			out = append(out, w.noteAt(strings.TrimSuffix(e.name, "Reference"), e.attr("id"))...)
		case "ruby":
			out = append(out, w.runs(e.kid("rubyBase").children(), style)...)
		case "drawing", "pict", "object", "AlternateContent":
			w.drawn(e)
		}
	}
	return out
}

// raw is the text in an element, as it stands.
func (e *element) raw() string {
	var b strings.Builder
	e.write(&b)
	return b.String()
}

// on tells whether a property is set: it is there, and not as "off".
func on(e *element) bool {
	return e != nil && !unset[e.attr("val")]
}

var unset = set("0 false off none")

// inField follows the fields, in whose orders no words stand; true where e is part of one's
// order.
func (w *word) inField(e *element) bool {
	n := len(w.field) - 1
	switch {
	case e.name == "fldChar" && e.attr("fldCharType") == "begin":
		if n < deepestXML {
			w.field = append(w.field, wordField{})
		}
	case e.name == "fldChar" && n >= 0 && e.attr("fldCharType") == "separate":
		w.field[n].shows = true
	case e.name == "fldChar" && n >= 0:
		w.field = w.field[:n]
	case e.name == "instrText" && n >= 0 && !w.field[n].shows:
		w.field[n].order += e.raw()
	default:
		return n >= 0 && !w.field[n].shows && e.name != "delText"
	}
	return true
}

// linkOfField is the address of a field that is a link: ` HYPERLINK "https://…" `.
func linkOfField(order string) string {
	rest, ok := strings.CutPrefix(strings.TrimSpace(order), "HYPERLINK")
	parts := strings.Split(rest, `"`)
	if !ok || len(parts) < 3 || strings.Contains(parts[0], `\l`) {
		return ""
	}
	return parts[1]
}

// noteAt is the mark of a note, which is read where its first mark stands.
func (w *word) noteAt(kind, id string) []run {
	key := kind + " " + id
	if mark, ok := w.marked[key]; ok {
		return []run{mark}
	}
	n := w.bodies[key]
	if n == nil || w.noting {
		return nil
	}
	links, fields, joined, boxes := w.links, w.field, w.joined, w.boxes
	w.links, w.field, w.joined, w.boxes, w.noting = map[string]string{}, nil, nil, nil, true
	for name, target := range links {
		if rest, ok := strings.CutPrefix(name, kind+" "); ok {
			w.links[rest] = target
		}
	}
	blocks := w.read(n.kids)
	w.links, w.field, w.joined, w.boxes, w.noting = links, fields, joined, boxes, false
	if len(blocks) == 0 {
		return nil
	}
	w.marked[key] = w.mark(blocks)
	return []run{w.marked[key]}
}

// drawn reads what is drawn: the words of a text box, once, stand behind the paragraph;
// pictures are counted.
func (w *word) drawn(e *element) {
	if e.name == "AlternateContent" {
		for _, name := range []string{"Choice", "Fallback"} {
			if k := e.kid(name); k != nil {
				for _, kid := range k.kids {
					w.drawn(kid)
				}
				return
			}
		}
	}
	boxes := 0
	e.outermost("txbxContent", func(box *element) {
		boxes++
		before, fields, joined := w.boxes, w.field, w.joined
		w.boxes, w.field, w.joined = nil, nil, nil
		inside := w.read(box.kids)
		w.boxes, w.field, w.joined = append(before, inside...), fields, joined
	})
	if boxes == 0 {
		w.pictures++
	}
}
