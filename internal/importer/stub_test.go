package importer

import (
	"os"
	"path/filepath"
	"testing"

	"glossator/internal/catalogue"
	"glossator/internal/source"
	"glossator/internal/suggest"
)

// What a suggestion holds comes back out of the stub, whatever the names are, and the
// catalogue has nothing to say against it.
func TestStubReadsBack(t *testing.T) {
	facet := catalogue.Facet{ID: "who", Dir: "who"}
	for _, s := range []suggest.Suggestion{
		{ID: "ana-luz", Kind: suggest.Person, Name: "Ana Luz", Roles: []suggest.Role{{Title: "Mayor: acting", AsOf: "2024-03-01"}, {Title: `"Boss" #1`}}},
		{ID: "a", Kind: suggest.Person, Name: "Carmen de la Vega", Surname: "de la Vega", Aliases: []string{"Carmen “La” Vega"}},
		{ID: "b", Kind: suggest.Organization, Name: "Yes: No", Aliases: []string{"A, B & C", "[x]", "null", "O'Brien's"}},
		{ID: "c", Kind: suggest.Law, Name: "- Act #5", Aliases: []string{"*", "a: b"}},
		{ID: "d", Kind: suggest.Practice, Name: "Dredge channels", Cues: []string{"[dredge … channels]"}},
		{ID: "e", Kind: suggest.Program, Name: "2024"},
	} {
		file := Stub(s, facet)
		e, problems := catalogue.Parse(source.NewFile(file.Path, file.Data), 0)
		if len(problems) > 0 {
			t.Errorf("%s\n%v", file.Data, problems)
			continue
		}
		if !e.Draft || e.ID != s.ID || e.Name != s.Name || e.Surname != s.Surname || len(e.Aliases) != len(s.Aliases) || len(e.Cues) != len(s.Cues) || len(e.Roles) != len(s.Roles) {
			t.Errorf("read back as %+v from\n%s", e, file.Data)
			continue
		}
		for i, a := range s.Aliases {
			if e.Aliases[i].Text != a {
				t.Errorf("alias %q came back as %q", a, e.Aliases[i].Text)
			}
		}
		for i, r := range s.Roles {
			if e.Roles[i].Title != r.Title || e.Roles[i].AsOf != r.AsOf {
				t.Errorf("role %+v came back as %+v", r, e.Roles[i])
			}
		}
	}
}

func TestWhatStandsIsLeft(t *testing.T) {
	dir := t.TempDir()
	file := File{"content/who/a.md", "new"}
	if err := (&Settled{Site: dir, New: []File{file}}).Write(); err != nil {
		t.Fatal(err)
	}
	if err := (&Settled{Site: dir, New: []File{{file.Path, "newer"}}}).Write(); err == nil {
		t.Error("a file was overwritten in silence")
	}
	if data, err := os.ReadFile(filepath.Join(dir, file.Path)); err != nil || string(data) != "new" {
		t.Errorf("the file holds %q (%v)", data, err)
	}
}
