package main

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// rowOf makes a row of milliseconds and mebibytes.
func rowOf(name string, wall, peak []int) *row {
	r := &row{name: name, what: described(name), files: 1000, bytes: 12_340_000, checked: "right"}
	for i := range wall {
		r.samples = append(r.samples, Sample{Wall: time.Duration(wall[i]) * time.Millisecond, CPU: 2 * time.Second, Peak: int64(peak[i]) << 20})
	}
	return r
}

func TestTable(t *testing.T) {
	all := &table{runs: 3, noisy: 2, wrong: []string{"floor: no"}, rows: []*row{
		rowOf("cold", []int{150, 160, 100}, []int{50, 40, 60}),
		rowOf("again", []int{75, 48, 90}, []int{50, 40, 60}),
		rowOf("floor", []int{10, 10, 10}, []int{5, 5, 5}),
		rowOf("hugo", []int{800, 750, 1000}, []int{160, 170, 150}),
	}}
	const want = `|  | wall s | CPU s | peak MiB | files | MB | links | wall ÷ Hugo | peak ÷ Hugo |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
| publish, as it comes | 0.150 (0.100–0.160) | 2.00 | 50 | 1000 | 12.3 | right | 0.19 (0.10–0.21) | 0.31 |
| publish again, nothing changed | 0.075 (0.048–0.090) | 2.00 | 50 | 1000 | 12.3 | right | 0.09 (0.06–0.09) | 0.31 |
| floor: read the input, write as many bytes | 0.010 (0.010–0.010) | 2.00 | 5 | 1000 | 12.3 | right | 0.01 (0.01–0.01) | 0.03 |
| Hugo, links by ¤strings.ReplacePairs¤ | 0.800 (0.750–1.00) | 2.00 | 160 | 1000 | 12.3 | right | 1.00 (1.00–1.00) | 1.00 |

Publishing again takes 0.50 (0.30–0.90) of a cold publish.

A cold publish takes 15.0 (10.0–16.0) times as long as the floor.

Other programs were busy when 2 of 16 runs began.

Wrong: floor: no
`
	var b strings.Builder
	all.write(&b)
	if d := cmp.Diff(strings.ReplaceAll(want, "¤", "`"), b.String()); d != "" {
		t.Error(d)
	}

	b.Reset()
	all.rows, all.noisy, all.wrong = all.rows[:1], 0, nil
	all.write(&b)
	if strings.Contains(b.String(), "Hugo") || strings.Contains(b.String(), "again takes") || strings.Count(b.String(), "\n") != 3 {
		t.Errorf("a table of one task compares it:\n%s", b.String())
	}
}

func TestNumbers(t *testing.T) {
	for _, v := range []struct{ got, want string }{
		{seconds(.0123), "0.012"}, {seconds(.9996), "1.00"}, {seconds(12.345), "12.35"}, {seconds(123.4), "123"},
		{ratio(.1949), "0.19"}, {ratio(11.26), "11.3"}, {milliseconds(9.87), "9.9"}, {milliseconds(98.7), "99"},
		{thousands(7), "7"}, {thousands(1000), "1,000"}, {thousands(1234567), "1,234,567"}, {compact(138.26), "138"}, {compact(2130453.4), "2,130,453"},
		{seconds(median([]float64{4, 1, 3, 2})), "2.50"}, {seconds(median([]float64{3, 1, 2})), "2.00"}, {seconds(median(nil)), "0.000"},
		{seconds(percentile([]float64{1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, 95)), "10.00"}, {seconds(percentile([]float64{1, 2, 3}, 100)), "3.00"},
	} {
		if v.got != v.want {
			t.Errorf("got %s, want %s", v.got, v.want)
		}
	}
}

func TestReadBenchmarks(t *testing.T) {
	all := readBenchmarks(`goos: linux
BenchmarkMatches/200-names    	     238	   5230000 ns/op	 200.48 MB/s	 2130327 B/op	     513 allocs/op
BenchmarkMatches/200-names    	     238	   5250000 ns/op	 204.48 MB/s	 2130327 B/op	     513 allocs/op
BenchmarkOther 	     1	   7 ns/op
PASS
`)
	if len(all) != 2 || all[0].name != "BenchmarkMatches/200-names" {
		t.Fatalf("%d benchmarks", len(all))
	}
	if d := cmp.Diff(map[string][]float64{"ms": {5.23, 5.25}, "MB/s": {200.48, 204.48}, "B/op": {2130327, 2130327}, "allocs/op": {513, 513}}, all[0].values); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff([]string{"ms", "B/op", "MB/s", "allocs/op"}, benchUnits(all)); d != "" {
		t.Error(d)
	}
}

func TestReadStage(t *testing.T) {
	const printed = "read       2 files\nproblems   0 errors\ntime       read 19.9 ms annotate 1.25 s render 764.7 ms write 2.00 s; 4.04 s in all\n"
	for name, want := range map[string]float64{"read": 19.9, "annotate": 1250, "write": 2000, "plan": 0, "in": 0} {
		if got, ok := readStage(printed, name); got != want || ok != (want > 0) {
			t.Errorf("%s: %v, %v, want %v", name, got, ok, want)
		}
	}
}
