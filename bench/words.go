package main

import (
	_ "embed"
	"strings"
)

//go:embed words.txt
var wordsFile string

// words are the sections of words.txt by name.
type words map[string][]string

// readWords parses words.txt: "[NAME words]" or "[NAME lines]", then what it says.
func readWords() words {
	w := words{}
	var name string
	var whole bool
	for line := range strings.Lines(wordsFile) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '[':
			var kind string
			name, kind, _ = strings.Cut(strings.Trim(line, "[]"), " ")
			whole = kind == "lines"
		case whole:
			w[name] = append(w[name], line)
		default:
			w[name] = append(w[name], strings.Fields(line)...)
		}
	}
	return w
}
