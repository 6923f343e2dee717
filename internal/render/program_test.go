package render

import (
	"io/fs"
	"maps"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"glossator/internal/page"
	"glossator/internal/source"
	"glossator/templates"
)

// TestProgramsWriteWhatHTMLTemplateWrites fills the views at random, with text that
// needs escaping, and makes every kind of page both ways.
func TestProgramsWriteWhatHTMLTemplateWrites(t *testing.T) {
	s := stock(t)
	rest := map[string]int{}
	const rounds = 60
	views := page.Empty()
	maps.Copy(views, page.InTexts())
	for kind, empty := range views {
		set, name := s.kinds[kind], "base.html"
		if set == nil {
			set, name = s.parts, kind
		}
		for seed := range uint64(rounds) {
			view := reflect.New(reflect.TypeOf(empty).Elem())
			fill(view.Elem(), rand.New(rand.NewPCG(seed, 7)), 0)
			p := s.fast.of(s, set, name, func() any { return empty }, view.Type())
			if p == nil {
				t.Fatalf("%s is not compiled", kind)
			}
			var want, got string
			problem, _ := s.slow(set, name, view.Interface(), func(b []byte) error { want = string(b); return nil })
			ok, _ := p.write(view.Interface(), func(b []byte) error { got = string(b); return nil })
			if !ok {
				rest[kind]++
				continue
			}
			if problem != nil {
				t.Fatalf("%s, seed %d: made in spite of %v", kind, seed, problem)
			}
			if got != want {
				t.Fatalf("%s, seed %d: differs at %s", kind, seed, differ(got, want))
			}
		}
	}
	for _, kind := range slices.Sorted(maps.Keys(rest)) {
		if (kind == "article" || kind == "entry" || page.InTexts()[kind] != nil) && rest[kind] == rounds {
			t.Errorf("%s is never made by its program", kind)
		}
		t.Logf("%s: %d of %d left to html/template", kind, rest[kind], rounds)
	}
}

func stock(t testing.TB) *Set {
	c := Config{Labels: map[string]string{"Search": "Buscar & <ver>"}}
	if err := fs.WalkDir(templates.FS, ".", func(p string, d fs.DirEntry, err error) error {
		if err == nil && strings.HasSuffix(p, ".html") {
			data, _ := fs.ReadFile(templates.FS, p)
			c.Files = append(c.Files, source.NewFile("templates/"+p, string(data)))
		}
		return err
	}); err != nil {
		t.Fatal(err)
	}
	c.Assets = map[string]string{"type.css": "assets/t.css", "site.css": "assets/s.css", "more.css": "assets/m.css", "site.js": "assets/s.js", "first.js": "assets/f.js", "search.js": "assets/q.js", "share.js": "assets/h.js", "timeline.js": "assets/l.js", "embed.css": "assets/e.css", "embed.js": "assets/e.js"}
	s, problems := New(c)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return s
}

var nasty = []string{"", "", "plain", "Search", "a & b", `<b title="x">`, "it's +1", "é – “x”", "a/b.html#m1", "https://x.org/a?b=c&d=ü", "../who/x y.html"}

// fill sets every field a view has; a third of all pointers stay nil.
func fill(v reflect.Value, r *rand.Rand, depth int) {
	switch v.Kind() {
	case reflect.String:
		v.SetString(nasty[r.IntN(len(nasty))])
	case reflect.Bool:
		v.SetBool(r.IntN(2) == 0)
	case reflect.Int:
		v.SetInt(int64(r.IntN(3)))
	case reflect.Float64:
		v.SetFloat(float64(r.IntN(3)))
	case reflect.Pointer:
		if r.IntN(3) > 0 && depth < 6 {
			v.Set(reflect.New(v.Type().Elem()))
			fill(v.Elem(), r, depth+1)
		}
	case reflect.Slice:
		if depth < 6 {
			v.Set(reflect.MakeSlice(v.Type(), r.IntN(3), 3))
			for i := range v.Len() {
				fill(v.Index(i), r, depth+1)
			}
		}
	case reflect.Struct:
		for i := range v.NumField() {
			fill(v.Field(i), r, depth)
		}
	}
}

func differ(a, b string) string {
	i := 0
	for i < min(len(a), len(b)) && a[i] == b[i] {
		i++
	}
	cut := func(s string) string { return s[max(0, i-60):min(len(s), i+60)] }
	return "\n" + cut(a) + "\n" + cut(b)
}
