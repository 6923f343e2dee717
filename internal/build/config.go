// Package build conducts a build: it reads, annotates, models, plans and renders, in
// that order, remembers by content what is costly, and reports what it did.
//
// In: a Config. Out: a Result, the whole site as values; Publish puts one into a
// directory. Invariants: a build with memory and a clean build give the same bytes;
// an author's error stops a publish before the directory is touched.
package build

import "time"

// Config is what to build, from where, to where. The zero value builds the current
// directory. The tags are read by the commands' flag library.
type Config struct {
	Site     string   `help:"Directory that holds content/, templates/ and static/ (default: this one)." default:"." placeholder:"DIR"`
	Articles []string `help:"Read articles from this directory instead of content/articles (may be given several times)." sep:"none" placeholder:"DIR"`
	Out      string   `help:"Directory to publish to (default: public)." default:"public" placeholder:"DIR"`
	BaseURL  string   `name:"base-url" help:"Address at which the site will stand." env:"BASE_URL" placeholder:"URL"`
	Drafts   bool     `help:"Make drafts part of the site."`
	Strict   bool     `help:"Let warnings fail the build."`
	Clean    bool     `help:"Ignore what is remembered of earlier builds."`
	Force    bool     `help:"Publish in spite of errors, and into a directory that holds other files."`
	Exports  string   `help:"What to make besides pages: all, or pages (no link-preview images, no machine formats of each article)." placeholder:"all|pages"`

	Now      func() time.Time                    `kong:"-"` // the clock, for the times in the report; nil for none
	Progress func(stage string, done, total int) `kong:"-"` // called while a stage goes on; nil for none
}
