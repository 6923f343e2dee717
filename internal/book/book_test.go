package book_test

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"io"
	"net/url"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"glossator/internal/browser"
	"glossator/internal/build"
)

const (
	border = "../.."
	rio    = "../build/testdata/rio" // in Spanish
)

// bound makes the book of a site in its own language.
func bound(t *testing.T, cfg build.Config, teacher bool) (epub, sheet []byte) {
	t.Helper()
	dir := folder(t, cfg, teacher)
	return read(t, dir, "edition.epub"), read(t, dir, "edition.html")
}

func read(t *testing.T, dir, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// folder makes the books of a site in all its languages.
func folder(t *testing.T, cfg build.Config, teacher bool) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "book")
	cfg.Out = filepath.Join(t.TempDir(), "public")
	r, err := build.BookUntil(context.Background(), cfg, build.Book{Dir: dir, Teacher: teacher})
	if err != nil || !r.OK {
		t.Fatalf("%v: %v", err, r.Problems())
	}
	if _, err := os.Stat(cfg.Out); err == nil {
		t.Error("a book publishes the site, too")
	}
	return dir
}

// made is this project's own book, once it is made.
var made struct{ epub, sheet []byte }

// ours is this project's own book.
func ours(t *testing.T) (epub, sheet []byte) {
	t.Helper()
	if made.epub == nil {
		made.epub, made.sheet = bound(t, build.Config{Site: border, BaseURL: "https://example.org/x/"}, false)
	}
	return made.epub, made.sheet
}

func unpacked(t *testing.T, epub []byte) (names []string, files map[string]string) {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(epub), int64(len(epub)))
	if err != nil {
		t.Fatal(err)
	}
	files = map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		names, files[f.Name] = append(names, f.Name), string(data)
	}
	return names, files
}

// TestBookPassesEPUBCheck asks the checker of those who made the format.
func TestBookPassesEPUBCheck(t *testing.T) {
	const jar = "/usr/share/java/epubcheck.jar" // where Debian has it
	if testing.Short() {
		t.Skip("it starts a virtual machine")
	}
	if _, err := os.Stat(jar); err != nil {
		browser.Missing(t, "epubcheck is not installed")
	}
	for _, c := range []struct {
		cfg     build.Config
		teacher bool
	}{{build.Config{Site: border, BaseURL: "https://example.org/x/"}, true}, {build.Config{Site: border}, false}, {build.Config{Site: rio}, false}} {
		files, _ := filepath.Glob(filepath.Join(folder(t, c.cfg, c.teacher), "*.epub"))
		if len(files) == 0 {
			t.Fatal("no book")
		}
		for _, file := range files {
			said, err := exec.Command("java", "-jar", jar, file).CombinedOutput()
			if err != nil || !strings.Contains(string(said), "0 fatals / 0 errors / 0 warnings") {
				t.Errorf("%s at %q, teacher %v: %s: %v\n%s", c.cfg.Site, c.cfg.BaseURL, c.teacher, filepath.Base(file), err, said)
			}
		}
	}
}

func TestTwoBooksAreTheSameBytes(t *testing.T) {
	one, sheet := ours(t)
	two, again := bound(t, build.Config{Site: border, BaseURL: "https://example.org/x/"}, false)
	if !bytes.Equal(one, two) || !bytes.Equal(sheet, again) {
		t.Error("two books of one site differ")
	}
	if got := string(one[30:58]); got != "mimetypeapplication/epub+zip" {
		t.Errorf("it does not begin with its kind, as it is: %q", got)
	}
	_, files := unpacked(t, one)
	if m := regexp.MustCompile(`dcterms:modified">([^<]+)<`).FindStringSubmatch(files["EPUB/package.opf"]); m == nil || !regexp.MustCompile(`^20\d\d-\d\d-\d\dT00:00:00Z$`).MatchString(m[1]) {
		t.Errorf("changed on %q", m)
	}
}

// places are the ids of a page, and where its links lead; notes are the links that a reader
// shows as footnotes.
func places(t *testing.T, name, data string) (ids map[string]string, links, notes []string) {
	t.Helper()
	ids = map[string]string{}
	d := xml.NewDecoder(strings.NewReader(data))
	d.Strict = strings.HasSuffix(name, ".xhtml")
	d.AutoClose, d.Entity = xml.HTMLAutoClose, xml.HTMLEntity
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return ids, links, notes
		}
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		e, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		at := map[string]string{}
		for _, a := range e.Attr {
			at[a.Name.Local] = a.Value
		}
		if id := at["id"]; id != "" {
			if ids[id] != "" {
				t.Errorf("%s: the id %s stands twice", name, id)
			}
			ids[id] = e.Name.Local + " " + at["type"]
		}
		if e.Name.Local == "script" {
			t.Errorf("%s has a script", name)
		}
		if href := at["href"]; e.Name.Local == "a" {
			links = append(links, href)
			if at["type"] == "noteref" {
				notes = append(notes, href)
			}
		}
	}
}

// TestEveryLinkLeadsInTheBook follows all of them, and each reference to its footnote.
func TestEveryLinkLeadsInTheBook(t *testing.T) {
	for _, base := range []string{"", "https://example.org/x/"} {
		epub, sheet := bound(t, build.Config{Site: border, BaseURL: base}, false)
		_, files := unpacked(t, epub)
		files["edition.html"] = string(sheet)
		ids, links, notes, inside := map[string]map[string]string{}, map[string][]string{}, 0, 0
		for name, data := range files {
			if ext := path.Ext(name); ext == ".xhtml" || ext == ".html" {
				var refs []string
				ids[name], links[name], refs = places(t, name, data)
				for _, r := range refs {
					notes++
					if kind := ids[name][strings.TrimPrefix(r, "#")]; kind != "aside footnote" {
						t.Errorf("%s: the reference %s leads to %q, not to a footnote", name, r, kind)
					}
				}
			}
		}
		for name, all := range links {
			for _, href := range all {
				u, err := url.Parse(href)
				if err != nil || href == "" {
					t.Errorf("%s: the link %q: %v", name, href, err)
				} else if u.Scheme == "" {
					inside++
					to := name
					if u.Path != "" {
						to = path.Join(path.Dir(name), u.Path)
					}
					if ids[to] == nil || u.Fragment != "" && ids[to][u.Fragment] == "" {
						t.Errorf("%s: the link %q leads nowhere", name, href)
					}
				} else if u.Scheme != "https" && u.Scheme != "http" {
					t.Errorf("%s: the link %q", name, href)
				}
			}
		}
		if notes < 200 || inside < 2000 {
			t.Errorf("%d footnotes and %d links inside: too few to tell", notes, inside)
		}
	}
}

// TestKeysAreForTeachers: a key is at the end of their book and in no other.
func TestKeysAreForTeachers(t *testing.T) {
	epub, sheet := ours(t)
	_, files := unpacked(t, epub)
	for name, data := range files {
		if strings.Contains(data, "Answer key") || strings.Contains(data, "worksheet-key.xhtml") {
			t.Errorf("%s has the key", name)
		}
	}
	if strings.Contains(string(sheet), "Answer key") {
		t.Error("the sheet has the key")
	}
	epub, sheet = bound(t, build.Config{Site: border}, true)
	names, files := unpacked(t, epub)
	names = slices.DeleteFunc(names, func(n string) bool { return path.Ext(n) != ".xhtml" })
	if last := names[len(names)-1]; last != "EPUB/worksheet-key.xhtml" || !strings.Contains(files[last], "Answer key") || !strings.Contains(string(sheet), "Answer key") {
		t.Errorf("the last chapter is %s", last)
	}
}

// TestABookInEachLanguage: who reads Spanish gets a book in it.
func TestABookInEachLanguage(t *testing.T) {
	dir := folder(t, build.Config{Site: border}, false)
	_, files := unpacked(t, read(t, dir, "edition.es.epub"))
	for name, words := range map[string]string{"EPUB/package.opf": "<dc:language>es</dc:language>", "EPUB/nav.xhtml": "<h1>Índice</h1>", "EPUB/timeline.xhtml": `lang="es"`} {
		if !strings.Contains(files[name], words) {
			t.Errorf("%s has no %s", name, words)
		}
	}
	if !strings.Contains(string(read(t, dir, "edition.es.html")), `<html lang="es">`) {
		t.Error("the sheet is in another language")
	}
}

// TestBookSaysWhatItIs: what shelves and readers' devices ask of a book.
func TestBookSaysWhatItIs(t *testing.T) {
	epub, sheet := ours(t)
	_, files := unpacked(t, epub)
	for name, words := range map[string][]string{
		"EPUB/package.opf": {"<dc:title>The Border, Annotated</dc:title>", "<dc:language>en</dc:language>", `property="schema:accessMode">textual`, `property="schema:accessModeSufficient">textual`,
			`property="schema:accessibilityHazard">none`, `properties="cover-image"`, `properties="nav"`, `href="timeline.xhtml" media-type="application/xhtml+xml" properties="svg"`},
		"EPUB/nav.xhtml":            {`epub:type="toc"`, `epub:type="landmarks"`, `epub:type="glossary"`, `>Joe Biden</a>`},
		"EPUB/policies/index.xhtml": {`epub:type="glossary"`, `epub:type="glossterm"`},
		"EPUB/who/joe-biden.xhtml":  {"Every mention", "Sources"},
		"EPUB/timeline.xhtml":       {"<svg ", "Title 42 begins"},
	} {
		for _, w := range words {
			if !strings.Contains(files[name], w) {
				t.Errorf("%s has no %s", name, w)
			}
		}
	}
	for _, w := range []string{"counter(page)", "attr(href)", `id="contents"`} {
		if !strings.Contains(string(sheet), w) {
			t.Errorf("the sheet has no %s", w)
		}
	}
}
