package importer_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"glossator/internal/build"
	"glossator/internal/importer"
)

// register makes a site with one entry, imports a table and returns what was done.
func register(t *testing.T, table string) (dir string, v *importer.Vocabulary) {
	t.Helper()
	dir = t.TempDir()
	for p, text := range map[string]string{
		"site/content/site.yaml":       "title: T\nfacets: [{id: who, dir: who, singular: s, plural: p, question: q}]\n",
		"site/content/who/ana-luz.md":  "---\nname: Ana Luz\n---\nAna Luz sails.\n",
		"site/content/who/Odd Name.md": "---\nname: Odd\n---\n",
		"site/content/who/old.md":      "---\nname: Old\ndraft: true\n---\n",
		"table.csv":                    table,
	} {
		place := filepath.Join(dir, filepath.FromSlash(p))
		if err := os.MkdirAll(filepath.Dir(place), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(place, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	v, err := importer.VocabularyOf(build.Config{Site: filepath.Join(dir, "site")}, filepath.Join(dir, "table.csv"), "")
	if err != nil {
		t.Fatal(err)
	}
	if err := v.Write(); err != nil {
		t.Fatal(err)
	}
	return dir, v
}

func TestTablesOfAnyEncodingAreRead(t *testing.T) {
	utf16 := "\xff\xfe"
	for _, c := range "id\tname\r\nana-luz\tAna Lúz\r\n" {
		utf16 += string([]byte{byte(c), byte(c >> 8)})
	}
	for _, table := range []string{"id;name\r\nana-luz;Ana L\xfaz\r\n", "\uFEFFid,name\nana-luz,Ana Lúz\n", utf16} {
		dir, v := register(t, table)
		data, _ := os.ReadFile(filepath.Join(dir, "site/content/who/ana-luz.md"))
		if got := string(data); got != "---\nname: Ana Lúz\n---\nAna Luz sails.\n" || len(v.Problems) > 0 {
			t.Errorf("%q: got %q, %v", table, got, v.Problems)
		}
	}
}

func TestATableWithAMistakeWritesNothing(t *testing.T) {
	dir, v := register(t, "id,name,by\nana-luz,Eva,\nnew,New,nobody\n")
	if len(v.Problems) != 1 || !strings.HasSuffix(v.Problems[0].String(), `table.csv:3:9: unknown entry "nobody" in the column by [vocabulary]`) {
		t.Errorf("got %v", v.Problems)
	}
	data, _ := os.ReadFile(filepath.Join(dir, "site/content/who/ana-luz.md"))
	if all, _ := filepath.Glob(filepath.Join(dir, "site/content/who/*")); len(all) != 3 || !strings.Contains(string(data), "Ana Luz\n---") {
		t.Errorf("%v, %s", all, data)
	}
}

func TestADraftIsAnEntryToo(t *testing.T) {
	dir, v := register(t, "id,kind\nold,boat\n")
	data, _ := os.ReadFile(filepath.Join(dir, "site/content/who/old.md"))
	if len(v.Problems) > 0 || string(data) != "---\nname: Old\nkind: boat\ndraft: true\n---\n" {
		t.Errorf("got %s, %v", data, v.Problems)
	}
}
