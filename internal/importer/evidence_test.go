package importer

import (
	"fmt"
	"strings"
	"testing"

	"glossator/internal/source"
)

// What a fifth of a text allows is shared: no entry is lost because others were shorter,
// and days cost nothing.
func TestEveryEntryHasARow(t *testing.T) {
	text := "The board sent every captain a long and angry letter on Monday. The captains read it. " + strings.Repeat("It rained. ", 17)
	at := func(words string, r row) row {
		from := strings.Index(text, words)
		r.span, r.fields = source.Span{Start: from, End: from + len(words)}, make([]string, 7)
		return r
	}
	kept := chosen(text, []row{
		at("The board", row{rank: 2, least: leastOfMention}),
		at("The captains", row{rank: 2, least: leastOfMention}),
		at("sent every captain a long and angry letter", row{rank: 0, least: leastOfMention}),
		at("It rained", row{rank: 2, least: leastOfMention}),
		at("on Monday", row{name: true, rank: 3, least: leastOfMention}),
	})
	got := fmt.Sprint(len(kept))
	for _, r := range kept {
		got += "|" + r.fields[phraseColumn]
	}
	if want := "5|sent every captain a …|The board|It rained|The captains|on Monday"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}
