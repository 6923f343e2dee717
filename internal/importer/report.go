package importer

import (
	"encoding/json"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"glossator/internal/build"
	"glossator/internal/source"
)

// Check builds the site as it stands after the import, and writes nothing: what the
// importer wrote must build.
func (p *Plan) Check() (*build.Report, error) {
	r, err := build.New(build.Config{Site: p.Site, Exports: "pages"}).Build()
	if err != nil {
		return nil, err
	}
	return &r.Report, nil
}

// WriteText prints one line for each file: what became of it and, of an article, what
// was found. left adds what was left out of the articles. At the end stands what the
// editor has to settle, how the site builds now (r, or nil), and the next command.
func (p *Plan) WriteText(w io.Writer, left bool, r *build.Report) {
	done, private, undated := 0, 0, 0
	for _, f := range p.Files {
		if f.Article == nil && f.Data == "" {
			continue // a folder
		}
		fmt.Fprintf(w, "%-8s %s", f.Action, filepath.ToSlash(filepath.Join(p.Site, filepath.FromSlash(f.Path))))
		if f.Article == nil {
			fmt.Fprintln(w)
			continue
		}
		fmt.Fprintf(w, " from %s\n         %s\n", filepath.ToSlash(f.Article.From), f.Article.summary())
		if left {
			for _, l := range f.Article.Left {
				fmt.Fprintf(w, "         left out: %s\n", l)
			}
		}
		if f.Action == Skipped {
			continue
		}
		done++
		if f.Article.Rights.Text == "private" {
			private++
		}
		if f.Article.Day() == "" {
			undated++
		}
	}
	if p.Passed > 0 {
		fmt.Fprintf(w, "passed   %s in the folders that are no articles\n", count(p.Passed, "file"))
	}
	fmt.Fprintln(w)
	if private > 0 {
		fmt.Fprintf(w, "rights   %s private: a strict build refuses to publish until rights: says own, licensed or public-domain\n", areOf(private, done))
	}
	if undated > 0 {
		fmt.Fprintf(w, "day      %s without a day: write published: in the head, so that roles and rules are read as of it\n", areOf(undated, done))
	}
	if r != nil {
		fmt.Fprintf(w, "builds   with %s and %s: %s%s tells each\n", count(r.Errors, "error"), count(r.Warnings, "warning"), build.Called("check"), at(p.Site))
	}
	fmt.Fprintf(w, "next     %s\n", Next(p.Site))
}

// WriteJSON prints the same for a program.
func (p *Plan) WriteJSON(w io.Writer) error {
	type file struct {
		Action, Path                           string
		From, Title, Published, Publisher, URL string   `json:",omitempty"`
		Language, Rights, Encoding             string   `json:",omitempty"`
		Authors                                []string `json:",omitempty"`
		Words                                  int      `json:",omitempty"`
		Left                                   []string `json:",omitempty"`
	}
	out := struct {
		Site     string
		Files    []file
		Passed   int
		Problems []source.Problem
		Next     string
	}{Site: p.Site, Files: []file{}, Passed: p.Passed, Problems: p.Problems, Next: Next(p.Site)}
	for _, f := range p.Files {
		x := file{Action: f.Action, Path: f.Path}
		if a := f.Article; a != nil {
			x = file{f.Action, f.Path, a.From, a.Title, string(a.Day()), a.Publisher, a.URL.Text, a.Language, a.Rights.Text, a.Encoding, a.Authors, a.Words, a.Left}
		}
		out.Files = append(out.Files, x)
	}
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	return e.Encode(out)
}

// summary is what is known of an article, in a line.
func (a *Article) summary() string {
	var parts []string
	if a.Title != "" {
		parts = append(parts, "“"+a.Title+"”")
	} else {
		parts = append(parts, "no title: its first words")
	}
	orNone := func(value, none string) {
		if value == "" {
			value = none
		}
		parts = append(parts, value)
	}
	orNone(string(a.Day()), "no day found")
	orNone(a.Publisher, "no publisher found")
	if len(a.Authors) > 0 {
		parts = append(parts, "by "+strings.Join(a.Authors, ", "))
	}
	parts = append(parts, count(a.Words, "word"))
	if len(a.Left) > 0 {
		parts = append(parts, count(len(a.Left), "line")+" left out")
	}
	if a.Encoding != "" {
		parts = append(parts, a.Encoding)
	}
	return strings.Join(parts, " · ")
}

func areOf(n, all int) string {
	switch {
	case all == 1:
		return "the article is"
	case n == all:
		return fmt.Sprintf("all %d articles are", n)
	case n == 1:
		return fmt.Sprintf("1 of %d articles is", all)
	}
	return fmt.Sprintf("%d of %d articles are", n, all)
}

func count(n int, what string) string {
	if n != 1 {
		what += "s"
	}
	return fmt.Sprintf("%d %s", n, what)
}
