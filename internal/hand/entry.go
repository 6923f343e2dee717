package hand

import (
	"path"
	"strings"

	"glossator/internal/catalogue"
	"glossator/internal/doc"
	"glossator/internal/edit"
	"glossator/internal/meta"
	"glossator/internal/reading"
	"glossator/internal/source"
)

// Form is an entry's file as a form has it.
type Form struct {
	ID     string         `json:"id"`
	Rev    string         `json:"rev"` // of the file that the form was made of
	File   string         `json:"file,omitempty"`
	Path   string         `json:"path,omitempty"` // of its page; "" of a draft that is left out
	Fields map[string]any `json:"fields"`
	Body   string         `json:"body"`
	Place
}

// Looks is how an entry will look.
type Looks struct {
	Card     Card         `json:"card"`
	Problems []FieldWrong `json:"problems"`
}

// Card is the note beside a text.
type Card struct {
	Name  string `json:"name"`
	Kind  string `json:"kind"`
	Dates string `json:"dates"`
	Note  string `json:"note"`
}

// FieldWrong is a mistake in a field; "" where it is in none.
type FieldWrong struct {
	Field string `json:"field"`
	Msg   string `json:"msg"`
	Hint  string `json:"hint,omitempty"`
}

// entryFile is the file of an entry, or of a draft of one, and the facet that it is of.
func (s *Site) entryFile(id string) (tree string, f *source.File, facet int) {
	for i, x := range s.Site.Catalogue.Facets {
		tree = "content/" + x.Dir + "/" + id + ".md"
		if f = s.File(tree); f != nil {
			return tree, f, i
		}
	}
	return "", nil, 0
}

// Form is an entry as a form.
func (s *Site) Form(id string) (Form, error) {
	_, f, _ := s.entryFile(id)
	if f == nil {
		return Form{}, refuse("", "there is no entry %q any more", id)
	}
	fields, problem := edit.Holds(f)
	if problem != nil {
		return Form{}, s.refused(problem)
	}
	form := Form{ID: id, Rev: revision(f), File: f.Path, Fields: fields, Body: f.Data[bodyOf(f):], Place: s.place(source.Pos{Path: f.Path, Line: 1, Col: 1})}
	for _, p := range s.Site.Profiles {
		if p.Entry.ID == id {
			form.Path = s.address(p.Path)
		}
	}
	return form, nil
}

// revision tells what a file held from anything else that it may hold.
func revision(f *source.File) string { return string(source.DigestOf(f.Data))[:16] }

// bodyOf is where the words below the fields begin.
func bodyOf(f *source.File) int {
	_, body := meta.FrontMatter(f)
	return body.Start
}

// orders are those of the fields of an entry, by the field that holds them.
var orders = map[string][]string{
	"": meta.Names[catalogue.Entry](), "roles": meta.Names[catalogue.Role](), "periods": meta.Names[catalogue.Period](),
	"facts": meta.Names[catalogue.Fact](), "citations": meta.Names[catalogue.Citation](),
}

// form makes the file of an entry what a form says: what it does not say otherwise stays.
func (s *Site) form(form Form) (Write, string, error) {
	tree, f, _ := s.entryFile(form.ID)
	if f == nil {
		return Write{}, "", refuse("", "there is no entry %q any more", form.ID)
	}
	if form.Rev != "" && form.Rev != revision(f) {
		return Write{}, "", &Refused{f.Path + " was changed meanwhile, so nothing was written", "copy what you wrote, discard it here, and write it into what is there now", s.place(source.Pos{Path: f.Path, Line: 1, Col: 1})}
	}
	was, problem := edit.Holds(f)
	if problem != nil {
		return Write{}, "", s.refused(problem)
	}
	acts := edit.Alter(was, form.Fields, orders)
	body := f.Data[bodyOf(f):]
	if want := strings.ReplaceAll(form.Body, "\r\n", "\n"); want != strings.ReplaceAll(body, "\r\n", "\n") {
		after, problem := edit.Do(f.Path, s.raw(f), edit.Words{Span: source.Span{Start: bodyOf(f), End: len(f.Data)}, Text: want})
		if problem != nil {
			return Write{}, "", s.refused(problem)
		}
		after, problem = edit.Do(f.Path, after, acts...)
		return s.done(tree, f, after, problem)
	}
	after, problem := edit.Do(f.Path, s.raw(f), acts...)
	return s.done(tree, f, after, problem)
}

func (s *Site) done(tree string, f *source.File, after string, problem *source.Problem) (Write, string, error) {
	if problem != nil {
		return Write{}, "", s.refused(problem)
	}
	if wrong := worse(f, after); wrong != nil {
		return Write{}, "", s.refused(wrong)
	}
	return Write{Path: tree, Before: s.raw(f), After: after}, after, nil
}

// worse is a mistake that a change of an entry's file would make, or nil.
func worse(f *source.File, after string) *source.Problem {
	_, was := catalogue.Parse(f, 0)
	_, is := catalogue.Parse(source.NewFile(f.Path, after), 0)
	known := map[string]bool{}
	for _, p := range was {
		known[p.Msg] = true
	}
	for _, p := range is {
		if !known[p.Msg] && p.Severity == source.Error {
			return &p
		}
	}
	return nil
}

// Look tells how an entry will look that a form describes; nothing is written.
func (s *Site) Look(form Form) (Looks, error) {
	looks := Looks{Problems: []FieldWrong{}}
	tree, f, facet := s.entryFile(form.ID)
	if f == nil {
		return looks, refuse("", "there is no entry %q any more", form.ID)
	}
	was, problem := edit.Holds(f)
	if problem != nil {
		return looks, s.refused(problem)
	}
	after, problem := edit.Do(f.Path, f.Data[:bodyOf(f)], edit.Alter(was, form.Fields, orders)...)
	if problem != nil {
		looks.Problems = append(looks.Problems, FieldWrong{Msg: problem.Msg, Hint: problem.Hint})
		after = f.Data[:bodyOf(f)]
	}
	made := source.NewFile(path.Base(tree), after+form.Body)
	e, problems := catalogue.Parse(made, facet)
	for _, p := range problems {
		looks.Problems = append(looks.Problems, FieldWrong{fieldAt(made, p.Pos), p.Msg, p.Hint})
	}
	if e == nil {
		return looks, nil
	}
	looks.Card = Card{Name: e.Name, Kind: e.Kind}
	d, told := doc.Body(made, e.ID, e.Body, nil, e.Cited()...)
	for _, p := range told {
		looks.Problems = append(looks.Problems, FieldWrong{"body", p.Msg, p.Hint})
	}
	looks.Card.Note = firstSentence(d, s)
	return looks, nil
}

// fieldAt is the name of the field whose line holds a place.
func fieldAt(f *source.File, pos source.Pos) string {
	for n := pos.Line; n > 1; n-- {
		name, _, ok := strings.Cut(f.Line(n), ":")
		if ok && name != "" && !strings.ContainsAny(name[:1], " -#") {
			return name
		}
	}
	return ""
}

func firstSentence(d *doc.Document, s *Site) string {
	t := reading.New(d, s.Lexicon())
	if len(t.Sentences) == 0 {
		return ""
	}
	x := t.Sentences[0]
	return d.Prose.Text[t.Tokens[x.From].Start:t.Tokens[x.To-1].End]
}
