package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
	"syscall"
	"testing"

	"glossator/internal/build"
	"glossator/internal/output"
	"glossator/internal/source"
)

// said is what is printed to standard error and output meanwhile.
func said(t *testing.T, do func()) string {
	t.Helper()
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	out, errs := os.Stdout, os.Stderr
	os.Stdout, os.Stderr = w, w
	defer func() { os.Stdout, os.Stderr = out, errs }()
	text := make(chan string)
	go func() {
		all, _ := io.ReadAll(r)
		text <- string(all)
	}()
	do()
	w.Close()
	return <-text
}

func TestTheCommandLine(t *testing.T) {
	type flags struct {
		Flags
		Extra int `help:"So many."`
	}
	for _, c := range []struct {
		args []string
		ok   bool
		code int
		says string
	}{
		{nil, true, Fine, ""},
		{[]string{"-q", "--out", "x", "--extra", "3"}, true, Fine, ""},
		{[]string{"--help"}, false, Fine, "Usage: go run ./cmd/try"},
		{[]string{"--help"}, false, Fine, "So many."},
		{[]string{"--version"}, false, Fine, "glossator "},
		{[]string{"--nonesuch"}, false, Usage, "try: unknown flag --nonesuch"},
		{[]string{"--extra", "x"}, false, Usage, "hint: go run ./cmd/try --help lists the flags"},
		{[]string{"--format", "xml"}, false, Usage, "--format must be one of"},
		{[]string{"left", "over"}, false, Usage, "unexpected argument left"},
	} {
		var f flags
		var ok bool
		var code int
		text := said(t, func() { ok, code = Parse("try", "Tries.", &f, c.args) })
		if ok != c.ok || code != c.code || !strings.Contains(text, c.says) || c.says == "" && text != "" {
			t.Errorf("%q: %v, %d, says %q", c.args, ok, code, text)
		}
		if ok && len(c.args) > 0 && (!f.Quiet || f.Out != "x" || f.Extra != 3 || f.Format != "text" || f.Site != ".") {
			t.Errorf("%q: %+v", c.args, f)
		}
	}
}

func TestValuesThatNoFlagTypeRefuses(t *testing.T) {
	for _, c := range []struct{ exports, base, want string }{
		{"", "", ""}, {"all", "https://e.org/x/", ""}, {"pages", "", ""}, {"cards,text", "", ""},
		{"some", "", `--exports "some": write all, pages, or some of cards, annotations, text, citations, embeds, markdown, json`},
		{"", "e.org", "--base-url (or BASE_URL of the environment): "},
	} {
		f := Flags{Config: build.Config{Exports: c.exports, BaseURL: c.base}}
		switch err := f.Check(); {
		case c.want == "" && err == nil:
		case c.want == "" || err == nil || !strings.HasPrefix(err.Error(), c.want):
			t.Errorf("%q, %q: %v", c.exports, c.base, err)
		}
	}
}

func TestWhatIsPrinted(t *testing.T) {
	r := &build.Report{Articles: 3, Errors: 1, Notes: 1, Problems: []source.Problem{
		{Pos: source.Pos{Path: "a.md", Line: 1, Col: 2}, Rule: "bad", Msg: "an error"},
		{Pos: source.Pos{Path: "b.md", Line: 1, Col: 2}, Rule: "odd", Msg: "a note", Severity: source.Note}}}
	for _, c := range []struct {
		flags     Flags
		out, errs string // what each holds, parted by spaces
	}{
		{Flags{}, "articles", "error"},
		{Flags{Verbose: true}, "articles", "error note"},
		{Flags{Quiet: true}, "", "error"},
		{Flags{Quiet: true, Verbose: true}, "", "error note"},
		{Flags{Format: "json"}, "json error note", ""},
		{Flags{Format: "json", Quiet: true}, "json error note", ""},
	} {
		var out, errs bytes.Buffer
		c.flags.Print(&out, &errs, r)
		if got := holds(out.String()); got != c.out {
			t.Errorf("%+v: out holds %q: %s", c.flags, got, out.String())
		}
		if got := holds(errs.String()); got != c.errs {
			t.Errorf("%+v: errs holds %q: %s", c.flags, got, errs.String())
		}
	}
}

func holds(text string) string {
	var all []string
	for _, part := range []struct{ name, text string }{{"json", `"Articles":`}, {"articles", "3 articles"}, {"error", "an error"}, {"note", "a note"}} {
		if strings.Contains(text, part.text) {
			all = append(all, part.name)
		}
	}
	return strings.Join(all, " ")
}

// TestFailuresSayWhatToDo, and end with what a script can tell apart.
func TestFailuresSayWhatToDo(t *testing.T) {
	for _, c := range []struct {
		err  error
		code int
		hint string
	}{
		{errors.New("disk full"), Problems, ""},
		{&output.Foreign{Dir: "out", Files: []string{"a"}}, Problems, "--force"},
		{&output.Refused{Dir: "/", Why: "no", Hint: "name another"}, Usage, "name another"},
		{&output.Blocked{Dir: "out", Path: "a", By: "b"}, Problems, "move it out"},
		{&output.Busy{Dir: "out"}, Problems, "wait until that build is done"},
		{Interrupted{syscall.SIGINT}, 130, ""},
		{Interrupted{syscall.SIGTERM}, 143, ""},
	} {
		var code int
		text := said(t, func() { code = Fail("try", fmt.Errorf("building: %w", c.err)) })
		told, hint, hinted := strings.Cut(text, "\n\thint: ")
		if code != c.code || !strings.HasPrefix(told, "try: building: "+c.err.Error()) || hinted != (c.hint != "") || !strings.Contains(hint, c.hint) {
			t.Errorf("%v: %d, says %q", c.err, code, text)
		}
	}
}

// TestASignalEndsWhatIsDone: what waits for the context is told which signal came; what
// writes an author's files ends first, and tells of it then.
func TestASignalEndsWhatIsDone(t *testing.T) {
	ctx, stop := UntilInterrupted()
	defer stop()
	self, err := os.FindProcess(os.Getpid())
	if err != nil {
		t.Fatal(err)
	}
	if err := self.Signal(syscall.SIGTERM); err != nil {
		t.Skip("no such signal here: ", err)
	}
	<-ctx.Done()
	var by Interrupted
	if !errors.As(context.Cause(ctx), &by) || by.Signal != syscall.SIGTERM {
		t.Errorf("the cause is %v", context.Cause(ctx))
	}
	failed := errors.New("failed")
	if err := Whole(func() error { return failed }); err != failed {
		t.Errorf("a failure came out as %v", err)
	}
	if err := Whole(func() error { return nil }); err != nil {
		t.Errorf("nothing happened, and it says %v", err)
	}
}

func TestProfilesAreLeftWhereToldTo(t *testing.T) {
	dir := t.TempDir()
	p := Profile{CPUProfile: filepath.Join(dir, "cpu"), MemProfile: filepath.Join(dir, "mem")}
	stop, err := p.Start()
	if err != nil {
		t.Fatal(err)
	}
	if err := stop(); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"cpu", "mem"} {
		if info, err := os.Stat(filepath.Join(dir, name)); err != nil || info.Size() == 0 {
			t.Errorf("%s: %v, %v", name, info, err)
		}
	}
	if stop, err := new(Profile).Start(); err != nil || stop() != nil {
		t.Error("no profile was asked for, and there is a failure")
	}
	for _, p := range []Profile{{CPUProfile: filepath.Join(dir, "none", "cpu")}, {MemProfile: filepath.Join(dir, "none", "mem")}} {
		stop, err := p.Start()
		if err == nil {
			err = stop()
		}
		if err == nil || !strings.HasPrefix(err.Error(), "profiling: ") {
			t.Errorf("%+v: %v", p, err)
		}
	}
}

// TestTheEnvironmentDecidesOnGarbage where it says so.
func TestTheEnvironmentDecidesOnGarbage(t *testing.T) {
	percent := func() int {
		p := debug.SetGCPercent(100)
		debug.SetGCPercent(p)
		return p
	}
	defer debug.SetGCPercent(debug.SetGCPercent(77))
	for _, set := range []func(){Rarely, Sparing} {
		t.Setenv("GOGC", "50")
		debug.SetGCPercent(77)
		if set(); percent() != 77 {
			t.Errorf("GOGC is set, and garbage is collected at %d %%", percent())
		}
		t.Setenv("GOGC", "")
		if set(); percent() != rarely {
			t.Errorf("garbage is collected at %d %%", percent())
		}
	}
}

// TestTheBarIsForPeople: it is drawn on a terminal alone, and not where it would stand
// among what is printed for a program, or before a wrong flag is told.
func TestTheBarIsForPeople(t *testing.T) {
	terminal, err := os.OpenFile(os.DevNull, os.O_WRONLY, 0) // a device of characters, too
	if err != nil {
		t.Fatal(err)
	}
	defer terminal.Close()
	file, err := os.Create(filepath.Join(t.TempDir(), "log"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	defer func(errs *os.File) { os.Stderr = errs }(os.Stderr)
	for _, c := range []struct {
		to    *os.File
		flags Flags
		bar   bool
	}{
		{terminal, Flags{}, true},
		{terminal, Flags{Config: build.Config{Exports: "pages"}}, true},
		{terminal, Flags{Config: build.Config{Exports: "all"}}, true},
		{file, Flags{}, false},
		{terminal, Flags{Quiet: true}, false},
		{terminal, Flags{Format: "json"}, false},
		{terminal, Flags{Config: build.Config{Exports: "some"}}, false},
	} {
		os.Stderr = c.to
		if c.flags.Clock(); c.flags.Now == nil || (c.flags.Progress != nil) != c.bar {
			t.Errorf("%+v on %s: a bar %v", c.flags, c.to.Name(), c.flags.Progress != nil)
		}
	}
}
