package page

import (
	"strconv"
	"strings"

	"glossator/internal/compare"
	"glossator/internal/site"
)

// changeIDs names the changes on a pair's page by what they are and where they stand, not by
// their order, so that a link to one lasts when others are found: "a5.garbled-name" is in
// the fifth paragraph of the first text, "b5" of the second where the first has nothing;
// the next of that verdict there is "a5.garbled-name.2".
type changeIDs map[string]int

func (c changeIDs) next(a, b int, verdict string) string {
	at := "a" + strconv.Itoa(a)
	if a < 0 {
		at = "b" + strconv.Itoa(b)
	}
	id := at + "." + strings.ReplaceAll(verdict, " ", "-")
	if c[id]++; c[id] > 1 {
		id += "." + strconv.Itoa(c[id])
	}
	return id
}

// tableIDs are those of changes between private originals.
func tableIDs(changes []site.Change) []string {
	seen, all := changeIDs{}, make([]string, len(changes))
	for i, c := range changes {
		all[i] = seen.next(c.ParagraphA, c.ParagraphB, c.Verdict)
	}
	return all
}

// findingIDs are those of changes between two texts that are here.
func findingIDs(a, b *site.Article, findings []compare.Finding) []string {
	seen, all := changeIDs{}, make([]string, len(findings))
	number := func(x *site.Article, block int) int {
		if block < 0 {
			return -1
		}
		return x.Doc.Prose.Blocks[block].N
	}
	for i, f := range findings {
		all[i] = seen.next(number(a, f.BlockA), number(b, f.BlockB), string(f.Verdict))
	}
	return all
}
