package language

import (
	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// Countries are the names of countries, as the Unicode consortium has them.
func (p *Pack) Countries() (names []string) {
	for a := 'A'; a <= 'Z'; a++ {
		for b := 'A'; b <= 'Z'; b++ {
			r, err := language.ParseRegion(string([]rune{a, b}))
			if err != nil || !r.IsCountry() {
				continue
			}
			if name := display.English.Regions().Name(r); name != "" {
				names = append(names, name)
			}
		}
	}
	return names
}
