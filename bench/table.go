package main

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"time"
)

// row is what a task came to.
type row struct {
	name, what string
	samples    []Sample // by round
	files      int
	bytes      int64
	checked    string // "right", "**wrong**", or "" where there is nothing to check
}

// table is what the tasks came to.
type table struct {
	runs  int
	rows  []*row
	noisy int      // runs begun while other programs were busy
	wrong []string // what the checks found
}

// describe writes what the tables are made on.
func (b *bench) describe(w io.Writer) {
	fmt.Fprintf(w, "%s.", machine(b.root))
	if tools := b.tools(); tools != "" {
		fmt.Fprintf(w, " %s.", tools)
	}
	fmt.Fprintf(w, " Median of %d after a warm-up, least to most in parentheses; the commands in turns.\n\n", b.Runs)
	fmt.Fprintf(w, "    %s\n", b.Line)
}

// write writes the table of a comparison.
func (t *table) write(w io.Writer) {
	ref := t.row(reference)
	head := []string{"", "wall s", "CPU s", "peak MiB", "files", "MB", "links"}
	if ref != nil {
		head = append(head, "wall ÷ Hugo", "peak ÷ Hugo")
	}
	line(w, head...)
	line(w, slices.Repeat([]string{"---"}, len(head))...)
	for _, r := range t.rows {
		wall, cpu, peak := r.values(wallOf), r.values(cpuOf), r.values(peakOf)
		cells := []string{r.what, spread(wall, seconds), seconds(median(cpu)), fmt.Sprintf("%.0f", median(peak)/(1<<20)),
			fmt.Sprint(r.files), fmt.Sprintf("%.1f", float64(r.bytes)/1e6), r.checked}
		if ref != nil {
			cells = append(cells, spread(ratios(wall, ref.values(wallOf)), ratio), ratio(median(ratios(peak, ref.values(peakOf)))))
		}
		line(w, cells...)
	}
	cold := t.row("cold")
	for _, again := range []struct{ name, when string }{{"again", "again"}, {"touched", "again with one article changed"}} {
		if r := t.row(again.name); r != nil && cold != nil {
			fmt.Fprintf(w, "\nPublishing %s takes %s of a cold publish.\n", again.when, spread(ratios(r.values(wallOf), cold.values(wallOf)), ratio))
		}
	}
	if floor := t.row("floor"); floor != nil && cold != nil {
		fmt.Fprintf(w, "\nA cold publish takes %s times as long as the floor.\n", spread(ratios(cold.values(wallOf), floor.values(wallOf)), ratio))
	}
	t.remarks(w)
}

// remarks writes what makes the figures doubtful.
func (t *table) remarks(w io.Writer) {
	if t.noisy > 0 {
		fmt.Fprintf(w, "\nOther programs were busy when %d of %d runs began.\n", t.noisy, len(t.rows)*(t.runs+1))
	}
	for _, s := range t.wrong {
		fmt.Fprintf(w, "\nWrong: %s\n", s)
	}
}

// row finds the row of a task that was run, or nil.
func (t *table) row(name string) *row {
	for _, r := range t.rows {
		if r.name == name {
			return r
		}
	}
	return nil
}

// Wall and CPU in seconds, peak in bytes.
func wallOf(s Sample) float64 { return s.Wall.Seconds() }
func cpuOf(s Sample) float64  { return s.CPU.Seconds() }
func peakOf(s Sample) float64 { return float64(s.Peak) }

func (r *row) values(of func(Sample) float64) []float64 {
	out := make([]float64, len(r.samples))
	for i, s := range r.samples {
		out[i] = of(s)
	}
	return out
}

// ratios divides round by round.
func ratios(a, b []float64) []float64 {
	out := make([]float64, min(len(a), len(b)))
	for i := range out {
		out[i] = a[i] / b[i]
	}
	return out
}

func median(v []float64) float64 { return percentile(v, 50) }

// percentile is the nearest-rank percentile, for the median of an even number the mean
// of the middle two; 0 of nothing.
func percentile(v []float64, p int) float64 {
	if len(v) == 0 {
		return 0
	}
	v = slices.Sorted(slices.Values(v))
	if p == 50 && len(v)%2 == 0 {
		return (v[len(v)/2-1] + v[len(v)/2]) / 2
	}
	return v[max(0, (len(v)*p+99)/100-1)]
}

// spread is the median with the least and the most.
func spread(v []float64, format func(float64) string) string {
	if len(v) == 0 {
		return ""
	}
	return fmt.Sprintf("%s (%s–%s)", format(median(v)), format(slices.Min(v)), format(slices.Max(v)))
}

// seconds writes three digits that count.
func seconds(s float64) string {
	switch {
	case s < .9995:
		return fmt.Sprintf("%.3f", s)
	case s < 99.95:
		return fmt.Sprintf("%.2f", s)
	}
	return fmt.Sprintf("%.0f", s)
}

func ratio(r float64) string {
	if r < 9.995 {
		return fmt.Sprintf("%.2f", r)
	}
	return fmt.Sprintf("%.1f", r)
}

// milliseconds writes a time for people to compare.
func milliseconds(ms float64) string {
	if ms < 10 {
		return fmt.Sprintf("%.1f", ms)
	}
	return fmt.Sprintf("%.0f", ms)
}

func inMilliseconds(d time.Duration) float64 { return d.Seconds() * 1000 }

// thousands writes a number with commas.
func thousands(n int) string {
	s := fmt.Sprint(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// line writes a row of a table.
func line(w io.Writer, cells ...string) {
	fmt.Fprintf(w, "| %s |\n", strings.Join(cells, " | "))
}
