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
func tidy(runs []run) (out []run) {
	var words [][]byte   // of out
	var last byte = '\n' // the last byte written
	for _, r := range runs {
		var b []byte
		for _, c := range r.text {
			switch {
			case c == '\n' && r == (run{text: "\n"}):
				if k := len(out) - 1; last == ' ' && len(b) == 0 && k >= 0 {
					words[k] = bytes.TrimRight(words[k], " ")
				}
				if last != '\n' {
					b = append(b, '\n')
					last = '\n'
				}
			case c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v' || c == '\u200b' || c == '\ufeff':
				if c != '\u200b' && c != '\ufeff' && last != ' ' && last != '\n' {
					b = append(b, ' ')
					last = ' '
				}
			default:
				b = utf8.AppendRune(b, c)
				last = 'x'
			}
		}
		if len(b) == 0 && r.note == "" {
			continue
		}
		if r.note != "" {
			last = 'x'
		}
		if k := len(out) - 1; k >= 0 && out[k].style() == r.style() {
			words[k] = append(words[k], b...)
		} else {
			out, words = append(out, r.style()), append(words, b)
		}
	}
	for i := range out {
		out[i].text = string(words[i])
	}
	return trimmed(out)
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
