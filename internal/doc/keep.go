package doc

import (
	"cmp"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"

	"glossator/internal/source"
)

// editor is the rule of what an editor left out.
const editor = "editor"

// sort puts the rows that are about whole blocks where reading finds them.
func (d *Document) sort(rows []*row) {
	if len(rows) == 0 {
		return
	}
	d.keeps, d.blocks = map[int]*row{}, []string{}
	for _, r := range rows {
		if r.keep != nil && d.keeps[r.p] == nil {
			d.keeps[r.p] = r
		}
	}
}

// keepParagraphs takes paragraphs out, or lets them stay, as the rows say.
func (d *Document) keepParagraphs(paras []source.Span) {
	if d.blocks == nil {
		return
	}
	for i, p := range paras {
		words := fold(d.File.Data[p.Start:p.End])
		d.blocks = append(d.blocks, words)
		r := d.keeps[i+1]
		if r == nil || !knows(words, r.Words.Text) {
			continue
		}
		before := len(d.Cleaned)
		d.Cleaned = slices.DeleteFunc(d.Cleaned, func(c Cleaning) bool { return p.Holds(c.Span) && (!*r.keep || c.Replacement == "") })
		switch {
		case !*r.keep:
			d.Cleaned = append(d.Cleaned, Cleaning{Span: p, Rule: editor})
		case len(d.Cleaned) < before:
			d.Cleaned = slices.DeleteFunc(d.Cleaned, func(c Cleaning) bool { return p.Holds(c.Span) })
			d.Cleaned = append(d.Cleaned, repairs(d.File.Data, p, nil)...)
		default:
			continue // it is part of the article already
		}
		r.done = true
	}
	slices.SortFunc(d.Cleaned, func(a, b Cleaning) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
}

// keepBlocks takes blocks of a page out of the article, or puts in what was left out, as
// the rows say.
func (d *Document) keepBlocks(found []pageBlock, all wordStream) (kept []pageBlock) {
	if d.blocks == nil {
		return found
	}
	whole := all.blocks()
	for _, x := range whole {
		d.blocks = append(d.blocks, x.text)
	}
	in := map[int]bool{}
	for _, x := range found {
		r := d.keeps[x.p]
		if in[x.p] = true; r != nil && !*r.keep && x.p > 0 && knows(d.blocks[x.p-1], r.Words.Text) {
			r.done = true
			d.Cleaned = append(d.Cleaned, Cleaning{Span: source.Span{Start: all[x.from].src, End: all[x.to-1].end}, Rule: editor})
			continue
		}
		kept = append(kept, x)
	}
	for _, x := range whole {
		if r := d.keeps[x.p]; r == nil || !*r.keep || in[x.p] || !knows(x.text, r.Words.Text) {
			continue
		}
		d.keeps[x.p].done = true
		at := slices.IndexFunc(kept, func(k pageBlock) bool { return k.from > x.from })
		if at < 0 {
			at = len(kept)
		}
		kept = slices.Insert(kept, at, x)
	}
	return kept
}

// blocks are the blocks of a page, with all that is no part of the article.
func (all wordStream) blocks() (blocks []pageBlock) {
	for from := 0; from < len(all); {
		x := pageBlock{from: from, to: from, p: all[from].block}
		var words []string
		for x.to < len(all) && all[x.to].block == x.p {
			words = append(words, all[x.to].text)
			x.to++
		}
		x.text = strings.Join(words, " ")
		blocks, from = append(blocks, x), x.to
	}
	return blocks
}

// leaf counts a block of words in Markdown, and takes it out where a row says so.
func (w *walker) leaf(n ast.Node) (out bool) {
	w.p++
	r := w.d.keeps[w.p]
	if r == nil || *r.keep || n.Lines().Len() == 0 {
		return false
	}
	words := w.plainText(n)
	if !knows(words, r.Words.Text) {
		return false
	}
	lines := n.Lines()
	span := source.Span{Start: w.base + lines.At(0).Start, End: w.base + lines.At(lines.Len()-1).Stop}
	span.End = trim(w.d.File.Data, span).End
	w.d.Cleaned = append(w.d.Cleaned, Cleaning{Span: span, Rule: editor})
	w.out(words)
	r.done = true
	for parent := n.Parent(); parent != nil; n, parent = parent, parent.Parent() {
		parent.RemoveChild(parent, n)
		if parent.HasChildren() || parent.Kind() == ast.KindDocument {
			break
		}
	}
	return true
}

// out remembers the words of a block that is left out.
func (w *walker) out(words string) {
	for len(w.d.blocks) < w.p {
		w.d.blocks = append(w.d.blocks, "")
	}
	w.d.blocks[w.p-1] = words
}

// listBlocks adds the words of the blocks that are in the prose to those left out.
func (d *Document) listBlocks() {
	if d.blocks == nil {
		return
	}
	for _, b := range d.Prose.Blocks {
		for len(d.blocks) < b.P {
			d.blocks = append(d.blocks, "")
		}
		if b.P > 0 {
			d.blocks[b.P-1] = d.Prose.Text[b.Span.Start:b.Span.End]
		}
	}
}
