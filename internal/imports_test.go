package internal_test

import (
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// rooms is the table of ARCHITECTURE.md: what each package may import of ours.
var rooms = map[string]string{
	"source":     "",
	"meta":       "source",
	"catalogue":  "source meta language",
	"edit":       "source meta mark catalogue",
	"golden":     "",
	"token":      "",
	"pattern":    "token",
	"language":   "token",
	"lexicon":    "source meta catalogue token pattern language",
	"mark":       "",
	"doc":        "source meta mark language",
	"reading":    "source meta token language lexicon doc",
	"annotation": "source meta catalogue token lexicon",
	"annotate":   "source meta catalogue token language lexicon doc reading annotation annotate/mention annotate/quote annotate/date annotate/figure",

	"annotate/mention": "meta catalogue token pattern language lexicon reading annotation",
	"annotate/quote":   "source catalogue token language reading annotation",
	"annotate/date":    "meta token language reading annotation",
	"annotate/figure":  "source token language reading annotation",
	"annotate/sample":  "source catalogue lexicon doc reading annotation",

	"compare":    "source token language doc annotation",
	"site":       "source meta catalogue doc annotation compare",
	"suggest":    "source meta catalogue token language lexicon doc reading annotation",
	"chart":      "",
	"since":      "source site",
	"page":       "source meta mark catalogue doc annotation compare site since chart",
	"search":     "source meta catalogue token doc annotation site",
	"export":     "source meta mark catalogue doc annotation compare site since",
	"card":       "",
	"cache":      "source",
	"pdf":        "",
	"desk":       "source meta catalogue edit annotation site",
	"vocabulary": "source meta catalogue edit lexicon doc site",
	"render":     "source meta mark page",
	"book":       "source meta page render site",
	"output":     "source",
	"build":      "source cache meta catalogue token lexicon mark doc annotation annotate compare site since suggest chart page search export card desk render book output",
	"watch":      "source",
	"hand":       "source meta catalogue edit lexicon doc reading annotation annotate site suggest desk vocabulary build importer",
	"preview":    "source build watch desk hand suggest",
	"importer":   "source meta catalogue language lexicon mark doc annotation compare site suggest edit vocabulary build pdf",
	"cli":        "build output source",
	"command":    "source meta build vocabulary importer preview suggest catalogue desk edit hand site cli command/publish",

	"command/publish": "build cli",

	"browser": "",
}

func TestImportsFollowTheTable(t *testing.T) {
	out, err := exec.Command("go", "list", "-f", "{{.ImportPath}}:{{join .Imports \" \"}}", "glossator/internal/...").CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	for line := range strings.Lines(string(out)) {
		pkg, imports, ok := strings.Cut(strings.TrimSpace(line), ":")
		room := strings.TrimPrefix(pkg, "glossator/internal/")
		if pkg == "glossator/internal" {
			continue // these tests
		}
		allowed, known := rooms[room]
		if !ok || !known {
			t.Errorf("%s stands in no room of the table", pkg)
			continue
		}
		for imp := range strings.FieldsSeq(imports) {
			if dep, ours := strings.CutPrefix(imp, "glossator/internal/"); ours && !slices.Contains(strings.Fields(allowed), dep) {
				t.Errorf("%s imports %s, which the table does not allow", room, dep)
			}
		}
	}
}

// pure packages see neither the clock, nor files, nor chance, nor the network.
var pure = "meta catalogue edit token pattern language lexicon mark doc reading annotation annotate annotate/mention annotate/quote annotate/date annotate/figure compare site since suggest chart page search export card desk vocabulary render book"

func TestPurePackagesSeeNoWorld(t *testing.T) {
	for room := range strings.FieldsSeq(pure) {
		out, err := exec.Command("go", "list", "-f", "{{join .Imports \"\\n\"}}", "glossator/internal/"+room).CombinedOutput()
		if err != nil {
			t.Fatalf("%v: %s", err, out)
		}
		for imp := range strings.FieldsSeq(string(out)) {
			switch imp {
			case "os", "os/exec", "net", "net/http", "math/rand", "math/rand/v2", "io/ioutil", "github.com/fsnotify/fsnotify":
				t.Errorf("%s imports %s", room, imp)
			}
		}
	}
}
