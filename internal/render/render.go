// Package render turns a page's template and view into bytes, and bundles the
// style sheets and scripts.
//
// In: the template files (stock ones, overlaid file by file by the site's own), the
// asset sources, and views. Out: HTML; assets with fingerprints in their names.
// Invariant: pure; the same input gives the same bytes; a template author's mistake
// is a located problem that names the fields there are.
//
// # Templates
//
// templates/NAME.html is a page kind: it defines "main", and may define "head".
// templates/base.html is the frame around it, templates/parts/*.html are shared
// pieces; some of them (page.InTexts) are made by package page, through Set.Part, and
// stand in texts. Where two files define one part, it is what the later makes it.
// Besides Go's own functions there are:
//
//	t "Read more"        the word in the site's language, from labels in site.yaml
//	asset "site.css"     the address, from the root, of a bundled asset
//	dict "a" 1 "b" 2     a map, to hand several values to a part
//	shared "foot" KEY .  the part, made once for all pages of one KEY: what it shows
//	                     may depend on nothing else
package render

import (
	"bytes"
	"errors"
	"fmt"
	"html/template"
	"io"
	"path"
	"reflect"
	"strings"
	"sync"
	"text/template/parse"

	"glossator/internal/page"
	"glossator/internal/source"
)

// Set is a site's templates, ready to run. It is safe for use by several goroutines.
type Set struct {
	Key    uint64 // of its Config
	kinds  map[string]*template.Template
	parts  *template.Template // base.html and parts alone
	made   shared
	labels map[string]string
	fast   programs
	files  map[string]*source.File // by base name, for locating mistakes
	assets map[string]string

	functions   template.FuncMap
	broken      map[string]source.Problem        // by page kind: the mistake for which it is not run
	brokenParts map[string]source.Problem        // the same of page.InTexts
	once        map[string][]reflect.StructField // of each of page.InTexts: the fields that are printed once
}

// shared remembers parts that are the same on many pages. When a site has changed so
// often that most of it must be stale, it begins anew.
type shared struct {
	mu  sync.Mutex
	all map[string]template.HTML
}

func (m *shared) get(key string, run func() (template.HTML, error)) (template.HTML, error) {
	m.mu.Lock()
	made, ok := m.all[key]
	m.mu.Unlock()
	if ok {
		return made, nil
	}
	made, err := run()
	if err != nil {
		return "", err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.all == nil || len(m.all) > 500 {
		m.all = map[string]template.HTML{}
	}
	m.all[key] = made
	return made, nil
}

// Config is what templates are made with.
type Config struct {
	Files  []*source.File    // base.html, parts and kinds; later files replace earlier ones of one name
	Labels map[string]string // the pages' own words in the site's language
	Assets map[string]string // asset name to its address from the root
}

// New parses the templates. The problems are the template author's.
func New(c Config) (*Set, []source.Problem) {
	s, problems := parsed(c)
	return s, s.check(s.functions, problems)
}

// Known is a Set of templates in which nothing is wrong, as in the program's own: a test looks
// at these, and not each publish.
func Known(c Config) *Set {
	s, _ := parsed(c)
	return s
}

// InOtherWords is a Set of the same files with other labels: what is wrong with them was told
// of this one.
func (s *Set) InOtherWords(c Config) *Set {
	other, _ := parsed(c)
	other.broken, other.brokenParts = s.broken, s.brokenParts
	return other
}

func parsed(c Config) (*Set, []source.Problem) {
	s := &Set{Key: source.Key(c), kinds: map[string]*template.Template{}, labels: c.Labels, files: map[string]*source.File{}, assets: c.Assets}
	s.functions = s.funcs(c)
	for _, f := range c.Files {
		s.files[name(f.Path)] = f
	}
	var problems []source.Problem
	shared := template.New("shared").Funcs(s.functions).Option("missingkey=error")
	parse := func(t *template.Template, f *source.File) {
		if _, err := t.New(name(f.Path)).Parse(f.Data); err != nil {
			problems = append(problems, s.problem(err))
		}
	}
	var kinds []*source.File
	for _, f := range c.Files { // in their order, so that a part is what the last file makes it
		switch n := name(f.Path); {
		case s.files[n] != f: // replaced
		case n == "base.html" || strings.HasPrefix(n, "parts/"):
			parse(shared, f)
		default:
			kinds = append(kinds, f)
		}
	}
	fold(shared, c)
	for _, f := range kinds {
		t := template.New("kind").Funcs(s.functions).Option("missingkey=error")
		parse(t, f)
		fold(t, c)
		if err := take(t, shared); err != nil {
			problems = append(problems, s.problem(err))
			continue
		}
		s.kinds[strings.TrimSuffix(name(f.Path), ".html")] = t
	}
	s.parts = shared
	s.once = map[string][]reflect.StructField{}
	for name, view := range page.InTexts() {
		s.once[name] = once(reflect.TypeOf(view))
	}
	return s, problems
}

// take gives a kind of page the frame and the shared parts that it comes by and does not
// define itself. Each kind has its own: html/template writes its escaping into them.
func take(kind, shared *template.Template) error {
	all := []string{"base.html"}
	for _, t := range kind.Templates() {
		if t.Tree != nil {
			all = called(t.Tree.Root, all)
		}
	}
	for len(all) > 0 {
		name := all[len(all)-1]
		all = all[:len(all)-1]
		from := shared.Lookup(name)
		if own := kind.Lookup(name); own != nil && own.Tree != nil || from == nil || from.Tree == nil {
			continue
		}
		if _, err := kind.AddParseTree(name, from.Tree.Copy()); err != nil {
			return err
		}
		all = called(from.Tree.Root, all)
	}
	return nil
}

// called adds the names of the templates that a list of nodes calls.
func called(list *parse.ListNode, all []string) []string {
	if list == nil {
		return all
	}
	for _, n := range list.Nodes {
		switch n := n.(type) {
		case *parse.TemplateNode:
			all = append(all, n.Name)
		case *parse.IfNode:
			all = called(n.ElseList, called(n.List, all))
		case *parse.RangeNode:
			all = called(n.ElseList, called(n.List, all))
		case *parse.WithNode:
			all = called(n.ElseList, called(n.List, all))
		}
	}
	return all
}

// name is a template's name: its path below a templates directory.
func name(p string) string {
	if i := strings.LastIndex(p, "templates/"); i >= 0 {
		return p[i+len("templates/"):]
	}
	return path.Base(p)
}

func (s *Set) funcs(c Config) template.FuncMap {
	return template.FuncMap{
		"t": func(words string) string {
			if w, ok := c.Labels[words]; ok {
				return w
			}
			return words
		},
		"asset": func(n string) (string, error) {
			if a, ok := c.Assets[n]; ok {
				return a, nil
			}
			return "", fmt.Errorf("there is no asset %q", n)
		},
		"shared": func(part, key string, view any) (template.HTML, error) {
			return s.share(part, key, func() any { return view })
		},
		"dict": func(kv ...any) (map[string]any, error) {
			if len(kv)%2 != 0 {
				return nil, errors.New("dict takes names and values in turn")
			}
			m := make(map[string]any, len(kv)/2)
			for i := 0; i < len(kv); i += 2 {
				k, ok := kv[i].(string)
				if !ok {
					return nil, fmt.Errorf("dict: %v is no name", kv[i])
				}
				m[k] = kv[i+1]
			}
			return m, nil
		},
	}
}

// share makes a part, or takes it as it was made for another page.
func (s *Set) share(part, key string, view func() any) (template.HTML, error) {
	return s.made.get(part+"\x00"+key, func() (template.HTML, error) {
		var b strings.Builder
		err := s.parts.ExecuteTemplate(&b, part, view())
		return template.HTML(b.String()), err
	})
}

// Page runs a page's template. The problem is the template author's.
func (s *Set) Page(kind string, view any) ([]byte, *source.Problem) {
	var b bytes.Buffer
	problem, _ := s.Write(&b, kind, view)
	if problem != nil {
		return nil, problem
	}
	return b.Bytes(), nil
}

// Write runs a page's template and writes the page with one call, or nothing where
// there is a problem, which is the template author's. The error is the writer's.
func (s *Set) Write(w io.Writer, kind string, view any) (*source.Problem, error) {
	t := s.kinds[kind]
	if t == nil {
		return &source.Problem{Pos: source.Pos{Path: "templates/" + kind + ".html"}, Rule: "missing-template",
			Msg: "there is no template " + kind + ".html", Hint: "write one, or remove templates/ to use the stock ones"}, nil
	}
	if p, ok := s.broken[kind]; ok {
		return metBy(p, view), nil
	}
	use := func(page []byte) error {
		_, err := w.Write(page)
		return err
	}
	problem, err := s.run(t, "base.html", func() any { return page.Empty()[kind] }, view, use)
	if problem != nil {
		problem = metBy(*problem, view)
	}
	return problem, err
}

// run runs a template: its program, or as html/template does. empty is a view with
// nothing in it.
func (s *Set) run(t *template.Template, name string, empty func() any, view any, use func([]byte) error) (*source.Problem, error) {
	if p := s.fast.of(s, t, name, empty, reflect.TypeOf(view)); p != nil {
		if made, err := p.write(view, use); made {
			return nil, err
		}
	}
	return s.slow(t, name, view, use)
}

// slow runs a template as html/template does.
func (s *Set) slow(t *template.Template, name string, view any, use func([]byte) error) (*source.Problem, error) {
	b := buffers.Get().(*bytes.Buffer)
	defer buffers.Put(b)
	b.Reset()
	if err := t.ExecuteTemplate(b, name, view); err != nil {
		p := s.problem(err)
		return &p, nil
	}
	return nil, use(b.Bytes())
}

// buffers spares every page the growing of its own.
var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}
