// Package edit changes an author's file as its author would: by one act, on the lines
// concerned.
//
// In: a file's bytes and an Act: a field of its YAML set or taken away, an item of a list
// put in or taken out, a row of readings, a decision. Out: the bytes that the file is to
// hold, or a Problem with the place to do it by hand. Invariants: pure. Comments, the order
// of fields, quotation marks, indents, line ends, a byte order mark, and a last line without
// an end stay as they are. What was written is read again and must hold what the act asks
// for, and everything else as it was; where it does not, the act is refused and nothing is
// changed.
package edit

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"glossator/internal/source"
)

// Act is one thing that an author could do to a file.
type Act interface {
	// on makes the patches of the act, and looks whether what they make of the file is
	// what was asked for.
	on(f *file) *source.Problem
}

// Do does acts one after another on a file that holds data. Where one is refused none is
// done. A file that is not there yet is one that holds nothing.
func Do(path, data string, acts ...Act) (string, *source.Problem) {
	before := data
	for _, act := range acts {
		f := &file{File: source.NewFile(path, data)}
		if problem := f.unfit(); problem != nil {
			return before, problem
		}
		if problem := act.on(f); problem != nil {
			return before, problem
		}
		after := f.after()
		if problem := (&file{File: source.NewFile(path, after)}).unfit(); problem != nil {
			return before, f.refuse(f.patches[0].Start, "what is to be written holds a character that no page may hold", "leave that character out")
		}
		data = after
	}
	return data, nil
}

// file is a file that is being changed.
type file struct {
	*source.File
	patches []patch
	open    string // the end that the last line was given and does not have
}

// patch puts text in the place of a span.
type patch struct {
	source.Span
	text string
}

// put puts text in the place of a span. A line that text adds ends as the lines there do.
func (f *file) put(from, to int, text string) {
	if f.eol(from) == "\r\n" {
		text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\n", "\r\n")
	}
	f.patches = append(f.patches, patch{source.Span{Start: from, End: to}, text})
}

// close gives the last line an end while the file is changed.
func (f *file) close() {
	if words := strings.TrimPrefix(f.Data, "\uFEFF"); words == "" || strings.HasSuffix(words, "\n") {
		return
	}
	f.open = f.eol(len(f.Data))
	f.File = source.NewFile(f.Path, f.Data+f.open)
}

// eol is how the line before an offset ends, or the first line of the file.
func (f *file) eol(at int) string {
	end := strings.LastIndexByte(f.Data[:at], '\n')
	if end < 0 {
		end = strings.IndexByte(f.Data, '\n')
	}
	if end > 0 && f.Data[end-1] == '\r' {
		return "\r\n"
	}
	return "\n"
}

// after is the file with every patch made.
func (f *file) after() string {
	slices.SortStableFunc(f.patches, func(a, b patch) int { return cmp.Compare(a.Start, b.Start) })
	var b strings.Builder
	at := 0
	for _, p := range f.patches {
		b.WriteString(f.Data[at:p.Start])
		b.WriteString(p.text)
		at = p.End
	}
	b.WriteString(f.Data[at:])
	return strings.TrimSuffix(b.String(), f.open)
}

// rule is that of everything this package refuses.
const rule = "edit"

// refuse is the problem of an act that is not done.
func (f *file) refuse(at int, msg, hint string) *source.Problem {
	p := f.Problem(at, rule, msg, hint)
	return &p
}

// unfit refuses files whose bytes are others than those that are read.
func (f *file) unfit() *source.Problem {
	if !utf8.ValidString(f.Data) {
		return f.refuse(0, "the file is not UTF-8, so it cannot be changed here", "save it as UTF-8 in an editor first")
	}
	if at := strings.IndexFunc(f.Data, source.Unfit); at >= 0 {
		return f.refuse(at, "the file holds a character that no page may hold, so it cannot be changed here", "delete that character first: check tells which it is")
	}
	return nil
}
