package doc

import (
	"bytes"
	"fmt"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"

	"glossator/internal/mark"
	"glossator/internal/meta"
	"glossator/internal/source"
)

// Link is a link or an image of the author's that leads to a place of the site. Whether
// that place is there is known only when the site is planned.
type Link struct {
	To    string // the address as it stands on the page: ../who/rosa-pardo.html#evidence
	At    int    // byte offset of the link in the source
	Image bool
}

// address looks at where a link leads, and tells whether it is drawn.
func (w *walker) address(n ast.Node, destination []byte) (drawn bool) {
	_, image := n.(*ast.Image)
	address := mark.Address(destination)
	out, safe := mark.Leads(address)
	switch {
	case !safe:
		w.problem(n.Pos(), "dangerous-address", fmt.Sprintf("address %q is left out", destination), "link to a web page", source.Warning)
	case out && image:
		w.problem(n.Pos(), "foreign-image", fmt.Sprintf("image %q is not shown: pages fetch nothing from elsewhere", destination),
			"put the picture into static/ and write its address from the page", source.Note)
	case !out:
		w.d.Links = append(w.d.Links, Link{address, w.base + n.Pos(), image})
	}
	return safe
}

// brackets are the square brackets of a block that are open and stand for themselves: a
// link to a reference that is not defined is read as such.
type brackets struct {
	open []int // their offsets in the source
	done int   // how far the source has been read
}

// bracketed reads the words of a text node that begin at an offset.
func (w *walker) bracketed(words []byte, at int) {
	if len(w.brackets.open) == 0 && bytes.IndexByte(words, '[') < 0 {
		return
	}
	for i, c := range words {
		here := at + i
		open := &w.brackets.open
		switch {
		case here < w.brackets.done:
		case c == '\\':
			w.brackets.done = here + 2
		case c == '[':
			*open = append(*open, here)
		case c == ']' && len(*open) > 0:
			from := (*open)[len(*open)-1]
			*open = (*open)[:len(*open)-1]
			if n := w.undefined(from, here); n > 0 {
				w.brackets.done = here + 1 + n
			}
		}
	}
}

// undefined reports [words][label] where words stand in brackets at from and to, and
// label is defined nowhere; it is the length of [label], 0 where nothing follows. [1][2]
// are the numbers of notes that were copied with a text.
func (w *walker) undefined(from, to int) int {
	const longest = 999
	rest := w.src[to+1:]
	end := bytes.IndexByte(rest[:min(len(rest), longest+2)], ']')
	if end < 1 || rest[0] != '[' || rest[1] == '^' || bytes.ContainsAny(rest[1:end], "[\n") {
		return 0
	}
	words, label := w.src[from+1:to], rest[1:end]
	if len(bytes.Trim(words, "0123456789")) == 0 {
		return end + 1
	}
	if len(label) == 0 {
		label = words
	}
	w.problem(from, "unknown-link", fmt.Sprintf("nothing says where %q leads: there is no [%s]:", w.src[from:to+1+end+1], label), w.nearLabel(label), source.Warning)
	return end + 1
}

// nearLabel is a hint that names the definition nearest to a label.
func (w *walker) nearLabel(label []byte) string {
	if w.hints--; w.hints < 0 {
		return ""
	}
	var known []string
	for n := w.root.FirstChild(); n != nil; n = n.NextSibling() {
		if def, ok := n.(*ast.LinkReferenceDefinition); ok {
			known = append(known, string(def.Label))
		}
	}
	if len(known) > 0 {
		return meta.DidYouMean(util.ToLinkReference(label), known)
	}
	return fmt.Sprintf("write [%s]: and the address on a line of its own, or \\[ where no link is meant", label)
}

// unread looks at a passage that is no prose: its links, references and headings are as
// everywhere else.
func (w *walker) unread(passage ast.Node) {
	_ = ast.Walk(passage, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Heading:
			n.SetAttributeString("id", []byte(w.d.anchor(w.plainText(n))))
		case *ast.Link:
			w.address(n, n.Destination)
		case *ast.Image:
			if w.address(n, n.Destination) {
				return ast.WalkSkipChildren, nil
			}
		case *mark.Ref:
			w.refer(n)
		}
		return ast.WalkContinue, nil
	})
}

// plainText is the words of a node that is no prose.
func (w *walker) plainText(n ast.Node) string {
	var b builder
	_ = ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if t, ok := n.(*ast.Text); ok && entering {
			b.escaped(string(t.Segment.Value(w.src)), 0, n.Parent().Kind() != ast.KindCodeSpan)
		}
		return ast.WalkContinue, nil
	})
	return b.text.String()
}
