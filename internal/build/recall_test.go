package build_test

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"glossator/internal/build"
)

// TestWhatProcessesRememberChangesNothing edits one line after another of two sites. What a
// process makes of each that knows of those before, and one that publishes, is what one makes
// that knows of none: the same pages, and the same problems.
func TestWhatProcessesRememberChangesNothing(t *testing.T) {
	for _, archive := range []string{"testdata/edits.txtar", "testdata/bilingual.txtar"} {
		folder, publishes := t.TempDir(), 0
		texts, anew := 0, 0
		edits := eachEdit(t, archive, 12, func(cfg build.Config, what string) {
			cfg.Exports = "annotations,text,json"
			pages, want := made(t, cfg)
			cfg.Cache = folder
			same := func(how string, got map[string]string, r *build.Result) {
				t.Helper()
				if d := cmp.Diff(pages, got); d != "" && (r.OK || how != "published") {
					t.Fatalf("%s after %s: %s", how, what, d)
				}
				if d := cmp.Diff(fmt.Sprint(want.Problems()), fmt.Sprint(r.Problems())); d != "" {
					t.Fatalf("%s after %s: %s", how, what, d)
				}
				texts, anew = texts+want.Report.Annotated, anew+r.Report.Annotated
			}
			if publishes++; publishes%2 == 0 {
				got, r := publish(t, cfg)
				same("published", got, r)
			}
			got, r := made(t, cfg)
			same("built", got, r)
		})
		if anew == 0 || anew > texts*3/4 {
			t.Errorf("%s: of %d texts in %d sites %d were read again", archive, texts, edits, anew)
		}
	}
}

// made is all that a new builder makes but images.
func made(t *testing.T, cfg build.Config) (map[string]string, *build.Result) {
	t.Helper()
	b := build.New(cfg)
	defer b.Close()
	r, err := b.Build()
	if err != nil {
		t.Fatal(err)
	}
	return rendered(t, r, ".png"), r
}

// TestAProcessReadsOnlyWhatIsNew: a publish and a preview that come after another process.
func TestAProcessReadsOnlyWhatIsNew(t *testing.T) {
	dir, folder := copySite(t, rio), t.TempDir()
	cfg := build.Config{Site: dir, Cache: folder, Exports: "pages"}
	anew := func(what string, cfg build.Config, want int) {
		t.Helper()
		if _, r := publish(t, cfg); r.Report.Annotated != want {
			t.Errorf("%s: %d texts were read, not %d", what, r.Report.Annotated, want)
		}
	}
	_, r := publish(t, cfg)
	all := r.Report.Annotated
	if all < 5 {
		t.Fatalf("the first publish read %d texts", all)
	}
	anew("nothing has changed", cfg, 0)
	appendTo(t, dir, "content/articles/la-trucha-vuelve.md", "\n\nMarta Olmos volvió.\n")
	anew("an article has changed", cfg, 1)
	anew("nothing has changed since", cfg, 0)
	write(t, dir, "content/articles/la-trucha-vuelve.readings.yaml", "- {p: 1, words: Marta Olmos, link: none}\n")
	anew("something was decided of it", cfg, 1)
	write(t, dir, "templates/page.html", "{{define \"main\"}}<h1>{{.Title}}</h1>{{.Body}}<hr>{{end}}")
	anew("a template has changed", cfg, 0)
	anew("it is a clean publish", build.Config{Site: dir, Cache: folder, Exports: "pages", Clean: true}, all)
	anew("a clean publish was before", cfg, 0)
	replaceIn(t, dir, "content/especies/trucha-comun.md", "aliases: [", "aliases: [peces, ")
	anew("an entry has another name", cfg, all)
	anew("it is published by itself", build.Config{Site: dir, Exports: "pages"}, all)
	anew("it is another site", build.Config{Site: copySite(t, rio), Cache: folder, Exports: "pages"}, all)

	preview := build.New(cfg)
	looks := func(what string, least, most int) {
		t.Helper()
		r, err := preview.Build("*")
		if err != nil || r.Report.Annotated < least || r.Report.Annotated > most {
			t.Errorf("%s: %d texts were read, %v", what, r.Report.Annotated, err)
		}
	}
	looks("nothing has changed", 0, 0)
	replaceIn(t, dir, "content/especies/trucha-comun.md", "aliases: [peces, ", "aliases: [pezqueñín, ")
	looks("a name has changed that few texts have", 1, all/2)
	appendTo(t, dir, "content/articles/la-trucha-vuelve.md", "\n\nMarta Olmos se fue.\n")
	looks("an article has changed", 1, 1)
	anew("the preview goes on", cfg, all)
	preview.Close()
	anew("the preview has ended", cfg, 0)
}

// TestADamagedMemory is as none: whatever byte of a file is another, and wherever it ends.
func TestADamagedMemory(t *testing.T) {
	cfg := build.Config{Site: bilingual(t), Exports: "pages"}
	want, r := made(t, cfg)
	cfg.Cache = t.TempDir()
	made(t, cfg)
	names, _ := filepath.Glob(filepath.Join(cfg.Cache, "*"))
	if len(names) != 2 { // of the texts, and of the assets
		t.Fatalf("there are %q", names)
	}
	for _, name := range names {
		whole, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		look := func(what string, data []byte) {
			if err := os.WriteFile(name, data, 0o600); err != nil {
				t.Fatal(err)
			}
			got, damaged := made(t, cfg)
			if d := cmp.Diff(want, got) + cmp.Diff(r.Problems(), damaged.Problems()); d != "" {
				t.Fatalf("%s: %s", what, d)
			}
		}
		places := 10
		if testing.Short() {
			places = 3
		}
		for i := range places {
			at := len(whole)*i/places + i%7
			bad := append([]byte(nil), whole...)
			bad[at] ^= 0xff >> (i % 8)
			look(fmt.Sprint("byte ", at), bad)
			look(fmt.Sprint("the first ", at), whole[:at])
		}
		look("another file", []byte("of no kind"))
	}
}
