package importer

import (
	"fmt"
	"os"
	"path/filepath"

	"glossator/internal/build"
	"glossator/internal/source"
	"glossator/internal/vocabulary"
)

// Vocabulary is what a table does to a site's entries. It is printed as JSON.
type Vocabulary struct {
	Site     string
	Changes  []vocabulary.Change // one for each row; a file without Fields is kept
	Problems []source.Problem    // of the table; where one is an Error, nothing is written
}

// VocabularyOf reads a table (see package vocabulary) and the site whose entries it is
// about. facet is that of new entries of a register. An error is the world's failure.
func VocabularyOf(cfg build.Config, path, facet string) (*Vocabulary, error) {
	v := &Vocabulary{Site: cfg.Site}
	sheet, r, problems, err := tableOf(cfg, path, vocabulary.Read)
	if v.Problems = problems; err != nil || sheet == nil {
		return v, err
	}
	var more []source.Problem
	sheet, more = sheet.Register(r.Site, facet)
	if v.Problems = append(v.Problems, more...); sheet == nil {
		return v, nil
	}
	v.Changes, more = sheet.Apply(r.Site)
	v.Problems = append(v.Problems, more...)
	for _, c := range v.Changes {
		place := filepath.Join(cfg.Site, filepath.FromSlash(c.Path))
		if _, err := os.Stat(place); c.New && err == nil {
			v.Problems = append(v.Problems, whole(place, "already-there", fmt.Sprintf("the entry %q is new, but its file stands there and is not read as an entry", c.Entry), "mend or remove the file"))
		}
	}
	v.Problems = source.SortProblems(v.Problems)
	return v, nil
}

// Write writes every entry that is new or changed: all are prepared first and then put
// in their places. Where the table has an error nothing is written.
func (v *Vocabulary) Write() error {
	if source.Stops(v.Problems, false) {
		return nil
	}
	p := Plan{Site: v.Site}
	for _, c := range v.Changes {
		action := Kept
		switch {
		case c.New:
			action = Wrote
		case len(c.Fields) > 0:
			action = Replaced
		}
		p.Files = append(p.Files, Planned{File: File{c.Path, c.Data}, Action: action})
	}
	return p.Write()
}
