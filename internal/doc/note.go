package doc

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"

	"glossator/internal/mark"
	"glossator/internal/meta"
	"glossator/internal/source"
)

// Note is a margin note: a Markdown footnote.
type Note struct {
	Label string
	Block int // index of its words in Prose.Blocks; -1 where it has none: a picture alone
	After int // number of the paragraph that refers to it first; 0 where the text has none
}

// noteBody is a note ready to draw: the words of its first paragraph, and what follows.
type noteBody struct{ lead, rest []mark.Piece }

// notes is what is known of a text's notes while it is read.
type notes struct {
	order  []*mark.Note          // those that are referred to, as a reader meets them
	by     map[*mark.Note]string // each of them: the label of the note that refers to it first, "" for the text
	after  map[string]int        // label to the paragraph that first refers to it
	cited  map[string]bool       // labels that stand for something else
	inside bool                  // the words being read are a note's
}

// define finds which notes a text refers to, before it is read: only they are shown. What
// is referred to and not defined, or the reverse, is the author's mistake.
func (w *walker) define(root ast.Node) {
	if !bytes.Contains(w.src, []byte("[^")) {
		return
	}
	w.notes.by, w.notes.cited = map[*mark.Note]string{}, map[string]bool{}
	for _, label := range w.d.cited {
		w.notes.cited[label] = true
	}
	defined := map[string]*mark.Note{}
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		if note, ok := n.(*mark.Note); ok {
			w.defineOne(note, defined)
		}
	}
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		if n.Kind() != mark.KindNote {
			w.met(n, "", defined)
		}
	}
	for i := 0; i < len(w.notes.order); i++ { // a note may refer to another
		note := w.notes.order[i]
		w.met(note, note.Label, defined)
	}
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		note, ok := n.(*mark.Note)
		if _, met := w.notes.by[note]; ok && !met && defined[labelKey(note.Label)] == note {
			w.problem(note.At, "unused-note", fmt.Sprintf("nothing refers to the note %q, so it is not shown", note.Label),
				fmt.Sprintf("write [^%s] where it belongs, or take it out", note.Label), source.Warning)
		}
	}
}

func (w *walker) defineOne(note *mark.Note, defined map[string]*mark.Note) {
	key := labelKey(note.Label)
	switch {
	case w.notes.cited[note.Label]:
		w.problem(note.At, "duplicate", fmt.Sprintf("note %q has the id of a citation", note.Label), "give it another label: the citation is shown", source.Warning)
	case defined[key] != nil:
		w.problem(note.At, "duplicate", fmt.Sprintf("note %q stands twice", note.Label), "give each its own label: the first is shown", source.Warning)
	default:
		defined[key] = note
	}
}

// met goes through the references of a block. Labels are compared as those of links: in
// small letters. by is the note that holds the block, "" for the text.
func (w *walker) met(block ast.Node, by string, defined map[string]*mark.Note) {
	_ = ast.Walk(block, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if n.Kind() == ast.KindImage {
			return ast.WalkSkipChildren, nil // its words are an attribute
		}
		ref, ok := n.(*mark.Ref)
		if !ok || !entering || w.notes.cited[ref.Label] {
			return ast.WalkContinue, nil
		}
		note := defined[labelKey(ref.Label)]
		if note == nil {
			w.problem(ref.At, "unknown-note", fmt.Sprintf("there is no note %q", ref.Label), w.nearNote(ref.Label, defined), source.Warning)
			return ast.WalkContinue, nil
		}
		ref.Label = note.Label
		if _, ok := w.notes.by[note]; !ok {
			w.notes.by[note] = by
			w.notes.order = append(w.notes.order, note)
		}
		return ast.WalkContinue, nil
	})
}

func labelKey(label string) string { return util.ToLinkReference([]byte(label)) }

func (w *walker) nearNote(label string, defined map[string]*mark.Note) string {
	if w.hints--; w.hints < 0 {
		return ""
	}
	known := slices.Clone(w.d.cited)
	for _, note := range defined {
		known = append(known, note.Label)
	}
	return cmp.Or(meta.DidYouMean(label, known), fmt.Sprintf("write it on a line of its own: [^%s]: the note", label))
}

// refer remembers which paragraph refers to a note.
func (w *walker) refer(ref *mark.Ref) {
	if w.notes.inside {
		return
	}
	if w.notes.after == nil {
		w.notes.after = map[string]int{}
	}
	if _, seen := w.notes.after[ref.Label]; !seen {
		w.notes.after[ref.Label] = w.count + 1
	}
}

// note reads a note that the text refers to.
func (w *walker) note(n *mark.Note) {
	if _, ok := w.notes.by[n]; !ok {
		return
	}
	w.notes.inside = true
	w.noteWords(n)
	w.notes.inside = false
	i, ok := w.block(Aside, 0)
	if !ok {
		i = -1
	}
	if !n.HasChildren() {
		w.problem(n.At, "empty-note", fmt.Sprintf("note %q has no words", n.Label), "write them behind the colon", source.Warning)
	}
	w.d.Notes = append(w.d.Notes, Note{Label: n.Label, Block: i})
	var body noteBody
	rest := n.FirstChild()
	if first := rest; isWords(first) {
		for in := first.FirstChild(); in != nil; in = in.NextSibling() {
			body.lead = append(body.lead, w.md.Pieces(w.src, in, w.places)...)
		}
		rest = first.NextSibling()
	}
	for ; rest != nil; rest = rest.NextSibling() {
		body.rest = append(body.rest, w.md.Pieces(w.src, rest, w.places)...)
	}
	if w.body.notes == nil {
		w.body.notes = map[string]noteBody{}
	}
	w.body.notes[n.Label] = body
	clear(w.places)
}

func isWords(n ast.Node) bool {
	return n != nil && (n.Kind() == ast.KindParagraph || n.Kind() == ast.KindTextBlock)
}

// noteWords adds the words of a note's blocks, one space between two.
func (w *walker) noteWords(block ast.Node) {
	for c := block.FirstChild(); c != nil; c = c.NextSibling() {
		switch first := c.FirstChild(); {
		case isProseless(c):
			w.unread(c)
		case first == nil:
		case first.Type() == ast.TypeBlock:
			w.noteWords(c)
		default:
			if w.text.Len() > w.start {
				w.odd(" ", w.base+max(c.Pos(), 0), 0)
			}
			from := w.text.Len()
			w.words(c)
			if c.Kind() == ast.KindHeading {
				c.SetAttributeString("id", []byte(w.d.anchor(w.text.String()[from:])))
			}
		}
	}
}

// finishNotes puts the notes into the order in which a reader meets them, each with the
// paragraph behind which it stands.
func (w *walker) finishNotes() {
	at, after := map[string]int{}, map[string]int{}
	for i, note := range w.notes.order {
		at[note.Label] = i
		after[note.Label] = min(max(w.notes.after[note.Label], 1), w.count)
		if by := w.notes.by[note]; by != "" {
			after[note.Label] = after[by]
		}
	}
	slices.SortFunc(w.d.Notes, func(a, b Note) int { return at[a.Label] - at[b.Label] })
	for i := range w.d.Notes {
		w.d.Notes[i].After = after[w.d.Notes[i].Label]
	}
}

// DrawNote writes a margin note: the words of its first paragraph, and the blocks that
// follow it.
func (d *Document) DrawNote(n Note, o Drawing) (first, rest string) {
	c := mark.NewCanvas(o.Spans)
	c.RefHTML = o.RefHTML
	body := d.body.notes[n.Label]
	c.Draw(body.lead, d.Prose.Text)
	first = strings.TrimRight(c.String(), " \n")
	c.Reset()
	c.Draw(body.rest, d.Prose.Text)
	return first, strings.TrimSpace(c.String())
}
