package importer

import (
	"fmt"
	"strings"

	"glossator/internal/catalogue"
	"glossator/internal/edit"
	"glossator/internal/suggest"
)

// Stub makes the file of an entry that a suggestion begins: a draft that holds what the
// articles themselves say, and says in comments what is still missing. Its body is
// empty, which check --drafts asks about.
func Stub(s suggest.Suggestion, f catalogue.Facet) File {
	var b strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	line("---")
	line("draft: true  # begun from the articles; take this line away when the entry is written")
	line("name: %s", edit.Scalar(s.Name))
	if s.Kind != suggest.Practice {
		line("kind: %s", s.Kind)
	}
	if s.Surname != "" {
		line("surname: %s", edit.Scalar(s.Surname))
	}
	list := func(field string, words []string) {
		var all []string
		for _, w := range words {
			all = append(all, edit.Inside(w))
		}
		if len(all) > 0 {
			line("%s: [%s]", field, strings.Join(all, ", "))
		}
	}
	list("aliases", s.Aliases)
	list("damaged", s.Damaged)
	list("cues", s.Cues)
	if len(s.Roles) > 0 {
		line("roles:")
	}
	for _, r := range s.Roles {
		line("  - title: %s", edit.Scalar(r.Title))
		if r.AsOf != "" {
			line("    as_of: %s", r.AsOf)
		}
		line("    # TODO from: and to: with a citation; so far only %s says so", r.Pos)
	}
	for _, todo := range missing(s.Kind) {
		line("# TODO %s", todo)
	}
	line("---")
	return File{"content/" + f.Dir + "/" + s.ID + ".md", b.String()}
}

// missing is what an entry of a kind wants besides its name.
func missing(k suggest.Kind) []string {
	all := []string{"below the line ---, one sentence that says what it is: it becomes the note in the margin",
		"citations: where that can be checked"}
	switch k {
	case suggest.Person:
		all[0] = "below the line ---, one sentence that says who this is: it becomes the note in the margin"
	case suggest.Law, suggest.Program, suggest.Measure:
		all = append(all, "periods: from when to when it was in force; by: who issued it; authority:")
	case suggest.Practice:
		all = append(all, "by: who does it; under: by which rule; periods:", "cues: try them with check --explain 'a sentence'")
	}
	return all
}
