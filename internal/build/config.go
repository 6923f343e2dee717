// Package build conducts a build: it reads, annotates, models, plans and renders, in
// that order, remembers by content what is costly, and reports what it did.
//
// In: a Config. Out: a Result, the whole site as values; Publish puts one into a
// directory. Invariants: a build with memory and a clean build give the same bytes;
// an author's error stops a publish before the directory is touched.
package build

import (
	"cmp"
	"errors"
	"fmt"
	"path/filepath"
	"time"

	"glossator/internal/catalogue"
	"glossator/internal/meta"
)

// BadBase says what keeps words from being the address at which a site stands, and what
// to write; "" where nothing does, and of no words.
func BadBase(address string) string {
	if msg := meta.BadBase(address); address != "" && msg != "" {
		return msg + ": " + meta.AddressHint
	}
	return ""
}

// BadExports says what keeps words from telling what is made besides pages; "" where nothing
// does.
func BadExports(asked string) string {
	if _, unknown := catalogue.Exported(asked); unknown != "" {
		return fmt.Sprintf("%q: %s", unknown, catalogue.ExportsHint())
	}
	return ""
}

// Config is what to build, from where, to where. The zero value builds the current
// directory. The tags are read by the commands' flag library.
type Config struct {
	Site     string   `help:"Directory that holds content/, templates/ and static/ (default: this one)." default:"." placeholder:"DIR"`
	Articles []string `help:"Read articles from this directory instead of content/articles (may be given several times)." sep:"none" placeholder:"DIR"`
	Out      string   `help:"Directory to publish to (default: public)." default:"public" placeholder:"DIR"`
	BaseURL  string   `name:"base-url" help:"Address at which the site will stand." env:"BASE_URL" placeholder:"URL"`
	Drafts   bool     `help:"Make drafts part of the site."`
	Strict   bool     `help:"Let warnings fail the build. Drafts are never published strictly, nor is anything in spite of errors."`
	Clean    bool     `help:"Ignore what is remembered of earlier builds, and compare what is published byte for byte."`
	Force    bool     `help:"Publish in spite of errors, and into a directory that holds other files: those at addresses of the site are replaced."`
	Since    string   `help:"Compare with an earlier publish, its folder or its data/site.json: changes.html and the feed tell what changed." placeholder:"DIR|FILE"`
	Exports  string   `help:"What to make besides pages: all, pages (nothing), or names with commas: cards, annotations, text, citations, embeds, markdown, json (default: cards,annotations)." placeholder:"NAMES"`

	Cache    string                              `kong:"-"` // folder in which is kept what later processes need not find again; "" for none
	Now      func() time.Time                    `kong:"-"` // the clock, for the times in the report; nil for none
	Progress func(stage string, done, total int) `kong:"-"` // called while a stage goes on; nil for none
}

// errStrictDrafts tells of flags that are two different things.
var errStrictDrafts = errors.New("--strict never publishes drafts\n\thint: leave out --drafts, or take draft: true out of what is ready")

// Wrong tells what is wrong with a Config to publish by; nil where nothing is.
func (c *Config) Wrong() error {
	if c.Strict && c.Drafts {
		return errStrictDrafts
	}
	return nil
}

// forced tells whether errors don't stop a publish.
func (c *Config) forced() bool { return c.Force && !c.Strict }

// sources are the directories that the site is made of.
func (c *Config) sources() []string {
	all := append([]string{cmp.Or(c.Site, ".")}, c.Articles...)
	for _, dir := range []string{"content", "templates", "static"} {
		all = append(all, filepath.Join(c.Site, dir))
	}
	return all
}
