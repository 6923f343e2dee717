package main

import (
	"context"
	"fmt"
	"io"
	"os/exec"
	"slices"
	"strconv"
	"strings"
)

// matching times the finding of names on one processor.
func (b *bench) matching(ctx context.Context, w io.Writer) error {
	fmt.Fprint(w, "Finding names, tokenizing and folding included, on one processor\n\n")
	return b.goBench(ctx, w, "lexicon", "^BenchmarkMatches$")
}

// searchIndex times the making of the search index in memory.
func (b *bench) searchIndex(ctx context.Context, w io.Writer) error {
	fmt.Fprint(w, "Making the search index of so many articles, on one processor\n\n")
	return b.goBench(ctx, w, "search", "^BenchmarkBuild$")
}

// goBench runs one of the product's own benchmarks, and writes the medians.
func (b *bench) goBench(ctx context.Context, w io.Writer, pkg, pattern string) error {
	cmd := exec.CommandContext(ctx, "go", "test", "-run", "^$", "-bench", pattern, "-cpu", "1", "-count", strconv.Itoa(b.Runs), "./internal/"+pkg)
	cmd.Dir = product
	out, err := cmd.CombinedOutput()
	if err != nil {
		return fmt.Errorf("%s: %w\n%s", strings.Join(cmd.Args, " "), err, out)
	}
	results := readBenchmarks(string(out))
	units := benchUnits(results)
	line(w, append([]string{""}, units...)...)
	line(w, slices.Repeat([]string{"---"}, len(units)+1)...)
	for _, r := range results {
		cells := []string{r.name}
		for _, u := range units {
			cells = append(cells, compact(median(r.values[u])))
		}
		line(w, cells...)
	}
	fmt.Fprintln(w)
	return nil
}

// benchmark is one of Go's benchmarks: its values by unit, one of each run.
type benchmark struct {
	name   string
	values map[string][]float64
}

// readBenchmarks reads what "go test -bench" prints: lines of a name, a count, and
// pairs of a value and its unit.
func readBenchmarks(out string) []*benchmark {
	var all []*benchmark
	for l := range strings.Lines(out) {
		f := strings.Fields(l)
		if len(f) < 4 || !strings.HasPrefix(f[0], "Benchmark") {
			continue
		}
		i := slices.IndexFunc(all, func(b *benchmark) bool { return b.name == f[0] })
		if i < 0 {
			i, all = len(all), append(all, &benchmark{f[0], map[string][]float64{}})
		}
		for k := 2; k+1 < len(f); k += 2 {
			if v, err := strconv.ParseFloat(f[k], 64); err == nil {
				unit := f[k+1]
				if unit == "ns/op" {
					unit, v = "ms", v/1e6
				}
				all[i].values[unit] = append(all[i].values[unit], v)
			}
		}
	}
	return all
}

// benchUnits are the units of all, the time first.
func benchUnits(all []*benchmark) []string {
	var units []string
	for _, b := range all {
		for u := range b.values {
			units = append(units, u)
		}
	}
	slices.SortFunc(units, func(a, b string) int {
		if (a == "ms") != (b == "ms") {
			return map[bool]int{true: -1, false: 1}[a == "ms"]
		}
		return strings.Compare(a, b)
	})
	return slices.Compact(units)
}

// compact writes three digits that count, or all of a large number.
func compact(v float64) string {
	if v >= 1000 {
		return thousands(int(v + .5))
	}
	return strconv.FormatFloat(v, 'g', 3, 64)
}
