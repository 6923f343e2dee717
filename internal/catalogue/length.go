package catalogue

import (
	"fmt"
	"strings"

	"glossator/internal/meta"
)

// longestName is how many bytes a name or phrase may have. It stands wherever the entry is
// spoken of, and no form of more than sixteen words is found in a text anyway.
const longestName = 1000

// measure reports names and phrases that are too long.
func (e *Entry) measure(bad func(at int, rule, msg, hint string)) {
	one := func(field, text string, at int) {
		if len(text) > longestName {
			bad(at, "too-long", fmt.Sprintf("%s of %d characters, more than %d: “%s …”", field, len(text), longestName, strings.ToValidUTF8(text[:40], "")),
				"write what a text would say; the rest belongs into the body")
		}
	}
	field := func(name, text string) {
		if len(text) > longestName {
			one(name, text, max(0, strings.Index(e.File.Data, "\n"+name+":")+1))
		}
	}
	all := func(field string, words []meta.Word) {
		for _, w := range words {
			one(field, w.Text, w.Offset)
		}
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
