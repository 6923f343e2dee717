package suggest_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"glossator/internal/golden"
	"glossator/internal/suggest"
)

// TestWhatIsSuggested holds all that an editor is told of the texts of the quality test,
// of each by itself and of all together: a rule that reads one name otherwise shows here,
// where the quality's floors do not tell. What it shows need not be right, but known.
func TestWhatIsSuggested(t *testing.T) {
	paths, err := filepath.Glob("testdata/quality/*.txt")
	if err != nil || len(paths) == 0 {
		t.Fatal("no texts", err)
	}
	var got strings.Builder
	for _, p := range paths {
		fmt.Fprintf(&got, "-- %s --\n", strings.TrimSuffix(filepath.Base(p), ".txt"))
		for _, s := range suggest.Entries(articles(t, nil, p)) {
			got.WriteString(whole(s))
		}
	}
	fmt.Fprintf(&got, "-- together --\n%s\n", strings.Join(told(suggest.Entries(articles(t, nil, paths...))), "\n"))
	golden.Is(t, "testdata/suggested.txt", got.String())
}

// whole is a suggestion in lines: what it is, where its roles stand, what tells the most
// of it, and where it stands.
func whole(s suggest.Suggestion) string {
	var b strings.Builder
	b.WriteString(told([]suggest.Suggestion{s})[0])
	if len(s.Cues) > 0 {
		fmt.Fprintf(&b, " %s", s.Cues)
	}
	for _, r := range s.Roles {
		fmt.Fprintf(&b, "\n\t%s at %d:%d", r.Title, r.Pos.Line, r.Pos.Col)
	}
	fmt.Fprintf(&b, "\n\t%s\n\t", s.Seen[s.Best].Sentence)
	for _, m := range s.Seen {
		fmt.Fprintf(&b, " %d:%d %s;", m.Pos.Line, m.Pos.Col, m.Words)
	}
	return b.String() + "\n"
}
