package main

import (
	"encoding/xml"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestGraph(t *testing.T) {
	svg := graph([]panel{
		{"seconds", "articles", []drawn{{"Glossator", [][2]float64{{100, .1}, {1000, 1}}}, {"Hugo & co.", [][2]float64{{100, 1}, {1000, 10}}}}},
		{"MiB at most", "entries", []drawn{{"Glossator", [][2]float64{{200, 51}}}}},
	})
	for d := xml.NewDecoder(strings.NewReader(svg)); ; {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatalf("%v in\n%s", err, svg)
		}
	}
	// One decade to the right and one up: the corners of its half of the plot.
	for _, want := range []string{"seconds over articles", `points="52.0,204.0 302.0,122.0"`, `points="52.0,122.0 302.0,40.0"`, "<title>Hugo &amp; co., 1,000 articles: 10.00 seconds</title>", "translate(330 0)"} {
		if !strings.Contains(svg, want) {
			t.Errorf("no %s in\n%s", want, svg)
		}
	}
}

func TestReport(t *testing.T) {
	file := filepath.Join(t.TempDir(), "report.md")
	if err := os.WriteFile(file, []byte("Before.\n<!-- measured: one -->\nold\n<!-- end -->\nBetween.\n<!-- measured: two -->\n<!-- end -->\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	b := &bench{Config: Config{Report: file}}
	if err := b.report("one", "\nnew\n\n"); err != nil {
		t.Fatal(err)
	}
	const want = "Before.\n<!-- measured: one -->\nnew\n<!-- end -->\nBetween.\n<!-- measured: two -->\n<!-- end -->\n"
	if got, _ := os.ReadFile(file); string(got) != want {
		t.Errorf("got\n%s", got)
	}
	if err := b.report("three", "new"); err == nil {
		t.Error("a part without a place was written")
	}
}
