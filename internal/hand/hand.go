// Package hand is an editor's hand on a site: what the desk shows of it, and the acts that
// change its files.
//
// In: a build's Result and the site's directory; for an act, what is asked for as JSON has
// it. Out: values for JSON (docs/desk.md documents them), and Writes: files as they were
// and as they are to be. Invariants: what is read is read of one Result; an act is made on
// the bytes that this Result was made of, and refused where the file holds others by now;
// every change of a file is one of package edit or a new file; nothing outside of the
// site's content/ is touched, and nothing through a link (file.go).
package hand

import (
	"fmt"
	"path/filepath"
	"strings"

	"glossator/internal/build"
	"glossator/internal/source"
)

// Site is a site as the desk sees it.
type Site struct {
	*build.Result
	Dir  string                                  // the site's directory
	Link func(file string, line, col int) string // to a place, for the author's editor; "" without one
	Base string                                  // path at which the site stands, with slashes at both ends
}

// Place is where something stands in the author's files.
type Place struct {
	Where string `json:"where"`
	Link  string `json:"link"`
}

func (s *Site) place(pos source.Pos) Place {
	return Place{pos.String(), s.Link(pos.Path, pos.Line, pos.Col)}
}

// address is where a page stands in the browser.
func (s *Site) address(path string) string { return s.Base + path }

// Refused is an act that is not done, told as a problem of the author's.
type Refused struct {
	Msg  string `json:"msg"`
	Hint string `json:"hint,omitempty"`
	Place
}

func (r *Refused) Error() string { return r.Msg }

func refuse(hint, format string, args ...any) error {
	return &Refused{Msg: fmt.Sprintf(format, args...), Hint: hint}
}

// refused is a problem as a refusal.
func (s *Site) refused(p *source.Problem) error {
	return &Refused{p.Msg, p.Hint, s.place(p.Pos)}
}

// inTree is the path in the tree of a file that the author knows by a path: "" where it is
// not in the site's content.
func (s *Site) inTree(file string) string {
	rel, err := filepath.Rel(filepath.FromSlash(s.Dir), filepath.FromSlash(file))
	rel = filepath.ToSlash(rel)
	if err != nil || !strings.HasPrefix(rel, "content/") {
		return ""
	}
	return rel
}
