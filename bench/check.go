package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"golang.org/x/net/html"
)

// form is how a tool publishes what is checked. Addresses are compared without
// index.html and .html.
type form struct {
	headline bool                 // the title's mentions are linked too
	linked   bool                 // mentions in the text are linked
	mention  func(l *anchor) bool // tells a mention's link from others
}

// forms of this project and of its peers.
var (
	ours  = form{headline: true, linked: true, mention: func(l *anchor) bool { return l.has("mention") && strings.Contains(l.id, ".") }}
	peer  = form{linked: true, mention: func(l *anchor) bool { return l.has("m") }}
	plain = form{mention: peer.mention}
)

// Check looks at a published site: in the page of every article (every step-th) the
// links must be the corpus's mentions, in order, with their words; and the page of
// every entry, with the pages that continue it, must list the articles that mention
// it, all of them and no other.
func (c *Corpus) Check(dir string, f form, step int) error {
	var lock sync.Mutex
	var wrong []error
	say := func(format string, args ...any) {
		lock.Lock()
		defer lock.Unlock()
		wrong = append(wrong, fmt.Errorf(format, args...))
	}
	listed := make([][]string, len(c.Entries)) // by entry, the articles that mention it
	_ = each(c.N, func(i int) error {
		a := c.Article(i)
		want := a.Mentions
		if f.headline {
			want = slices.Concat(a.Headline, a.Mentions)
		}
		lock.Lock()
		for _, m := range want {
			if list := listed[m.Entry]; !slices.Contains(list[max(0, len(list)-8):], "articles/"+a.Name) {
				listed[m.Entry] = append(list, "articles/"+a.Name)
			}
		}
		lock.Unlock()
		if i%step != 0 {
			return nil
		}
		if !f.linked {
			want = nil
		}
		if err := c.checkArticle(dir, &a, f, want); err != nil {
			say("%s: %w", a.Name, err)
		}
		return nil
	})
	_ = each(len(c.Entries), func(i int) error {
		slices.Sort(listed[i])
		if err := c.checkEntry(dir, &c.Entries[i], slices.Compact(listed[i])); err != nil {
			say("%s: %w", c.Entries[i].Path(), err)
		}
		return nil
	})
	if n := len(wrong); n > 0 {
		return fmt.Errorf("%d pages are wrong: %w", n, errors.Join(wrong[:min(n, 5)]...))
	}
	return nil
}

func (c *Corpus) checkArticle(dir string, a *Article, f form, want []Mention) error {
	all, err := anchors(dir, "articles/"+a.Name)
	if err != nil {
		return err
	}
	k := 0
	for _, l := range all {
		if !f.mention(&l) {
			continue
		}
		if k == len(want) {
			return fmt.Errorf("link %d, %q, is one too many", k+1, l.text)
		}
		if w := want[k]; !sameWords(l.text, w.Name) || l.target != c.Entries[w.Entry].Path() {
			return fmt.Errorf("link %d: %q to %s, want %q to %s", k+1, l.text, l.target, w.Name, c.Entries[w.Entry].Path())
		}
		k++
	}
	if k < len(want) {
		return fmt.Errorf("%d links, want %d", k, len(want))
	}
	return nil
}

// sameWords tells whether a link has the words of a mention: an article before a name
// may be part of it.
func sameWords(got, want string) bool {
	return got == want || got == "The "+want || got == "the "+want
}

func (c *Corpus) checkEntry(dir string, e *Entry, want []string) error {
	var got []string
	for todo, seen := []string{e.Path()}, map[string]bool{}; len(todo) > 0; todo = todo[1:] {
		if seen[todo[0]] {
			continue
		}
		seen[todo[0]] = true
		all, err := anchors(dir, todo[0])
		if err != nil {
			return err
		}
		for _, l := range all {
			switch more := strings.TrimPrefix(l.target, e.Path()); {
			case strings.HasPrefix(l.target, "articles/"):
				got = append(got, l.target)
			case more != l.target && more != "" && strings.Trim(more, "/-.0123456789") == "":
				todo = append(todo, l.target)
			}
		}
	}
	slices.Sort(got)
	if got = slices.Compact(got); !slices.Equal(got, want) {
		return fmt.Errorf("lists %d articles, want %d", len(got), len(want))
	}
	return nil
}

// anchor is a link of a page.
type anchor struct {
	target    string // from the site's root, without fragment, index.html and .html
	id, class string
	text      string
}

func (l *anchor) has(class string) bool { return slices.Contains(strings.Fields(l.class), class) }

// anchors are the links of the page at an address, which may be a file of that name or
// the index of a folder.
func anchors(dir, address string) ([]anchor, error) {
	file := address + ".html"
	data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(file)))
	if errors.Is(err, fs.ErrNotExist) {
		file = address + "/index.html"
		data, err = os.ReadFile(filepath.Join(dir, filepath.FromSlash(file)))
	}
	if err != nil {
		return nil, errors.New("there is no page")
	}
	var out []anchor
	open := false
	for z := html.NewTokenizer(bytes.NewReader(data)); ; {
		switch z.Next() {
		case html.ErrorToken:
			return out, nil
		case html.StartTagToken:
			if t := z.Token(); t.Data == "a" {
				out, open = append(out, newAnchor(path.Dir(file), t.Attr)), true
			}
		case html.EndTagToken:
			if name, _ := z.TagName(); string(name) == "a" {
				open = false
			}
		case html.TextToken:
			if open {
				out[len(out)-1].text += html.UnescapeString(string(z.Raw()))
			}
		}
	}
}

func newAnchor(from string, attributes []html.Attribute) anchor {
	var l anchor
	for _, at := range attributes {
		switch at.Key {
		case "id":
			l.id = at.Val
		case "class":
			l.class = at.Val
		case "href":
			target, _, _ := strings.Cut(at.Val, "#")
			if !strings.HasPrefix(target, "/") {
				target = path.Join(from, target)
			}
			target = strings.Trim(strings.TrimSuffix(strings.TrimSuffix(target, "index.html"), ".html"), "/")
			l.target = target
		}
	}
	return l
}
