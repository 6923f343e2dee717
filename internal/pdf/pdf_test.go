package pdf

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"
)

// words is something that a page of a test has: words at a place.
type words struct {
	x, y, size float64
	text       string
	turned     bool
}

// file is a PDF with these pages, set in a font that every reader has.
func file(pages ...[]words) []byte {
	var b strings.Builder
	var at []int
	object := func(s string) {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", len(at), s)
	}
	b.WriteString("%PDF-1.4\n")
	object("<< /Type /Catalog /Pages 2 0 R >>")
	var kids strings.Builder
	for i := range pages {
		fmt.Fprintf(&kids, "%d 0 R ", 4+2*i)
	}
	object(fmt.Sprintf("<< /Type /Pages /Count %d /Kids [ %s] >>", len(pages), kids.String()))
	object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
	for i, page := range pages {
		object(fmt.Sprintf("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R /Resources << /Font << /F 3 0 R >> >> >>", 5+2*i))
		var s strings.Builder
		for _, w := range page {
			turn := "1 0 0 1"
			if w.turned {
				turn = "0 1 -1 0"
			}
			fmt.Fprintf(&s, "BT /F %g Tf %s %g %g Tm (%s) Tj ET\n", w.size, turn, w.x, w.y, strings.NewReplacer("(", `\(`, ")", `\)`, `\`, `\\`).Replace(w.text))
		}
		object(fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", s.Len(), s.String()))
	}
	xref := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(at)+1)
	for _, a := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", a)
	}
	fmt.Fprintf(&b, "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(at)+1, xref)
	return []byte(b.String())
}

// set sets lines below each other.
func set(x, y, size float64, lines ...string) (all []words) {
	for i, l := range lines {
		if l != "" {
			all = append(all, words{x: x, y: y - float64(i)*size*1.25, size: size, text: l})
		}
	}
	return all
}

// across puts columns beside each other, row by row, as some programs write them.
func across(columns ...[]words) (all []words) {
	for i := range columns[0] {
		for _, c := range columns {
			if i < len(c) {
				all = append(all, c[i])
			}
		}
	}
	return all
}

var (
	left  = set(60, 700, 10, "The harbor office said on Monday that the", "talks with the ferry company would be re-", "sumed after a pause of two weeks, and that", "nobody would be turned away meanwhile by", "the two officers who had been sent there")
	right = set(320, 700, 10, "before the storm. The mayor said that the", "office had not been asked, and that it was", "a day too late for most of those who stood", "at the pier since the night before with all", "they had. Talks go on through Thursday.")
)

func TestRead(t *testing.T) {
	tests := []struct {
		name  string
		pages [][]words
		want  []string
		left  []string
		check func(*Text) bool
	}{
		{"a title of two lines, a byline, paragraphs apart", [][]words{slices.Concat(
			set(60, 760, 24, "Ferry talks resume after", "two weeks"), set(60, 690, 10, "By Ana Luz"),
			set(60, 660, 10, "The harbor office said on Monday that the talks", "would be resumed."), set(60, 620, 10, "Nobody was turned away meanwhile, the mayor", "said."))},
			[]string{"Ferry talks resume after two weeks", "By Ana Luz", "The harbor office said on Monday that the talks would be resumed.", "Nobody was turned away meanwhile, the mayor said."},
			nil, func(x *Text) bool { return x.Titled }},
		{"a section's name over the title", [][]words{slices.Concat(set(60, 790, 9, "HARBOR"), set(60, 760, 24, "Ferry talks resume"), set(60, 700, 10, "The harbor office said on Monday that the talks", "would be resumed after a pause of two weeks."))},
			[]string{"Ferry talks resume", "HARBOR", "The harbor office said on Monday that the talks would be resumed after a pause of two weeks."}, nil, nil},
		{"paragraphs by their indent", [][]words{slices.Concat(set(60, 700, 10, "The harbor office said on Monday that the talks", "would be resumed after a pause of two weeks, as"), set(75, 675, 10, "The mayor said that she had not been asked for"), set(60, 662.5, 10, "what would have been a long answer."))},
			[]string{"The harbor office said on Monday that the talks would be resumed after a pause of two weeks, as", "The mayor said that she had not been asked for what would have been a long answer."}, nil, nil},
		{"columns that the file has one after the other", [][]words{slices.Concat(left, right)},
			[]string{"The harbor office said on Monday that the talks with the ferry company would be resumed after a pause of two weeks, and that nobody would be turned away meanwhile by the two officers who had been sent there before the storm. The mayor said that the office had not been asked, and that it was a day too late for most of those who stood at the pier since the night before with all they had. Talks go on through Thursday."},
			nil, nil},
		{"columns that the file has row by row", [][]words{slices.Concat(set(60, 760, 24, "Ferry talks"), across(left, right), set(60, 600, 10, "What stands below both columns runs over the whole of the page."))},
			[]string{"Ferry talks", "The harbor office said on Monday that the talks with the ferry company would be resumed after a pause of two weeks, and that nobody would be turned away meanwhile by the two officers who had been sent there before the storm. The mayor said that the office had not been asked, and that it was a day too late for most of those who stood at the pier since the night before with all they had. Talks go on through Thursday.", "What stands below both columns runs over the whole of the page."},
			nil, func(x *Text) bool { return x.Columns == 1 }},
		{"the rows of a table stay rows", [][]words{across(set(60, 700, 10, "Month", "January", "February", "March", "April"), set(200, 700, 10, "Boats", "41", "38", "51", "12"), set(300, 700, 10, "People", "120", "99", "140", "31"))},
			[]string{"Month Boats People", "January 41 120", "February 38 99", "March 51 140", "April 12 31"}, nil, func(x *Text) bool { return x.Columns == 0 }},
		{"a paragraph goes on over a page's end, its head and foot", [][]words{
			slices.Concat(set(60, 810, 8, "Brisa Courier"), set(60, 700, 10, "The harbor office said on Monday that the talks", "would be resumed after a pause of"), set(290, 30, 8, "1")),
			slices.Concat(set(60, 810, 8, "Brisa Courier"), set(60, 700, 10, "two weeks, and that nobody had left.", ""), set(290, 30, 8, "2")),
			slices.Concat(set(60, 810, 8, "Brisa Courier"), set(60, 700, 10, "The mayor was not asked, she said.", ""), set(290, 30, 8, "3"))},
			[]string{"The harbor office said on Monday that the talks would be resumed after a pause of two weeks, and that nobody had left.", "The mayor was not asked, she said."},
			[]string{"Brisa Courier", "1", "2", "3"}, nil},
		{"what a browser prints around a page", [][]words{slices.Concat(
			[]words{{x: 20, y: 820, size: 8, text: "3/4/24, 9:05 AM"}, {x: 300, y: 820, size: 8, text: "Ferry talks | Brisa Courier"}},
			set(60, 700, 10, "The harbor office said on Monday that the talks", "would be resumed."),
			[]words{{x: 20, y: 20, size: 8, text: "https://courier.example/ferry"}, {x: 560, y: 20, size: 8, text: "1/1"}})},
			[]string{"The harbor office said on Monday that the talks would be resumed."},
			[]string{"3/4/24, 9:05 AM", "Ferry talks | Brisa Courier", "https://courier.example/ferry", "1/1"},
			func(x *Text) bool { return x.Address == "https://courier.example/ferry" }},
		{"a note's mark is no digit of a number, and the note comes last", [][]words{
			slices.Concat(set(60, 700, 10, "Officers counted 41"), []words{{x: 150, y: 704, size: 6, text: "3"}}, set(158, 700, 10, "boats on the"), set(60, 687.5, 10, "pier on Monday, and as many as that in"), set(60, 60, 7, "3 Harbor office, daily count.")),
			set(60, 700, 10, "the week before.", "")},
			[]string{"Officers counted 41 boats on the pier on Monday, and as many as that in the week before.", "3 Harbor office, daily count."},
			nil, func(x *Text) bool { return x.Notes == 1 }},
		{"turned words are no part of it", [][]words{slices.Concat(set(60, 700, 10, "The harbor office said on Monday that the talks", "would be resumed."), []words{{x: 30, y: 300, size: 40, text: "DRAFT", turned: true}})},
			[]string{"The harbor office said on Monday that the talks would be resumed."}, []string{"DRAFT"}, nil},
		{"hyphens at a line's end", [][]words{set(60, 700, 10, "A part-time officer read the re-", "port of the part-", "time officers to a well-", "known mayor, whom a well-known Rosa-", "Pardo had asked for the report of it.")},
			[]string{"A part-time officer read the report of the part-time officers to a well-known mayor, whom a well-known Rosa-Pardo had asked for the report of it."}, nil, nil},
		{"a page that is a picture", [][]words{nil, set(60, 700, 10, "The harbor office said on Monday that the talks", "would be resumed.")},
			[]string{"The harbor office said on Monday that the talks would be resumed."}, nil, func(x *Text) bool { return x.Pages == 2 && x.Empty == 1 }},
	}
	for _, tt := range tests {
		got, err := Read(file(tt.pages...))
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		if !slices.Equal(got.Paragraphs, tt.want) {
			t.Errorf("%s:\ngot  %q\nwant %q", tt.name, got.Paragraphs, tt.want)
		}
		if !slices.Equal(got.Left, tt.left) {
			t.Errorf("%s: left out %q, want %q", tt.name, got.Left, tt.left)
		}
		if tt.check != nil && !tt.check(got) {
			t.Errorf("%s: %+v", tt.name, got)
		}
	}
}

func TestWhatCannotBeReadIsTold(t *testing.T) {
	good := string(file(set(60, 700, 10, "The harbor office said on Monday that it was.")))
	for name, tt := range map[string]struct {
		data string
		want error
	}{
		"no PDF":            {"%PDF-1.7\nof which nothing is left", ErrBroken},
		"nothing":           {"", ErrBroken},
		"a lock of its own": {strings.Replace(good, "/Root 1 0 R", "/Root 1 0 R /Encrypt << /Filter /Standard /V 9 /R 9 /O (x) /U (x) /P 0 >> /ID [(a)(a)]", 1), ErrLocked},
	} {
		if _, err := Read([]byte(tt.data)); !errors.Is(err, tt.want) {
			t.Errorf("%s: %v, want %v", name, err, tt.want)
		}
	}
}

// TestNoLetterIsLost: wherever letters stand, each is in a paragraph, is left out and told,
// or is the mark of a note; only hyphens may go.
func TestNoLetterIsLost(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		pages := make([][]letter, rapid.IntRange(1, 3).Draw(t, "pages"))
		want := map[rune]int{}
		for i := range pages {
			for range rapid.IntRange(0, 60).Draw(t, "letters") {
				l := letter{text: rapid.SampledFrom([]string{"a", "b", "K", "7", "-", " ", "\r\n", ".", "§", "é"}).Draw(t, "letter"),
					left: float64(rapid.IntRange(-20, 600).Draw(t, "x")), bottom: float64(rapid.SampledFrom([]int{0, 20, 400, 404, 412, 800}).Draw(t, "y")),
					size: float64(rapid.SampledFrom([]int{0, 6, 10, 24}).Draw(t, "size")), turned: rapid.IntRange(0, 20).Draw(t, "turned") == 0}
				l.right, l.top = l.left+l.size/2, l.bottom+l.size
				pages[i] = append(pages[i], l)
				if r := []rune(l.text)[0]; !unicode.IsSpace(r) && r != '-' {
					want[r]++
				}
			}
		}
		got := compose(pages)
		for _, r := range strings.Join(append(slices.Clone(got.Paragraphs), got.Left...), "") {
			if !unicode.IsSpace(r) && r != '-' {
				want[r]--
			}
		}
		lost := 0
		for r, n := range want {
			if n < 0 || n > 0 && !strings.ContainsRune("7§", r) && !told(got, r) {
				t.Fatalf("%q: %d are missing", r, n)
			}
			lost += n
		}
		if len(got.Left) == 0 && lost != got.Notes {
			t.Fatalf("%d letters are missing, and %d are marks of notes", lost, got.Notes)
		}
	})
}

// told tells whether a letter is left out once for several lines of the same words.
func told(x *Text, r rune) bool {
	return slices.ContainsFunc(x.Left, func(s string) bool { return strings.ContainsRune(s, r) })
}

func FuzzRead(f *testing.F) {
	f.Add(file(set(60, 700, 10, "The harbor office said on Monday."), nil))
	f.Add([]byte("%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 1 0 R /Kids [1 0 R] >>\nendobj\ntrailer << /Root 1 0 R >>"))
	f.Fuzz(func(t *testing.T, data []byte) { _, _ = Read(data) })
}
