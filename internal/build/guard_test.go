package build

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"glossator/internal/source"
)

// small is a site that has a page of every kind.
func small() fstest.MapFS {
	fs := fstest.MapFS{}
	for p, text := range map[string]string{
		"content/site.yaml":       "title: Harbor\nfacets:\n  - {id: who, dir: who, singular: person, plural: Who, question: Who is it?}\n",
		"content/who/ana-luz.md":  "---\nname: Ana Luz\nkind: person\nunmentioned: x\n---\nAna Luz sails.\n",
		"content/articles/a.md":   "---\ntitle: A ferry\npublished: 2021-06-01\n---\nAna Luz sailed.\n",
		"content/articles/b.md":   "---\ntitle: A storm\npublished: 2021-06-02\n---\nIt rained:\n\n1. here\n2. there\n",
		"content/pages/about.md":  "---\ntitle: About\n---\nOf this site.\n",
		"content/timeline.yaml":   "- {date: 2021-06-01, title: It sailed, entries: [ana-luz]}\n",
		"content/figures.yaml":    "- {id: f, article: a, said: \"9\", series: [{label: x, value: 1}, {label: y, value: 2}]}\n",
		"content/articles/c.txt":  "A third\n\nIt was calm in June.\n",
		"content/articles/c.yaml": "title: A calm\npublished: 2021-06-03\n",
	} {
		fs[p] = &fstest.MapFile{Data: []byte(text)}
	}
	return fs
}

// TestAFailureOfTheProgramNamesTheFile makes the program fail among its workers: of one
// article it remembers that it was parsed, and no document.
func TestAFailureOfTheProgramNamesTheFile(t *testing.T) {
	b := inMemory(small())
	if r := b.assemble(readMemory(t, b), nil, &clock{}); !r.OK {
		t.Fatal(r.Problems())
	}
	b = inMemory(small())
	tree := readMemory(t, b)
	b.docs["content/articles/b.md"] = &remembered{files: files{file: tree.File("content/articles/b.md")}}
	r := b.assemble(tree, nil, &clock{})
	if ps := r.Problems(); r.OK || len(ps) != 1 || ps[0].Rule != "internal" || ps[0].Pos.Path != "content/articles/b.md" {
		t.Fatalf("%v", ps)
	}
	if msg := r.Problems()[0].String(); !strings.Contains(msg, "nil pointer") || !strings.Contains(msg, ".go:") || !strings.Contains(msg, "report it") {
		t.Error(msg)
	}
	// What is left may be asked anything.
	r.Render()
	r.Keys()
	if _, _, _, ok := r.Get("index.html"); ok || len(r.Paths())+len(r.Planned())+len(r.Desk())+len(r.Suggest())+len(r.Drafts()) != 0 {
		t.Error("a site that fell has pages")
	}
	if m := b.Mend(r, nil); m == nil || !m.OK {
		t.Error("without the file the others are a site")
	} else if _, _, problem, ok := m.Get("articles/a.html"); !ok || problem != nil {
		t.Error("the other article has no page", problem)
	}
}

// TestNoStageEndsTheProgram lets the clock, which every stage asks for the time when it
// is done, fail in each of them, on a site of the disk: what was published stays.
func TestNoStageEndsTheProgram(t *testing.T) {
	dir, out := t.TempDir(), filepath.Join(t.TempDir(), "public")
	if err := os.CopyFS(dir, small()); err != nil {
		t.Fatal(err)
	}
	if r, err := Publish(Config{Site: dir, Out: out, Now: time.Now}); err != nil || !r.OK {
		t.Fatal(err, r.Problems())
	}
	before, err := os.ReadFile(filepath.Join(out, "index.html"))
	if err != nil {
		t.Fatal(err)
	}
	for stage := 2; stage <= 6; stage++ { // read, catalogue, annotate, model, plan
		asked := 0
		r, err := Publish(Config{Site: dir, Out: out, Force: true, Clean: true, Now: func() time.Time {
			if asked++; asked == stage {
				panic("no time")
			}
			return time.Time{}
		}})
		if err != nil || r.OK || !r.fell || len(r.Problems()) != 1 || !strings.Contains(r.Problems()[0].Msg, "no time") {
			t.Fatalf("stage %d: %v, %v", stage, err, r)
		}
		if after, _ := os.ReadFile(filepath.Join(out, "index.html")); string(after) != string(before) {
			t.Fatalf("stage %d: what was published is gone", stage)
		}
	}
}

// TestAPageThatCannotBeMadeIsToldAtItsFile spoils single files of a site.
func TestAPageThatCannotBeMadeIsToldAtItsFile(t *testing.T) {
	b := inMemory(small())
	for path, file := range map[string]string{"articles/a.html": "content/articles/a.md", "who/ana-luz.html": "content/who/ana-luz.md", "timeline.html": "the page timeline.html"} {
		r := b.assemble(readMemory(t, b), nil, &clock{})
		r.outputs[path] = &claimed{path: path, page: true, newKey: func() uint64 { panic("no key") }, write: func(io.Writer) (*source.Problem, error) { panic("no page") }}
		if key, ok := r.Key(path); key != 0 || !ok {
			t.Error("a key that cannot be made is 0")
		}
		_, _, problem, ok := r.Get(path)
		if !ok || problem == nil || problem.Rule != "internal" || problem.Pos.Path != file {
			t.Errorf("%s: %v", path, problem)
		}
		if r.Render(); r.OK || len(r.Problems()) != 1 {
			t.Errorf("%s: %v", path, r.Problems())
		}
	}
}

// inMemory builds a site that lies in memory.
func inMemory(files fstest.MapFS) *Builder {
	b := New(Config{})
	b.files = files
	return b
}

func readMemory(t *testing.T, b *Builder) *source.Tree {
	t.Helper()
	tree, _, err := b.read()
	if err != nil {
		t.Fatal(err)
	}
	return tree
}
