package meta

import (
	"reflect"
	"strings"
	"unicode"
	"unicode/utf8"
)

// lostFields finds fields that stand where no front matter is read, so that they would
// be published as words and do nothing: behind an empty line or a space, between lines
// of more or fewer hyphens, as TOML or JSON, never closed. nil where there are none.
//
// A text may open with a thematic break, with "Note: it rained", with a scene's "Place:
// a wood". What tells is a field that v has, written as fields are: one is enough beside
// a line of signs (----, +++, {, <!--); at the very begin it must be written small, or
// be one of two. What keeps a text back tells anywhere among the first lines, where it
// stands among fields alone. Where no head is missed (headed), that and fields beside
// signs are all that is looked for.
func lostFields(text string, from int, v any, headed bool) *stretch {
	known := fieldsOf(reflect.TypeOf(v).Elem())
	all := stretches(text[from:], known)
	for i := range all {
		if s := &all[i]; s.lost(i == 0, headed) {
			s.at += from
			return s
		}
	}
	return nil
}

// stretch is some lines without an empty one between them.
type stretch struct {
	of            *fields
	signs, closed bool // a line of signs stands before it, and behind
	near          bool // no empty line stands between
	lines, fields int  // how many lines it has, and how many of them may be fields

	known  int // fields that there are, or nearly
	small  int // of them those written as they must be
	keeps  int // of them those that keep a text back
	at     int // where the first of them stands
	sample string
}

// lost tells whether the stretch is fields that their author takes for front matter.
func (s *stretch) lost(first, headed bool) bool {
	alone, beside := s.fields == s.lines, s.signs || s.closed && first
	switch {
	case s.keeps > 0:
		return first || beside || alone
	case headed:
		return s.small > 1 && alone && first || s.small > 0 && s.signs
	case beside && s.small > 0:
		return true
	}
	return first && alone && (s.small > 0 || s.known > 1) || s.near && alone && s.known > 0
}

// farthest is within how many lines fields are looked for.
const farthest = 30

// stretches are those of the first lines that hold words.
func stretches(text string, known *fields) (all []stretch) {
	all = make([]stretch, 0, 8)
	s := stretch{of: known}
	for n, at := 0, 0; at < len(text) && n < farthest; n++ {
		line, next := cutLine(text, at)
		bare := strings.TrimFunc(line, unseen)
		words, signs := afterSigns(bare)
		if signs {
			s.closed = s.lines > 0
		}
		if s.lines > 0 && (signs || bare == "") {
			all, s = append(all, s), stretch{of: known}
		}
		s.signs, s.near = s.signs || signs, signs || s.near && bare != ""
		if words != "" && words[0] != '#' {
			s.add(words, line, at)
		}
		at = next
	}
	if s.lines > 0 {
		all = append(all, s)
	}
	return all
}

// unseen tells of what a reader does not see: white space of any kind, byte order marks,
// characters without a width.
func unseen(r rune) bool {
	return r <= ' ' || r >= 0x7f && (unicode.IsSpace(r) || unicode.Is(unicode.Cf, r))
}

// afterSigns is what stands behind the signs that open a line and mean no words: two
// hyphens or a dash, +++, a brace, a comment's begin.
func afterSigns(line string) (rest string, signs bool) {
	if line == "" || 'A' <= line[0]&^0x20 && line[0]&^0x20 <= 'Z' {
		return line, false // as nearly all
	}
	if n := dashes(line); n > 1 {
		return strings.TrimLeft(line[n:], " \t"), true
	}
	for _, sign := range []string{"++", ";;", "<!--", "-->", "/*", "*/", "{", "}", "%"} {
		if rest, ok := strings.CutPrefix(line, sign); ok {
			return strings.TrimLeft(rest, sign+" \t"), true
		}
	}
	for _, sign := range []string{"==", "~~", "**", "__", "``"} { // with words behind they mark these
		if rest, ok := strings.CutPrefix(line, sign); ok && !strings.ContainsAny(rest, ": ") {
			return "", true
		}
	}
	return line, false
}

// add adds a line, given with and without what surrounds its words.
func (s *stretch) add(words, line string, at int) {
	s.lines++
	key, value, ok := fieldIn(words)
	if !ok {
		if s.lines > 1 && (line[0] == ' ' || line[0] == '\t' || strings.HasPrefix(words, "- ")) {
			s.fields++ // a value goes on
		}
		return
	}
	s.fields++
	f, ok := s.of.nearly(key)
	if !ok {
		return
	}
	if s.known++; s.known == 1 {
		s.at, s.sample = at, strings.TrimSpace(line)
	}
	if f.name == key && !strings.HasPrefix(words, "- ") { // an item of a list may be called so
		s.small++
	}
	if strings.Contains(f.opts, "withholds") && oneWord(value) {
		s.keeps++
	}
}

// nearly is the field of a name, or of the one nearest to it.
func (fs *fields) nearly(name string) (best field, ok bool) {
	name = strings.NewReplacer(" ", "_", "-", "_").Replace(strings.ToLower(name))
	if f, ok := fs.named[name]; ok {
		return f, true
	}
	least := 2
	if len(name) < 4 {
		return best, false
	}
	for known, f := range fs.named {
		if n := distance(name, known); n < least || n == least && ok && known < best.name {
			best, least, ok = f, n, true
		}
	}
	return best, ok
}

// oneWord tells whether a value is a word, as true and private are, rather than prose.
func oneWord(value string) bool {
	value = strings.ToLower(strings.Trim(value, "*_\"'`,}- \t"))
	return value != "" && strings.Trim(value, "abcdefghijklmnopqrstuvwxyz-") == ""
}

// fieldIn is the field that a line may be, as YAML, TOML or JSON write it.
func fieldIn(line string) (key, value string, ok bool) {
	const longest = 30
	i, end := 0, min(len(line), longest)
	for i < end && line[i] != ':' && line[i] != '=' && !strings.HasPrefix(line[i:], "：") {
		i++
	}
	if i == 0 || i == end {
		return "", "", false
	}
	_, n := utf8.DecodeRuneInString(line[i:])
	key, value = strings.Trim(line[:i], "-*_>\"'` \t"), strings.Trim(line[i+n:], " \t")
	value, _, _ = strings.Cut(value, " #")
	for _, r := range key {
		if !unicode.IsLetter(r) && r != '_' && r != '-' && r != ' ' {
			return "", "", false
		}
	}
	if line[i] == '=' && value != "true" && value != "false" && strings.IndexAny(value, `"'[0123456789`) != 0 {
		return "", "", false // words, not TOML
	}
	return key, value, key != "" && strings.Count(key, " ") < 3
}
