package quote

import (
	"os"
	"slices"
	"strings"
	"testing"

	"glossator/internal/annotate/sample"
)

// TestSaid measures who is found to have said what, in texts of many kinds: nobody
// wrongly, and most.
func TestSaid(t *testing.T) {
	for _, c := range []struct {
		file  string
		least float64 // share of the quotations with a speaker that have it
	}{{"seen", 0.9}, {"unseen", 0.85}} {
		data, err := os.ReadFile("testdata/said-" + c.file + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		right, all := 0, 0
		_, texts, _ := strings.Cut(string(data), "\n\n")
		for _, part := range parts(texts) {
			x, ms := sample.Text("2022-03-10", "en", part.text)
			quotes, _ := new(Finder).Find(x, ms)
			if len(quotes) != len(part.gold) {
				t.Errorf("%s\n%d quotations, want %d", part.text, len(quotes), len(part.gold))
				continue
			}
			for i, q := range quotes {
				good := strings.Split(part.gold[i], "/")
				got := q.Speaker + q.Name
				if !slices.Contains(good, "-") {
					all++
				}
				switch {
				case got == "":
					if slices.Contains(good, "-") {
						continue
					}
					t.Logf("%s\nmissed: %s, of “%s”", part.text, part.gold[i], x.Prose[q.Span.Start:q.Span.End])
				case slices.Contains(good, got):
					if !slices.Contains(good, "-") {
						right++
					}
				default:
					t.Errorf("%s\n“%s” is given to %q, want %s", part.text, x.Prose[q.Span.Start:q.Span.End], got, part.gold[i])
				}
			}
		}
		t.Logf("%s: %d of %d", c.file, right, all)
		if float64(right) < c.least*float64(all) {
			t.Errorf("%s: only %d of %d have their speaker", c.file, right, all)
		}
	}
}

type said struct {
	text string
	gold []string
}

// parts are the texts of a file with what stands behind their "=".
func parts(file string) (all []said) {
	text := ""
	for line := range strings.Lines(file) {
		if gold, ok := strings.CutPrefix(line, "= "); ok {
			all = append(all, said{strings.TrimSpace(text), strings.Split(strings.TrimSpace(gold), ", ")})
			text = ""
		} else {
			text += line
		}
	}
	return all
}
