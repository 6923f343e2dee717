package edit

import (
	"fmt"
	"slices"
	"strings"

	"glossator/internal/source"
)

// Set puts a value at a path: a field, which is added where it is not there, or an item.
type Set struct {
	Path  Path
	Value Value
	Order []string // of the fields: a new one is put behind those before it; at the end where none is given
}

// Remove takes a field or an item away. The last item takes its field with it; an item whose
// last field goes stays, as {}.
type Remove struct{ Path Path }

// Insert puts an item into a list, which is made where it is not there.
type Insert struct {
	Path  Path // of the list; none where the file is one
	Index int  // before which item; -1 behind the last
	Value Value
	Lines bool // a list that is made has a line for each item
	Order []string
}

func (a Set) on(f *file) *source.Problem {
	y, problem := f.read()
	if problem != nil {
		return problem
	}
	want := y.root.value().clone()
	if !want.put(a.Path, a.Value, a.Order) {
		return y.refuse(y.near(a.Path), fmt.Sprintf("there is no %s to be changed", a.Path), "change it by hand")
	}
	return y.done(want, y.set(a.Path, a.Value, a.Order))
}

func (a Remove) on(f *file) *source.Problem {
	y, problem := f.read()
	if problem != nil {
		return problem
	}
	path := a.Path
	for n := y.root.find(path); n != nil && len(path) > 1; n = y.root.find(path) {
		holder, _, _ := path.end()
		if h := y.root.find(holder); h.kind != list || len(h.kids) > 1 {
			break
		}
		path = holder
	}
	want := y.root.value().clone()
	holder, name, index := path.end()
	h, n := want.find(holder), y.root.find(path)
	if h == nil || n == nil {
		return y.refuse(y.near(path), fmt.Sprintf("there is no %s to be taken away", path), "")
	}
	if index < 0 {
		index = slices.IndexFunc(h.fields, func(f Field) bool { return f.Name == name })
		h.fields = slices.Delete(h.fields, index, index+1)
	} else {
		h.items = slices.Delete(h.items, index, index+1)
	}
	if len(holder) == 0 && len(h.items)+len(h.fields) == 0 && !y.root.flow {
		*h = Value{}
	}
	at := y.root.find(holder)
	if len(holder) > 0 && at.kind == set && len(at.kids) == 1 && !at.flow { // "- title: X": nothing is left that could stand there but {}
		return y.done(want, y.set(holder, *h, nil))
	}
	return y.done(want, y.splice(at, index, index+1, nil))
}

func (a Insert) on(f *file) *source.Problem {
	y, problem := f.read()
	if problem != nil {
		return problem
	}
	n := y.root.find(a.Path)
	if n == nil || n.kind == none {
		made := Value{kind: list, items: []Value{a.Value}, lines: a.Lines}
		if len(a.Path) > 0 {
			return Set{a.Path, made, a.Order}.on(f)
		}
		return y.done(made, y.begin("- "+a.Value.asItem()+"\n"))
	}
	want := y.root.value().clone()
	h := want.find(a.Path)
	if h.kind != list {
		return y.refuse(n.span.Start, fmt.Sprintf("%s is no list, so nothing can be put into it", a.Path), "write it as [one, two]")
	}
	at := a.Index
	if at < 0 || at > len(h.items) {
		at = len(h.items)
	}
	h.items = slices.Insert(h.items, at, a.Value)
	return y.done(want, y.splice(n, at, at, []Value{a.Value}))
}

// near is where the part of a path begins that is there.
func (y *yaml) near(p Path) int {
	for ; len(p) > 0; p = p[:len(p)-1] {
		if n := y.root.find(p); n != nil {
			return n.at
		}
	}
	return y.span.Start
}

// done reads what the patches make of the file: it must hold what is wanted.
func (y *yaml) done(want Value, problem *source.Problem) *source.Problem {
	if problem != nil {
		return problem
	}
	at := y.span.Start
	if len(y.patches) > 0 {
		at = y.patches[0].Start
	}
	const hint = "change it by hand"
	got, problem := (&file{File: source.NewFile(y.Path, y.after())}).read()
	switch {
	case problem != nil:
		return y.refuse(at, "what is written here cannot be changed safely: "+problem.Msg, hint)
	case !got.root.value().equal(want), got.below() != y.below():
		return y.refuse(at, "what is written here cannot be changed safely", hint)
	}
	return nil
}

// below is the file below its front matter.
func (y *yaml) below() string {
	if !y.head {
		return ""
	}
	if y.tree == nil {
		return y.Data[y.span.End:]
	}
	_, rest, _ := strings.Cut(y.Data[y.span.End:], "\n")
	return rest
}
