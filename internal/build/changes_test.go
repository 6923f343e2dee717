package build_test

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"glossator/internal/build"
)

// TestTheTableOfChangesFollowsBothTexts: it is made anew where either of two that tell one
// story has changed, or what is said of them.
func TestTheTableOfChangesFollowsBothTexts(t *testing.T) {
	dir := copySite(t, rio)
	tell := func(name, more, words string) {
		write(t, dir, "content/articles/"+name+".md", "---\ntitle: El río sube\npublished: 2026-01-0"+name[len(name)-1:]+"\nrights: own\n"+more+"---\n\nEl alcalde contó doce barcas en el muelle viejo. "+words+"\n")
	}
	tell("subida-1", "", "«Nadie duerme hoy en la orilla», dijo Marta Olmos.")
	tell("subida-2", "same_story:\n  - {article: subida-1, as: rewording}\n", "«Nadie duerme ya en la orilla», dijo Marta Olmos.")
	cfg := build.Config{Site: dir, Out: filepath.Join(t.TempDir(), "public"), Exports: "pages"}
	const table = "data/changes.csv"
	last := ""
	for _, step := range []struct {
		what string
		do   func()
	}{
		{"both are there", func() {}},
		{"the second text", func() {
			tell("subida-2", "same_story:\n  - {article: subida-1, as: rewording}\n", "«Nadie duerme bien en la orilla», dijo Marta Olmos.")
		}},
		{"the first text", func() { tell("subida-1", "", "«Nadie come hoy en la orilla», dijo Marta Olmos.") }},
		{"the story", func() {
			tell("subida-2", "same_story:\n  - {article: subida-1, as: unrelated}\n", "«Nadie duerme bien en la orilla», dijo Marta Olmos.")
		}},
	} {
		step.do()
		got, r := publish(t, cfg)
		want, _ := publish(t, build.Config{Site: dir, Exports: "pages"})
		if d := cmp.Diff(want[table], got[table]); d != "" || !r.OK {
			t.Errorf("%s: %s%v", step.what, d, r.Problems())
		}
		if got[table] == last || step.what != "the story" && !strings.Contains(got[table], "subida-1,subida-2") {
			t.Errorf("%s: the table is as before, or tells nothing of the two:\n%s", step.what, got[table])
		}
		last = got[table]
	}
}
