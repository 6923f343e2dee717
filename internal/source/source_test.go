package source_test

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"glossator/internal/source"
)

func TestPosCountsLinesAndCodePoints(t *testing.T) {
	f := source.NewFile("a.txt", "añb\r\nc\n\nd")
	for _, c := range []struct{ offset, line, col int }{{0, 1, 1}, {3, 1, 3}, {6, 2, 1}, {8, 3, 1}, {9, 4, 1}, {10, 4, 2}, {99, 4, 2}, {-5, 1, 1}} {
		if p := f.Pos(c.offset); p.Line != c.line || p.Col != c.col {
			t.Errorf("offset %d: got %d:%d, want %d:%d", c.offset, p.Line, p.Col, c.line, c.col)
		}
	}
	if f.Line(1) != "añb" || f.Line(2) != "c" || f.Line(9) != "" {
		t.Errorf("lines %q %q", f.Line(1), f.Line(2))
	}
	count := f.CodePoints()
	if count.At(6) != 5 || count.At(3) != 2 || count.At(9) != 8 {
		t.Error("code points are miscounted")
	}
	for _, text := range []string{"", "seven77", "eight888", "no character beyond ASCII", "one long after ASCIIñ", "eight888ñ", "ñ"} {
		count := source.NewFile("a.txt", text).CodePoints()
		if got, want := count.At(len(text)), utf8.RuneCountInString(text); got != want {
			t.Errorf("%q has %d code points, not %d", text, got, want)
		}
	}
}

func TestAColumnIsCountedInALongLine(t *testing.T) {
	for _, unit := range []string{"a", "é", "aé€🙂 ", "\né🙂"} {
		f := source.NewFile("a.txt", strings.Repeat(unit, 30_000/len(unit)))
		for at := range f.Data {
			if at%97 > 1 && at%4096 > 4 {
				continue
			}
			line := strings.LastIndexByte(f.Data[:at], '\n') + 1
			if want := utf8.RuneCountInString(f.Data[line:at]) + 1; f.Pos(at).Col != want {
				t.Fatalf("%q: column of byte %d is %d, not %d", unit, at, f.Pos(at).Col, want)
			}
		}
	}
}

func TestCodePointsAreCountedAsTheLibraryCountsThem(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	for range 2000 {
		var text strings.Builder
		for range r.IntN(40) {
			text.WriteString([]string{"a", "plain", "é", "“", "𝄞", "\x00", "\uFEFF", "ñandú "}[r.IntN(8)])
		}
		f := source.NewFile("a.txt", text.String())
		count := f.CodePoints()
		for at := range f.Data {
			if r.IntN(5) == 0 && count.At(at) != utf8.RuneCountInString(f.Data[:at]) {
				t.Fatalf("%q before %d: got %d", f.Data, at, count.At(at))
			}
		}
	}
}

func TestReadDecodesRefusesAndIgnores(t *testing.T) {
	fs := fstest.MapFS{
		"a.txt": {Data: []byte("caf\xe9")}, "b.txt": {Data: []byte("b")}, ".b.txt.swp": {}, "c.md~": {}, "#d#": {}, "4913": {},
		"E.md": {Data: []byte("E")}, "e.md": {Data: []byte("e")}, ".git/x": {}, "dir/.f.tmp": {},
	}
	var r source.Reader
	tree, problems, err := r.Read(source.Mount{Name: "content", Shown: "site/content", FS: fs})
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(tree.Under("content"), " "); got != "content/E.md content/a.txt content/b.txt" {
		t.Errorf("got %s", got)
	}
	if f := tree.File("content/a.txt"); f.Data != "café" || f.Path != "site/content/a.txt" {
		t.Errorf("got %q at %s", f.Data, f.Path)
	}
	var lines []string
	for _, p := range source.SortProblems(problems) {
		lines = append(lines, p.String())
	}
	got := strings.Join(lines, "\n")
	for _, want := range []string{"site/content/a.txt:1:4: warning: byte 0xe9 is not UTF-8", "site/content/e.md: \"site/content/e.md\" and \"site/content/E.md\" are one file on some disks"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in\n%s", want, got)
		}
	}
}

func TestReaderReadsOnlyWhatChanged(t *testing.T) {
	dir := t.TempDir()
	p := filepath.Join(dir, "a.txt")
	os.WriteFile(p, []byte("one"), 0o644)
	mount := source.Mount{Name: "content", Shown: "content", FS: os.DirFS(dir)}
	var r source.Reader
	first, _, _ := r.Read(mount)
	again, _, _ := r.Read(mount)
	if first.File("content/a.txt") != again.File("content/a.txt") {
		t.Error("an unchanged file was made anew")
	}
	info, _ := os.Stat(p)
	os.WriteFile(p, []byte("two"), 0o644)
	os.Chtimes(p, info.ModTime(), info.ModTime()) // same size, same time
	r.Forget("content/a.txt")
	changed, _, _ := r.Read(mount)
	if changed.File("content/a.txt").Data != "two" {
		t.Error("forgotten, its bytes must be looked at")
	}
	if missing, _, err := r.Read(source.Mount{Name: "x", FS: os.DirFS(filepath.Join(dir, "none"))}); err != nil || missing.Len() != 0 {
		t.Errorf("a directory that is not there is empty: %v", err)
	}
}

func TestProblemsAreSortedAndStop(t *testing.T) {
	f := source.NewFile("b.md", "x\ny")
	w := f.Problem(2, "rule", "late", "").As(source.Warning)
	ps := source.SortProblems([]source.Problem{w, f.Problem(0, "rule", "early", "do this"), w})
	if len(ps) != 2 || ps[0].String() != "b.md:1:1: early [rule]\n\thint: do this" || ps[1].String() != "b.md:2:1: warning: late [rule]" {
		t.Errorf("got %v", ps)
	}
	if !source.Stops(ps, false) || source.Stops(ps[1:], false) || !source.Stops(ps[1:], true) {
		t.Error("errors stop, warnings only when strict")
	}
}
