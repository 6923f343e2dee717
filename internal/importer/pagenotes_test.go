package importer

import (
	"strings"
	"testing"
)

// Pages of word processors: notes are kept as notes, comments are not published, and links
// lead where they lead.
func TestPagesOfWordProcessors(t *testing.T) {
	const rest = `<p>The captains were told on Friday, and most of them had gone to the other side of the island by then, the office said.</p>`
	for name, c := range map[string]struct{ in, want, left string }{
		"Google Docs": {`<html><head><title>The night ferry</title></head><body class="c1"><p class="c3 title"><span>The night ferry</span></p><p><span>The quay</span><sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup><span> has no light,</span><sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup><span> says </span><span><a href="https://www.google.com/url?q=https://example.org/log&amp;sa=D&amp;ust=1">the log</a></span><span> of the harbor.</span></p>` + rest +
			`<hr><div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a><span>&nbsp;It never had one.</span></p></div><div class="c5"><p><a href="#cmnt_ref1" id="cmnt1">[a]</a><span>Who says so?</span></p></div></body></html>`,
			"The quay[^1] has no light, says [the log](https://example.org/log) of the harbor.|It never had one.", "Who says so?"},
		"LibreOffice": {`<html><head><title>The night ferry</title></head><body><h1>The night ferry</h1><p>The quay<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a> has no light, says the log of the harbor.</p>` + rest +
			`<div id="sdfootnote1"><p class="sdfootnote"><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a> It never had one.</p></div></body></html>`,
			"The quay[^1] has no light, says the log of the harbor.|It never had one.", ""},
		"pandoc": {`<html><head><title>The night ferry</title></head><body><h1>The night ferry</h1><p>The quay<a href="#fn1" class="footnote-ref" id="fnref1" role="doc-noteref"><sup>1</sup></a> has no light, says the log of the harbor.</p>` + rest +
			`<section id="footnotes" class="footnotes"><hr><ol><li id="fn1"><p>It never had one.<a href="#fnref1" class="footnote-back">↩︎</a></p></li></ol></section></body></html>`,
			"The quay[^1] has no light, says the log of the harbor.|It never had one.", ""},
		"a link to a place that leads nowhere": {`<html><head><title>The night ferry</title></head><body><h1>The night ferry</h1><p>The quay<a href="#fn1">1</a> has no light, says the log of the harbor.</p>` + rest + `<p id="fn1">It never had one, and nobody who was asked on Sunday remembers it otherwise.</p></body></html>`,
			"It never had one, and nobody who was asked on Sunday remembers it otherwise.|", ""},
	} {
		t.Run(name, func(t *testing.T) {
			a, problems := read(input{"a.html", []byte(c.in)})
			if a == nil {
				t.Fatal(problems)
			}
			words, noted, _ := strings.Cut(c.want, "|")
			if !strings.Contains(a.Body, words) || (noted == "") != !strings.Contains(a.Body, "\n[^1]: "+noted) {
				t.Error(a.Body)
			}
			if c.left != "" && (strings.Contains(a.Body, c.left) || !strings.Contains(strings.Join(a.Left, "\n"), c.left)) {
				t.Error("left", a.Left, a.Body)
			}
			if strings.Contains(a.Body, "[1]") || strings.Contains(a.Body, "[a]") || strings.Contains(a.Body, "↩") || strings.Contains(a.Body, "google.com") {
				t.Error(a.Body)
			}
		})
	}
}
