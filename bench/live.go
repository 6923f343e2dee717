package main

import (
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// edit is a kind of edit: of which file, how its text becomes the k-th new one, and
// what the article's page holds then.
type edit struct {
	what string
	file string // in the site
	text func(old string, k int) string
	want func(k int) string
}

// Words that no corpus has. The article that is looked at has all the aliases in it.
func token(k int) string { return fmt.Sprintf("Zqtoken%02dq", k) }
func alias(k int) string { return fmt.Sprintf("Zqalias%02dq", k) }

const here = "Marked here are "

func edits(article, entry string) []edit {
	return []edit{
		{"article", "content/articles/" + article + ".md", func(old string, k int) string {
			return strings.Replace(old, here, here+token(k)+" and ", 1)
		}, token},
		{"alias of an entry", "content/" + entry + ".md", func(old string, k int) string {
			return strings.Replace(old, "aliases: [", fmt.Sprintf("aliases: [%q, ", alias(k)), 1)
		}, func(k int) string { return alias(k) + "</a>" }},
		{"template", "templates/article.html", func(old string, k int) string {
			return strings.Replace(old, "<article ", fmt.Sprintf("<article data-edit=%q ", token(k)), 1)
		}, token},
	}
}

// live times the preview: from the moment a file is written to the moment at which
// the new page is served, and at which an open page is told of it.
func (b *bench) live(ctx context.Context, w io.Writer) error {
	bin, err := b.compile("preview")
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "%s.\n\n    %s\n\n", machine(b.root), b.Line)
	fmt.Fprintf(w, "Milliseconds from a save until the new page is served, and until an open page is told of it: of %d edits the median, the 95th percentile and the most.\n\n", b.Edits)
	line(w, "articles", "edit", "served: p50", "p95", "most", "told: p50", "p95", "to the first page, s", "another time", "peak MiB")
	line(w, slices.Repeat([]string{"---"}, 10)...)
	for _, n := range b.sizes(100, 1000, 10000) {
		if err := b.liveAt(ctx, w, bin, n); err != nil {
			return err
		}
	}
	return nil
}

// liveAt edits a site of n articles and writes a line for each kind of edit.
func (b *bench) liveAt(ctx context.Context, w io.Writer, bin string, n int) error {
	fmt.Fprintf(b.Log, "%s articles: editing\n", thousands(n))
	c := New(Size{Seed: b.Seed, N: n, E: b.E})
	site := filepath.Join(b.root, fmt.Sprintf("live-%d", n))
	if err := c.WriteSite(site); err != nil {
		return err
	}
	article := c.Article(n / 2).Name
	kinds := edits(article, c.Entries[0].Path())
	if err := b.makeEditable(site, kinds[0].file); err != nil {
		return err
	}
	page := "/articles/" + article + ".html"
	first, err := startPreview(ctx, bin, site, page)
	if err != nil {
		return err
	}
	anew := first.stop()
	p, err := startPreview(ctx, bin, site, page)
	if err != nil {
		return err
	}
	defer p.stop()
	var served, told [][]float64
	for _, e := range kinds {
		s, t, err := b.editing(ctx, p, site, e)
		if err != nil {
			return err
		}
		served, told = append(served, s), append(told, t)
	}
	d, err := deskOf(ctx, p)
	if err != nil {
		return err
	}
	for _, a := range deskActs(c.Entries[0].ID) {
		s, err := b.acting(ctx, p, d, a)
		if err != nil {
			return err
		}
		kinds, served, told = append(kinds, edit{what: a.what}), append(served, s), append(told, nil)
	}
	most := fmt.Sprintf("%.0f", float64(max(anew, p.stop()))/(1<<20))
	for i, e := range kinds {
		s, t := served[i], told[i]
		p50, p95 := "–", "–" // an act is answered by the desk, and then told
		if len(t) > 0 {
			p50, p95 = milliseconds(median(t)), milliseconds(percentile(t, 95))
		}
		line(w, thousands(n), e.what, milliseconds(median(s)), milliseconds(percentile(s, 95)), milliseconds(percentile(s, 100)), p50, p95, seconds(first.start.Seconds()), seconds(p.start.Seconds()), most)
	}
	return nil
}

// makeEditable gives the site a template of its own, and the article the words that
// will become aliases.
func (b *bench) makeEditable(site, article string) error {
	template, err := os.ReadFile(filepath.Join(product, "templates", "article.html"))
	if err != nil {
		return err
	}
	if err := (&folders{root: site}).write("templates/article.html", string(template)); err != nil {
		return err
	}
	var all []string
	for k := range b.Edits {
		all = append(all, alias(k), called(k))
	}
	path := filepath.Join(site, filepath.FromSlash(article))
	text, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	return os.WriteFile(path, append(text, "\n"+here+strings.Join(all, " and ")+".\n"...), 0o666)
}

// editing makes the edits of a kind, and returns the milliseconds until each is served
// and told. They come at irregular moments, so that a ticker is met at all its phases.
func (b *bench) editing(ctx context.Context, p *previewed, site string, e edit) (served, told []float64, err error) {
	path := filepath.Join(site, filepath.FromSlash(e.file))
	old, err := os.ReadFile(path)
	if err != nil {
		return nil, nil, err
	}
	for k := range b.Edits {
		calm(min(b.Calm, 2*time.Second))
		time.Sleep(time.Duration(200+rand.IntN(400)) * time.Millisecond)
		before := p.number.Load()
		began := time.Now()
		if err := os.WriteFile(path, []byte(e.text(string(old), k)), 0o666); err != nil {
			return nil, nil, err
		}
		at, err := p.shows(ctx, e.want(k))
		if err != nil {
			return nil, nil, fmt.Errorf("an edit of an %s: %w", e.what, err)
		}
		served = append(served, inMilliseconds(at.Sub(began)))
		if at, ok := p.toldAfter(before); ok {
			told = append(told, inMilliseconds(at.Sub(began)))
		}
	}
	return served, told, os.WriteFile(path, old, 0o666)
}
