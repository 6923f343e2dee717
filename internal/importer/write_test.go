package importer

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestAllFilesComeOrNone has another import come first: its file stays, and nothing of
// ours is left beside it.
func TestAllFilesComeOrNone(t *testing.T) {
	dir := t.TempDir()
	old := File{"content/articles/old.md", "as it was"}
	if err := (&Settled{Site: dir, New: []File{old}}).Write(); err != nil {
		t.Fatal(err)
	}
	plan := Plan{Site: dir, Files: []Planned{
		{File: File{"content/articles/one.md", "one"}, Action: Wrote},
		{File: File{old.Path, "replaced"}, Action: Replaced},
		{File: File{"content/articles/two.md", "ours"}, Action: Wrote},
		{File: File{"content/articles/kept.md", "not written"}, Action: Kept},
	}}
	if err := (&Settled{Site: dir, New: []File{{"content/articles/two.md", "theirs"}}}).Write(); err != nil {
		t.Fatal(err)
	}
	if err := plan.Write(); err == nil || !strings.Contains(err.Error(), "two.md stands there already") {
		t.Errorf("got %v", err)
	}
	want := map[string]string{"old.md": "as it was", "two.md": "theirs"}
	left, _ := os.ReadDir(filepath.Join(dir, "content", "articles"))
	for _, f := range left {
		if data, _ := os.ReadFile(filepath.Join(dir, "content", "articles", f.Name())); want[f.Name()] != string(data) {
			t.Errorf("%s holds %q", f.Name(), data)
		}
	}
	if len(left) != len(want) {
		t.Errorf("there are %v", left)
	}
	plan.Files = plan.Files[:2]
	if err := plan.Write(); err != nil {
		t.Fatal(err)
	}
	if data, _ := os.ReadFile(filepath.Join(dir, old.Path)); string(data) != "replaced" {
		t.Errorf("it was not replaced: %q", data)
	}
	if left, _ = os.ReadDir(filepath.Join(dir, "content", "articles")); len(left) != 3 {
		t.Errorf("there are %v", left)
	}
}
