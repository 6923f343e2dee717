package content_test

import (
	"encoding/csv"
	"os"
	"strings"
	"testing"
)

// TestNoSwapIsLeftOut: what the reworded article's table says was changed has a row in the
// comparison, with both readings.
func TestNoSwapIsLeftOut(t *testing.T) {
	text, err := os.ReadFile("articles/lopez-obrador-call-reworded.md")
	if err != nil {
		t.Fatal(err)
	}
	f, err := os.Open("compare/lopez-obrador-call--lopez-obrador-call-reworded.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for line := range strings.Lines(string(text)) {
		cells := strings.Split(strings.Trim(line, "| \n"), " | ")
		if len(cells) != 2 || strings.HasPrefix(line, "|---") || cells[1] == "In the copy" {
			continue
		}
		n++
		said := cells[0][strings.LastIndex(cells[0], ": ")+1:]
		was, is := strings.Trim(said, " “”"), strings.Trim(cells[1], "“”")
		found := false
		for _, r := range rows {
			found = found || holds(r[4], was) && holds(r[5], is)
		}
		if !found {
			t.Errorf("%q became %q: no row", was, is)
		}
	}
	if n < 10 {
		t.Errorf("%d rows in the table", n)
	}
}

// holds tells whether a reading has words, or is the part of them that changed.
func holds(reading, words string) bool {
	return reading != "" && (strings.Contains(reading, words) || strings.Contains(words, reading))
}
