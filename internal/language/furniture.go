package language

import (
	"strings"
	"sync"
)

// Furniture is how lines are known that are no part of an article, as any/furniture.yaml
// tells.
type Furniture struct {
	Lines, Ends []Line            // in order; Starts of Ends are how a paragraph ends
	Headings    map[string]string // a whole line → its rule
	Sharing     map[string]bool   // words of share buttons
	Page        map[string]bool   // words before the number of a page
	About       []string          // how a heading begins above what a sender says of itself: "about "
	Who         []string          // how a line goes on, behind a name, that says who that is: " is "
}

// Line is one rule.
type Line struct {
	Name               string
	Words              int
	Open, Names, Label bool
	Starts, Has        []string
	Example            string
}

// FurnitureOf is that of all languages: what a text is in is not known when it is read.
var FurnitureOf = sync.OnceValue(func() *Furniture {
	f := &Furniture{Headings: map[string]string{}}
	for _, s := range readFile("any/furniture.yaml").sections {
		switch s.name {
		case "headings":
			for _, e := range s.entries {
				for _, line := range items(e.text) {
					f.Headings[line] = e.key
				}
			}
		case "page":
			f.Page = set(s.entries[0].text)
		case "foot":
			f.About, f.Who = items(s.entries[0].text), items(s.entries[1].text)
		case "sharing":
			f.Sharing = set(s.entries[0].text)
		default:
			f.rule(s)
		}
	}
	return f
})

// rule reads a section that is a rule.
func (f *Furniture) rule(s section) {
	var r Line
	ends := false
	for _, e := range s.entries {
		switch e.key {
		case "rule":
			r.Name = e.text
		case "words":
			r.Words = whole(e.text)
		case "is":
			is := set(e.text)
			r.Open, r.Names, r.Label = is["open"], is["names"], is["label"]
		case "starts", "ends":
			r.Starts, ends = items(e.text), e.key == "ends"
		case "has":
			r.Has = items(e.text)
		case "example":
			r.Example = e.text
		default:
			panic("language: any/furniture.yaml: a rule has no " + e.key)
		}
	}
	if ends {
		f.Ends = append(f.Ends, r)
	} else {
		f.Lines = append(f.Lines, r)
	}
}

// items are what a list holds: parted by ; with _ for a space at either end and ¶ for the
// line's end.
func items(text string) []string {
	all := strings.Split(text, " ; ")
	for i, s := range all {
		s = strings.ReplaceAll(s, "¶", "\n")
		if rest, ok := strings.CutPrefix(s, "_"); ok {
			s = " " + rest
		}
		if rest, ok := strings.CutSuffix(s, "_"); ok {
			s = rest + " "
		}
		all[i] = s
	}
	return all
}
