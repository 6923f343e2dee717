package build

import (
	"flag"
	"fmt"
	"maps"
	"path/filepath"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"testing/fstest"

	"glossator/internal/catalogue"
	"glossator/internal/doc"
	"glossator/internal/site"
	"glossator/internal/source"
)

var sweep = flag.Bool("sweep", false, "give every field every value, and not every eleventh")

// hostile are values that a field may be given, as they stand in the YAML behind its
// colon: slips of an author, what another program writes, and malice.
var hostile = []string{
	"", "~", `""`, `" "`, "2021-0", "2021-02-30", "9999-12", "0000", "12345678901234567890", "-1", "1e999", ".nan", "true", "yess",
	"[a]", "[]", "[~, '', [b]]", "[{}]", "{}", "{a: b}", "[[[a]]]", "- a", "words", "words: more words", "../../x", "a/b", "/abs", "index", "con", "ana-luz", "b", "..",
	"a\n b", "a\nb", "|\n  a\n  b", `"a\nb"`, `"\0"`, "a\x00b", `"[["`, `"[[ana-luz|x]] [^1]"`, "a\u202Eb\u2066", `"<script>alert(1)</script>"`, `"' onload=alert(1) x='"`,
	"&a x", "*a", "!!binary eA==", "!!str", "😀", `"`, "'", "@x", "%x", "# x", "?", "{{.}}", "javascript:alert(1)", "https://", "https://me:pw@e.org/", "https://e.org/?q#f",
	strings.Repeat("word ", 6000), strings.Repeat("w", 6000), strings.Repeat("[", 5000),
}

// good are values that fields take, by the field's name, where any word won't do.
var good = map[string]string{
	"id": "x1", "dir": "who", "language": "en", "base_url": "https://example.org/x/", "checked": "2021-07-01", "contact": "desk@example.org", "tested": "2021-07-01", "exports": "all", "search_key": "on",
	"published": "2021-06-01", "updated": "2021-06-02", "event": "2021-05-31", "url": "https://example.org/a", "rights": "own", "draft": "false", "older": "true", "formerly": "[old]", "same_as": "[http://www.wikidata.org/entity/Q42]",
	"date": "2021-06-01", "from": "2021-06-01", "to": "2021-07", "as_of": "2021-06-15", "status": "in force", "citation": "x1", "order": "1",
	"by": "[bo-mar]", "under": "[bo-mar]", "related": "[bo-mar]", "claimed_by": "bo-mar", "entries": "[ana-luz]", "article": "b", "as": "same event", "start": "a",
	"translation_of": "\"\"", "speaker": "ana-luz", "agrees": "no", "paragraph": "1", "values": "[1, 2]", "official_values": "[3]", "value": "4", "name": "Ana Luz", "surname": "Luz",
}

// kind is a kind of file that is YAML, or begins with it.
type kind struct {
	path string
	of   any // the struct that it is read into, or an item of its list
	list bool
	body string            // below the front matter; "" where the file is YAML alone
	own  map[string]string // as good, for this kind
}

var kinds = []kind{
	{path: "content/site.yaml", of: catalogue.Site{}, own: map[string]string{"id": "who", "map translations": "{es: {title: Barcos, facets: {who: {plural: Quién}}}}"}},
	{path: "content/who/ana-luz.md", of: catalogue.Entry{}, body: "Ana Luz sails.[^x1]\n", own: map[string]string{"kind": "person", "map names": "{es: Ana Luz}", "map note": "{es: Navega.}"}},
	{path: "content/who/ana-luz.es.md", of: catalogue.Words{}, body: "Ana Luz navega.[^x1]\n"},
	{path: "content/articles/a.md", of: doc.Meta{}, body: "Ana Luz said: “We sailed with 12 ferries in June 2021.”\n", own: map[string]string{"kind": "report"}},
	{path: "content/articles/b.es.md", of: doc.Meta{}, body: "Bo Mar dijo que zarparon 12 barcos con [[ana-luz]].\n", own: map[string]string{"kind": "report", "language": "es", "translation_of": "b", "formerly": "[viejo]", "article": "a"}},
	{path: "content/articles/c.yaml", of: doc.Meta{}, own: map[string]string{"kind": "report", "formerly": "[older]", "article": "a"}},
	{path: "content/pages/index.md", of: site.PageMeta{}, body: "What this is.\n", own: map[string]string{"exhibits": "[x]"}},
	{path: "content/pages/about.md", of: site.PageMeta{}, body: "What this is.\n", own: map[string]string{"exhibits": "[x]"}},
	{path: "content/pages/about.es.md", of: site.PageMeta{}, body: "Qué es esto.\n", own: map[string]string{"exhibits": "[x]", "language": "es", "translation_of": "about"}},
	{path: "content/articles/a.readings.yaml", of: doc.Row{}, list: true, own: map[string]string{"p": "1", "n": "1", "words": "in June 2021", "speaker": "", "speaker_name": "", "link": "", "value": "", "unit": "", "keep": "", "date": "2021-06"}},
	{path: "content/decisions.yaml", of: catalogue.Decisions{}, own: map[string]string{"words": "Luz Ana", "entry": "ana-luz", "unrelated": "[[a, c]]", "ignore": "[Some Name]"}},
	{path: "content/timeline.yaml", of: site.Event{}, list: true, own: map[string]string{"event": "true", "written": "true"}},
	{path: "content/timeline.es.yaml", of: site.EventWords{}, list: true},
	{path: "content/figures.yaml", of: site.Figure{}, list: true},
	{path: "content/figures.es.yaml", of: site.FigureWords{}, list: true},
	{path: "content/corrections.yaml", of: site.Correction{}, list: true, own: map[string]string{"article": `""`, "entry": "ana-luz", "page": `""`}},
	{path: "content/corrections.es.yaml", of: site.Correction{}, list: true, own: map[string]string{"article": `""`, "entry": `""`, "page": `""`}},
	{path: "content/exhibits/x.yaml", of: site.Exhibit{}, own: map[string]string{"rules": "[ana-luz]", "under": "[ana-luz]", "cited": "[x1]", "events": "1", "at": "2021-06", "values": "[1]", "position": `"1.5, -2"`, "outline": "land.geojson", "articles": "[b]"}},
	{path: "content/exhibits/x.es.yaml", of: site.ExhibitWords{}, own: map[string]string{"id": "x1"}},
}

// fill writes a struct as YAML with every field that it has, from the struct's tags. Where
// path is that of a field, the field is given the value. visit is told every path.
func (k *kind) fill(b *strings.Builder, t reflect.Type, indent, at string, path, value string, visit func(string)) {
	for i := range t.NumField() {
		name, _, _ := strings.Cut(t.Field(i).Tag.Get("meta"), ",")
		if name == "" || name == "-" {
			continue
		}
		here, field := at+"."+name, t.Field(i).Type
		visit(here)
		b.WriteString(indent + name + ":")
		inner := field
		if field.Kind() == reflect.Slice {
			inner = field.Elem()
		}
		switch fields := inner.Kind() == reflect.Struct && len(tagged(inner)) > 0; {
		case here == path:
			b.WriteString(" " + value + "\n")
		case fields && field.Kind() == reflect.Slice:
			b.WriteString("\n" + indent + "  -\n")
			k.fill(b, inner, indent+"    ", here, path, value, visit)
		case fields:
			b.WriteString("\n")
			k.fill(b, inner, indent+"  ", here, path, value, visit)
		default:
			b.WriteString(" " + k.value(name, field) + "\n")
		}
	}
}

func tagged(t reflect.Type) (names []string) {
	for i := range t.NumField() {
		if name, _, _ := strings.Cut(t.Field(i).Tag.Get("meta"), ","); name != "" && name != "-" {
			names = append(names, name)
		}
	}
	return names
}

// value is one that the field takes.
func (k *kind) value(name string, t reflect.Type) string {
	if v, ok := k.own["map "+name]; ok && t.Kind() == reflect.Map {
		return v
	}
	for _, known := range []map[string]string{k.own, good} {
		if v, ok := known[name]; ok {
			return v
		}
	}
	switch t.Kind() {
	case reflect.Bool:
		return "true"
	case reflect.Slice:
		return "[some " + name + "]"
	case reflect.Map:
		return "{Search: More}"
	}
	return "some " + name
}

func (k *kind) text(path, value string) (text string, paths []string) {
	var b strings.Builder
	indent := ""
	if k.list {
		b.WriteString("-\n")
		indent = "  "
	}
	k.fill(&b, reflect.TypeOf(k.of), indent, k.path, path, value, func(p string) { paths = append(paths, p) })
	if k.body == "" {
		return b.String(), paths
	}
	return "---\n" + b.String() + "---\n" + k.body, paths
}

// tables are the files of comma-separated values, each with a good row.
var csvTables = map[string][2]string{
	"content/articles/a.evidence.csv": {strings.Join(site.EvidenceColumns, ","), "1,mention,ana-luz,who,named,Ana Luz,"},
	"content/compare/a--b.csv":        {strings.Join(site.ChangeColumns, ","), "1,1,name,ana-luz,Ana,Ann,"},
}

// whole is a site with a file of every kind, and every field filled.
func whole() fstest.MapFS {
	fs := fstest.MapFS{}
	put := func(path, text string) { fs[path] = &fstest.MapFile{Data: []byte(text)} }
	for i := range kinds {
		text, _ := kinds[i].text("", "")
		put(kinds[i].path, text)
	}
	for path, rows := range csvTables {
		put(path, rows[0]+"\n"+rows[1]+"\n")
	}
	put("content/who/bo-mar.md", "---\nname: Bo Mar\nkind: person\nunmentioned: x\nperiods: [{from: 2020}, {from: 2020-02, to: 2020-03, status: blocked}]\nroles: [{title: mayor, from: 2020}]\n---\nBo.\n")
	put("content/articles/b.md", "---\ntitle: A storm\npublished: 2021-06-02\n---\nBo Mar said 12 ferries sailed with [[ana-luz]]. “We sailed with 12 ferries in June,” Ana Luz said.\n")
	put("content/exhibits/land.geojson", `{"type": "Polygon", "coordinates": [[[-5, -5], [5, -5], [0, 5], [-5, -5]]]}`)
	put("content/articles/c.txt", "It was calm in June, said Ana Luz.\n")
	return fs
}

// mutant is the whole site with one value changed.
type mutant struct{ path, field, value, text string }

func (m mutant) String() string { return fmt.Sprintf("%s = %.60q", m.field, m.value) }

func mutants() (all []mutant) {
	for i := range kinds {
		k := &kinds[i]
		_, fields := k.text("", "")
		for _, f := range fields {
			for _, v := range hostile {
				text, _ := k.text(f, v)
				all = append(all, mutant{k.path, f, v, text})
			}
		}
	}
	for _, path := range slices.Sorted(maps.Keys(csvTables)) {
		rows := csvTables[path]
		for i := range strings.Split(rows[1], ",") {
			for _, v := range hostile {
				row := strings.Split(rows[1], ",")
				row[i] = `"` + strings.ReplaceAll(v, `"`, `""`) + `"`
				all = append(all, mutant{path, fmt.Sprintf("%s column %d", path, i), v, rows[0] + "\n" + strings.Join(row, ",") + "\n"})
			}
		}
	}
	return all
}

// TestNoValueOfAnyFieldIsTooMuch gives every field of every kind of file every hostile
// value, and makes every file of the site as check and build --force do. Fields are taken
// from the structs that files are read into, so that a new one is swept from its first day.
func TestNoValueOfAnyFieldIsTooMuch(t *testing.T) {
	b := inMemory(whole())
	if r := makeAll(t, b, mutant{}); len(r.Problems()) > 0 && r.Report.Errors > 0 {
		t.Fatalf("the site is not good before anything is changed: %v", r.Problems())
	}
	all := mutants()
	step := 11 // with every value and every field among them; -sweep tries all
	switch {
	case *sweep:
		step = 1
	case testing.Short():
		step = 29
	}
	var next, refused atomic.Int64
	source.Together(runtime.GOMAXPROCS(0), func(int) {
		b := inMemory(whole())
		good := makeAll(t, b, mutant{})
		for i := next.Add(1) - 1; int(i)*step < len(all); i = next.Add(1) - 1 {
			m := all[int(i)*step]
			before := b.files.(fstest.MapFS)[m.path]
			b.files.(fstest.MapFS)[m.path] = &fstest.MapFile{Data: []byte(m.text)}
			r := makeAll(t, b, m)
			if !r.OK {
				refused.Add(1)
			}
			if i%8 == 0 && !r.OK { // what a preview shows meanwhile
				if mended := b.Mend(r, good); mended == nil || !mended.OK {
					t.Errorf("%s: the preview has nothing to show", m)
				}
			}
			b.files.(fstest.MapFS)[m.path] = before
		}
	})
	t.Logf("%d of %d refused", refused.Load(), next.Load())
}

// makeAll makes every file of a site.
func makeAll(t *testing.T, b *Builder, m mutant) *Result {
	r, err := b.Build("*")
	if err != nil {
		t.Errorf("%s: %v", m, err)
		return r
	}
	told := false
	for _, p := range r.Problems() {
		if p.Rule == "internal" || p.Pos.Path == "" {
			t.Errorf("%s: %s", m, p)
		}
		told = told || p.Severity == source.Error && p.Pos.Line > 0 && r.tree.File(p.Pos.Path) != nil
	}
	if !r.OK && !told {
		t.Errorf("%s: it is refused, and no problem says where: %v", m, r.Problems())
	}
	r.Keys()
	for _, p := range r.Paths() {
		if !filepath.IsLocal(p) {
			t.Errorf("%s: a file at %q", m, p)
		}
		data, _, problem, ok := r.Get(p)
		switch {
		case problem != nil || !ok:
			t.Errorf("%s: %s: %v", m, p, problem)
		case strings.HasSuffix(p, ".html") && strings.Contains(string(data), "<script>alert"):
			t.Errorf("%s: %s holds a script", m, p)
		}
	}
	return r
}
