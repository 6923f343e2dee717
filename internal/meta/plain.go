package meta

import (
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/token"
)

// plain is the tree of YAML that is nothing but lines "field: words", the words plain,
// in quotation marks, a day, or a list of words in brackets: what the front matter of
// nearly every article is. It is nil for all else, which the library reads: that takes
// ten times as long, a twentieth of a whole publish. A test holds the two to the same
// values and problems.
func plain(text string) *ast.MappingNode {
	if !utf8.ValidString(text) || strings.ContainsFunc(text, unfamiliar) {
		return nil
	}
	m := ast.Mapping(&token.Token{}, false)
	for n := 1; text != ""; n++ {
		line, rest, _ := strings.Cut(text, "\n")
		text = rest
		key, value, ok := strings.Cut(line, ": ")
		if !ok || !name(key) || taken(m, key) {
			return nil
		}
		l := plainLine{n, line}
		node := l.value(value, len(key)+2)
		if node == nil {
			return nil
		}
		if len(m.Values) == 0 {
			m.Start = l.token(":", len(key))
		}
		m.Values = append(m.Values, ast.MappingValue(l.token(":", len(key)), ast.String(l.token(key, 0)), node))
	}
	if len(m.Values) == 0 {
		return nil
	}
	return m
}

// unfamiliar tells of characters that YAML may take for a line's end or refuse.
func unfamiliar(r rune) bool {
	return r < ' ' && r != '\n' || r >= 0x7f && r < 0xa0 || r == '\u2028' || r == '\u2029' || r == '\uFEFF'
}

// plainLine is one line, with its number from 1.
type plainLine struct {
	n    int
	text string
}

// token is a token at a byte of the line.
func (l plainLine) token(value string, at int) *token.Token {
	return &token.Token{Type: token.StringType, Value: value, Origin: value,
		Position: &token.Position{Line: l.n, Column: utf8.RuneCountInString(l.text[:at]) + 1, Offset: at + 1}}
}

// value is the node of what stands behind the colon, or nil.
func (l plainLine) value(s string, at int) ast.Node {
	inside, list := strings.CutPrefix(s, "[")
	if !list {
		return l.scalar(s, at, "")
	}
	inside, list = strings.CutSuffix(inside, "]")
	if !list || inside == "" {
		return nil
	}
	seq := ast.Sequence(l.token("[", at), true)
	at++
	for _, item := range strings.Split(inside, ", ") {
		node := l.scalar(item, at, ",[]{}")
		if node == nil {
			return nil
		}
		seq.Values = append(seq.Values, node)
		at += len(item) + 2
	}
	return seq
}

// scalar is the node of words without the given characters, or nil.
func (l plainLine) scalar(s string, at int, without string) ast.Node {
	if quoted, ok := strings.CutPrefix(s, `"`); ok {
		if quoted, ok = strings.CutSuffix(quoted, `"`); !ok || strings.ContainsAny(quoted, "\"\\\t"+without) || quoted == "" {
			return nil
		}
		return ast.String(l.token(quoted, at))
	}
	if !words(s) || strings.ContainsAny(s, without) {
		return nil
	}
	return ast.String(l.token(s, at))
}

// name tells whether a key can be a field's name.
func name(key string) bool {
	for i := range len(key) {
		if c := key[i]; (c < 'a' || c > 'z') && c != '_' {
			return false
		}
	}
	return key != "" && words(key)
}

func taken(m *ast.MappingNode, key string) bool {
	for _, kv := range m.Values {
		if kv.Key.GetToken().Value == key {
			return true
		}
	}
	return false
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
