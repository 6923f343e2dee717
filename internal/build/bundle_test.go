package build_test

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"glossator/internal/build"
)

// TestAssetsAreBundledOnce for all that publish with the same: fonts come back byte for byte,
// an asset of the site's own is bundled anew, and a clean publish believes nothing.
func TestAssetsAreBundledOnce(t *testing.T) {
	dir, folder := copySite(t, rio), t.TempDir()
	write(t, dir, "static/assets/fonts/licence.txt", "What nothing names is told of.\n")
	want, first := publish(t, build.Config{Site: dir, Exports: "pages"})
	cfg := build.Config{Site: dir, Exports: "pages", Cache: folder}
	files := func() int {
		all, err := filepath.Glob(filepath.Join(folder, "*"))
		if err != nil {
			t.Fatal(err)
		}
		return len(all)
	}
	for range 2 {
		got, r := publish(t, cfg)
		if d := cmp.Diff(want, got) + cmp.Diff(fmt.Sprint(first.Problems()), fmt.Sprint(r.Problems())); d != "" {
			t.Fatal(d)
		}
		if n := files(); n != 2 {
			t.Errorf("%d files in the folder: one is of the texts, one of the assets", n)
		}
	}
	write(t, dir, "static/assets/css/frame.css", ".foot { color: green }\n")
	changed, _ := publish(t, cfg)
	same := 0
	for path, data := range changed {
		if want[path] == data {
			same++
		}
	}
	if n := files(); n != 3 || same == len(changed) {
		t.Errorf("%d files in the folder, and %d of %d published ones are as before", n, same, len(changed))
	}
	all, _ := filepath.Glob(filepath.Join(folder, "*"))
	for _, path := range all {
		if err := os.WriteFile(path, []byte("{}"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	cfg.Clean = true
	if got, r := publish(t, cfg); !r.OK || cmp.Diff(changed, got) != "" {
		t.Error("a clean publish differs")
	}
}
