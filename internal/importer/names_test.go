package importer

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"glossator/internal/build"
	"glossator/internal/suggest"
)

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
