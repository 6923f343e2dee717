package meta

import (
	"reflect"
	"strings"
	"unicode/utf8"
)

// plain fills a struct from YAML that is nothing but lines "field: words", the words
// plain, in quotation marks, a day, or a list of words in brackets: what the front matter
// of nearly every article is. base is the text's offset in the file. It is false, and
// nothing is done, for all else and where anything is wrong: then the library reads. That
// takes ten times as long, a twentieth of a whole publish. A test holds the two to the
// same values.
func plain(text string, base int, dst reflect.Value) bool {
	if dst.Kind() != reflect.Struct || !utf8.ValidString(text) || strings.ContainsFunc(text, unfamiliar) {
		return false
	}
	known := fieldsOf(dst.Type())
	var room [16]plainField
	all := room[:0]
	for text != "" {
		line, rest, _ := strings.Cut(text, "\n")
		key, value, ok := strings.Cut(line, ": ")
		f, is := known.named[key]
		if !ok || !is || taken(all, f.index) {
			return false
		}
		p := plainField{f.index, value, base + len(key) + len(": ")}
		if !p.fits(dst.Field(f.index), f.opts) {
			return false
		}
		all, text, base = append(all, p), rest, base+len(line)+1
	}
	for _, p := range all {
		p.set(dst.Field(p.index))
	}
	return len(all) > 0
}

// unfamiliar tells of characters that YAML may take for a line's end or refuse.
func unfamiliar(r rune) bool {
	return r < ' ' && r != '\n' || r >= 0x7f && r < 0xa0 || r == '\u2028' || r == '\u2029' || r == '\uFEFF'
}

// plainField is a field and what stands behind its colon, at an offset of the file.
type plainField struct {
	index int
	value string
	at    int
}

func taken(all []plainField, index int) bool {
	for i := range all {
		if all[i].index == index {
			return true
		}
	}
	return false
}

// fits tells whether the value is plain and what the field asks for.
func (p *plainField) fits(dst reflect.Value, opts string) bool {
	switch dst.Addr().Interface().(type) {
	case *string, *Ref, *Word:
		_, ok := scalar(p.value, "")
		return ok
	case *Day:
		s, ok := scalar(p.value, "")
		day, is := ParseDay(s)
		return ok && is && (day.Full() || !strings.Contains(opts, "full"))
	case *[]string, *[]Ref, *[]Word:
		list, ok := inside(p.value)
		for item := range strings.SplitSeq(list, ", ") {
			_, plain := scalar(item, ",[]{}")
			ok = ok && plain
		}
		return ok
	}
	return false
}

// set sets the field to a value that fits.
func (p *plainField) set(dst reflect.Value) {
	s, _ := scalar(p.value, "")
	switch t := dst.Addr().Interface().(type) {
	case *string:
		*t = s
	case *Day:
		*t = Day(s)
	case *Ref:
		*t = Ref{s, p.at}
	case *Word:
		*t = Word{s, p.at}
	case *[]string:
		p.each(func(s string, _ int) { *t = append(*t, s) })
	case *[]Ref:
		p.each(func(s string, at int) { *t = append(*t, Ref{s, at}) })
	case *[]Word:
		p.each(func(s string, at int) { *t = append(*t, Word{s, at}) })
	}
}

// each calls add for the items of a list, with their offsets.
func (p *plainField) each(add func(s string, at int)) {
	list, _ := inside(p.value)
	at := p.at + len("[")
	for item := range strings.SplitSeq(list, ", ") {
		s, _ := scalar(item, "")
		add(s, at)
		at += len(item) + len(", ")
	}
}

// inside is what stands between brackets.
func inside(s string) (string, bool) {
	s, open := strings.CutPrefix(s, "[")
	s, closed := strings.CutSuffix(s, "]")
	return s, open && closed
}

// scalar is the text of a value; false where it is not words, or holds one of the given
// characters.
func scalar(s, without string) (string, bool) {
	if quoted, ok := strings.CutPrefix(s, `"`); ok {
		quoted, ok = strings.CutSuffix(quoted, `"`)
		return quoted, ok && quoted != "" && !strings.ContainsAny(quoted, "\"\\\t"+without)
	}
	return s, words(s) && (without == "" || !strings.ContainsAny(s, without))
}

// words tells whether a value is text and nothing else: words that begin with an ASCII
// letter, or a whole day.
func words(s string) bool {
	if s == "" || strings.Contains(s, ": ") || strings.Contains(s, " #") || strings.ContainsAny(s, "\t\r\"'`") || s[len(s)-1] == ' ' || s[len(s)-1] == ':' {
		return false
	}
	if c := s[0] | 0x20; c < 'a' || c > 'z' {
		day, ok := ParseDay(s)
		return ok && day.Full()
	}
	switch strings.ToLower(s) {
	case "true", "false", "null", "yes", "no", "on", "off", "y", "n", "nan", "inf":
		return false
	}
	return true
}
