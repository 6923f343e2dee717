package edit

import (
	"fmt"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"glossator/internal/mark"
	"glossator/internal/source"
)

// Mark links words of a text in Markdown to an entry: [[entry|words]]; the entry "-" keeps
// them from being linked. Span is of the words, in the file.
type Mark struct {
	Span  source.Span
	Entry string
}

// Speaker tells who says the words of a quotation: [“words”]{speaker: entry}. Span is of
// the words with their quotation marks.
type Speaker struct {
	Span  source.Span
	Entry string
}

// Unmark takes away the mark of either kind that begins at an offset of the file, and
// leaves its words.
type Unmark struct{ At int }

func (a Mark) on(f *file) *source.Problem {
	bar := "|"
	if problem := f.words(a.Span, "[]|\n\\"); problem != nil {
		return problem
	}
	if f.marks().cell(a.Span.Start) {
		bar = `\|`
	}
	f.patches = append(f.patches, patch{source.Span{Start: a.Span.Start, End: a.Span.Start}, "[[" + a.Entry + bar},
		patch{source.Span{Start: a.Span.End, End: a.Span.End}, "]]"})
	return f.marked(a.Span.Start, 1)
}

func (a Speaker) on(f *file) *source.Problem {
	if problem := f.words(a.Span, ""); problem != nil {
		return problem
	}
	f.patches = append(f.patches, patch{source.Span{Start: a.Span.Start, End: a.Span.Start}, "["},
		patch{source.Span{Start: a.Span.End, End: a.Span.End}, "]{speaker: " + a.Entry + "}"})
	return f.marked(a.Span.Start, 1)
}

func (a Unmark) on(f *file) *source.Problem {
	for _, m := range f.marks().all {
		if m.whole.Start != a.At {
			continue
		}
		f.patches = append(f.patches, patch{source.Span{Start: m.whole.Start, End: m.words.Start}, ""},
			patch{source.Span{Start: m.words.End, End: m.whole.End}, ""})
		return f.marked(a.At, -1)
	}
	return f.refuse(min(a.At, len(f.Data)), "there is no mark here", "")
}

// words refuses a span that is no words of the body, or holds what no mark may.
func (f *file) words(s source.Span, without string) *source.Problem {
	y, problem := f.read()
	switch {
	case problem != nil:
		return problem
	case !y.head || s.Start < y.body() || s.End > len(f.Data) || s.Len() <= 0:
		return f.refuse(max(0, min(s.Start, len(f.Data))), "these are no words of the text", "mark words of the body")
	case strings.ContainsAny(f.Data[s.Start:s.End], without) && without != "":
		return f.refuse(s.Start, fmt.Sprintf("%q cannot be marked: it holds a bracket, a bar, a backslash or a line's end", f.Data[s.Start:s.End]), "mark fewer words, or write a row of readings")
	}
	return nil
}

// body is where the text below the front matter begins.
func (y *yaml) body() int { return len(y.Data) - len(y.below()) }

// marks are the marks of a text, and its words without them.
type marks struct {
	all   []place
	prose string
	cells []source.Span
}

// place is a mark and the words in it.
type place struct {
	whole, words source.Span
	id           string
}

func (m *marks) cell(at int) bool {
	for _, c := range m.cells {
		if c.Start <= at && at <= c.End {
			return true
		}
	}
	return false
}

// marks reads the marks of a Markdown file.
func (f *file) marks() *marks {
	m := &marks{}
	y, problem := (&file{File: f.File}).read()
	if problem != nil || !y.head {
		return m
	}
	base := y.body()
	src := []byte(f.Data[base:])
	root, _ := mark.New().Parse(src)
	var open []int
	var b strings.Builder
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Text:
			b.Write(n.Segment.Value(src))
			if n.SoftLineBreak() || n.HardLineBreak() {
				b.WriteByte('\n')
			}
		case *mark.Link:
			words := n.FirstChild().(*ast.Text).Segment
			m.all = append(m.all, place{source.Span{Start: base + n.At, End: base + words.Stop + len("]]")}, source.Span{Start: base + words.Start, End: base + words.Stop}, n.ID})
		case *mark.Speaker:
			if n.ID == "" {
				open = append(open, base+n.At)
				break
			}
			bracket := strings.LastIndexByte(f.Data[:base+n.At], ']')
			end := base + n.At + strings.IndexByte(f.Data[base+n.At:], '}') + 1
			start := open[len(open)-1]
			m.all = append(m.all, place{source.Span{Start: start, End: end}, source.Span{Start: start + 1, End: bracket}, n.ID})
		case *east.TableCell:
			if lines := n.Lines(); lines.Len() > 0 {
				m.cells = append(m.cells, source.Span{Start: base + lines.At(0).Start, End: base + lines.At(0).Stop})
			}
		}
		if n.Type() == ast.TypeBlock {
			b.WriteByte('\n')
		}
		return ast.WalkContinue, nil
	})
	m.prose = b.String()
	return m
}

// marked looks whether a text has so many more marks than it had, and the same words.
func (f *file) marked(at, more int) *source.Problem {
	before, after := f.marks(), (&file{File: source.NewFile(f.Path, f.after())}).marks()
	if before.prose != after.prose || len(after.all) != len(before.all)+more {
		return f.refuse(at, "a mark here would change what is read as the text's words", "mark it by hand, or write a row of readings")
	}
	return nil
}
