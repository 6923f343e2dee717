package page_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"
)

var (
	articleBody = regexp.MustCompile(`(?s)<div class="prose">(.*?)</div>\n<div class="after">`)
	besideIt    = regexp.MustCompile(`(?s)<aside.*?</aside>`)
	element     = regexp.MustCompile(`<[^>]*>`)
	mention     = regexp.MustCompile(`(?s)<a [^>]*class="(mention[^"]*)"[^>]*>(.*?)</a>`)
	dotted      = regexp.MustCompile(`(?s)<time class="date"[^>]*title="[^>]*>(.*?)</time>|<a [^>]*class="figure[^>]*>(.*?)</a>`)
)

// TestTheTextIsReadableUnderItsMarks measures what share of an article's letters is
// underlined, and how often in a hundred words, and what it would be if every mark were:
// go test ./internal/page -run Readable -v.
func TestTheTextIsReadableUnderItsMarks(t *testing.T) {
	r, err := published()
	if err != nil {
		t.Fatal(err)
	}
	letters := func(html string) int {
		return len(strings.Join(strings.Fields(element.ReplaceAllString(html, "")), ""))
	}
	for _, a := range r.Site.Articles {
		data, _, _, _ := r.Get(a.Path)
		found := articleBody.FindSubmatch(data)
		if found == nil {
			t.Fatal(a.Path)
		}
		body := besideIt.ReplaceAllString(string(found[1]), "")
		words, all := float64(len(strings.Fields(element.ReplaceAllString(body, " ")))), float64(letters(body))
		var lines, under, marks, would float64
		for _, m := range mention.FindAllStringSubmatch(body, -1) {
			n := float64(letters(m[2]))
			marks, would = marks+1, would+n
			if strings.Contains(m[1], " first") {
				lines, under = lines+1, under+n
			}
		}
		for _, m := range dotted.FindAllStringSubmatch(body, -1) {
			n := float64(letters(m[1] + m[2]))
			lines, under, marks, would = lines+1, under+n, marks+1, would+n
		}
		got := fmt.Sprintf("%s: %.0f %% of the letters underlined, %.1f lines in a hundred words; with every mark %.0f %%, %.1f", a.Path, 100*under/all, 100*lines/words, 100*would/all, 100*marks/words)
		t.Log(got)
		if under > .3*all || lines > .085*words || lines == 0 {
			t.Error(got)
		}
	}
}
