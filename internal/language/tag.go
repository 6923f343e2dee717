package language

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// BadTag is what is no language's tag: "english", "es_ES".
type BadTag struct{ Tag, Hint string }

func (e *BadTag) Error() string { return fmt.Sprintf("language %q", e.Tag) }

// For is the pack of the language of a tag as BCP 47 has them ("en", "es-MX"), and a
// *BadTag where it is none. A language that has no folder of its own gets what is the
// same in all: names, descriptions and cues, inflected where there is a stemmer; the
// days and numbers that are written in digits. So does a bad tag.
func For(tag string) (*Pack, error) {
	if p, ok := read.Load(tag); ok {
		return p.(*Pack), nil
	}
	p, err := readFor(tag)
	if err == nil {
		read.Store(tag, p)
	}
	return p, err
}

// read are the packs that were read, by tag: no pack changes.
var read sync.Map

func readFor(tag string) (*Pack, error) {
	t, err := language.Raw.Parse(tag)
	if err != nil || strings.Contains(tag, "_") {
		return newPack(""), &BadTag{tag, hint(tag, t)}
	}
	base, sure := t.Base()
	if sure != language.Exact { // "und": no language is told
		return load(""), nil
	}
	if base.String() == "en" {
		p := *English()
		p.MonthFirst = t.String() == "en" || t.String() == "en-US"
		return &p, nil
	}
	p := load(base.String())
	if pointed(t) {
		p.Thousands, p.Decimal = ",", "."
	} else if _, where := t.Region(); where != language.Exact {
		p.Either = slices.ContainsFunc(comma, func(r string) bool {
			elsewhere, err := language.Compose(t, language.MustParseRegion(r))
			return err == nil && pointed(elsewhere)
		})
	}
	p.SpacedThousands = true // 1 200: by the rules of spelling in most, and of ISO 80000 in all
	return p, nil
}

// comma are regions that part thousands by a comma, in some language of other regions that
// do not.
var comma = []string{"MX", "US"}

// pointed tells whether a number has a comma between thousands and a point before its
// fraction, as CLDR has it: 1,234,567.5 in Mexico, not in Spain.
func pointed(t language.Tag) bool { return strings.HasSuffix(printed(t), ".5") }

// hint tells how to write a tag: of a language that is called by its name, that tag.
func hint(tag string, t language.Tag) string {
	if strings.Contains(tag, "_") && t != language.Und {
		return "write it as " + t.String()
	}
	for _, known := range display.Supported.Tags() {
		if tag != "" && (strings.EqualFold(tag, display.English.Languages().Name(known)) || strings.EqualFold(tag, display.Self.Name(known))) {
			return "write it as " + known.String()
		}
	}
	return "write the tag that the lang attribute of web pages has: en, es, pt-BR"
}
