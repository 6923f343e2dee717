package cmd_test

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"math/rand"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"glossator/internal/output"
)

// crash is a site published twice, to two addresses: every page of one differs from the
// other's. What a publish over it may leave behind is told apart by that.
type crash struct {
	program, site string
	one, two      map[string]string // the two sites, whole
	took          time.Duration     // a publish
}

const (
	first  = "https://one.example.org/"
	second = "https://two.example.org/"
)

// runCrashes holds the laws of what is left behind: when two publish at once, when one
// is killed, when it is interrupted.
func runCrashes(t *testing.T, bin string) {
	c := &crash{program: filepath.Join(bin, "glossator-build"), site: t.TempDir()}
	c.write(t, "content/site.yaml", "title: The island\nfacets:\n  - {id: who, dir: people, singular: person, plural: People, question: Who is this?}\n")
	c.write(t, "content/people/ana-luz.md", "---\nname: Ana Luz\n---\nAna Luz runs the ferry.\n")
	for i := range 30 {
		c.write(t, fmt.Sprintf("content/articles/a%d.md", i), fmt.Sprintf("---\ntitle: Crossing %d\nrights: own\n---\nAna Luz came on Monday with %d boats.\n", i, i))
	}
	c.one, c.two = c.fresh(t, first), c.fresh(t, second)
	t.Run("together", c.together)
	t.Run("killed", c.killed)
	t.Run("interrupted", c.interrupted)
	t.Run("waiting", c.waiting)
}

func (c *crash) write(t *testing.T, name, text string) {
	place := filepath.Join(c.site, filepath.FromSlash(name))
	if err := errors.Join(os.MkdirAll(filepath.Dir(place), 0o755), os.WriteFile(place, []byte(text), 0o644)); err != nil {
		t.Fatal(err)
	}
}

func (c *crash) build(out, base string) *exec.Cmd {
	command := exec.Command(c.program, "--site", c.site, "--out", out, "--quiet", "--exports", "pages", "--base-url", base)
	command.Stderr = new(bytes.Buffer)
	return command
}

// publish publishes, and that must end well.
func (c *crash) publish(t *testing.T, out, base string) {
	t.Helper()
	began := time.Now()
	if command := c.build(out, base); command.Run() != nil {
		t.Fatal(command.Stderr)
	}
	c.took = time.Since(began)
}

func (c *crash) fresh(t *testing.T, base string) map[string]string {
	out := filepath.Join(t.TempDir(), "public")
	c.publish(t, out, base)
	return tree(t, out)
}

// tree is every file in a folder, the manifest and what is hidden too.
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := map[string]string{}
	err := filepath.WalkDir(dir, func(p string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			rel, _ := filepath.Rel(dir, p)
			data, _ := os.ReadFile(p)
			all[filepath.ToSlash(rel)] = string(data)
		}
		return err
	})
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	return all
}

// alone tells of whatever stands beside a published folder.
func alone(t *testing.T, out string) {
	t.Helper()
	if files, _ := os.ReadDir(filepath.Dir(out)); len(files) > 1 {
		t.Errorf("left behind: %v", files)
	}
}

func (c *crash) together(t *testing.T) {
	rng := rand.New(rand.NewSource(3))
	out := filepath.Join(t.TempDir(), "public")
	for round := range 10 {
		if round%3 == 0 {
			os.RemoveAll(out)
		}
		a, b := c.build(out, first), c.build(out, second)
		if err := a.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(rng.Int63n(int64(c.took))))
		if err := b.Start(); err != nil {
			t.Fatal(err)
		}
		for _, one := range []*exec.Cmd{a, b} {
			said := one.Stderr.(*bytes.Buffer)
			if one.Wait() != nil && !strings.Contains(said.String(), "is publishing to") {
				t.Errorf("round %d: %s", round, said)
			}
		}
		if got := tree(t, out); !maps.Equal(got, c.one) && !maps.Equal(got, c.two) {
			t.Fatalf("round %d: the site is a mixture", round)
		}
		alone(t, out)
	}
}

func (c *crash) killed(t *testing.T) {
	rng := rand.New(rand.NewSource(5))
	out := filepath.Join(t.TempDir(), "public")
	cut := 0
	for round := range 12 {
		c.publish(t, out, first)
		b := c.build(out, second)
		if err := b.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(rng.Int63n(int64(c.took))))
		_ = b.Process.Kill()
		if b.Wait() != nil {
			cut++
		}
		got := tree(t, out)
		for p, data := range got {
			ours := p == output.Manifest || strings.HasPrefix(p, ".glossator-tmp-")
			if !ours && data != c.one[p] && data != c.two[p] {
				t.Fatalf("round %d: %s is neither the old nor the new one", round, p)
			}
		}
		for p := range c.one {
			if _, there := got[p]; !there {
				t.Fatalf("round %d: %s is missing", round, p)
			}
		}
		c.publish(t, out, second)
		if d := cmp.Diff(slices.Sorted(maps.Keys(c.two)), slices.Sorted(maps.Keys(tree(t, out)))); d != "" || !maps.Equal(c.two, tree(t, out)) {
			t.Fatalf("round %d: the next publish does not make it whole: %s", round, d)
		}
		alone(t, out)
	}
	if cut == 0 {
		t.Error("no publish was killed in time")
	}
}

func (c *crash) interrupted(t *testing.T) {
	for _, s := range []struct {
		signal syscall.Signal
		code   int
	}{{syscall.SIGINT, 130}, {syscall.SIGTERM, 143}} {
		stopped := false
		for try := 0; try < 10 && !stopped; try++ {
			out := filepath.Join(t.TempDir(), "public")
			c.publish(t, out, first)
			b := c.build(out, second)
			if err := b.Start(); err != nil {
				t.Fatal(err)
			}
			for until := time.Now().Add(10 * time.Second); time.Now().Before(until); time.Sleep(time.Millisecond) {
				if rooms, _ := filepath.Glob(filepath.Join(out, ".glossator-tmp-*")); len(rooms) > 0 {
					break // it writes
				}
			}
			_ = b.Process.Signal(s.signal)
			stopped = b.Wait() != nil
			got, want := tree(t, out), c.two
			if stopped {
				want = c.one
				if said := fmt.Sprint(b.Stderr); b.ProcessState.ExitCode() != s.code || !strings.Contains(said, "the published site is as it was") {
					t.Errorf("%v: it ended with %d and said %s", s.signal, b.ProcessState.ExitCode(), said)
				}
			}
			if !maps.Equal(got, want) {
				t.Fatalf("%v: the site is not as it was, or files are left behind", s.signal)
			}
		}
		if !stopped {
			t.Errorf("%v: no publish was interrupted in time", s.signal)
		}
	}
}

// waiting holds the place for longer than a build waits.
func (c *crash) waiting(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	c.publish(t, out, first)
	place, err := output.Claim(t.Context(), out, output.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer place.Release()
	b := c.build(out, second)
	if b.Run() == nil || b.ProcessState.ExitCode() != 1 {
		t.Errorf("it ended with %d", b.ProcessState.ExitCode())
	}
	if said, want := fmt.Sprint(b.Stderr), fmt.Sprintf("another build (process %d) is publishing to %s", os.Getpid(), out); !strings.Contains(said, want) {
		t.Errorf("it does not say %q, but %s", want, said)
	}
	if !maps.Equal(tree(t, out), c.one) {
		t.Error("it changed something")
	}
}
