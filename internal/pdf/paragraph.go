package pdf

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A paragraph begins behind a gap so many times as high as lines are apart, with an indent
// of so many letters' size, in another size, or behind a line that ends a sentence in so
// little of the column.
const (
	paragraphGap    = 1.25
	paragraphIndent = 0.8
	otherSize       = 0.08
	shortLine       = 0.75
	titleSize       = 1.2 // of the text's
)

// notesLast moves the notes at the foot of a page, set smaller than its text, behind all
// else, so that the text goes on over the page's end.
func (p *page) notesLast() {
	size := textSize(p.lines)
	at := len(p.lines)
	for at > 0 && p.lines[at-1].size < size*(1-otherSize) {
		at--
	}
	if at == len(p.lines) || at == 0 || !startsWithMark(p.lines[at].text) {
		return
	}
	for i := range p.lines[at:] {
		p.lines[at+i].note = true
	}
}

func startsWithMark(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsDigit(r) || strings.ContainsRune("*†‡§", r)
}

// textSize is the size of most of the letters.
func textSize(lines []line) (size float64) {
	count := map[float64]int{}
	most := 0
	for _, l := range lines {
		if count[l.size] += len(l.text); count[l.size] > most {
			most, size = count[l.size], l.size
		}
	}
	return size
}

// block is a paragraph while it grows.
type block struct {
	text string
	size float64
}

// paragraphs joins lines.
func (t *Text) paragraphs(pages []page) {
	var text, notes []line
	for _, p := range pages {
		for _, l := range p.lines {
			if l.note {
				notes = append(notes, l)
			} else {
				text = append(text, l)
			}
		}
	}
	known := wordsOf(append(slices.Clone(text), notes...))
	all := join(text, known)
	t.Titled = titleFirst(all, textSize(text))
	for _, b := range append(all, join(notes, known)...) {
		t.Paragraphs = append(t.Paragraphs, b.text)
	}
}

// titleFirst puts what is set largest, near the beginning, before the lines over it.
func titleFirst(all []block, size float64) bool {
	best := -1
	for i, b := range all[:min(len(all), 8)] {
		if b.size > size*titleSize && len(b.text) < 250 && (best < 0 || b.size > all[best].size) {
			best = i
		}
	}
	if best < 0 {
		return false
	}
	title := all[best]
	copy(all[1:best+1], all[:best])
	all[0] = title
	return true
}

func join(lines []line, known map[string]int) (all []block) {
	pitch := pitchOf(lines) / max(1, textSize(lines)) // of letters of size 1
	left, right := 0.0, 0.0                           // of the column
	for i, l := range lines {
		if i == 0 || elsewhere(lines[i-1], l) {
			left, right = columnOf(lines[i:])
		}
		if i > 0 && goesOn(lines[i-1], l, pitch, left, right) {
			last := &all[len(all)-1]
			last.text = joined(last.text, l.text, known)
			continue
		}
		all = append(all, block{l.text, l.size})
	}
	return all
}

// elsewhere tells whether a line begins another column or page.
func elsewhere(a, b line) bool {
	return a.page != b.page || b.base > a.base || b.left > a.right || b.right < a.left
}

// columnOf is how wide the lines are that follow down to the end of a column.
func columnOf(lines []line) (left, right float64) {
	left, right = lines[0].left, lines[0].right
	for i, l := range lines[1:] {
		if elsewhere(lines[i], l) {
			break
		}
		left, right = min(left, l.left), max(right, l.right)
	}
	return left, right
}

// pitchOf is how far apart most lines are.
func pitchOf(lines []line) float64 {
	var all []float64
	for i := 1; i < len(lines); i++ {
		if d := lines[i-1].base - lines[i].base; !elsewhere(lines[i-1], lines[i]) && d > 0 && d < 2.5*lines[i].size {
			all = append(all, d)
		}
	}
	if len(all) == 0 {
		return 0
	}
	slices.Sort(all)
	return all[len(all)*2/5]
}

// goesOn tells whether a line goes on with the paragraph of the one before it.
func goesOn(a, b line, pitch, left, right float64) bool {
	if differ(a.size, b.size) || a.row || b.row {
		return false
	}
	if elsewhere(a, b) {
		return !ends(a.text)
	}
	short := a.right-left < (right-left)*shortLine
	switch {
	case a.base-b.base > pitch*a.size*paragraphGap:
		return false
	case b.left > left+paragraphIndent*b.size && a.left < b.left-paragraphIndent*b.size/2:
		return false
	case short && ends(a.text):
		return false
	}
	return true
}

func differ(a, b float64) bool { return max(a, b)-min(a, b) > otherSize*max(a, b) }

// ends tells whether words end a sentence.
func ends(s string) bool {
	s = strings.TrimRight(s, "\"'”’»)]")
	return s == "" || strings.ContainsRune(".!?:…。", []rune(s)[len([]rune(s))-1])
}

// joined puts the next line's words behind a paragraph's. A word whose hyphen stands at the
// line's end keeps it where the text writes it so elsewhere, where both parts are words of
// the text and the whole is not, and before a capital.
func joined(a, b string, known map[string]int) string {
	if !strings.HasSuffix(a, "-") {
		return a + " " + b
	}
	parts := strings.FieldsFunc(strings.ToLower(a[max(0, len(a)-80):]+"\n"+b[:min(len(b), 80)]), notLetter)
	before := strings.FieldsFunc(strings.ToLower(a[max(0, len(a)-80):]), notLetter)
	first, _ := utf8.DecodeRuneInString(b)
	if len(before) == 0 || len(parts) == len(before) || strings.HasSuffix(a, " -") {
		return a + " " + b // a dash
	}
	head, tail := before[len(before)-1], parts[len(before)]
	switch {
	case !unicode.IsLower(first), known[head+tail] == 0 && (known[head+"-"+tail] > 0 || known[head] > 0 && known[tail] > 0):
		return a + b
	}
	return a[:len(a)-1] + b
}

func notLetter(r rune) bool { return !unicode.IsLetter(r) }

// wordsOf counts the words of lines but those at a line's end, which may be parts.
func wordsOf(lines []line) map[string]int {
	known := map[string]int{}
	for _, l := range lines {
		words := strings.FieldsFunc(strings.ToLower(l.text), func(r rune) bool { return notLetter(r) && r != '-' })
		for i, w := range words {
			if i < len(words)-1 || !strings.HasSuffix(l.text, "-") {
				known[w]++
			}
		}
	}
	return known
}
