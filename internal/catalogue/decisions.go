package catalogue

import (
	"fmt"
	"slices"
	"strings"

	"glossator/internal/meta"
	"glossator/internal/source"
)

// Decisions is content/decisions.yaml, what is decided for the whole site:
//
//	ignore: [Port Row]                              # names that are no suggestion
//	same: [{words: Mayor Pard, entry: rosa-pardo}]  # another name, linked, and shown nowhere
//	unrelated: [[quay, storm]]                      # articles that do not tell one story
type Decisions struct {
	File      *source.File `meta:"-" hash:"ignore"`
	Ignore    []meta.Word  `meta:"ignore"`
	Same      []Same       `meta:"same"`
	Unrelated [][]meta.Ref `meta:"unrelated"`
}

// Same says that words are another name of an entry.
type Same struct {
	Words meta.Word `meta:"words,required"`
	Entry meta.Ref  `meta:"entry,required"`
}

// DecisionsPath is where they are.
const DecisionsPath = "content/decisions.yaml"

// decisions reads them.
func decisions(t *source.Tree) (d *Decisions, problems []source.Problem) {
	d = &Decisions{File: t.File(DecisionsPath)}
	if d.File == nil {
		return d, nil
	}
	defer source.Reading(d.File.Path)
	problems = meta.Decode(d.File, source.Span{End: len(d.File.Data)}, d)
	d.Unrelated = slices.DeleteFunc(d.Unrelated, func(pair []meta.Ref) bool {
		if len(pair) == 2 && pair[0].ID != pair[1].ID {
			return false
		}
		at := 0
		if len(pair) > 0 {
			at = pair[0].Offset
		}
		problems = append(problems, d.File.Problem(at, "bad-value", fmt.Sprintf("%d articles in a pair of \"unrelated\"", len(pair)), "name two: unrelated: [[one, other]]"))
		return true
	})
	for i, s := range d.Same {
		if len(s.Words.Text) > longestName {
			problems = append(problems, d.File.Problem(s.Words.Offset, "too-long", fmt.Sprintf("words of %d characters, more than %d", len(s.Words.Text), longestName), "write a name"))
			d.Same[i] = Same{}
		}
	}
	return d, problems
}

// known gives entries the names that were decided to be theirs. An entry is copied: it is
// shared with other builds.
func (d *Decisions) known(entries []*Entry) (problems []source.Problem) {
	at := make(map[ID]int, len(entries))
	for i, e := range entries {
		at[e.ID] = i
	}
	copied := map[ID]bool{}
	for _, s := range d.Same {
		i, ok := at[s.Entry.ID]
		switch {
		case s.Entry.ID == "":
			continue
		case !ok:
			ids := make([]string, len(entries))
			for i, e := range entries {
				ids[i] = e.ID
			}
			problems = append(problems, d.File.Problem(s.Entry.Offset, "unknown-entry", fmt.Sprintf("unknown entry %q", s.Entry.ID), meta.DidYouMean(s.Entry.ID, ids)))
			continue
		case !copied[s.Entry.ID]:
			e := *entries[i]
			entries[i], copied[s.Entry.ID] = &e, true
		}
		entries[i].Same = append(entries[i].Same, s.Words.Text)
	}
	return problems
}

// Ignores tells whether a name is no suggestion.
func (d *Decisions) Ignores(name string) bool {
	return d != nil && slices.ContainsFunc(d.Ignore, func(w meta.Word) bool { return strings.EqualFold(w.Text, name) })
}

// nothing are words that say of a reading that there is no entry: none is called so.
var nothing = []ID{"none", "nobody"}
