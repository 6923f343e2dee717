package importer

import (
	"os"
	"strings"
	"testing"
)

func TestPDF(t *testing.T) {
	data, err := os.ReadFile("testdata/ferry.pdf")
	if err != nil {
		t.Fatal(err)
	}
	a, problems := read(input{"ferry.pdf", data})
	if a == nil {
		t.Fatal(problems)
	}
	if a.Title != "Ferry talks resume after two weeks" || a.Published != "2024-03-03" || a.URL.Text != "https://courier.example/ferry" || len(a.Authors) != 1 || a.Authors[0] != "Ana Luz" {
		t.Errorf("title %q, day %q, address %q, authors %q", a.Title, a.Published, a.URL.Text, a.Authors)
	}
	paragraphs := strings.Split(strings.TrimSpace(a.Body), "\n\n")
	if len(paragraphs) != 2 || !strings.HasPrefix(paragraphs[0], "The harbor office said") || !strings.HasSuffix(paragraphs[0], "Talks go on through Thursday.") ||
		paragraphs[1] != "Nobody was turned away meanwhile, the mayor said on Sunday in the harbor office." {
		t.Errorf("%q", paragraphs)
	}
	if left := strings.Join(a.Left, "; "); !strings.Contains(left, "3/4/24, 9:05 AM") || !strings.Contains(left, "2/2") {
		t.Errorf("left out %q", left)
	}
	if len(problems) != 1 || problems[0].Rule != "columns" {
		t.Errorf("told %v", problems)
	}
}

func TestPDFThatCannotBeRead(t *testing.T) {
	picture, err := os.ReadFile("testdata/picture.pdf")
	if err != nil {
		t.Fatal(err)
	}
	for name, tt := range map[string]struct{ data, says, hint string }{
		"pictures": {string(picture), "pictures of 2 pages and no text", "ocrmypdf"},
		"a stub":   {"%PDF-1.7\nand no more", "damaged", "print it"},
	} {
		a, problems := read(input{name + ".pdf", []byte(tt.data)})
		if a != nil || len(problems) != 1 || !strings.Contains(problems[0].Msg, tt.says) || !strings.Contains(problems[0].Hint, tt.hint) {
			t.Errorf("%s: %v %v", name, a, problems)
		}
	}
}
