package importer

import (
	"strings"
	"testing"
)

// Of a page of MediaWiki's the text is taken, without tables beside it, marks and lists of
// sources, and lists of other pages.
func TestWiki(t *testing.T) {
	const page = `<html lang="en"><head><title>Brisa harbor - Wiki</title></head><body class="mediawiki"><h1 id="firstHeading">Brisa harbor</h1><div class="mw-parser-output">
<div role="note" class="hatnote">For the ferry, see <a href="/wiki/F">Night ferry</a>.</div>
<table class="infobox vcard"><tbody><tr><th colspan="2">Brisa harbor</th></tr><tr><th>Opened</th><td>1901</td></tr></tbody></table>
<p><b>Brisa harbor</b> is the <a href="/wiki/H">harbor</a> of the island, and was opened in 1901 by its first council.<sup id="cite_ref-1" class="reference"><a href="#cite_note-1">[1]</a></sup> Its quay has no light.<sup class="noprint Inline-Template">[<i><a href="/wiki/CN">citation needed</a></i>]</sup></p>
<div class="mw-heading"><h2 id="History">History</h2><span class="mw-editsection">[<a href="/w">edit</a>]</span></div>
<p>In 1910 the harbor was made deeper, so that ships of the mail line could come in. The work took three years.</p>
<table class="wikitable"><tbody><tr><th>Year</th><th>Boats</th></tr><tr><td>1901</td><td>12</td></tr></tbody></table>
<h2>See also</h2><ul><li><a href="/wiki/L">List of harbors</a></li></ul>
<h2>References</h2><div class="reflist"><ol class="references"><li id="cite_note-1"><a href="#cite_ref-1">^</a> Luz, Ana. The harbor.</li></ol></div>
<div class="navbox"><table><tbody><tr><td>Harbors of Sol</td></tr></tbody></table></div></div></body></html>`
	a, problems := read(input{"a.html", []byte(page)})
	if a == nil {
		t.Fatal(problems)
	}
	same(t, strings.TrimSpace(a.Body), "**Brisa harbor** is the harbor of the island, and was opened in 1901 by its first council. Its quay has no light.\n\n## History\n\n"+
		"In 1910 the harbor was made deeper, so that ships of the mail line could come in. The work took three years.\n\n| Year | Boats |\n| --- | --- |\n| 1901 | 12 |")
	left := strings.Join(a.Left, "\n")
	for _, words := range []string{"Night ferry", "1901", "citation needed", "List of harbors", "Luz, Ana. The harbor.", "Harbors of Sol"} {
		if !strings.Contains(left, words) {
			t.Error("not told:", words)
		}
	}
}
