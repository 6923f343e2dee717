package edit

import (
	"fmt"
	"slices"
	"strings"

	"glossator/internal/source"
)

// Path leads to a value: names of fields, and indexes of items from 0.
type Path []any

// String is the path as messages write it: roles[1].title.
func (p Path) String() string {
	var b strings.Builder
	for _, step := range p {
		switch step := step.(type) {
		case int:
			fmt.Fprintf(&b, "[%d]", step)
		case string:
			b.WriteString("." + step)
		}
	}
	return strings.TrimPrefix(b.String(), ".")
}

// field makes a path of names alone.
func field(names ...string) (p Path) {
	for _, n := range names {
		p = append(p, n)
	}
	return p
}

// end is the last step, and the path to what it is a step in.
func (p Path) end() (holder Path, name string, index int) {
	switch step := p[len(p)-1].(type) {
	case string:
		return p[:len(p)-1], step, -1
	case int:
		return p[:len(p)-1], "", step
	}
	panic(fmt.Sprintf("edit: a step of a path is a name or an index, not %T", p[len(p)-1]))
}

// find is the node at a path, or nil.
func (n *node) find(p Path) *node {
	for _, step := range p {
		if n == nil {
			return nil
		}
		switch step := step.(type) {
		case string:
			n = n.kid(step)
		case int:
			if n.kind != list || step < 0 || step >= len(n.kids) {
				return nil
			}
			n = n.kids[step]
		}
	}
	return n
}

// find is the value at a path, or nil.
func (v *Value) find(p Path) *Value {
	for _, step := range p {
		if v == nil {
			return nil
		}
		switch step := step.(type) {
		case string:
			v = v.field(step)
		case int:
			if step < 0 || step >= len(v.items) {
				return nil
			}
			v = &v.items[step]
		}
	}
	return v
}

// Place is where a field of a file's YAML begins; the beginning of the file where it is
// not there.
func Place(f *source.File, path ...string) int {
	y, problem := (&file{File: f}).read()
	if problem != nil {
		return 0
	}
	if n := y.root.find(field(path...)); n != nil {
		return n.at
	}
	return 0
}

// Has tells whether a field stands in a file's YAML.
func Has(f *source.File, path ...string) bool {
	y, problem := (&file{File: f}).read()
	return problem == nil && y.root.find(field(path...)) != nil
}

// put is the value with another at a path, whose field is new or not.
func (v *Value) put(p Path, to Value, order []string) bool {
	holder, name, index := p.end()
	if len(holder) > 0 && v.find(holder) == nil && name != "" {
		return v.put(holder, Fields(Field{name, to}), order)
	}
	h := v.find(holder)
	switch {
	case h == nil:
		return false
	case index >= 0 && (h.kind != list || index >= len(h.items)):
		return false
	case index >= 0:
		h.items[index] = to
		return true
	case h.kind == none:
		*h = Fields(Field{name, to})
		return true
	case h.kind != set:
		return false
	}
	if old := h.field(name); old != nil {
		*old = to
		return true
	}
	h.fields = slices.Insert(h.fields, h.rank(name, order), Field{name, to})
	return true
}

// rank is at what index a new field is put: behind all that come before it in order, at
// the end where it is not in it.
func (v *Value) rank(name string, order []string) int {
	rank := slices.Index(order, name)
	if rank < 0 {
		return len(v.fields)
	}
	at := 0
	for i, f := range v.fields {
		if r := slices.Index(order, f.Name); r >= 0 && r < rank {
			at = i + 1
		}
	}
	return at
}

// clone is a copy that shares nothing.
func (v Value) clone() Value {
	v.items, v.fields = slices.Clone(v.items), slices.Clone(v.fields)
	for i := range v.items {
		v.items[i] = v.items[i].clone()
	}
	for i := range v.fields {
		v.fields[i].Value = v.fields[i].Value.clone()
	}
	return v
}
