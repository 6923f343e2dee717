package main

import (
	"embed"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
)

// peers holds the site templates of Hugo and Eleventy.
//
//go:embed all:peers
var peers embed.FS

// folders writes files into a directory, whose folders it makes once.
type folders struct {
	root string
	made sync.Map
}

func (f *folders) write(name, text string) error {
	path := filepath.Join(f.root, filepath.FromSlash(name))
	dir := filepath.Dir(path)
	if _, ok := f.made.Load(dir); !ok {
		if err := os.MkdirAll(dir, 0o777); err != nil {
			return err
		}
		f.made.Store(dir, true)
	}
	return os.WriteFile(path, []byte(text), 0o666)
}

// copy writes a folder of peers.
func (f *folders) copy(from, to string) error {
	return fs.WalkDir(peers, from, func(p string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := peers.ReadFile(p)
		if err != nil {
			return err
		}
		return f.write(to+strings.TrimPrefix(p, from), string(data))
	})
}

// each calls do for 0 to n-1 from as many goroutines as there are processors, and
// returns the first error.
func each(n int, do func(i int) error) error {
	var next atomic.Int64
	var wg sync.WaitGroup
	var once sync.Once
	var first error
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				if err := do(i); err != nil {
					once.Do(func() { first = err })
					return
				}
			}
		})
	}
	wg.Wait()
	return first
}

// WriteSite lays the corpus out as a site of this project.
func (c *Corpus) WriteSite(dir string) error {
	f := &folders{root: dir}
	if err := f.write("content/site.yaml", siteFile); err != nil {
		return err
	}
	err := each(len(c.Entries), func(i int) error { return c.writeEntry(f, i) })
	if err != nil {
		return err
	}
	return each(c.N, func(i int) error {
		a := c.Article(i)
		return f.write("content/articles/"+a.Name+".md", fmt.Sprintf("---\ntitle: %q\npublished: %s\npublisher: %q\nrights: own\n---\n%s",
			a.Title, a.Day, a.Publisher, a.Body))
	})
}

const siteFile = `title: Bench
description: An invented site, made to be timed.
language: en
base_url: https://example.org/
facets:
  - {id: who, dir: who, singular: person or body, plural: Who, question: Who is this?}
  - {id: plan, dir: plans, singular: plan, plural: Plans, question: Which plan?}
  - {id: work, dir: works, singular: work, plural: Works, question: What is done?}
`

// writeEntry writes an entry; plans have periods, and a citation for each.
func (c *Corpus) writeEntry(f *folders, i int) error {
	e := &c.Entries[i]
	head := fmt.Sprintf("name: %q\naliases: %s\n", e.Name, list(e.Aliases))
	if e.Kind != "" {
		head += "kind: " + e.Kind + "\n"
	}
	if Dirs[e.Dir] == "plans" {
		from, to := 2012+i%6, 2019+i%5
		head += fmt.Sprintf("kind: plan\nperiods:\n  - {from: %d-03-01, to: %d-11-30, covers: All who land, status: in force, citation: gazette}\n", from, to)
		head += fmt.Sprintf("citations:\n  - {id: gazette, title: Notice %d, publisher: Public Gazette, date: %d-03-01}\n", i, from)
	}
	return f.write("content/"+e.Path()+".md", "---\n"+head+"---\n"+e.Body)
}

// WriteHugo lays the same texts out for Hugo. It gets the entries of each article
// ready-made, as terms in front matter: it cannot find them.
func (c *Corpus) WriteHugo(dir string) error {
	f := &folders{root: dir}
	if err := f.copy("peers/hugo", "."); err != nil {
		return err
	}
	for _, section := range append([]string{"articles"}, Dirs[:]...) {
		if err := f.write("content/"+section+"/_index.md", fmt.Sprintf("---\ntitle: %q\n---\n", title(section))); err != nil {
			return err
		}
	}
	for i := range c.Entries { // Hugo keeps the word "aliases" for itself
		e := &c.Entries[i]
		if err := f.write("content/"+e.Path()+"/_index.md", fmt.Sprintf("---\ntitle: %q\nnames: %s\n---\n%s", e.Name, list(e.Aliases), e.Body)); err != nil {
			return err
		}
	}
	return each(c.N, func(i int) error { return c.writeTagged(f, "content/articles/", i) })
}

// WriteEleventy lays the same texts out for Eleventy, as WriteHugo does.
func (c *Corpus) WriteEleventy(dir string) error {
	f := &folders{root: dir}
	for _, part := range [][2]string{{"eleventy/_includes", "src/_includes"}, {"eleventy/pages", "src"}, {"hugo/static/css", "src/css"},
		{"eleventy/eleventy.config.cjs", "eleventy.config.cjs"}} {
		if err := f.copy("peers/"+part[0], part[1]); err != nil {
			return err
		}
	}
	layouts := map[string]string{"articles": "article", Dirs[0]: "entity", Dirs[1]: "entity", Dirs[2]: "entity"}
	for section, layout := range layouts {
		if err := f.write("src/"+section+"/"+section+".json", fmt.Sprintf(`{"layout": "%s.11ty.js"}`, layout)); err != nil {
			return err
		}
	}
	for i := range c.Entries {
		e := &c.Entries[i]
		if err := f.write("src/"+e.Path()+".md", fmt.Sprintf("---\ntitle: %q\naliases: %s\n---\n%s", e.Name, list(e.Aliases), e.Body)); err != nil {
			return err
		}
	}
	return each(c.N, func(i int) error { return c.writeTagged(f, "src/articles/", i) })
}

// writeTagged writes an article with the entries of its text in front matter.
func (c *Corpus) writeTagged(f *folders, dir string, i int) error {
	a := c.Article(i)
	var terms [3][]string
	for _, m := range a.Mentions {
		e := &c.Entries[m.Entry]
		if !slices.Contains(terms[e.Dir], e.ID) {
			terms[e.Dir] = append(terms[e.Dir], e.ID)
		}
	}
	head := fmt.Sprintf("title: %q\ndate: %s\npublisher: %q\n", a.Title, a.Day, a.Publisher)
	for d, ids := range terms {
		head += Dirs[d] + ": " + list(ids) + "\n"
	}
	return f.write(dir+a.Name+".md", "---\n"+head+"---\n"+a.Body)
}

// list writes words as a list that JSON and YAML both read.
func list(words []string) string {
	if len(words) == 0 {
		return "[]"
	}
	data, _ := json.Marshal(words) // strings always can be
	return string(data)
}
