package compare

import (
	"strings"
	"unicode"
)

// Stretch is words of a retelling: as they stand in what it retells, or Struck.
type Stretch struct {
	Words  string
	Struck bool
}

// mostStruck is how many words are set against one another: no quotation that is shown is
// longer.
const mostStruck = 400

// Strike tells word by word which of the words of a retelling are not those of the true
// ones. The stretches give the retelling's words back, with one space between them; case
// and the marks around a word make no difference. None where there are too many words.
func Strike(said, retold string) (all []Stretch) {
	a, b := strings.Fields(said), strings.Fields(retold)
	if len(a) > mostStruck || len(b) > mostStruck {
		return nil
	}
	for j, same := range kept(a, b) {
		if n := len(all); n > 0 && all[n-1].Struck == !same {
			all[n-1].Words += " " + b[j]
			continue
		}
		all = append(all, Stretch{b[j], !same})
	}
	return all
}

// kept tells of each word of b whether it is one of the longest row of words that a and b
// have in common.
func kept(a, b []string) []bool {
	same := make([]bool, len(b))
	alike := make([][]int, len(a)+1) // how many words a[i:] and b[j:] have in common, in order
	for i := range alike {
		alike[i] = make([]int, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			alike[i][j] = max(alike[i+1][j], alike[i][j+1])
			if bare(a[i]) == bare(b[j]) {
				alike[i][j] = max(alike[i][j], alike[i+1][j+1]+1)
			}
		}
	}
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case bare(a[i]) == bare(b[j]) && alike[i][j] == alike[i+1][j+1]+1:
			same[j] = true
			i, j = i+1, j+1
		case alike[i+1][j] >= alike[i][j+1]:
			i++
		default:
			j++
		}
	}
	return same
}

// bare is a word without the marks around it, and without capitals; of marks alone a dash.
func bare(word string) string {
	mark := func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }
	if w := strings.TrimFunc(word, mark); w != "" {
		return strings.ToLower(w)
	}
	return "-"
}
