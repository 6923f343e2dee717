package suggest

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"
)

// nations are the names of countries (the Unicode consortium's, as golang.org/x/text has
// them), folded.
func nations() (names []string) {
	for a := 'A'; a <= 'Z'; a++ {
		for b := 'A'; b <= 'Z'; b++ {
			r, err := language.ParseRegion(string([]rune{a, b}))
			if err != nil || !r.IsCountry() {
				continue
			}
			if name := display.English.Regions().Name(r); name != "" {
				names = append(names, folded(name))
			}
		}
	}
	return names
}

// states are states of federations that news in English names without their country, and
// regions and cities that it names without either.
const states = "Alabama,Alaska,Arizona,Arkansas,California,Colorado,Connecticut,Delaware,Florida,Hawaii,Idaho,Illinois,Indiana,Iowa,Kansas," +
	"Kentucky,Louisiana,Maine,Maryland,Massachusetts,Michigan,Minnesota,Mississippi,Missouri,Montana,Nebraska,Nevada,New Hampshire,New Jersey," +
	"New Mexico,New York,North Carolina,North Dakota,Ohio,Oklahoma,Oregon,Pennsylvania,Rhode Island,South Carolina,South Dakota,Tennessee,Texas," +
	"Utah,Vermont,Virginia,Washington,West Virginia,Wisconsin,Wyoming,Puerto Rico,Ontario,Quebec,Alberta,British Columbia,Manitoba,Saskatchewan," +
	"Nova Scotia,New South Wales,Queensland,Tasmania,England,Scotland,Wales,Northern Ireland,Great Britain,Britain,America,US,U.S.,USA,UK,U.K.," +
	"Europe,Africa,Asia,Latin America,South America,Central America,North America,Middle East,Western Hemisphere,Oceania,Russia,Korea,North Korea," +
	"South Korea,Ivory Coast,Burma,Holland,Czech Republic,Turkey,Congo,Palestine,Gaza,Gaza Strip,West Bank,Kosovo,Crimea,Taiwan,Hong Kong," +
	"New York City,Los Angeles,San Francisco,New Orleans,Las Vegas,Washington DC,London,Paris,Berlin,Rome,Madrid,Moscow,Beijing,Tokyo,Brussels," +
	"Geneva,Vienna,Chicago,Boston,Houston,Atlanta,Dallas,Philadelphia,Miami,Denver,Seattle,Detroit,Rio Grande," +
	"Mexico City,San Diego,Delhi,New Delhi,Mumbai,Istanbul,Ankara,Cairo,Kyiv,Kiev,Tehran,Jerusalem,Sydney,Melbourne,Toronto,Ottawa,Dubai"

// folded is a name as tokens are folded: lower case, no accents, no full stops.
func folded(name string) string {
	name = folding.Replace(name)
	if isASCII(name) {
		return strings.ToLower(name)
	}
	t := transform.Chain(norm.NFD, runes.Remove(runes.In(unicode.Mn)), norm.NFC)
	s, _, err := transform.String(t, name)
	if err != nil {
		s = name
	}
	return strings.ToLower(s)
}

var folding = strings.NewReplacer(".", "", "’", "'", "&", "and")

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
