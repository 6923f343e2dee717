package importer

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"glossator/internal/build"
	"glossator/internal/catalogue"
	"glossator/internal/edit"
	"glossator/internal/meta"
	"glossator/internal/suggest"
)

// Names is what is asked of the names that a site's articles bear: entries to begin of
// suggestions, names that are none, and names that are an entry's.
type Names struct {
	Accept []string // IDs of suggestions
	Ignore []string // IDs of suggestions, or names
	Same   []string // ID=ID of a suggestion and an entry, or WORDS=ID
}

// Settled is what is to be written, and what was refused.
type Settled struct {
	Site    string
	New     []File // entries that are begun
	Changed []File // files that are another now
	Done    []string
	Refused []Refusal
}

// Refusal is something asked for that cannot be done.
type Refusal struct{ Msg, Hint string }

// settler settles one request.
type settler struct {
	*Settled
	r     *build.Result
	found []suggest.Suggestion
	ids   []string
}

// Settle sees what of a request can be done; the rest is refused. Found are the site's
// suggestions. An error is the world's failure.
func Settle(site string, r *build.Result, found []suggest.Suggestion, asked Names) (*Settled, error) {
	s := &settler{Settled: &Settled{Site: site}, r: r, found: found}
	for _, x := range found {
		s.ids = append(s.ids, x.ID)
	}
	var errs []error
	for _, id := range slices.Compact(slices.Sorted(slices.Values(asked.Accept))) {
		s.accept(id)
	}
	for _, name := range asked.Ignore {
		errs = append(errs, s.ignore(name))
	}
	for _, pair := range asked.Same {
		errs = append(errs, s.same(pair))
	}
	return s.Settled, errors.Join(errs...)
}

// Write writes all that is to be written, or nothing.
func (s *Settled) Write() error {
	var w writing
	var err error
	for _, f := range s.New {
		if err == nil {
			err = w.prepare(s.Site, f, true)
		}
	}
	for _, f := range s.Changed {
		_, missing := os.Stat(s.place(f.Path))
		if err == nil {
			err = w.prepare(s.Site, f, errors.Is(missing, fs.ErrNotExist))
		}
	}
	return w.finish(err)
}

// place is a file of the site as it is reached from here.
func (s *Settled) place(path string) string { return filepath.Join(s.Site, filepath.FromSlash(path)) }

func (s *Settled) refuse(msg, hint string) { s.Refused = append(s.Refused, Refusal{msg, hint}) }

func (s *Settled) done(word, path, what string) {
	s.Done = append(s.Done, strings.TrimSuffix(fmt.Sprintf("%-8s %s: %s", word, filepath.ToSlash(s.place(path)), what), ": "))
}

// suggestion is the suggestion of that ID, or nil.
func (s *settler) suggestion(id string) *suggest.Suggestion {
	if i := slices.Index(s.ids, id); i >= 0 {
		return &s.found[i]
	}
	return nil
}

// isID tells whether what is written is an ID, as no words of a text are.
func isID(s string) bool { return catalogue.SafeName(s) && strings.Contains(s, "-") }

func (s *settler) unknown(id string) {
	hint := meta.DidYouMean(id, s.ids)
	if hint == "" {
		hint = "check --suggest lists them"
	}
	s.refuse(fmt.Sprintf("no suggestion is called %q", id), hint)
}

func (s *settler) accept(id string) {
	x := s.suggestion(id)
	switch e := s.r.Site.Catalogue.Entry(id); {
	case x == nil && e != nil:
		s.refuse(fmt.Sprintf("%q has an entry already, %s", id, e.File.Path), "edit it")
		return
	case x == nil:
		s.unknown(id)
		return
	case x.Facet == "":
		s.refuse(fmt.Sprintf("%q is a %s, and no facet of site.yaml asks for one", id, x.Kind), "add a facet for it, or write the entry by hand")
		return
	}
	facets := s.r.Site.Catalogue.Facets
	f := Stub(*x, facets[slices.IndexFunc(facets, func(f catalogue.Facet) bool { return f.ID == x.Facet })])
	if _, err := os.Lstat(s.place(f.Path)); err == nil {
		s.refuse(fmt.Sprintf("%s stands there already and is left as it is", filepath.ToSlash(s.place(f.Path))), "mend it, or remove it")
		return
	}
	s.New = append(s.New, f)
	s.done("wrote", f.Path, "")
}

func (s *settler) ignore(name string) error {
	names := []string{name}
	switch x := s.suggestion(name); {
	case x != nil:
		names = slices.Concat([]string{x.Name}, x.Aliases, x.Damaged)
	case isID(name):
		s.unknown(name)
		return nil
	}
	for _, n := range names {
		if err := s.change(catalogue.DecisionsPath, "ignore "+n, edit.Ignore{Words: n}); err != nil {
			return err
		}
	}
	return nil
}

// same makes names an entry's: those of a suggestion in the entry's own file, where they
// are shown, and other words in decisions.yaml.
func (s *settler) same(pair string) error {
	i := strings.LastIndexByte(pair, '=')
	if i <= 0 || i == len(pair)-1 {
		s.refuse(fmt.Sprintf("--same %q names no two", pair), "write --same SUGGESTION=ENTRY or --same 'words=ENTRY'")
		return nil
	}
	name, id := strings.TrimSpace(pair[:i]), strings.TrimSpace(pair[i+1:])
	e := s.r.Site.Catalogue.Entry(id)
	switch {
	case e == nil && s.suggestion(id) != nil:
		s.refuse(fmt.Sprintf("%q has no entry yet", id), "begin it first: --accept "+id)
		return nil
	case e == nil:
		s.refuse(fmt.Sprintf("unknown entry %q", id), meta.DidYouMean(id, s.r.Site.Catalogue.IDs()))
		return nil
	case s.r.Site.Catalogue.Entry(name) != nil:
		s.refuse(fmt.Sprintf("%q is an entry itself", name), fmt.Sprintf("move what it says into %s, write formerly: [%s] there, and remove its file", e.File.Path, name))
		return nil
	}
	x := s.suggestion(name)
	switch {
	case x == nil && isID(name):
		s.unknown(name)
		return nil
	case x == nil:
		return s.change(catalogue.DecisionsPath, fmt.Sprintf("%s is %s", name, id), edit.Same{Words: name, Entry: id})
	}
	path := "content/" + s.r.Site.Catalogue.FacetOf(e).Dir + "/" + id + ".md"
	for _, n := range slices.Concat([]string{x.Name}, x.Aliases, x.Damaged) {
		list := "aliases"
		if suggest.Spoiled(n, suggest.NamesOf(e)) {
			list = "damaged"
		}
		if err := s.change(path, list+" "+n, edit.AddWord{List: list, Word: n, Order: meta.Names[catalogue.Entry]()}); err != nil {
			return err
		}
	}
	return nil
}

// change does an act on a file of the site, as it is on the disk or was made of it before.
func (s *settler) change(path, what string, act edit.Act) error {
	i := slices.IndexFunc(s.Changed, func(f File) bool { return f.Path == path })
	var before string
	if i >= 0 {
		before = s.Changed[i].Data
	} else {
		data, err := own(s.place(path))
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		before = string(data)
	}
	after, problem := edit.Do(filepath.ToSlash(s.place(path)), before, act)
	switch {
	case problem != nil:
		s.refuse(problem.Pos.String()+": "+problem.Msg, problem.Hint)
	case after == before:
		s.done("kept", path, what)
	case i >= 0:
		s.Changed[i].Data = after
		s.done("changed", path, what)
	default:
		s.Changed = append(s.Changed, File{path, after})
		s.done("changed", path, what)
	}
	return nil
}

// own is what a file of the site holds. Nothing is changed through a link: what it leads
// to may be another's.
func own(place string) ([]byte, error) {
	if info, err := os.Lstat(place); err == nil && info.Mode()&fs.ModeSymlink != 0 {
		return nil, fmt.Errorf("%s is a symbolic link, and nothing is written through one\n\thint: change the file that it leads to", filepath.ToSlash(place))
	}
	return os.ReadFile(place)
}
