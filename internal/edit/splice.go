package edit

import (
	"slices"
	"strings"

	"glossator/internal/source"
)

// set makes the patches that put a value at a path.
func (y *yaml) set(p Path, v Value, order []string) *source.Problem {
	holder, name, index := p.end()
	h, n := y.root.find(holder), y.root.find(p)
	switch {
	case h == nil, h.kind == none && len(holder) > 0:
		return y.set(holder, Fields(Field{name, v}), order)
	case h.kind == none:
		return y.begin(v.asField(name, 0, ""))
	case n == nil:
		held := h.value()
		return y.add(h, held.rank(name, order), name, v)
	case index >= 0:
		return y.splice(h, index, index+1, []Value{v})
	}
	return y.replace(h, n, v)
}

// begin writes the first lines of YAML that holds none.
func (y *yaml) begin(text string) *source.Problem {
	if y.head && y.tree == nil {
		y.put(y.span.Start, y.span.Start, "---\n"+text+"---\n")
		return nil
	}
	y.put(y.span.End, y.span.End, text)
	return nil
}

// replace makes the patches that give a field, or an item that stays, another value.
func (y *yaml) replace(h, n *node, v Value) *source.Problem {
	switch {
	case n.kind == list && v.kind == list && len(n.kids) > 0 && len(v.items) > 0:
		return y.list(n, v.items)
	case n.kind == scalar && v.kind == scalar && !n.spans:
		y.put(n.span.Start, n.span.End, v.scalar(n.style, h.flow))
	case h.flow && (n.spans || y.commented(n.span)):
		return y.byHand(n)
	case h.flow, n.flow && !v.tall(0) && !y.commented(n.span):
		text := v.inLine()
		if n.span.Len() == 0 {
			text = " " + text
		}
		y.put(n.span.Start, n.span.End, text)
	default:
		column := n.at - y.lineStart(n.at)
		text := v.asField(n.name, column, y.comment(n))
		if n.name == "" {
			text = "-" + v.behind("", column, y.comment(n))
		}
		y.put(n.at, n.end, text)
	}
	return nil
}

// byHand refuses to change a node.
func (y *yaml) byHand(n *node) *source.Problem {
	return y.refuse(n.span.Start, "it is written over several lines in a way that cannot be changed here", "change it by hand, or write it in one line")
}

// comment is the comment behind a value that stands in one line, with the space before it.
func (y *yaml) comment(n *node) string {
	line, _, more := strings.Cut(strings.TrimRight(y.Data[n.at:n.end], "\r\n"), "\n")
	if more || n.spans || n.span.End < n.at || n.span.End > n.at+len(line) {
		return ""
	}
	behind := strings.TrimRight(line[n.span.End-n.at:], "\r")
	if strings.HasPrefix(strings.TrimLeft(behind, " \t"), "#") {
		return behind
	}
	return ""
}

// commented tells whether a comment stands in a span that holds brackets, or its end may
// be cut by one. A # within quotation marks is taken for one.
func (y *yaml) commented(s source.Span) bool {
	return strings.Contains(y.Data[s.Start:s.End], "#") && strings.Contains(y.Data[s.Start:s.End], "\n")
}

// list makes the patches that turn a list's items into others: those that are the same,
// in their order, are not touched.
func (y *yaml) list(n *node, items []Value) *source.Problem {
	old := n.value().items
	if !n.flow {
		y.move(n, old, items)
		return nil
	}
	at, made := 0, 0 // up to where both are settled
	for i, v := range items {
		k := slices.IndexFunc(old[at:], v.equal)
		if k < 0 {
			continue
		}
		if problem := y.splice(n, at, at+k, items[made:i]); problem != nil {
			return problem
		}
		at, made = at+k+1, i+1
	}
	return y.splice(n, at, len(old), items[made:])
}

// move makes the patches of a list whose items have lines of their own: an item that stays
// takes its lines to its place, with the comment above it.
func (y *yaml) move(n *node, old, items []Value) {
	from, used := 0, make([]bool, len(old))
	for from < len(old) && from < len(items) && old[from].equal(items[from]) {
		used[from] = true
		from++
	}
	if from == len(old) && from < len(items) {
		_ = y.splice(n, from, from, items[from:])
		return
	}
	indent := y.indent(n)
	var b strings.Builder
	for i, v := range items[from:] {
		k := -1
		for j := range old {
			if k < 0 && !used[j] && old[j].equal(v) {
				k = j
			}
		}
		switch at := from + i; {
		case k >= 0:
			used[k] = true
			b.WriteString(y.Data[y.above(n, k):n.kids[k].end])
		case at < len(old) && !used[at] && old[at].kind == set && !slices.ContainsFunc(items, old[at].equal):
			used[at] = true // it is another now
			b.WriteString(y.Data[y.above(n, at):y.lineStart(n.kids[at].at)] + indent + "- " + v.asItem() + y.comment(n.kids[at]) + "\n")
		default:
			b.WriteString(indent + "- " + v.asItem() + "\n")
		}
	}
	if from < len(old) {
		y.put(y.above(n, from), n.kids[len(old)-1].end, b.String())
	}
}

// above is where the lines of an item begin, the comment above it with them. What stands
// above the first is the list's.
func (y *yaml) above(n *node, i int) int {
	if i > 0 {
		return n.kids[i-1].end
	}
	return y.lineStart(n.kids[0].at)
}

// indent is what stands before the kids of a node that have lines of their own.
func (y *yaml) indent(n *node) string {
	at := n.kids[0].at
	if start := y.lineStart(at); strings.Trim(y.Data[start:at], " ") == "" {
		return y.Data[start:at]
	}
	return strings.Repeat(" ", at-y.lineStart(at))
}

// splice puts items in the place of those of a list, or takes fields out of a set.
func (y *yaml) splice(n *node, from, to int, items []Value) *source.Problem {
	for from < to && len(items) > 0 {
		kid := n.kids[from]
		if problem := y.replace(n, kid, items[0]); problem != nil {
			return problem
		}
		from, items = from+1, items[1:]
	}
	switch {
	case from < to && n.flow:
		return y.cut(n, from, to)
	case from < to:
		y.take(n, from, to)
	case len(items) > 0 && n.flow:
		texts := make([]string, len(items))
		for i, v := range items {
			texts[i] = v.inLine()
		}
		return y.weave(n, from, texts)
	case len(items) > 0:
		lines := make([]string, len(items))
		for i, v := range items {
			lines[i] = "- " + v.asItem() + "\n"
		}
		y.between(n, from, lines)
	}
	return nil
}

// add makes the patches that add a field to a set, before one of its fields.
func (y *yaml) add(h *node, at int, name string, v Value) *source.Problem {
	if h.flow {
		return y.weave(h, at, []string{nameText(name, true) + ": " + v.inLine()})
	}
	column := h.kids[0].at - y.lineStart(h.kids[0].at)
	y.between(h, at, []string{v.asField(name, column, "")})
	return nil
}

// between puts lines between the kids of a node that have lines of their own.
func (y *yaml) between(n *node, at int, lines []string) {
	indent := y.indent(n)
	text := strings.Join(lines, indent)
	if at == 0 {
		y.put(n.kids[0].at, n.kids[0].at, text+indent)
		return
	}
	y.put(n.kids[at-1].end, n.kids[at-1].end, indent+text)
}

// take makes the patch that takes out kids that have lines of their own. A comment above
// them stays: it may be of what follows, too.
func (y *yaml) take(n *node, from, to int) {
	start, end := n.kids[from].at, n.kids[to-1].end
	begins := strings.Trim(y.Data[y.lineStart(start):start], " ") == ""
	switch {
	case begins:
		y.put(y.lineStart(start), end, "")
	case to < len(n.kids): // the first of an item stands behind its dash
		y.put(start, n.kids[to].at, "")
	default:
		y.put(start, end, "\n") // what is left is none, and refused
	}
}

// cut makes the patch that takes kids out of brackets, with a comma beside them.
func (y *yaml) cut(n *node, from, to int) *source.Problem {
	s := source.Span{Start: n.kids[from].begin(), End: n.kids[to-1].span.End}
	switch {
	case slices.ContainsFunc(n.kids, func(k *node) bool { return k.spans }), y.commented(n.span):
		return y.byHand(n)
	case to < len(n.kids):
		s.End = n.kids[to].begin()
	case from > 0:
		s.Start = n.kids[from-1].span.End
	}
	y.put(s.Start, s.End, "")
	return nil
}

// weave makes the patch that puts texts between the kids in brackets. Where each kid has a
// line of its own, so has each text.
func (y *yaml) weave(n *node, at int, texts []string) *source.Problem {
	if slices.ContainsFunc(n.kids, func(k *node) bool { return k.spans }) || y.commented(n.span) {
		return y.byHand(n)
	}
	sep := ", "
	if k := len(n.kids); k > 1 {
		if gap := y.Data[n.kids[k-2].span.End:n.kids[k-1].begin()]; strings.Contains(gap, "\n") {
			sep = gap
		}
	}
	text := strings.Join(texts, sep)
	switch {
	case len(n.kids) == 0:
		y.put(n.span.Start+1, n.span.End-1, text)
	case at == 0:
		y.put(n.kids[0].begin(), n.kids[0].begin(), text+sep)
	default:
		y.put(n.kids[at-1].span.End, n.kids[at-1].span.End, sep+text)
	}
	return nil
}

// begin is where a kid in brackets begins.
func (n *node) begin() int {
	if n.name != "" || n.span.Len() == 0 {
		return n.at
	}
	return n.span.Start
}
