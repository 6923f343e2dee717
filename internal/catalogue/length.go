package catalogue

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"glossator/internal/meta"
)

// longestName is how many bytes a name or phrase may have. It stands wherever the entry is
// spoken of, and no form of more than sixteen words is found in a text anyway.
const longestName = 1000

// teller is told a problem at an offset.
type teller func(at int, rule, msg, hint string)

// one tells of a text that is too long.
func (bad teller) one(field, text string, at int) {
	if len(text) > longestName {
		bad(at, "too-long", fmt.Sprintf("%s of %d characters, more than %d: “%s …”", field, len(text), longestName, strings.ToValidUTF8(text[:40], "")),
			"write what a text would say; the rest belongs into the body")
	}
}

func (bad teller) all(field string, words []meta.Word) {
	for _, w := range words {
		bad.one(field, w.Text, w.Offset)
	}
}

// measure reports names and phrases that are too long.
func (w *Words) measure(bad teller) {
	bad.one("surname", w.Surname, 0)
	bad.all("alias", w.Aliases)
	bad.all("damaged form", w.Damaged)
	bad.all("description", w.Descriptions)
	for _, r := range w.Roles {
		bad.one("title", r.Title, int(r.At))
		bad.all("description", r.Descriptions)
	}
}

// measure reports names and phrases that are too long.
func (e *Entry) measure(bad teller) {
	one, all := bad.one, bad.all
	field := func(name, text string) {
		if len(text) > longestName {
			one(name, text, max(0, strings.Index(e.File.Data, "\n"+name+":")+1))
		}
	}
	for _, tag := range slices.Sorted(maps.Keys(e.Names)) {
		one("name", e.Names[tag].Text, e.Names[tag].Offset)
	}
	field("name", e.Name)
	field("kind", e.Kind)
	field("surname", e.Surname)
	all("alias", e.Aliases)
	all("damaged form", e.Damaged)
	all("description", e.Descriptions)
	all("former address", e.Formerly)
	for _, r := range e.Roles {
		if len(r.Title) > longestName {
			one("title", r.Title, max(0, strings.Index(e.File.Data, r.Title[:40])))
		}
		all("description", r.Descriptions)
	}
}
