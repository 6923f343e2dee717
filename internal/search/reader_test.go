package search

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
)

// reader reads an index by its documented format, as the browser does.
type reader struct {
	t     testing.TB
	files map[string]string
	lines map[string]map[string]string // of a words or ends file: word to lists
	names map[string]map[string]bool   // prefixes that have a file, by kind
	meta  struct {
		Articles, Entries, Group, EntryGroup int
		Facets                               [][3]any
		Words                                string
		Ends                                 *string
		Labels                               map[string]string
	}
}

func newReader(t testing.TB, files map[string]string) *reader {
	t.Helper()
	r := &reader{t: t, files: files, lines: map[string]map[string]string{}, names: map[string]map[string]bool{}}
	r.load("meta", &r.meta)
	r.names["words"], r.names["ends"] = prefixes(&r.meta.Words), prefixes(r.meta.Ends)
	return r
}

// load reads a file's data. The signs inside texts are legal in JavaScript strings
// and not in JSON's.
func (r *reader) load(name string, v any) {
	r.t.Helper()
	data, ok := r.files["search/"+name+".js"]
	if !ok {
		r.t.Fatalf("no file %s", name)
	}
	data = strings.TrimSuffix(strings.TrimPrefix(data, `glossator.search("`+name+`",`), ")\n")
	var plain strings.Builder
	for _, c := range data {
		if c < ' ' && c != '\n' {
			plain.WriteString(`\u00` + string("0123456789abcdef"[c>>4]) + string("0123456789abcdef"[c&15]))
		} else {
			plain.WriteRune(c)
		}
	}
	if err := json.Unmarshal([]byte(plain.String()), v); err != nil {
		r.t.Fatalf("%s: %v", name, err)
	}
}

func prefixes(list *string) map[string]bool {
	set := map[string]bool{}
	if list != nil {
		for p := range strings.SplitSeq(*list, " ") {
			set[p] = true
		}
	}
	return set
}

// node is the file that a word stands in, and its prefix.
func (r *reader) node(name, word string) (file, prefix string) {
	for cut := len(word); cut > 0; cut-- {
		if r.names[name][word[:cut]] {
			return fileName(name, word[:cut]), word[:cut]
		}
	}
	return name, ""
}

// line is what stands after a word in its file.
func (r *reader) line(name, word string) (lists string, found bool) {
	file, prefix := r.node(name, word)
	if r.lines[file] == nil {
		var data string
		r.load(file, &data)
		r.lines[file] = map[string]string{}
		for line := range strings.SplitSeq(strings.TrimSuffix(data, ";"), ";") {
			w, lists, _ := strings.Cut(line, " ")
			r.lines[file][prefix+w] = lists
		}
	}
	lists, found = r.lines[file][word]
	return lists, found
}

// lists are a word's lists, nil where the index does not know it.
func (r *reader) lists(word string) [][]int {
	if line, found := r.line("words", word); found && line != "" {
		return decodeLists(line)
	}
	return nil
}

func decodeLists(text string) (all [][]int) {
	for list := range strings.SplitSeq(text, ",") {
		var numbers []int
		at, n, shift := -1, 0, 0
		for _, c := range []byte(list) {
			d := strings.IndexByte(digits, c)
			n += (d & 31) << shift
			shift += 5
			if d < 32 {
				at += n + 1
				numbers = append(numbers, at)
				n, shift = 0, 0
			}
		}
		all = append(all, numbers)
	}
	return all
}

// has tells whether a list holds a number.
func has(lists [][]int, list, number int) bool {
	return list < len(lists) && slices.Contains(lists[list], number)
}
