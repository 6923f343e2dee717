package render_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"glossator/internal/language"
)

// TestQuotationMarksAreThoseOfTheLabels: what a style sheet puts around quoted words in a text
// of each language is what the pages' own words put there.
func TestQuotationMarksAreThoseOfTheLabels(t *testing.T) {
	data, err := os.ReadFile("../../static/assets/css/plain.css")
	if err != nil {
		t.Fatal(err)
	}
	styled := map[string][]string{}
	for _, m := range regexp.MustCompile(`(?m)^(.*q) \{ quotes: "(.*?)" "(.*?)"`).FindAllStringSubmatch(string(data), -1) {
		for _, selector := range strings.Split(m[1], ", ") {
			styled[strings.TrimSuffix(strings.TrimPrefix(selector, ":lang("), ") > q")] = m[2:]
		}
	}
	folders, err := filepath.Glob("../language/*/labels.yaml")
	if err != nil || len(folders) < 9 {
		t.Fatal(folders, err)
	}
	for _, folder := range folders {
		tag := filepath.Base(filepath.Dir(folder))
		labels, marks := language.Labels(tag), styled[tag]
		if marks == nil {
			marks = styled["q"]
		}
		if len(marks) < 2 || marks[0] != labels["“"] || marks[1] != labels["”"] {
			t.Errorf("%s: %q, and the labels have %q", tag, marks, labels["“"]+labels["”"])
		}
	}
}
