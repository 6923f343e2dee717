// Package publish is the command build. It stands by itself, so that the program which
// publishes starts without what the other commands need.
package publish

import (
	"cmp"
	"errors"
	"os"

	"glossator/internal/build"
	"glossator/internal/cli"
)

const about = "Publishes the site: reads content/, marks every mention, and writes a folder that any static host serves."

var errTeacher = errors.New("--teacher says what is in a book\n\thint: say where the book is to be made: --edition DIR")

// Run runs the command build and returns its exit code.
func Run(args []string) int {
	cli.Sparing()
	var f struct {
		cli.Flags
		cli.Profile
		Edition string `help:"Make a book of the site (an EPUB, and a page for paper) in this directory, and publish nothing." placeholder:"DIR"`
		Teacher bool   `help:"The book of --edition has the answer keys (key: true)."`
	}
	if ok, code := cli.Parse("build", about, &f, args); !ok {
		return code
	}
	err := cmp.Or(f.Check(), f.Wrong())
	if err == nil && f.Teacher && f.Edition == "" {
		err = errTeacher
	}
	if err != nil {
		cli.Fail("build", err)
		return cli.Usage
	}
	stop, err := f.Start()
	if err != nil {
		return cli.Fail("build", err)
	}
	f.Clock()
	f.Cache = cli.CacheFolder()
	ctx, done := cli.UntilInterrupted()
	defer done()
	publish := func() (*build.Result, error) { return build.PublishUntil(ctx, f.Config) }
	if f.Edition != "" {
		publish = func() (*build.Result, error) {
			return build.BookUntil(ctx, f.Config, build.Book{Dir: f.Edition, Teacher: f.Teacher})
		}
	}
	r, err := publish()
	if err := stop(); err != nil {
		return cli.Fail("build", err)
	}
	if r != nil {
		f.Print(os.Stdout, os.Stderr, &r.Report)
	}
	switch {
	case err != nil:
		return cli.Fail("build", err)
	case !r.OK:
		return cli.Problems
	}
	return cli.Fine
}
