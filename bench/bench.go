// Bench times whole commands on invented sites of any size, beside the
// nearest peers and beside the least that a publish can take.
//
// In: a Config. Out: tables in Markdown, with the machine they were made on. What is
// timed is a program as it is used: a built binary, started anew for each run, its
// time, processor time and peak memory told by the system. Invariants: a corpus is
// made of its seed and sizes alone, and its mentions are known exactly, so that what
// was timed is also checked; the commands take turns, so that a machine that slows
// down slows all of them; ratios are of runs of one round.
//
// Outputs are never deleted between runs on a disk: on some file systems (ext4 without
// a journal) the creation of files is many times slower for minutes after many were
// deleted, and what would be measured is that. They are left behind, or deleted at the
// end with Clean. On tmpfs they are deleted at once, since they are memory.
package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// Config says what to time and how.
type Config struct {
	N        []int         `name:"n" help:"How many articles (default: 100,1000,10000; for --growth 50000 too)." placeholder:"N"`
	E        int           `name:"e" help:"How many entries (default: 200)." default:"200" placeholder:"E"`
	Seed     uint64        `help:"What the corpus is made of (default: 1)." default:"1" placeholder:"SEED"`
	Runs     int           `help:"How many rounds after the first, which is not counted (default: 5)." default:"5" placeholder:"N"`
	Only     []string      `help:"What to time: cold, again, touched, pages, full, floor, hugo, eleventy; or also hugo-again, hugo-plain, hugo-regexp, eleventy-plain." placeholder:"NAME"`
	Dir      string        `help:"Directory for corpora and outputs, which are left there (default: a temporary one)." placeholder:"DIR"`
	Clean    bool          `help:"Delete them at the end. Then wait some minutes before the next run: see BENCHMARKS.md."`
	Calm     time.Duration `help:"How long to wait before each run for other programs to come to rest (default: 10s)." default:"10s" placeholder:"TIME"`
	Build    string        `help:"A built cmd/build to time (default: build it)." placeholder:"PATH"`
	Hugo     string        `help:"Hugo (default: the one on the PATH)." placeholder:"PATH"`
	Eleventy string        `help:"Eleventy: a folder node_modules that holds it, the one above, or a program (default: the one on the PATH)." placeholder:"PATH"`

	Growth      bool `help:"Time publishing at more and more articles and entries instead, and with an entry that all of them mention." group:"Instead of the comparison:"`
	Live        bool `help:"Time the preview instead: from a save to the new page being served." group:"Instead of the comparison:"`
	Edits       int  `help:"How many edits of each kind --live makes (default: 20)." default:"20" placeholder:"N" group:"Instead of the comparison:"`
	Matching    bool `help:"Time the finding of names alone." group:"Instead of the comparison:"`
	SearchIndex bool `help:"Time the making of the search index alone." group:"Instead of the comparison:"`
	Whole       bool `help:"Measure all that BENCHMARKS.md tells." group:"Instead of the comparison:"`
	Profile     bool `help:"Profile a cold publish: where processor time and memory go." group:"Instead of the comparison:"`

	Report string `help:"A Markdown file: what stands between the marks <!-- measured: NAME --> and <!-- end --> becomes what was measured." placeholder:"FILE" group:"Where to:"`
	Graph  string `help:"A file for the graph of --growth, as SVG." placeholder:"FILE" group:"Where to:"`

	Line string    `kong:"-"` // the command, as it can be repeated
	Log  io.Writer `kong:"-"` // is told what goes on; nil for nobody
}

// Check refuses what cannot be timed.
func (c *Config) Check() error {
	for _, name := range c.Only {
		if !slices.ContainsFunc(Tasks, func(t [2]string) bool { return t[0] == name }) {
			return fmt.Errorf("--only %q: write %s", name, strings.Join(names(), ", "))
		}
	}
	switch {
	case c.E < 12:
		return fmt.Errorf("--e %d: at least 12 entries are needed", c.E)
	case c.Runs < 1 || c.Edits < 1:
		return errors.New("--runs and --edits: at least 1 is needed")
	case slices.ContainsFunc(c.N, func(n int) bool { return n < 1 }):
		return errors.New("--n: at least 1 article is needed")
	}
	return nil
}

// names are the names of all tasks.
func names() []string {
	var out []string
	for _, t := range Tasks {
		out = append(out, t[0])
	}
	return out
}

// bench is a Config made ready.
type bench struct {
	Config
	only     []string
	self     string // this program
	root     string // of what this run writes
	memory   bool   // root is in memory
	hugo     string // a program; "" for none
	eleventy string // a program, or a word for "node runs it"; "" for none
	modules  string // folder of Eleventy's packages, where node runs it
	build    string
	panels   []panel // of the graph of growth
}

// start makes ready what every measurement needs.
func start(cfg Config) (*bench, error) {
	b := &bench{Config: cfg, build: cfg.Build}
	if b.Log == nil {
		b.Log = io.Discard
	}
	if len(cfg.Only) > 0 {
		b.only = cfg.Only
	} else if b.comparing() {
		b.only = usual
	}
	var err error
	if b.self, err = os.Executable(); err != nil {
		return nil, err
	}
	if b.Dir != "" {
		if err := os.MkdirAll(b.Dir, 0o777); err != nil {
			return nil, err
		}
	}
	if b.root, err = os.MkdirTemp(b.Dir, "bench-"); err != nil {
		return nil, err
	}
	if b.root, err = filepath.Abs(b.root); err != nil {
		return nil, err
	}
	b.memory = fileSystem(b.root) == "tmpfs"
	b.findPeers()
	switch {
	case b.build != "":
		b.build, err = lookPath(b.build)
	case b.comparing() || b.Growth || b.Profile:
		b.build, err = b.compile("build")
	}
	return b, err
}

// comparing tells whether nothing else is asked for than to compare.
func (b *bench) comparing() bool {
	return !b.Growth && !b.Live && !b.Matching && !b.SearchIndex && !b.Profile || b.Whole
}

// product is the folder of the module that is timed, from that of this one.
const product = ".."

// compile builds one of the product's commands.
func (b *bench) compile(name string) (string, error) {
	bin := filepath.Join(b.root, "bin", name)
	cmd := exec.Command("go", "build", "-o", bin, "./cmd/"+name)
	cmd.Dir = product
	if out, err := cmd.CombinedOutput(); err != nil {
		return "", fmt.Errorf("building cmd/%s: %w\n%s", name, err, out)
	}
	return bin, nil
}

// lookPath finds a program, wherever a command will be run.
func lookPath(name string) (string, error) {
	p, err := exec.LookPath(name)
	if err != nil {
		return "", err
	}
	return filepath.Abs(p)
}

// findPeers finds Hugo and Eleventy; who is not there is left out.
func (b *bench) findPeers() {
	name := b.Hugo
	if name == "" {
		name = "hugo"
	}
	if p, err := lookPath(name); err == nil {
		b.hugo = p
	} else if b.Hugo != "" || b.asked("hugo") {
		fmt.Fprintf(b.Log, "no Hugo: %v\n", err)
	}
	for _, dir := range []string{b.Eleventy, filepath.Join(b.Eleventy, "node_modules")} {
		if _, err := os.Stat(filepath.Join(dir, filepath.FromSlash(eleventyMain))); err == nil && b.Eleventy != "" {
			b.modules, _ = filepath.Abs(dir)
			b.eleventy = "node"
			return
		}
	}
	name = b.Eleventy
	if name == "" {
		name = "eleventy"
	}
	if p, err := lookPath(name); err == nil {
		b.eleventy = p
	} else if b.Eleventy != "" || b.asked("eleventy") {
		fmt.Fprintf(b.Log, "no Eleventy: %v\n", err)
	}
}

// asked tells whether some task of a tool is to be run.
func (b *bench) asked(tool string) bool {
	return slices.ContainsFunc(b.only, func(name string) bool { return name == tool || strings.HasPrefix(name, tool+"-") })
}

// tools tells the versions of what was timed beside our own.
func (b *bench) tools() string {
	var out []string
	if b.hugo != "" && (b.Growth || b.asked("hugo")) {
		out = append(out, "Hugo "+version(b.hugo, "version"))
	}
	if b.eleventy != "" && b.asked("eleventy") {
		c := b.eleventyCommand("", "", "")
		at := slices.Index(c.Args, "--config")
		if b.modules != "" {
			c.Args[1] = filepath.Join(b.modules, filepath.FromSlash(eleventyMain))
			out = append(out, fmt.Sprintf("Eleventy %s (Node %s)", version("node", c.Args[1], "--version"), version("node", "--version")))
		} else {
			out = append(out, "Eleventy "+version(c.Args[0], append(c.Args[1:at:at], "--version")...))
		}
	}
	return strings.Join(out, ", ")
}

// end deletes what was written, or says where it is. After a failure it is kept.
func (b *bench) end(failed error) {
	if failed == nil && (b.Clean || b.memory) {
		os.RemoveAll(b.root)
		return
	}
	if os.Remove(b.root) == nil {
		return // it was empty
	}
	fmt.Fprintf(b.Log, "corpora and outputs are left in %s\n", b.root)
}

// Run measures what was asked for, and writes what it came to.
func Run(ctx context.Context, cfg Config, w io.Writer) (err error) {
	b, err := start(cfg)
	if err != nil {
		return err
	}
	defer func() { b.end(err) }()
	for _, p := range []part{
		{"publishing", cfg.Whole || b.comparing(), b.compare},
		{"growth", cfg.Whole || cfg.Growth, b.growth},
		{"preview", cfg.Whole || cfg.Live, b.live},
		{"names", cfg.Whole || cfg.Matching, b.matching},
		{"search", cfg.Whole || cfg.SearchIndex, b.searchIndex},
		{"profile", cfg.Profile, b.profile},
	} {
		if !p.asked {
			continue
		}
		var told bytes.Buffer
		if err := p.do(ctx, io.MultiWriter(w, &told)); err != nil {
			return err
		}
		if err := b.report(p.name, told.String()); err != nil {
			return err
		}
	}
	return nil
}

// part is something to measure, under the name that it has in a report.
type part struct {
	name  string
	asked bool
	do    func(context.Context, io.Writer) error
}

// report puts what a part came to into the file that was named, between its marks.
func (b *bench) report(name, told string) error {
	if b.Report == "" {
		return nil
	}
	data, err := os.ReadFile(b.Report)
	if err != nil {
		return err
	}
	open := "<!-- measured: " + name + " -->\n"
	before, rest, ok := strings.Cut(string(data), open)
	_, after, ended := strings.Cut(rest, "<!-- end -->")
	if !ok || !ended {
		return fmt.Errorf("%s has no place for what was measured: write %s and <!-- end -->", b.Report, strings.TrimSpace(open))
	}
	return os.WriteFile(b.Report, []byte(before+open+strings.TrimSpace(told)+"\n<!-- end -->"+after), 0o666)
}

// sizes are the numbers of articles asked for, or else the usual ones.
func (b *bench) sizes(usual ...int) []int {
	if len(b.N) > 0 {
		return b.N
	}
	return usual
}
