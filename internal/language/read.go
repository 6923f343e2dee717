package language

import (
	"fmt"
	"strings"
)

// part is one file of a pack: sections of entries. It is YAML, of which a pack uses only
// this much:
//
//	# a comment, on a line of its own
//	section:
//	  key: words
//	  key: >-
//	    words,
//	    and more of them
//	  "a key: with a colon": "words"
//
// A process reads its pack whenever it starts, so this reader knows only that; a test
// holds it to what a YAML library makes of the files.
type part struct {
	file     string
	sections []section
}

type section struct {
	name    string
	entries []entry
}

type entry struct{ key, text string }

// readPart reads a file of a pack. The packs are ours: what it does not know is an error
// of the program.
func readPart(file, data string) part {
	p := part{file: file}
	var s *section
	for line := range strings.SplitSeq(data, "\n") {
		text := strings.TrimLeft(line, " ")
		switch indent := len(line) - len(text); {
		case text == "" || indent < 4 && text[0] == '#':
		case indent == 0:
			p.sections = append(p.sections, section{name: strings.TrimSuffix(text, ":")})
			s = &p.sections[len(p.sections)-1]
		case indent == 2 && s != nil:
			key, words, ok := cutKey(text)
			if !ok {
				panic(fmt.Sprintf("language: %s: %q has no key", file, line))
			}
			s.entries = append(s.entries, entry{key, unquoted(strings.TrimPrefix(strings.TrimSpace(words), ">-"))})
		case indent == 4 && s != nil && len(s.entries) > 0:
			e := &s.entries[len(s.entries)-1]
			e.text = strings.TrimSpace(e.text + " " + text)
		default:
			panic(fmt.Sprintf("language: %s: %q is indented by %d", file, line, indent))
		}
	}
	return p
}

// cutKey parts a line at the colon behind its key, which may stand between quotation marks.
func cutKey(line string) (key, words string, ok bool) {
	if line[0] != '"' {
		return strings.Cut(line, ":")
	}
	key, words, ok = strings.Cut(line[1:], `"`)
	words, colon := strings.CutPrefix(words, ":")
	return key, words, ok && colon
}

// unquoted is what stands between quotation marks, or words without any.
func unquoted(words string) string {
	if inner, ok := strings.CutPrefix(words, `"`); ok {
		return strings.TrimSuffix(inner, `"`)
	}
	return words
}

// each calls use for the entries of a section, in their order.
func (p part) each(section string, use func(key, text string)) {
	for _, s := range p.sections {
		if s.name != section {
			continue
		}
		for _, e := range s.entries {
			use(e.key, e.text)
		}
	}
}
