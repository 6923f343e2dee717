// Mutate asks whether the tests would notice a mistake: it makes one on a random line at
// a time (a comparison, a number, a condition, a statement left out), runs the tests over
// the changed file, and tells which mistakes nobody noticed.
//
//	go run -C bench ./mutate --n 10 --seed 1 --more internal/annotate annotate/quote lexicon compare suggest export catalogue
//
// In: names of packages below internal/. Out: a line for each mistake that survived, and
// for each package the share that was noticed. No file is touched: go is given an overlay.
// A line is as likely to be drawn as any other that can be changed, and the same seed
// draws the same mistakes of the same code. What does not compile is drawn again. What
// changes nothing that can be seen ("x < 0" where x is never 0) counts as survived, so
// that no package can have all of them noticed.
package main

import (
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path"
	"strings"
)

func main() {
	var d draw
	flag.IntVar(&d.n, "n", 10, "how many lines of each package")
	flag.Uint64Var(&d.seed, "seed", 1, "which lines")
	root := flag.String("root", "..", "the module whose tests are asked")
	more := flag.String("more", "", `packages whose tests are asked when a package's own notice nothing ("internal/build cmd")`)
	flag.Parse()
	if err := run(os.Stdout, *root, d, strings.Fields(*more), flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "mutate:", err)
		os.Exit(1)
	}
}

// draw says how many lines are drawn and which.
type draw struct {
	n    int
	seed uint64
}

func run(w io.Writer, root string, d draw, more, packages []string) error {
	dir, err := os.MkdirTemp("", "mutate")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	var all count
	for _, p := range packages {
		t := trial{root: root, dir: dir, own: path.Join("internal", p), more: more}
		n, err := t.sample(w, d)
		if err != nil {
			return err
		}
		fmt.Fprintf(w, "%s: %s\n", p, n)
		all.tried, all.noticed = all.tried+n.tried, all.noticed+n.noticed
	}
	fmt.Fprintf(w, "all, seed %d: %s\n", d.seed, all)
	return nil
}

// count is how many mistakes were made, and how many of them were noticed.
type count struct{ tried, noticed int }

func (c count) String() string {
	return fmt.Sprintf("%d of %d noticed (%.0f %%)", c.noticed, c.tried, 100*float64(c.noticed)/float64(max(c.tried, 1)))
}

func (t *trial) sample(w io.Writer, d draw) (c count, err error) {
	lines, err := linesOf(t.root, t.own)
	if err != nil {
		return c, err
	}
	chance := rand.New(rand.NewPCG(d.seed, d.seed))
	chance.Shuffle(len(lines), func(i, j int) { lines[i], lines[j] = lines[j], lines[i] })
	for _, l := range lines {
		if c.tried == d.n {
			break
		}
		m := l[chance.IntN(len(l))]
		end, err := t.of(m)
		if err != nil {
			return c, err
		}
		switch end {
		case noticed:
			c.noticed++
		case survived:
			fmt.Fprintln(w, m)
		case unbuilt:
			continue
		}
		c.tried++
	}
	return c, nil
}
