package desk

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// width is the number of columns that the note keeps to, where words can be broken;
// few is how many questions of a topic it shows.
const (
	width = 80
	few   = 5
)

// Write prints the topics as a note to the editor, every question where all is set,
// else a few of each topic.
func Write(w io.Writer, topics []Topic, all bool) {
	n := 0
	for _, t := range topics {
		n += t.Count
	}
	switch n {
	case 0:
		fmt.Fprint(w, "\nThe desk has no questions.\n")
		return
	case 1:
		fmt.Fprint(w, "\nThe desk has one question.\n")
	default:
		fmt.Fprintf(w, "\nThe desk has %d questions.\n", n)
	}
	for _, t := range topics {
		fmt.Fprintf(w, "\n%s (%d)\n", t.Asks, t.Count)
		shown := t.Items
		if !all && len(shown) > few+1 { // one more is as short as saying so
			shown = shown[:few]
		}
		hint := ""
		for _, q := range shown {
			wrap(w, "  ", "    ", q.Pos.String()+": "+q.Msg)
			if q.Hint != hint { // the same answer is given once for all in a row
				wrap(w, "      ", "      ", "hint: "+q.Hint)
				hint = q.Hint
			}
		}
		if more := t.Count - len(shown); more > 0 {
			fmt.Fprintf(w, "  and %d more: check -v\n", more)
		}
	}
}

// wrap prints words in lines, the first behind one indent and the others behind
// another. A mark of the author's ([[id|two words]]) and a quoted phrase are not broken,
// so that they can be copied.
func wrap(w io.Writer, first, rest, text string) {
	line, n := first, len(first)
	empty := true
	for _, word := range unbroken(text) {
		size := utf8.RuneCountInString(word)
		if !empty && n+1+size > width {
			fmt.Fprintln(w, line)
			line, n, empty = rest, len(rest), true
		}
		if !empty {
			line, n = line+" ", n+1
		}
		line, n, empty = line+word, n+size, false
	}
	fmt.Fprintln(w, line)
}

// unbroken splits a text at its spaces, but for those inside [[ ]].
func unbroken(text string) (words []string) {
	for _, f := range strings.Fields(text) {
		if n := len(words) - 1; n >= 0 && strings.Count(words[n], "[[") > strings.Count(words[n], "]]") {
			words[n] += " " + f
			continue
		}
		words = append(words, f)
	}
	return words
}
