package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// growth publishes more and more articles, then more and more entries, then articles
// that all mention one entry.
func (b *bench) growth(ctx context.Context, w io.Writer) error {
	b.describe(w)
	sizes := b.sizes(100, 1000, 10000, 50000)
	if err := b.growArticles(ctx, w, sizes); err != nil {
		return err
	}
	middle := sizes[min(1, len(sizes)-1)]
	if err := b.growEntries(ctx, w, middle); err != nil {
		return err
	}
	if b.Graph != "" {
		if err := os.WriteFile(b.Graph, []byte(graph(b.panels)), 0o666); err != nil {
			return err
		}
	}
	most := sizes[0]
	for _, n := range sizes {
		if n <= 10000 {
			most = max(most, n)
		}
	}
	return b.oneEntry(ctx, w, most)
}

// cold makes the task that publishes a corpus into a fresh folder.
func (b *bench) cold(name string, size Size) (task, error) {
	c := New(size)
	site := filepath.Join(b.root, name)
	fmt.Fprintf(b.Log, "%s articles, %s entries: laying them out\n", thousands(size.N), thousands(size.E))
	t := task{name: name, command: func(out string) Command { return b.buildCommand(site, out) }}
	t.check = func(out string) error { return c.Check(out, ours, stepOf(c)) }
	return t, c.WriteSite(site)
}

func (b *bench) growArticles(ctx context.Context, w io.Writer, sizes []int) error {
	var tasks []task
	for _, n := range sizes {
		t, err := b.cold(fmt.Sprintf("articles-%d", n), Size{Seed: b.Seed, N: n, E: b.E})
		if err != nil {
			return err
		}
		tasks = append(tasks, t)
	}
	peers, err := b.hugoAt(sizes)
	if err != nil {
		return err
	}
	t, err := b.rounds(ctx, append(tasks, peers...), filepath.Join(b.root, "out"))
	if err != nil {
		return err
	}
	own := t.rows[:len(sizes)]
	b.draw("articles", sizes, own, t.rows[len(sizes):])
	fmt.Fprintf(w, "\n%s entries, more and more articles. An article more: beside the smallest site.\n\n", thousands(b.E))
	line(w, "articles", "wall s", "peak MiB", "files", "MB", "ms an article", "KiB an article", "ms an article more", "KiB an article more", "links")
	line(w, slices.Repeat([]string{"---"}, 10)...)
	var times, peaks []float64
	first := t.rows[0]
	for i, r := range own {
		n := float64(sizes[i])
		wall, peak := median(r.values(wallOf)), median(r.values(peakOf))
		cells := []string{thousands(sizes[i]), spread(r.values(wallOf), seconds), fmt.Sprintf("%.0f", peak/(1<<20)), fmt.Sprint(r.files),
			fmt.Sprintf("%.1f", float64(r.bytes)/1e6), fmt.Sprintf("%.3f", 1000*wall/n), fmt.Sprintf("%.0f", peak/1024/n), "", "", r.checked}
		if more := n - float64(sizes[0]); more > 0 {
			ms := 1000 * (wall - median(first.values(wallOf))) / more
			kib := (peak - median(first.values(peakOf))) / 1024 / more
			times, peaks = append(times, ms), append(peaks, kib)
			cells[7], cells[8] = fmt.Sprintf("%.3f", ms), fmt.Sprintf("%.0f", kib)
		}
		line(w, cells...)
	}
	if len(times) > 1 {
		fmt.Fprintf(w, "\nThe dearest article more takes %s times as long as the cheapest, and %s times the memory.\n", ratio(unevenness(times)), ratio(unevenness(peaks)))
	}
	t.remarks(w)
	return nil
}

// hugoAt makes tasks of Hugo at each size, where it is there.
func (b *bench) hugoAt(sizes []int) (tasks []task, err error) {
	for _, n := range sizes {
		if b.hugo == "" || n > mostOfPeers {
			break
		}
		t := task{name: fmt.Sprintf("hugo-%d", n), what: described("hugo")}
		if err := b.hugoTask(&t, New(Size{Seed: b.Seed, N: n, E: b.E}), "", filepath.Join(b.root, t.name)); err != nil {
			return nil, err
		}
		tasks = append(tasks, t)
	}
	return tasks, nil
}

// mostOfPeers is how many articles a peer is given at most: more take it minutes.
const mostOfPeers = 10000

// draw adds to the graph what publishing took at each size, and what Hugo took.
func (b *bench) draw(of string, sizes []int, own, hugo []*row) {
	for _, p := range []struct {
		title string
		of    func(Sample) float64
	}{{"seconds", wallOf}, {"MiB at most", func(s Sample) float64 { return peakOf(s) / (1 << 20) }}} {
		lines := []drawn{{name: "Glossator"}}
		if len(hugo) > 0 {
			lines = append(lines, drawn{name: "Hugo"})
		}
		for k, rows := range [][]*row{own, hugo} {
			for i, r := range rows {
				lines[k].points = append(lines[k].points, [2]float64{float64(sizes[i]), median(r.values(p.of))})
			}
		}
		b.panels = append(b.panels, panel{p.title, of, lines})
	}
}

// unevenness is the most over the least.
func unevenness(v []float64) float64 { return slices.Max(v) / slices.Min(v) }

func (b *bench) growEntries(ctx context.Context, w io.Writer, n int) error {
	var tasks []task
	sizes := []int{b.E, 10 * b.E, 100 * b.E}
	for _, e := range sizes {
		t, err := b.cold(fmt.Sprintf("entries-%d", e), Size{Seed: b.Seed, N: n, E: e})
		if err != nil {
			return err
		}
		tasks = append(tasks, t)
	}
	t, err := b.rounds(ctx, tasks, filepath.Join(b.root, "out"))
	if err != nil {
		return err
	}
	b.draw("entries", sizes, t.rows, nil)
	fmt.Fprintf(w, "\n%s articles, more and more entries, each with a page of its own and a text to be read. An entry more: beside the fewest.\n\n", thousands(n))
	line(w, "entries", "wall s", "peak MiB", "files", "MB", "ms an entry more", "KiB an entry more", "finding in a MB, ms", "links")
	line(w, slices.Repeat([]string{"---"}, 9)...)
	var times, finding []float64
	first := t.rows[0]
	for i, r := range t.rows {
		_, read := tree(filepath.Join(b.root, r.name, "content"))
		finding = append(finding, stage(r, "annotate")/(float64(read)/1e6))
		wall, peak := median(r.values(wallOf)), median(r.values(peakOf))
		cells := []string{thousands(sizes[i]), spread(r.values(wallOf), seconds), fmt.Sprintf("%.0f", peak/(1<<20)), fmt.Sprint(r.files),
			fmt.Sprintf("%.1f", float64(r.bytes)/1e6), "", "", fmt.Sprintf("%.1f", finding[i]), r.checked}
		if more := float64(sizes[i] - sizes[0]); more > 0 {
			times = append(times, 1000*(wall-median(first.values(wallOf)))/more)
			cells[5], cells[6] = fmt.Sprintf("%.3f", times[i-1]), fmt.Sprintf("%.0f", (peak-median(first.values(peakOf)))/1024/more)
		}
		line(w, cells...)
	}
	fmt.Fprintf(w, "\nThe dearest entry more takes %s times as long as the cheapest. Finding what a text mentions takes at most %s times as long as with %s entries.\n",
		ratio(unevenness(times)), ratio(slices.Max(finding)/finding[0]), thousands(sizes[0]))
	t.remarks(w)
	return nil
}

// stage is the median time in milliseconds of a stage, as the publishes told it.
func stage(r *row, name string) float64 {
	var v []float64
	for _, s := range r.samples {
		if ms, ok := readStage(s.printed, name); ok {
			v = append(v, ms)
		}
	}
	return median(v)
}

// readStage finds a stage in the line of a report that begins with "time": a name, a
// number, "ms" or "s;".
func readStage(printed, name string) (ms float64, ok bool) {
	for l := range strings.Lines(printed) {
		f := strings.Fields(l)
		at := slices.Index(f, name)
		if len(f) == 0 || f[0] != "time" || at < 0 || at+2 >= len(f) {
			continue
		}
		n, err := strconv.ParseFloat(f[at+1], 64)
		if strings.TrimRight(f[at+2], ";") == "s" {
			n *= 1000
		}
		return n, err == nil
	}
	return 0, false
}

// oneEntry publishes articles with five sentences more, that name many or always one.
func (b *bench) oneEntry(ctx context.Context, w io.Writer, n int) error {
	const extra = 5
	var tasks []task
	heavy := Size{Seed: b.Seed, N: n, E: b.E, Extra: extra, Heavy: true}
	many := heavy
	many.Heavy = false
	for name, size := range map[string]Size{"many": many, "one": heavy} {
		t, err := b.cold(name, size)
		if err != nil {
			return err
		}
		tasks = append(tasks, t)
	}
	slices.SortFunc(tasks, func(a, b task) int { return strings.Compare(a.name, b.name) })
	largest := map[string]int64{}
	for i := range tasks {
		k := &tasks[i]
		check := k.check
		k.check = func(out string) error {
			largest[k.name] = largestPage(out)
			return check(out)
		}
	}
	t, err := b.rounds(ctx, tasks, filepath.Join(b.root, "out"))
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "\n%s articles, with %s mentions more: of many entries, or of one\n\n", thousands(n), thousands(extra*n))
	line(w, "", "wall s", "peak MiB", "files", "MB", "largest page of an entry, kB", "links")
	line(w, slices.Repeat([]string{"---"}, 7)...)
	for _, r := range t.rows {
		line(w, "of "+r.name, spread(r.values(wallOf), seconds), fmt.Sprintf("%.0f", median(r.values(peakOf))/(1<<20)), fmt.Sprint(r.files),
			fmt.Sprintf("%.1f", float64(r.bytes)/1e6), fmt.Sprint(largest[r.name]/1000), r.checked)
	}
	slow := ratios(t.row("one").values(wallOf), t.row("many").values(wallOf))
	fmt.Fprintf(w, "\nWhere they are all of one entry, a publish takes %s as long.\n", spread(slow, ratio))
	t.remarks(w)
	return nil
}

// largestPage is the size in bytes of the largest page of an entry.
func largestPage(out string) int64 {
	var most int64
	for _, d := range Dirs {
		_ = filepath.WalkDir(filepath.Join(out, d), func(_ string, e os.DirEntry, err error) error {
			if err != nil || e.IsDir() {
				return err
			}
			if info, err := e.Info(); err == nil {
				most = max(most, info.Size())
			}
			return nil
		})
	}
	return most
}
