package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// task is a command that is timed in every round.
type task struct {
	name    string
	what    string // in the table
	command func(out string) Command
	fixed   string // where it writes, each time; "" for a fresh folder
	before  func(round int) error
	check   func(out string) error
}

// Tasks are the names of the tasks, in the order of the table, and what they are.
var Tasks = [][2]string{
	{"cold", "publish, as it comes"},
	{"again", "publish again, nothing changed"},
	{"touched", "publish again, one article changed"},
	{"pages", "publish, `--exports pages`"},
	{"full", "publish, `--exports all`"},
	{"floor", "floor: read the input, write as many bytes"},
	{"hugo", "Hugo, links by `strings.ReplacePairs`"},
	{"hugo-again", "Hugo, the same over its last output"},
	{"hugo-plain", "Hugo, without links in the text"},
	{"hugo-regexp", "Hugo, links by one big `replaceRE`"},
	{"eleventy", "Eleventy, links by one big `RegExp`"},
	{"eleventy-plain", "Eleventy, without links in the text"},
}

// usual are the tasks that run when none are named.
var usual = []string{"cold", "again", "touched", "pages", "full", "floor", "hugo", "eleventy"}

// reference is the task whose time and memory the others are compared with.
const reference = "hugo"

// described is what Tasks says of a task.
func described(name string) string {
	i := slices.IndexFunc(Tasks, func(t [2]string) bool { return t[0] == name })
	return Tasks[i][1]
}

// prepare lays a corpus out for the tasks that were asked for and are possible.
func (b *bench) prepare(c *Corpus, root string) ([]task, error) {
	var tasks []task
	for _, name := range b.only {
		tool, how, _ := strings.Cut(name, "-")
		prepare := b.ownTask
		switch tool {
		case "hugo":
			prepare = b.hugoTask
		case "eleventy":
			prepare = b.eleventyTask
		}
		if tool == "hugo" && b.hugo == "" || tool == "eleventy" && b.eleventy == "" {
			continue
		}
		t := task{name: name, what: described(name)}
		if err := prepare(&t, c, how, root); err != nil {
			return nil, err
		}
		tasks = append(tasks, t)
	}
	return tasks, nil
}

func (b *bench) hugoTask(t *task, c *Corpus, how, root string) error {
	dir := filepath.Join(root, "hugo")
	t.command = func(out string) Command { return b.hugoCommand(dir, how, out) }
	t.check = checkOf(c, how)
	if how == "again" {
		t.fixed = filepath.Join(root, "hugo-again")
	}
	return once(dir, c.WriteHugo)
}

func (b *bench) eleventyTask(t *task, c *Corpus, how, root string) error {
	dir := filepath.Join(root, "eleventy")
	t.command = func(out string) Command { return b.eleventyCommand(dir, how, out) }
	t.check = checkOf(c, how)
	if err := once(dir, c.WriteEleventy); err != nil {
		return err
	}
	return b.linkModules(dir)
}

// checkOf checks what a peer wrote.
func checkOf(c *Corpus, how string) func(out string) error {
	f := peer
	if how == "plain" {
		f = plain
	}
	return func(out string) error { return c.Check(out, f, stepOf(c)) }
}

// stepOf tells of how many articles one is looked at.
func stepOf(c *Corpus) int {
	if c.N >= 10000 {
		return c.N / 1000
	}
	return 1
}

// once lays the corpus out unless it was.
func once(dir string, write func(string) error) error {
	if _, err := os.Stat(dir); err == nil {
		return nil
	}
	return write(dir)
}

// ownTask makes a task of this project's program, or of the floor, which reads what it
// reads and writes as much as it wrote.
func (b *bench) ownTask(t *task, c *Corpus, _, root string) error {
	site, last := filepath.Join(root, "site"), filepath.Join(root, "again")
	if err := once(site, c.WriteSite); err != nil {
		return err
	}
	t.command = func(out string) Command { return b.buildCommand(site, out) }
	t.check = func(out string) error { return c.Check(out, ours, stepOf(c)) }
	switch t.name {
	case "pages", "full":
		exports := map[string]string{"pages": "pages", "full": "all"}[t.name]
		t.command = func(out string) Command { return b.buildCommand(site, out, "--exports", exports) }
	case "touched":
		return b.touched(t, c, root)
	case "again":
		t.fixed = last
		t.check = func(out string) error { return b.checkAgain(site, out) }
		return once(last, func(string) error { return b.publish(site, last) })
	case "floor":
		manifest := filepath.Join(root, "manifest")
		t.check = nil
		t.command = func(out string) Command {
			return Command{Args: []string{b.self, floorTool, filepath.Join(site, "content"), manifest, out}}
		}
		if err := once(last, func(string) error { return b.publish(site, last) }); err != nil {
			return err
		}
		return writeManifest(last, manifest)
	}
	return nil
}

// touched publishes a site of its own over its last output, an article of which gets a
// paragraph more before each round.
func (b *bench) touched(t *task, c *Corpus, root string) error {
	site := filepath.Join(root, "touched-site")
	t.fixed = filepath.Join(root, "touched")
	t.command = func(out string) Command { return b.buildCommand(site, out) }
	a := c.Article(c.N / 2)
	t.check = func(out string) error { return holds(filepath.Join(out, "articles", a.Name+".html"), round(0)) }
	t.before = func(n int) error {
		f, err := os.OpenFile(filepath.Join(site, "content", "articles", a.Name+".md"), os.O_APPEND|os.O_WRONLY, 0)
		if err != nil {
			return err
		}
		_, err = fmt.Fprintf(f, "\n%s\n", round(n))
		return cmp.Or(err, f.Close())
	}
	if err := once(site, c.WriteSite); err != nil {
		return err
	}
	return once(t.fixed, func(string) error { return b.publish(site, t.fixed) })
}

// round is the paragraph that comes before a round.
func round(n int) string { return "The tide came again" + strings.Repeat(" and again", n) + "." }

// holds checks that a file holds words.
func holds(file, words string) error {
	data, err := os.ReadFile(file)
	if err == nil && !strings.Contains(string(data), words) {
		err = fmt.Errorf("%s does not hold %q", file, words)
	}
	return err
}

// buildCommand publishes a site. What a publish remembers is with its output: who begins
// with a fresh folder has nothing to remember.
func (b *bench) buildCommand(site, out string, more ...string) Command {
	return Command{Args: append([]string{b.build, "--site", site, "--out", out}, more...), Env: []string{remembers(out)}}
}

// remembers tells a command what folder it may remember things in: one beside that which it
// writes or reads.
func remembers(dir string) string { return "GLOSSATOR_CACHE=" + memoryOf(dir) }

func memoryOf(dir string) string { return dir + "-memory" }

// publish publishes a site, untimed.
func (b *bench) publish(site, out string, more ...string) error {
	_, err := b.measure(b.buildCommand(site, out, more...))
	return err
}

// checkAgain publishes once more, and wants nothing rendered and nothing written.
func (b *bench) checkAgain(site, out string) error {
	s, err := b.measure(b.buildCommand(site, out, "--format", "json"))
	if err != nil {
		return err
	}
	var r struct{ Rendered, Written, Kept int }
	if err := json.Unmarshal([]byte(s.printed), &r); err != nil {
		return fmt.Errorf("reading the report of a publish: %w", err)
	}
	if r.Rendered+r.Written > 0 || r.Kept == 0 {
		return fmt.Errorf("publishing again rendered %d pages and wrote %d files", r.Rendered, r.Written)
	}
	return nil
}

func (b *bench) hugoCommand(dir, how, out string) Command {
	config := map[string]string{"plain": "hugo.toml", "regexp": "hugo.toml,regexp.toml"}
	return Command{Dir: dir, Args: []string{b.hugo, "--quiet", "--config", cmp.Or(config[how], "hugo.toml,links.toml"), "-d", out}}
}

func (b *bench) eleventyCommand(dir, how, out string) Command {
	c := Command{Dir: dir, Args: []string{b.eleventy}}
	if b.modules != "" {
		c.Args = []string{"node", filepath.Join("node_modules", filepath.FromSlash(eleventyMain))}
	}
	c.Args = append(c.Args, "--config", "eleventy.config.cjs", "--quiet", "--output", out)
	if how != "plain" {
		c.Env = []string{"AUTOLINK=1"}
	}
	return c
}

// eleventyMain is Eleventy's program in a node_modules folder.
const eleventyMain = "@11ty/eleventy/cmd.cjs"

// linkModules puts the folder of packages where node looks for it.
func (b *bench) linkModules(dir string) error {
	link := filepath.Join(dir, "node_modules")
	if _, err := os.Lstat(link); err == nil || b.modules == "" {
		return nil
	}
	return os.Symlink(b.modules, link)
}
