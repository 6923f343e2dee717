package pdf

import (
	"regexp"
	"strings"
)

// A head or foot stands within so many lines of a page's edge, and within so many points
// of where it stands on other pages.
const (
	edgeLines = 3
	edgeNear  = 4.0
)

var (
	digits = regexp.MustCompile(`\d+`)
	// pageNumber is a line that tells the page alone: "7", "– 7 –", "Page 3 of 12", "3/12".
	pageNumber = regexp.MustCompile(`^(?i)[-–—|\s]*(page|p\.|seite|página|pagina|pág\.)?\s*\d{1,4}(\s*(/|of|von|de|di|sur)\s*\d{1,4})?[-–—|\s]*$`)
	// printed is what browsers write below a page that is printed: its address, "1/3".
	printed = regexp.MustCompile(`^((?:https?|file)://\S+)(?: \d+/\d+)?$`)
	// printedAt is what they write above: when, and the page's title.
	printedAt = regexp.MustCompile(`^\d{1,2}[./]\d{1,2}[./]\d{2,4},? \d{1,2}:\d{2}`)
)

// edges takes the heads and feet of pages out: what stands at the same place of several
// pages and differs in numbers at most, page numbers, and what a browser adds.
func (t *Text) edges(pages []page) {
	met := map[string][]place{} // words without numbers → where they stand
	for n, p := range pages {
		for _, i := range p.edge() {
			words := digits.ReplaceAllString(p.lines[i].text, "#")
			met[words] = append(met[words], place{n, p.lines[i].bottom})
		}
	}
	told := map[string]bool{}
	for n := range pages {
		p := &pages[n]
		out := map[int]bool{}
		for _, i := range p.edge() {
			l := p.lines[i]
			again := near(met[digits.ReplaceAllString(l.text, "#")], l.bottom)
			out[i] = out[i] || again > 1 && again*2 >= len(pages) || again > 2 || pageNumber.MatchString(l.text) && p.alone(i)
			if t.isPrinted(l.text) { // and the title or page number beside it
				for j, o := range p.lines {
					out[j] = out[j] || j == i || overlap(o, l)
				}
			}
		}
		var kept []line
		for i, l := range p.lines {
			switch {
			case !out[i]:
				kept = append(kept, l)
			case !told[l.text]:
				told[l.text] = true
				t.Left = append(t.Left, l.text)
			}
		}
		p.lines = kept
	}
}

func (t *Text) isPrinted(words string) bool {
	if m := printed.FindStringSubmatch(words); m != nil {
		if strings.HasPrefix(m[1], "http") && !strings.Contains(m[1], "…") {
			t.Address = m[1]
		}
		return true
	}
	return printedAt.MatchString(words)
}

// edge are the lines nearest to the head and foot of a page.
func (p *page) edge() (all []int) {
	for i, l := range p.lines {
		above, below := 0, 0
		for _, o := range p.lines {
			if o.bottom > l.top-1 {
				above++
			}
			if o.top < l.bottom+1 {
				below++
			}
		}
		if above < edgeLines || below < edgeLines {
			all = append(all, i)
		}
	}
	return all
}

// alone tells whether nothing stands beside a line: a number in a table is no page's.
func (p *page) alone(i int) bool {
	for j, o := range p.lines {
		if j != i && overlap(o, p.lines[i]) {
			return false
		}
	}
	return true
}

// place is where a line stands.
type place struct {
	page   int
	bottom float64
}

// near counts the pages on which places are nearly one. They are in order.
func near(places []place, at float64) (n int) {
	last := -1
	for _, p := range places {
		if p.page != last && p.bottom-at < edgeNear && at-p.bottom < edgeNear {
			n++
			last = p.page
		}
	}
	return n
}
