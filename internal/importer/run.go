package importer

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// run is a stretch of text in one style.
type run struct {
	text             string
	em, strong, code bool
	href             string // whole address; "" for no link
	note             string // the note of which it is the mark; then it has no text
}

// style is a run without its text.
func (r run) style() run { r.text = ""; return r }

// text is the words of runs.
func text(runs []run) string {
	var b strings.Builder
	for _, r := range runs {
		b.WriteString(r.text)
	}
	return b.String()
}

// tidy joins runs of one style, makes one space of every white space, and takes it
// away at the ends and around line ends.
func tidy(runs []run) []run {
	t := tidier{last: '\n'}
	for _, r := range runs {
		t.run(r)
	}
	for i := range t.out {
		t.out[i].text = string(t.words[i])
	}
	return trimmed(t.out)
}

// tidier is the runs as far as they are tidy.
type tidier struct {
	out   []run
	words [][]byte // of out
	last  byte     // the last byte written; 'x' for any of a word
}

func (t *tidier) run(r run) {
	var b []byte
	ends := r == run{text: "\n"} // a line end that stands for itself
	for _, c := range r.text {
		switch {
		case c == '\n' && ends:
			b = t.lineEnd(b)
		case strings.ContainsRune(" \t\n\r\f\v", c):
			if t.last != ' ' && t.last != '\n' {
				b, t.last = append(b, ' '), ' '
			}
		case c == '\u200b' || c == '\ufeff': // no width
		default:
			b, t.last = utf8.AppendRune(b, c), 'x'
		}
	}
	if len(b) == 0 && r.note == "" {
		return
	}
	if r.note != "" {
		t.last = 'x'
	}
	if k := len(t.out) - 1; k >= 0 && t.out[k].style() == r.style() {
		t.words[k] = append(t.words[k], b...)
	} else {
		t.out, t.words = append(t.out, r.style()), append(t.words, b)
	}
}

// lineEnd ends a line, without the space before its end.
func (t *tidier) lineEnd(b []byte) []byte {
	if k := len(t.out) - 1; t.last == ' ' && len(b) == 0 && k >= 0 {
		t.words[k] = bytes.TrimRight(t.words[k], " ")
	}
	if t.last == '\n' {
		return b
	}
	t.last = '\n'
	return append(b, '\n')
}

// trimmed is runs without the white space at both ends.
func trimmed(out []run) []run {
	for len(out) > 0 {
		k := len(out) - 1
		if out[k].text = strings.TrimRight(out[k].text, " \n\u00a0"); out[k].text != "" || out[k].note != "" {
			break
		}
		out = out[:k]
	}
	for len(out) > 0 {
		if out[0].text = strings.TrimLeft(out[0].text, " \n\u00a0"); out[0].text != "" || out[0].note != "" {
			break
		}
		out = out[1:]
	}
	return out
}

// plain is runs without any style: a heading's. The marks of notes stand at its end.
func plain(runs []run) []run {
	if len(runs) == 0 {
		return nil
	}
	return append([]run{{text: strings.ReplaceAll(text(runs), "\n", " ")}}, marks(runs)...)
}
