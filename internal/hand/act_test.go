package hand

import (
	"strings"
	"testing"

	"glossator/internal/edit"
)

// TestThousandsAreParted: a comma goes where it can part nothing but thousands, and else
// stays, which is then told as no number.
func TestThousandsAreParted(t *testing.T) {
	for value, want := range map[string]string{`"12,500"`: "12500", `"1,200,000.5"`: "1200000.5", `2500000`: "2500000", `"12.5"`: "12.5",
		`"2,5"`: "2,5", `"0,125"`: "0,125", `"12,50"`: "12,50", `"none"`: "none"} {
		written := edit.New(Words{Value: []byte(value)}.says(), "")
		if got := strings.ReplaceAll(strings.Trim(written, "-\n"), `"`, ""); got != "value: "+want {
			t.Errorf("%s: %q, want %q", value, got, want)
		}
	}
}
