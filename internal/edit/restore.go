package edit

import (
	"strings"
	"unicode/utf8"

	"glossator/internal/source"
)

// Restore puts back what an act changed, while that stands as it was left.
type Restore struct {
	At       int    // byte offset
	Was, Now string // what stands there, and what is to
}

// Undo is the act that makes before of after.
func Undo(before, after string) Restore {
	from := 0
	for from < min(len(before), len(after)) && before[from] == after[from] {
		from++
	}
	for from > 0 && (from < len(before) && !utf8.RuneStart(before[from]) || from < len(after) && !utf8.RuneStart(after[from])) {
		from--
	}
	tail := 0
	for tail < min(len(before), len(after))-from && before[len(before)-1-tail] == after[len(after)-1-tail] {
		tail++
	}
	for tail > 0 && !utf8.RuneStart(before[len(before)-tail]) {
		tail--
	}
	return Restore{from, after[from : len(after)-tail], before[from : len(before)-tail]}
}

func (a Restore) on(f *file) *source.Problem {
	if a.At > len(f.Data) || !strings.HasPrefix(f.Data[a.At:], a.Was) {
		return f.refuse(min(a.At, len(f.Data)), "the file is not as it was left, so this cannot be taken back", "change it by hand")
	}
	f.patches = append(f.patches, patch{source.Span{Start: a.At, End: a.At + len(a.Was)}, a.Now})
	return nil
}
