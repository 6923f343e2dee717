package date

import (
	"slices"
	"testing"

	"glossator/internal/annotate/sample"
)

// TestMovingDaysAreTold: a holiday of another calendar is told, once of each in a text;
// where its year is said it is placed in it, and nobody is asked.
func TestMovingDaysAreTold(t *testing.T) {
	for text, want := range map[string][]string{
		"They met during Ramadan. After Ramadan they left. It was Diwali.": {"Ramadan", "Diwali"},
		"They met last Ramadan.":                      {"last Ramadan"},
		"They met in Ramadan 2021. It was Easter.":    nil,
		"They sold Ramadan lamps. Diwali Road is up.": nil,
	} {
		r, _ := sample.Text("2024-05-02", "en", text)
		var f Finder
		f.Find(r, nil)
		var got []string
		for _, d := range f.Doubts() {
			got = append(got, r.Prose[d.Span.Start:d.Span.End])
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s\ntold %q, want %q", text, got, want)
		}
	}
}
