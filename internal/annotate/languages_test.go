package annotate_test

import (
	"path/filepath"
	"strings"
	"testing"
)

// TestSpanish, TestFrench and TestGerman read eight invented articles each on two subjects, as newspapers
// of the language write them, marked as those of TestPress are, and {#1200|1.200} for a
// figure. Those named unseen-* were run without a look at them until the rules stood.
func TestSpanish(t *testing.T) { reads(t, "es") }

func TestFrench(t *testing.T) { reads(t, "fr") }

func TestGerman(t *testing.T) { reads(t, "de") }

// TestDaysAndNumbers reads one or two short articles in each language of which days and
// numbers alone are read.
func TestDaysAndNumbers(t *testing.T) {
	for lang, texts := range map[string]int{"pt": 2, "it": 2, "nl": 2, "ar": 1, "ja": 1, "zh": 1} {
		t.Run(lang, func(t *testing.T) { readsRows(t, lang, texts, "day", "figure") })
	}
}

func reads(t *testing.T, lang string) {
	readsRows(t, lang, 8, "name", "description", "speaker", "day", "figure", "quotation")
}

func readsRows(t *testing.T, lang string, texts int, rows ...string) {
	paths, err := filepath.Glob("testdata/" + lang + "/*.txtar")
	if err != nil || len(paths) != texts {
		t.Fatal(paths, err)
	}
	scores := map[string]press{"seen": {}, "unseen": {}}
	for _, path := range paths {
		half := "seen"
		if strings.HasPrefix(filepath.Base(path), "unseen-") {
			half = "unseen"
		}
		for _, m := range scores[half].read(t, lang, path) {
			if half == "seen" || testing.Verbose() {
				t.Log(filepath.Base(path) + ": " + m)
			}
		}
	}
	for half, p := range scores {
		for _, row := range rows {
			s := p[row]
			if s == nil { // no text of that half
				continue
			}
			t.Logf("%-6s %-11s precision %.3f of %d, recall %.3f of %d", half, row, share(s.right, s.given), s.given, share(s.right, s.asked), s.asked)
			if least := languageFloors[row]; share(s.right, s.given) < least.precision || share(s.right, s.asked) < least.recall {
				t.Errorf("%s: %ss are below %v", half, row, least)
			}
		}
	}
}

// languageFloors are what a language must reach before it counts as read: no figure and no
// day may be wrong.
var languageFloors = map[string]floor{
	"name": {0.95, 0.95, 0}, "description": {0.80, 0.80, 0}, "speaker": {0.97, 0.85, 0}, "day": {1, 0.92, 0}, "figure": {1, 0.92, 0}, "quotation": {0.97, 0.97, 0},
}
