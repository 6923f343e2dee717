package language

import (
	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// unions have a code like a country's, and are bodies.
var unions = map[string]bool{"EU": true, "EZ": true, "UN": true}

// Countries are the names of countries in the language, as the Unicode consortium has them.
func (p *Pack) Countries() (names []string) {
	in := display.Regions(language.Make(p.base))
	for a := 'A'; a <= 'Z'; a++ {
		for b := 'A'; b <= 'Z'; b++ {
			r, err := language.ParseRegion(string([]rune{a, b}))
			if err != nil || !r.IsCountry() || unions[r.String()] {
				continue
			}
			if name := in.Name(r); name != "" {
				names = append(names, name)
			}
		}
	}
	return names
}
