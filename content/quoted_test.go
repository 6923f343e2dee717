package content_test

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"glossator/internal/site"
)

// The reports are not part of this repository, and yet a quotation must be theirs, to the
// letter. Whoever has the texts runs
//
//	go test ./content -run Quotations -sources DIR
//
// which looks every quotation of the site up and writes down where it stands, by a digest
// of its words. Without the texts a quotation that nobody looked up fails. Words that are in
// no report are told by hand, on a line of the same file, with where they stand.
const quotationsFile = ".quotations"

var sources = flag.String("sources", "", "folder of the reports' texts, to look quotations up in")

func TestQuotationsStandInTheirSources(t *testing.T) {
	listed := readQuotations(t)
	looked := map[string]string{}
	if *sources != "" {
		looked = lookUp(t, quotedBy(read(t)))
	}
	var lines []string
	for _, q := range quotedBy(read(t)) {
		digest := digestOf(q.words)
		where := cmp.Or(listed[digest], looked[digest]) // what is told by hand stays
		if where == "" {
			t.Errorf("%s: %s stands in no report that was looked up; if it stands elsewhere, add to %s:\n%s and where", q.where, q.words, quotationsFile, digest)
			continue
		}
		if strings.HasSuffix(where, "-reworded") && !strings.Contains(q.where, where) && !strings.Contains(q.passage, "copy") {
			t.Errorf("%s: %s are a machine's words, and the passage does not say so", q.where, q.words)
		}
		lines = append(lines, digest+" "+where)
	}
	slices.Sort(lines)
	lines = slices.Compact(lines)
	if *sources != "" && !t.Failed() {
		if err := os.WriteFile(quotationsFile, []byte(strings.Join(lines, "\n")+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if len(lines) != len(listed) && *sources == "" {
		t.Errorf("%s lists %d quotations, and the site has %d", quotationsFile, len(listed), len(lines))
	}
}

// readQuotations reads where each digest stands.
func readQuotations(t *testing.T) map[string]string {
	t.Helper()
	data, err := os.ReadFile(quotationsFile)
	if err != nil && *sources == "" {
		t.Fatal(err)
	}
	listed := map[string]string{}
	for line := range strings.Lines(string(data)) {
		digest, where, _ := strings.Cut(strings.TrimSpace(line), " ")
		listed[digest] = where
	}
	return listed
}

// quotedBy are the words that the site sets between quotation marks. Pages about the site
// set its own words so.
func quotedBy(s *site.Site) (all []quotedWords) {
	for _, p := range texts(s) {
		if strings.Contains(p.where, "/pages/") {
			continue
		}
		for _, q := range quoted.FindAllString(p.text, -1) {
			all = append(all, quotedWords{p.where, q, p.text})
		}
	}
	return all
}

// quotedWords are words between quotation marks, with the passage around them.
type quotedWords struct{ where, words, passage string }

// lookUp finds the report in which the words of each quotation stand, the clean prints
// before the reworded copy.
func lookUp(t *testing.T, all []quotedWords) map[string]string {
	t.Helper()
	names, _ := filepath.Glob(filepath.Join(*sources, "*.txt"))
	slices.Sort(names)
	slices.SortStableFunc(names, func(a, b string) int {
		return strings.Count(a, "reworded") - strings.Count(b, "reworded")
	})
	found := map[string]string{}
	for _, name := range slices.Backward(names) {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		text := " " + bare(string(data)) + " "
		for _, q := range all {
			if strings.Contains(text, " "+bare(q.words)+" ") {
				found[digestOf(q.words)] = strings.TrimSuffix(filepath.Base(name), ".txt")
			}
		}
	}
	return found
}

func digestOf(words string) string {
	sum := sha256.Sum256([]byte(bare(words)))
	return hex.EncodeToString(sum[:6])
}

// bare is a text's words in small letters, without marks.
func bare(text string) string {
	text = strings.NewReplacer("’", "", "'", "").Replace(strings.ToLower(text))
	return strings.Join(strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }), " ")
}
