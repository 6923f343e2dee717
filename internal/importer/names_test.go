package importer

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"glossator/internal/build"
	"glossator/internal/catalogue"
	"glossator/internal/meta"
	"glossator/internal/suggest"
)

func TestASpoiledNameIsToldFromAnother(t *testing.T) {
	e := &catalogue.Entry{Name: "Rosa Pardo", Aliases: []meta.Word{{Text: "Harbor Pilots Association"}}}
	for name, want := range map[string]bool{
		"Rosa Prado": true, "Rosa Pardoo": true, "Harbour Pilots Association": true,
		"Rosa": false, "Mayor Pardo": false, "Rosa P": false, "HPA": false, "Rita Pardo": false, "Ana Luz": false,
	} {
		if got := spoiled(name, e); got != want {
			t.Errorf("%q: %v", name, got)
		}
	}
}

func TestNothingIsWrittenThroughALink(t *testing.T) {
	dir := t.TempDir()
	for p, text := range map[string]string{
		"content/site.yaml": "title: x\nfacets:\n  - {id: who, dir: who, singular: a, plural: b, question: c}\n", "content/articles/a.md": "A b.\n", "there.yaml": "ignore: [a]\n",
	} {
		place := filepath.Join(dir, p)
		if err := os.MkdirAll(filepath.Dir(place), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(place, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink("../there.yaml", filepath.Join(dir, "content/decisions.yaml")); err != nil {
		t.Skip(err)
	}
	r, err := build.New(build.Config{Site: dir}).Build()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Settle(dir, r, []suggest.Suggestion{}, Names{Ignore: []string{"b"}}); err == nil || !strings.Contains(err.Error(), "is a symbolic link") {
		t.Errorf("got %v", err)
	}
}
