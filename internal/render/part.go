package render

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"sync"

	"glossator/internal/page"
	"glossator/internal/source"
)

// Part writes one of page.InTexts, made of its view. The problem is the template author's.
func (s *Set) Part(b *strings.Builder, name string, view any) *source.Problem {
	if p, ok := s.brokenParts[name]; ok {
		return &p
	}
	from := b.Len()
	empty := func() any { return page.InTexts()[name] }
	problem, _ := s.run(s.parts, name, empty, view, func(made []byte) error { b.Write(made); return nil })
	if fields := s.once[name]; fields != nil && problem == nil {
		return s.lost(name, fields, b.String()[from:], view)
	}
	return problem
}

// lost is the problem of a part that has no place for its words: they stand in an
// attribute, say.
func (s *Set) lost(name string, fields []reflect.StructField, html string, view any) *source.Problem {
	v := reflect.ValueOf(view).Elem()
	for _, f := range fields {
		if strings.Count(html, v.FieldByIndex(f.Index).String()) != 1 {
			p := s.defined(name, fmt.Sprintf("part %q prints .%s where no words can stand", name, f.Name), onceHint(f.Name))
			return &p
		}
	}
	return nil
}

func onceHint(field string) string {
	return fmt.Sprintf("print {{.%s}} once, between tags, whatever else is shown: it is the author's words", field)
}

// once are the fields of a view that are printed once.
func once(view reflect.Type) (all []reflect.StructField) {
	if view = pointed(view); view == nil || view.Kind() != reflect.Struct {
		return nil
	}
	if known, ok := onceOf.Load(view); ok {
		return known.([]reflect.StructField)
	}
	for _, f := range reflect.VisibleFields(view) {
		if f.Tag.Get("print") == "once" {
			all = append(all, f)
		}
	}
	onceOf.Store(view, all)
	return all
}

var onceOf sync.Map

// pointed is what a pointer leads to.
func pointed(t reflect.Type) reflect.Type {
	for t != nil && t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	return t
}

// defined is a problem at the place where a part is defined.
func (s *Set) defined(name, msg, hint string) source.Problem {
	return s.definedIn(s.parts.Lookup(name).Tree.ParseName, name, msg, hint)
}

func (s *Set) definedIn(file, name, msg, hint string) source.Problem {
	f := s.files[file]
	return f.Problem(max(0, strings.Index(f.Data, fmt.Sprintf("define %q", name))), "template", msg, hint)
}

// inTexts checks the parts that stand in texts as the pages are checked.
func (c *checker) inTexts() {
	c.set.brokenParts = map[string]source.Problem{}
	views := page.InTexts()
	for _, name := range slices.Sorted(maps.Keys(views)) {
		before := len(c.problems)
		if t := c.all.Lookup(name); t == nil || t.Tree == nil {
			c.problems = append(c.problems, source.Problem{Pos: source.Pos{Path: "templates/parts"}, Rule: "template", Msg: fmt.Sprintf("there is no part %q", name),
				Hint: fmt.Sprintf("define it in a file there, as the stock one does: {{define %q}}…{{end}}", name)})
		} else {
			c.enter(name, shape{t: reflect.TypeOf(views[name])})
		}
		for _, p := range c.problems[before:] {
			if p.Severity == source.Error {
				c.set.brokenParts[name] = p
			}
		}
	}
}

// outOfPlace warns of a page kind's file that defines what is made for all kinds together.
func (c *checker) outOfPlace(file string) {
	for _, name := range slices.Sorted(maps.Keys(c.set.once)) {
		if t := c.all.Lookup(name); t != nil && t.Tree != nil && t.Tree.ParseName == file {
			p := c.set.definedIn(file, name, fmt.Sprintf("part %q is made for all pages together, not for %q alone", name, file), "define it in a file under templates/parts/")
			c.problems = append(c.problems, p.As(source.Warning))
		}
	}
}

// counts are how often fields are printed that must be printed once.
type counts map[string]int

// words adds what a part prints to what its caller does, where both have the same view;
// else the part must print all there is.
func (c *checker) words(name string, dot shape, printed counts) {
	if printed == nil {
		return
	}
	if len(c.vars) > 0 && pointed(c.vars[0].is.t) == pointed(dot.t) {
		for field, n := range printed {
			c.printed[field] += n
		}
		return
	}
	for _, f := range once(dot.t) {
		switch n := printed[f.Name]; n {
		case 1:
		case 0:
			c.problems = append(c.problems, c.set.defined(name, fmt.Sprintf("part %q loses words: it does not print .%s", name, f.Name), onceHint(f.Name)))
		default:
			c.problems = append(c.problems, c.set.defined(name, fmt.Sprintf("part %q prints .%s %d times", name, f.Name, n), onceHint(f.Name)))
		}
	}
}
