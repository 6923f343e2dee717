package build

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"glossator/internal/site"
	"glossator/internal/source"
)

// Report is what a build did.
type Report struct {
	Read       int // files
	Articles   int
	Entries    int
	Mentions   int
	Annotated  int // documents annotated anew
	Rendered   int // pages rendered anew
	Written    int
	Kept       int
	Removed    int
	Errors     int
	Warnings   int
	Notes      int
	Private    *Private `json:",omitempty"` // what was published that is not for publishing; nil for nothing
	Stages     []Stage
	Lacking    []Lacking         `json:",omitempty"` // languages of the site in which something cannot be read
	Translated []site.Translated `json:",omitempty"` // the site's other languages, and how much of it they have
	NoCard     int               `json:",omitempty"` // articles without an image for link previews: its fonts lack their letters
	NoOEmbed   int               `json:",omitempty"` // pages for other sites' pages of which no oEmbed answer tells, since the site's address is not known
	Problems   []source.Problem
}

// Lacking is a language, and what cannot be read in it, for people.
type Lacking struct {
	Language string
	Lacks    []string
}

// Stage is one stage and the time it took.
type Stage struct {
	Name string
	Took time.Duration
}

// clock times stages; without a clock it keeps none.
type clock struct {
	now  func() time.Time
	last time.Time
}

func (c *clock) start() {
	if c.now != nil {
		c.last = c.now()
	}
}

// done ends the running stage and begins the next.
func (r *Report) done(c *clock, name string) {
	if c.now == nil {
		return
	}
	t := c.now()
	r.Stages = append(r.Stages, Stage{name, t.Sub(c.last)})
	c.last = t
}

// count sorts and counts problems.
func (r *Report) count(problems []source.Problem) {
	r.Problems = source.SortProblems(slices.Clone(problems))
	r.Errors, r.Warnings, r.Notes = 0, 0, 0
	for _, p := range r.Problems {
		switch p.Severity {
		case source.Error:
			r.Errors++
		case source.Warning:
			r.Warnings++
		default:
			r.Notes++
		}
	}
}

// WriteProblems prints every problem; notes only when asked for.
func (r *Report) WriteProblems(w io.Writer, notes bool) {
	for _, p := range r.Problems {
		if notes || p.Severity != source.Note {
			fmt.Fprintln(w, p)
		}
	}
}

// WriteText prints the report as a person reads it.
func (r *Report) WriteText(w io.Writer) {
	fmt.Fprintf(w, "read       %s: %s, %s\n", plural(r.Read, "file"), plural(r.Articles, "article"), plural(r.Entries, "entry"))
	fmt.Fprintf(w, "annotated  %s, %s\n", plural(r.Annotated, "document"), plural(r.Mentions, "mention"))
	for _, l := range r.Lacking {
		fmt.Fprintf(w, "language   %s: not read in it: %s\n", l.Language, strings.Join(l.Lacks, "; "))
	}
	for _, t := range r.Translated {
		fmt.Fprintf(w, "translated %s: %d of %s, %d of %s, %d of %s\n", t.Language, t.Articles, plural(t.OfArticles, "article"), t.Pages, plural(t.OfPages, "page"), t.Entries, plural(t.OfEntries, "entry"))
	}
	if r.NoCard > 0 {
		fmt.Fprintf(w, "cards      none of %s: their fonts lack letters of its title, its publisher or the site\n", plural(r.NoCard, "article"))
	}
	if r.NoOEmbed > 0 {
		fmt.Fprintf(w, "embeds     %s, without oEmbed: the site's address is not known (base_url)\n", plural(r.NoOEmbed, "page"))
	}
	fmt.Fprintf(w, "rendered   %s\n", plural(r.Rendered, "page"))
	fmt.Fprintf(w, "published  %d written, %d kept, %d removed\n", r.Written, r.Kept, r.Removed)
	fmt.Fprintf(w, "problems   %s, %s, %s\n", plural(r.Errors, "error"), plural(r.Warnings, "warning"), plural(r.Notes, "note"))
	if r.Private != nil {
		fmt.Fprintf(w, "private    %s\n", r.Private)
	}
	if len(r.Stages) > 0 {
		fmt.Fprint(w, "time      ")
		var total time.Duration
		for _, s := range r.Stages {
			fmt.Fprintf(w, " %s %s", s.Name, short(s.Took))
			total += s.Took
		}
		fmt.Fprintf(w, "; %s in all\n", short(total))
	}
}

// WriteJSON prints the report for a program.
func (r *Report) WriteJSON(w io.Writer) error {
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	return e.Encode(r)
}

func short(d time.Duration) string {
	if d < time.Second {
		return fmt.Sprintf("%.1f ms", float64(d.Microseconds())/1000)
	}
	return fmt.Sprintf("%.2f s", d.Seconds())
}

func plural(n int, what string) string {
	if n != 1 {
		if what == "entry" {
			return fmt.Sprintf("%d entries", n)
		}
		what += "s"
	}
	return fmt.Sprintf("%d %s", n, what)
}
