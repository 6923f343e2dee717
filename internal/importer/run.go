package importer

import "strings"

// run is a stretch of text in one style.
type run struct {
	text             string
	em, strong, code bool
	href             string // whole address; "" for no link
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
	var last byte = '\n' // the last byte written
	for _, r := range runs {
		var b strings.Builder
		for _, c := range r.text {
			switch {
			case c == '\n' && r == (run{text: "\n"}):
				if last == ' ' && b.Len() == 0 && len(out) > 0 {
					out[len(out)-1].text = strings.TrimRight(out[len(out)-1].text, " ")
				}
				if last != '\n' {
					b.WriteByte('\n')
					last = '\n'
				}
			case c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v' || c == '\u200b' || c == '\ufeff':
				if c != '\u200b' && c != '\ufeff' && last != ' ' && last != '\n' {
					b.WriteByte(' ')
					last = ' '
				}
			default:
				b.WriteRune(c)
				last = 'x'
			}
		}
		if b.Len() == 0 {
			continue
		}
		r.text = b.String()
		if k := len(out) - 1; k >= 0 && out[k].style() == r.style() {
			out[k].text += r.text
		} else {
			out = append(out, r)
		}
	}
	for len(out) > 0 {
		k := len(out) - 1
		if out[k].text = strings.TrimRight(out[k].text, " \n\u00a0"); out[k].text != "" {
			break
		}
		out = out[:k]
	}
	if len(out) > 0 {
		out[0].text = strings.TrimLeft(out[0].text, " \n\u00a0")
		if out[0].text == "" {
			return tidy(out[1:])
		}
	}
	return out
}

// plain is runs without any style: a heading's.
func plain(runs []run) []run {
	if len(runs) == 0 {
		return nil
	}
	return []run{{text: strings.ReplaceAll(text(runs), "\n", " ")}}
}
