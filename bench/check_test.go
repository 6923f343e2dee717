package main

import (
	"fmt"
	"html"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// publishPlainly publishes a corpus with links around its mentions, as a peer does.
func publishPlainly(t *testing.T, c *Corpus) string {
	f := &folders{root: t.TempDir()}
	write := func(path, text string) {
		if err := f.write(path+"/index.html", text); err != nil {
			t.Fatal(err)
		}
	}
	lists := make([]string, len(c.Entries))
	for i := range c.N {
		a := c.Article(i)
		rest, page := html.EscapeString(a.Body), `<a href="/articles/">Articles</a>`
		seen := map[int]bool{}
		for _, m := range a.Mentions {
			before, after, _ := strings.Cut(rest, m.Name)
			page += before + fmt.Sprintf(`<a class="m" href="/%s/">%s</a>`, c.Entries[m.Entry].Path(), m.Name)
			rest = after
			if !seen[m.Entry] {
				lists[m.Entry] += fmt.Sprintf(`<li><a href="/articles/%s/#p1">%s</a>`, a.Name, a.Title)
			}
			seen[m.Entry] = true
		}
		write("articles/"+a.Name, page+rest)
	}
	for i, e := range c.Entries {
		half := len(lists[i]) / 2
		half = max(0, strings.LastIndex(lists[i][:half], "<li>"))
		write(e.Path(), lists[i][:half]+fmt.Sprintf(`<a href="/%s/2/">more</a>`, e.Path()))
		write(e.Path()+"/2", lists[i][half:])
	}
	return f.root
}

func TestCheckSeesWhatIsWrong(t *testing.T) {
	c := New(Size{Seed: 1, N: 8, E: 12})
	a := c.Article(3)
	first, entry := a.Mentions[0], c.Entries[a.Mentions[0].Entry]
	link := fmt.Sprintf(`<a class="m" href="/%s/">%s</a>`, entry.Path(), first.Name)
	page := "articles/" + a.Name + "/index.html"
	for _, v := range []struct{ name, file, old, new, want string }{
		{"nothing", page, "", "", ""},
		{"a link is missing", page, link, first.Name, "link 1: "},
		{"a link is too many", page, "the annex", `<a class="m" href="/who/">the annex</a>`, "one too many"},
		{"a link leads elsewhere", page, link, strings.Replace(link, entry.Path(), "who/nobody", 1), "to who/nobody, want"},
		{"other words are linked", page, ">" + first.Name + "</a>", ">" + first.Name[1:] + "</a>", "want "},
		{"an article is not listed", entry.Path() + "/2/index.html", "/articles/", "/reports/", "lists "},
		{"a page continues nowhere", entry.Path() + "/index.html", `/2/">more`, `/3/">more`, "no page"},
	} {
		dir := publishPlainly(t, c)
		path := filepath.Join(dir, filepath.FromSlash(v.file))
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if v.old != "" && !strings.Contains(string(text), v.old) {
			t.Fatalf("%s: the page does not hold %q", v.name, v.old)
		}
		if err := os.WriteFile(path, []byte(strings.Replace(string(text), v.old, v.new, 1)), 0o666); err != nil {
			t.Fatal(err)
		}
		err = c.Check(dir, peer, 1)
		if v.want == "" && err != nil || v.want != "" && (err == nil || !strings.Contains(err.Error(), v.want)) {
			t.Errorf("%s: %v, want %q", v.name, err, v.want)
		}
	}
	if err := c.Check(publishPlainly(t, c), plain, 1); err == nil {
		t.Error("links in the text are not seen where none are wanted")
	}
	if err := c.Check(publishPlainly(t, c), ours, 1); err == nil {
		t.Error("titles without links pass")
	}
}

func TestLaidOutAlike(t *testing.T) {
	c := New(Size{Seed: 1, N: 5, E: 12})
	a, e := c.Article(2), c.Entries[0]
	for _, v := range []struct {
		write          func(string) error
		article, entry string
		more           []string
	}{
		{c.WriteSite, "content/articles/" + a.Name + ".md", "content/" + e.Path() + ".md", []string{"content/site.yaml"}},
		{c.WriteHugo, "content/articles/" + a.Name + ".md", "content/" + e.Path() + "/_index.md", []string{"hugo.toml", "links.toml", "layouts/_partials/pairs.html"}},
		{c.WriteEleventy, "src/articles/" + a.Name + ".md", "src/" + e.Path() + ".md", []string{"eleventy.config.cjs", "src/_includes/base.11ty.js", "src/css/site.css", "src/who/who.json"}},
	} {
		dir := t.TempDir()
		if err := v.write(dir); err != nil {
			t.Fatal(err)
		}
		for path, body := range map[string]string{v.article: a.Body, v.entry: e.Body} {
			text, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(path)))
			if err != nil || !strings.HasSuffix(string(text), "---\n"+body) {
				t.Errorf("%s: %v: does not end with the text", path, err)
			}
		}
		for _, path := range v.more {
			if _, err := os.Stat(filepath.Join(dir, filepath.FromSlash(path))); err != nil {
				t.Error(err)
			}
		}
	}
}

func TestFloorWritesAsMuch(t *testing.T) {
	in, out, manifest := t.TempDir(), t.TempDir(), filepath.Join(t.TempDir(), "manifest")
	c := New(Size{Seed: 1, N: 5, E: 12})
	if err := c.WriteSite(in); err != nil {
		t.Fatal(err)
	}
	if err := writeManifest(in, manifest); err != nil {
		t.Fatal(err)
	}
	if err := Floor(in, manifest, out); err != nil {
		t.Fatal(err)
	}
	wantFiles, wantBytes := tree(in)
	if files, bytes := tree(out); files != wantFiles || bytes != wantBytes || files != 18 {
		t.Errorf("%d files of %d bytes, want %d of %d", files, bytes, wantFiles, wantBytes)
	}
	if err := os.WriteFile(manifest, []byte("many\tx\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	if err := Floor(in, manifest, out); err == nil || !strings.Contains(err.Error(), `"many\tx"`) {
		t.Errorf("a bad manifest: %v", err)
	}
}
