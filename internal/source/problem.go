package source

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Severity tells what a problem stops: an Error stops a publish, a Warning does so
// only under --strict, a Note never does.
type Severity int

const (
	Error Severity = iota
	Warning
	Note
)

func (s Severity) String() string { return [...]string{"error", "warning", "note"}[s] }

// MarshalText writes the severity's word.
func (s Severity) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// Problem is an author's mistake: where, which rule, what was written, what to do.
// Msg is lower case, has no full stop and quotes what was written.
type Problem struct {
	Pos      Pos
	Rule     string
	Msg      string
	Hint     string `json:",omitempty"`
	Severity Severity
	Pages    string `json:",omitempty"` // of a template's mistake: the pages that met it, sorted, one space between them
}

// Problem makes an error at a byte offset of the file.
func (f *File) Problem(offset int, rule, msg, hint string) Problem {
	return Problem{Pos: f.Pos(offset), Rule: rule, Msg: msg, Hint: hint}
}

// As is the problem with another severity.
func (p Problem) As(s Severity) Problem {
	p.Severity = s
	return p
}

// String is the problem as the author reads it, over one or two lines.
func (p Problem) String() string {
	var b strings.Builder
	b.WriteString(p.Pos.String())
	b.WriteString(": ")
	if p.Severity != Error {
		fmt.Fprintf(&b, "%s: ", p.Severity)
	}
	fmt.Fprintf(&b, "%s [%s]", p.Msg, p.Rule)
	if p.Hint != "" {
		b.WriteString("\n\thint: " + p.Hint)
	}
	if pages := strings.Fields(p.Pages); len(pages) > 0 {
		b.WriteString("\n\tmet by " + strings.Join(pages[:min(3, len(pages))], ", "))
		if more := len(pages) - 3; more > 0 {
			fmt.Fprintf(&b, " and %d more", more)
		}
	}
	return b.String()
}

// String is path:line:column, or the path alone for a whole file. A path that holds
// what cannot be printed is quoted.
func (p Pos) String() string {
	path := p.Path
	if !utf8.ValidString(path) || strings.ContainsFunc(path, unprintable) {
		path = strconv.Quote(path)
	}
	if p.Line == 0 {
		return path
	}
	return fmt.Sprintf("%s:%d:%d", path, p.Line, p.Col)
}

// SortProblems puts problems in reading order and drops repeats. One mistake that many
// pages met is one problem, with all of them.
func SortProblems(ps []Problem) []Problem {
	slices.SortStableFunc(ps, func(a, b Problem) int {
		return cmp.Or(
			cmp.Compare(a.Pos.Path, b.Pos.Path), cmp.Compare(a.Pos.Line, b.Pos.Line),
			cmp.Compare(a.Pos.Col, b.Pos.Col), cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Msg, b.Msg))
	})
	kept := ps[:0]
	for i := 0; i < len(ps); {
		p, pages := ps[i], []string{}
		for ; i < len(ps) && same(ps[i], p); i++ {
			pages = append(pages, strings.Fields(ps[i].Pages)...)
		}
		slices.Sort(pages)
		p.Pages = strings.Join(slices.Compact(pages), " ")
		kept = append(kept, p)
	}
	clear(ps[len(kept):])
	return kept
}

// same tells whether two problems are one, whichever pages met them.
func same(a, b Problem) bool {
	a.Pages, b.Pages = "", ""
	return a == b
}

// Stops tells whether any of the problems stops a publish.
func Stops(ps []Problem, strict bool) bool {
	return slices.ContainsFunc(ps, func(p Problem) bool {
		return p.Severity == Error || strict && p.Severity == Warning
	})
}
