package edit

import (
	"glossator/internal/source"
)

// Words puts other words in the place of some of a text, below its front matter.
type Words struct {
	Span source.Span
	Text string
}

func (a Words) on(f *file) *source.Problem {
	y, problem := f.read()
	switch {
	case problem != nil:
		return problem
	case !y.head || a.Span.Start < y.span.End || a.Span.End > len(f.Data):
		return f.refuse(a.Span.Start, "these are no words of the text", "change them by hand")
	}
	f.put(a.Span.Start, a.Span.End, a.Text)
	got, problem := (&file{File: source.NewFile(f.Path, f.after())}).read()
	if problem != nil || !got.root.value().equal(y.root.value()) {
		return f.refuse(a.Span.Start, "the words cannot be changed safely", "change them by hand")
	}
	return nil
}
