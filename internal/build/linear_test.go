package build_test

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"glossator/internal/build"
	"glossator/internal/importer"
)

// reader reads one hard site after another, as build, check and import do.
type reader struct {
	dir     string
	builder *build.Builder
	built   *build.Result // of the last site
}

func newReader(t testing.TB) *reader {
	dir := t.TempDir()
	return &reader{dir: dir, builder: build.New(build.Config{Site: dir, Exports: "pages"})}
}

// read lays out a site and goes the whole way with it: to the pages and the table that its
// words reach, and to what check suggests and asks.
func (r *reader) read(t rapid.TB, files map[string]string) *build.Result {
	r.lay(t, files)
	if raw := filepath.Join(r.dir, "raw"); exists(raw) {
		p, err := importer.Make(importer.Request{Site: r.dir, Rights: "own", Paths: []string{raw}})
		if err == nil {
			err = p.Write()
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	built, err := r.builder.Build("*")
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range built.Paths() {
		if strings.HasPrefix(p, "articles/x") || strings.HasPrefix(p, "who/") || p == "data/mentions.csv" {
			_, _, _, _ = built.Get(p)
		}
	}
	built.Suggest()
	built.Desk()
	return built
}

func (r *reader) lay(t rapid.TB, files map[string]string) {
	t.Helper()
	for _, dir := range []string{"content", "raw"} {
		if err := os.RemoveAll(filepath.Join(r.dir, dir)); err != nil {
			t.Fatal(err)
		}
	}
	for _, all := range []map[string]string{around, files} {
		for p, text := range all {
			full := filepath.Join(r.dir, filepath.FromSlash(p))
			if err := os.MkdirAll(filepath.Dir(full), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(full, []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func exists(p string) bool {
	_, err := os.Stat(p)
	return err == nil
}

// TestWorkIsLinear reads every hard text and one four times as long. What is counted is
// the memory asked for, which nearly all of the work asks for: it may be five times as
// much. Work that asks for none shows in BenchmarkHard.
func TestWorkIsLinear(t *testing.T) {
	const size, slack = 2 << 10, 2 << 20
	r := newReader(t)
	asked := func(files map[string]string) int {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		r.read(t, files)
		runtime.ReadMemStats(&after)
		return int(after.TotalAlloc - before.TotalAlloc)
	}
	r.read(t, nil)
	for i, h := range hardSites() {
		if testing.Short() && i%8 > 0 {
			continue
		}
		short, long := asked(h.files(size)), asked(h.files(4*size))
		if long > 5*short+slack {
			t.Errorf("%s: %d KB ask for %d KB, %d KB for %d KB", h.name, size>>10, short>>10, 4*size>>10, long>>10)
		}
	}
}

// BenchmarkHard prints how long each hard text takes, and one four times as long.
func BenchmarkHard(b *testing.B) {
	r := newReader(b)
	r.read(b, nil)
	for _, h := range hardSites() {
		for _, size := range []struct {
			name  string
			bytes int
		}{{"64KB", 64 << 10}, {"256KB", 256 << 10}} {
			files := h.files(size.bytes)
			b.Run(h.name+"/"+size.name, func(b *testing.B) {
				for b.Loop() {
					r.read(b, files)
				}
			})
		}
	}
}
