// Package cli is what the commands share: flags with the same words everywhere, and
// the printing of reports and problems.
//
// In: a struct of flags. Out: exit codes: 0 fine, 1 problems reported, 2 wrong usage.
// Only a command's main exits.
package cli

import (
	"errors"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/alecthomas/kong"
	"github.com/schollz/progressbar/v3"

	"glossator/internal/build"
	"glossator/internal/output"
)

// Exit codes.
const (
	Fine     = 0
	Problems = 1
	Usage    = 2
)

// Flags are the flags that every command has.
type Flags struct {
	build.Config
	Format  string           `help:"How problems and the report are printed: text (the default) or json." enum:"text,json" default:"text" placeholder:"text|json"`
	Quiet   bool             `help:"Print problems only." short:"q"`
	Verbose bool             `help:"Print notes for the editor too." short:"v"`
	Version kong.VersionFlag `help:"Print the version and exit."`
}

// Parse reads the command line into a struct that embeds Flags. It returns false,
// with the exit code, where the program should end: after --help, or on wrong usage.
func Parse(name, about string, flags any, args []string) (ok bool, code int) {
	ended := -1
	p, err := kong.New(flags, kong.Name(build.Called(name)), kong.Description(about), kong.Vars{"version": "glossator " + build.Version()},
		kong.UsageOnError(), kong.Exit(func(code int) { ended = code }))
	if err != nil {
		panic("cli: the flags of " + name + " are not well-formed: " + err.Error())
	}
	_, err = p.Parse(args)
	if ended >= 0 {
		return false, ended
	}
	if err != nil {
		fmt.Fprintf(os.Stderr, "%s: %v\n\thint: %s --help lists the flags\n", name, err, build.Called(name))
		return false, Usage
	}
	return true, Fine
}

// Clock gives the build a clock, and on a terminal a progress bar that appears when
// a build takes longer than a second.
func (f *Flags) Clock() {
	f.Now = time.Now
	if build.BadExports(f.Exports) != "" {
		return
	}
	f.Progress = Bar(f.Quiet || f.Format == "json")
}

// Bar is a progress bar on a terminal, which appears when work takes longer than a second;
// nil where nothing is to be seen.
func Bar(silent bool) func(name string, done, total int) {
	if info, err := os.Stderr.Stat(); err != nil || info.Mode()&os.ModeCharDevice == 0 || silent {
		return nil
	}
	began := time.Now()
	var bar *progressbar.ProgressBar
	stage := ""
	return progressLocked(func(name string, done, total int) {
		if time.Since(began) < time.Second {
			return
		}
		if bar == nil || stage != name {
			bar, stage = progressbar.NewOptions(total, progressbar.OptionSetDescription(name), progressbar.OptionSetWriter(os.Stderr),
				progressbar.OptionClearOnFinish(), progressbar.OptionThrottle(100*time.Millisecond)), name
		}
		_ = bar.Set(done)
		if done >= total-16 {
			_ = bar.Clear()
		}
	})
}

// Check refuses values that no flag type refuses.
func (f *Flags) Check() error {
	if msg := build.BadExports(f.Exports); msg != "" {
		return fmt.Errorf("--exports %s", msg)
	}
	if msg := build.BadBase(f.BaseURL); msg != "" {
		return fmt.Errorf("--base-url (or BASE_URL of the environment): %s", msg)
	}
	return nil
}

// Print prints what a build did. Problems go to errs in text, everything to out in
// JSON.
func (f *Flags) Print(out, errs io.Writer, r *build.Report) {
	if f.Format == "json" {
		_ = r.WriteJSON(out)
		return
	}
	r.WriteProblems(errs, f.Verbose)
	if !f.Quiet {
		r.WriteText(out)
	}
}

// Fail prints the world's failure, with what to do where that is known.
func Fail(name string, err error) int {
	fmt.Fprintf(os.Stderr, "%s: %v\n", name, err)
	if hint := hint(err); hint != "" {
		fmt.Fprintf(os.Stderr, "\thint: %s\n", hint)
	}
	var by Interrupted
	if errors.As(err, &by) {
		return by.code()
	}
	var refused *output.Refused
	if errors.As(err, &refused) {
		return Usage
	}
	return Problems
}

// hint says what to do about a failure; "" where that is not known.
func hint(err error) string {
	var foreign *output.Foreign
	var refused *output.Refused
	var blocked *output.Blocked
	var busy *output.Busy
	switch {
	case errors.As(err, &foreign):
		return "name an empty directory with --out, or add --force to publish beside them; if all of it was published from here, delete it"
	case errors.As(err, &refused):
		return refused.Hint
	case errors.As(err, &blocked):
		return "move it out of the directory, or remove it"
	case errors.As(err, &busy):
		return "wait until that build is done, or stop it"
	}
	return ""
}
