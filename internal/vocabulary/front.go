package vocabulary

import (
	"cmp"
	"slices"
	"strings"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/lexer"
	"github.com/goccy/go-yaml/token"

	"glossator/internal/catalogue"
	"glossator/internal/meta"
	"glossator/internal/source"
)

// order is that of the fields in an entry: a new one is put behind those before it.
var order = meta.Names[catalogue.Entry]()

// front is the front matter of an entry, to be changed field by field.
type front struct {
	entry *catalogue.Entry
	data  string
	start int // of the first field
	keys  []key
	eol   string
	edits []edit
}

// key is one field: whole lines, without the comments and blank lines behind it.
type key struct {
	name       string
	start, end int // bytes of the file
	value      ast.Node
}

// edit puts text in the place of a span.
type edit struct {
	source.Span
	text string
	rank int // the order of what is put at one place
}

// openFront finds the fields of an entry; ok is false where they do not stand at the
// beginning of lines of their own.
func openFront(e *catalogue.Entry) (f *front, ok bool) {
	span, _ := meta.FrontMatter(e.File)
	if span.Len() == 0 {
		return nil, false
	}
	f = &front{entry: e, data: e.File.Data, start: span.Start, eol: "\n"}
	if strings.Contains(e.File.Data[span.Start:span.End], "\r\n") {
		f.eol = "\r\n"
	}
	tree := meta.Tree(e.File, span)
	if tree == nil || len(tree.Docs) != 1 {
		return nil, false
	}
	var values []*ast.MappingValueNode
	switch n := tree.Docs[0].Body.(type) {
	case *ast.MappingNode:
		if n.IsFlowStyle {
			return nil, false
		}
		values = n.Values
	case *ast.MappingValueNode:
		values = []*ast.MappingValueNode{n}
	}
	line := e.File.Pos(span.Start).Line - 1
	for _, kv := range values {
		t := kv.Key.GetToken()
		if t.Position.Column != 1 {
			return nil, false
		}
		f.keys = append(f.keys, key{name: t.Value, start: e.File.LineStart(line + t.Position.Line), value: kv.Value})
	}
	for i := range f.keys {
		next := span.End
		if i+1 < len(f.keys) {
			next = f.keys[i+1].start
		}
		f.keys[i].end = f.keys[i].start + len(withoutTail(f.data[f.keys[i].start:next], ""))
	}
	return f, len(f.keys) > 0
}

// withoutTail is some lines without the blank ones and the comments at their end, which
// belong to what comes next. indent is what may stand before a comment.
func withoutTail(lines, indent string) string {
	for {
		at := strings.LastIndexByte(strings.TrimSuffix(lines, "\n"), '\n') + 1
		last := strings.TrimRight(lines[at:], " \t\r\n")
		if at == 0 || last != "" && strings.TrimLeft(last, indent)[0] != '#' {
			return lines
		}
		lines = lines[:at]
	}
}

func (f *front) key(name string) *key {
	i := slices.IndexFunc(f.keys, func(k key) bool { return k.name == name })
	if i < 0 {
		return nil
	}
	return &f.keys[i]
}

// replace puts text in the place of a span.
func (f *front) replace(s source.Span, text string) {
	f.edits = append(f.edits, edit{Span: s, text: text, rank: len(order)})
}

// set writes a field anew, adds it, or takes it out where the value is empty.
func (f *front) set(c Column, v value) {
	k := f.key(c.Name)
	rank := slices.Index(order, c.Name)
	switch {
	case k == nil && len(v) > 0:
		at := f.start
		for _, before := range order[:rank] {
			if b := f.key(before); b != nil {
				at = max(at, b.end)
			}
		}
		f.edits = append(f.edits, edit{source.Span{Start: at, End: at}, f.lines(f.field(c, v, nil)), rank})
	case k == nil:
	case len(v) == 0:
		f.edits = append(f.edits, edit{source.Span{Start: k.start, End: k.end}, "", rank})
	default:
		f.edits = append(f.edits, edit{source.Span{Start: k.start, End: k.end}, f.lines(f.field(c, v, k)), rank})
	}
}

// lines gives lines the ends that the file's have.
func (f *front) lines(s string) string {
	if f.eol == "\n" {
		return s
	}
	return strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\n", f.eol)
}

// text is the whole file with every edit made.
func (f *front) text() string {
	slices.SortStableFunc(f.edits, func(a, b edit) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(min(a.Len(), 1), min(b.Len(), 1)), cmp.Compare(a.rank, b.rank))
	})
	var b strings.Builder
	at := 0
	for _, e := range f.edits {
		b.WriteString(f.data[at:e.Start])
		b.WriteString(e.text)
		at = e.End
	}
	b.WriteString(f.data[at:])
	return b.String()
}

// field writes a field; was is where it stands now, or nil.
func (f *front) field(c Column, v value, was *key) string {
	if c.kind == list || c.kind == refs || c.kind == roles {
		items := make([]string, len(v))
		for i, item := range v {
			items[i] = f.item(c, item)
		}
		if seq := blockList(was); seq != nil {
			return f.items(c, v, items, was, seq)
		}
		if line := c.Name + ": [" + strings.Join(items, ", ") + "]"; c.kind != roles && (was != nil || len(line) <= lineLength) {
			return line + f.comment(was) + "\n"
		}
		return c.Name + ":" + f.comment(was) + "\n  - " + strings.Join(items, "\n  - ") + "\n"
	}
	if c.kind == yes {
		return c.Name + ": true" + f.comment(was) + "\n"
	}
	return c.Name + ": " + scalar(v[0]) + f.comment(was) + "\n"
}

// lineLength is up to how many bytes a new list is written in one line.
const lineLength = 100

// blockList is the list of a field that is written with a line for each item, or nil.
func blockList(k *key) *ast.SequenceNode {
	if k == nil {
		return nil
	}
	seq, ok := k.value.(*ast.SequenceNode)
	if !ok || seq.IsFlowStyle || len(seq.Values) == 0 {
		return nil
	}
	return seq
}

// items writes a list of which every item has lines of its own: those of an item that
// stays are kept as they are.
func (f *front) items(c Column, v value, items []string, was *key, seq *ast.SequenceNode) string {
	old := valueOf(nil, f.entry, "", c)
	starts := f.starts(seq)
	if len(old) != len(starts) {
		return c.Name + ":\n  - " + strings.Join(items, "\n  - ") + "\n"
	}
	ends := append(slices.Clone(starts[1:]), was.end)
	first := f.data[starts[0]:]
	indent := first[:len(first)-len(strings.TrimLeft(first, " "))]
	var b strings.Builder
	b.WriteString(f.data[was.start:starts[0]])
	used := make([]bool, len(old))
	for i, item := range v {
		k := -1
		for j := range old {
			if !used[j] && old[j] == item {
				k = j
				break
			}
		}
		if k >= 0 {
			used[k] = true
			b.WriteString(f.data[starts[k]:ends[k]])
			continue
		}
		b.WriteString(indent + "- " + items[i] + "\n")
	}
	return b.String()
}

// starts is where the lines of each item begin, comments above it among them.
func (f *front) starts(seq *ast.SequenceNode) (at []int) {
	line := f.entry.File.Pos(f.start).Line - 1
	for i, n := range seq.Values {
		start := f.entry.File.LineStart(line + firstToken(n).Position.Line)
		if i > 0 {
			start = at[i-1] + len(withoutTail(f.data[at[i-1]:start], " "))
		}
		at = append(at, start)
	}
	return at
}

func firstToken(n ast.Node) *token.Token {
	switch n := n.(type) {
	case *ast.MappingNode:
		if !n.IsFlowStyle && len(n.Values) > 0 {
			return n.Values[0].Key.GetToken()
		}
	case *ast.MappingValueNode:
		return n.Key.GetToken()
	}
	return n.GetToken()
}

// comment is the comment behind a field that stands in one line, with the space before
// it.
func (f *front) comment(was *key) string {
	if was == nil {
		return ""
	}
	line, _, more := strings.Cut(strings.TrimRight(f.data[was.start:was.end], "\r\n"), "\n")
	if more {
		return ""
	}
	for _, t := range lexer.Tokenize(line) {
		if t.Type == token.CommentType && strings.HasSuffix(line, "#"+t.Value) {
			before := strings.TrimSuffix(line, "#"+t.Value)
			return before[len(strings.TrimRight(before, " \t")):] + "#" + t.Value
		}
	}
	return ""
}
