package command

import (
	"cmp"
	"os"

	"glossator/internal/build"
	"glossator/internal/cli"
)

const aboutBuild = "Publishes the site: reads content/, marks every mention, and writes a folder that any static host serves."

// Build runs the command build and returns its exit code.
func Build(args []string) int {
	cli.Sparing()
	var f struct {
		cli.Flags
		cli.Profile
	}
	if ok, code := cli.Parse("build", aboutBuild, &f, args); !ok {
		return code
	}
	if err := cmp.Or(f.Check(), f.Wrong()); err != nil {
		cli.Fail("build", err)
		return cli.Usage
	}
	stop, err := f.Start()
	if err != nil {
		return cli.Fail("build", err)
	}
	f.Clock()
	ctx, done := cli.UntilInterrupted()
	defer done()
	r, err := build.PublishUntil(ctx, f.Config)
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
