package meta

import (
	"errors"
	"fmt"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/lexer"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"

	"glossator/internal/source"
)

// YAML is the parsed YAML of a file's span, and where its words stand.
type YAML struct {
	Body ast.Node // nil where there are comments at most
	d    *decoder
}

// Tree parses the YAML in a file's span, or says what keeps it from being read.
func Tree(f *source.File, span source.Span) (*YAML, *source.Problem) {
	y := &YAML{d: newDecoder(f, span)}
	tree, problem := y.d.tree()
	switch {
	case problem != nil:
		return nil, problem
	case len(tree.Docs) > 1:
		p := f.Problem(y.d.offset(first(tree.Docs[1])), "yaml", secondDocument, "remove the line ---")
		return nil, &p
	case len(tree.Docs) == 1:
		y.Body = tree.Docs[0].Body
	}
	if _, comment := y.Body.(*ast.CommentGroupNode); comment {
		y.Body = nil
	}
	return y, nil
}

// At is the byte offset of the file at which a token begins.
func (y *YAML) At(t *token.Token) int { return y.d.offset(t) }

// tree parses YAML, or says what keeps it from being parsed.
func (d *decoder) tree() (*ast.File, *source.Problem) {
	d.from = d.file.Pos(d.start).Line - 1
	text := strings.ReplaceAll(strings.ReplaceAll(d.text, "\r\n", "\n"), "\r", " ") // a line ends as it does in source.File
	tokens := lexer.Tokenize(text)
	if t, msg, hint := excess(tokens); t != nil {
		p := d.file.Problem(d.offset(t), "yaml", msg, hint)
		return nil, &p
	}
	tree, err := parser.Parse(tokens, 0)
	if err == nil {
		return tree, nil
	}
	var located yaml.Error
	if !errors.As(err, &located) || located.GetToken() == nil {
		p := d.file.Problem(d.start, "yaml", "this is not YAML: "+err.Error(), anyMistake)
		return nil, &p
	}
	m := d.mistake(located.GetMessage(), located.GetToken())
	p := d.file.Problem(d.offset(m.at), "yaml", m.msg, m.hint)
	return nil, &p
}

// mistake is what is wrong with YAML in an author's words.
type mistake struct {
	at        *token.Token
	msg, hint string
}

const anyMistake = "write field: value, a list as [one, two], and put text with special characters in quotation marks"

// mistakes are told from words of the parser's message.
var mistakes = []struct{ message, msg, hint string }{
	{"double-quoted text", `a quotation mark " is opened and never closed`, `close it with "; for a mark inside the text write \"`},
	{"single-quoted text", `a quotation mark ' is opened and never closed`, `close it with '; for an apostrophe inside the text write ''`},
	{"character '\t' that cannot start", "a tab where a line is indented", "indent with spaces"},
	{"tab character", "a tab where a line is indented", "indent with spaces"},
	{"reserved character", "a value cannot begin with ` or @", `put it in quotation marks`},
	{"directive", "a value cannot begin with %", "put it in quotation marks"},
	{"unknown escape character", `a backslash in quotation marks that stands for nothing`, `write \\ for a backslash, or put the text in single quotation marks`},
	{"UTF-", `a backslash and u in quotation marks that stand for no character`, `write the character itself`},
	{"header option", "words behind a | or > that begins a text of several lines", `put the value in quotation marks, or begin the text in the next line, indented`},
	{"block sequence entries", "a - that begins a list stands behind a colon", "write each item in a line of its own, or the list as [one, two]"},
	{"anchor", "a value cannot begin with &", "put it in quotation marks"},
	{"alias", "a value cannot begin with *", "put it in quotation marks"},
	{"tag", "a value cannot begin with !", "put it in quotation marks"},
	{"invalid key", "the name of a field is a list or a set of fields", "write field: value, and put text that begins with [ or { in quotation marks"},
}

// mistake says in plain words what the parser complains of.
func (d *decoder) mistake(message string, t *token.Token) mistake {
	switch {
	case strings.Contains(message, "already defined"):
		return d.twice(message, t)
	case strings.Contains(message, "']'"), strings.Contains(message, "'}'"):
		return unclosed(message, t)
	case strings.Contains(message, "mapping value is not allowed"):
		return colon(t)
	case strings.Contains(message, "value is not allowed"):
		return behind(t)
	case strings.Contains(message, "unexpected key name"):
		return keyless(t)
	}
	for _, m := range mistakes {
		if strings.Contains(message, m.message) {
			return mistake{t, m.msg, m.hint}
		}
	}
	return notAField(t)
}

func (d *decoder) twice(message string, t *token.Token) mistake {
	line, key := 0, t.Value
	if _, at, ok := strings.Cut(message, "already defined at ["); ok {
		_, _ = fmt.Sscanf(at, "%d:", &line)
	}
	return mistake{t, fmt.Sprintf("%q is already defined at line %d", key, d.from+line), "keep one of the two and take the other away"}
}

// unclosed points at the bracket that is open where t stands.
func unclosed(message string, t *token.Token) mistake {
	if strings.HasPrefix(message, "could not find '") {
		return mistake{t, "a " + t.Value + " that closes nothing", "put text with brackets in quotation marks"}
	}
	closed := 0
	for p := t.Prev; p != nil; p = p.Prev {
		switch p.Type {
		case token.SequenceEndType, token.MappingEndType:
			closed++
		case token.SequenceStartType, token.MappingStartType:
			if closed--; closed < 0 {
				return mistake{p, "a bracket " + p.Value + " is opened and not closed", "close it in the same line, with commas between its items; put text with brackets in quotation marks"}
			}
		}
	}
	return mistake{t, "a comma or a closing bracket is missing here", "write lists as [one, two]"}
}

// colon tells a colon in a value from a line that is indented under a value.
func colon(t *token.Token) mistake {
	if next := t.Next; next != nil && next.Position.Line > t.Position.Line {
		return mistake{next, "this line stands deeper than the field above, which has its value already", "begin it in the column of the field above, or put a value with a colon in quotation marks"}
	}
	return mistake{t, "a value holds a colon and a space", `put the value in quotation marks: "Title: subtitle"`}
}

// behind tells of words behind a value that was at its end.
func behind(t *token.Token) mistake {
	if t.Prev != nil && t.Prev.Position.Line == t.Position.Line {
		switch t.Prev.Type {
		case token.DoubleQuoteType:
			return mistake{t, "words behind the closing quotation mark", `put the whole value in marks; for a mark inside it write \"`}
		case token.SingleQuoteType:
			return mistake{t, "words behind the closing quotation mark", `put the whole value in marks; for an apostrophe inside it write ''`}
		case token.SequenceEndType, token.MappingEndType:
			return mistake{t, "words behind the closing bracket", "put text with brackets in quotation marks"}
		}
	}
	return notAField(t)
}

// keyless tells of lines without a colon, or without a space behind it.
func keyless(t *token.Token) mistake {
	line, _, _ := strings.Cut(strings.TrimLeft(t.Origin, " \n"), "\n")
	if name, value, ok := strings.Cut(line, ":"); ok && name != "" && !strings.Contains(name, " ") {
		return mistake{t, fmt.Sprintf("no space behind the colon of %q", line), "write " + name + ": " + value}
	}
	return notAField(t)
}

func notAField(t *token.Token) mistake {
	line, _, _ := strings.Cut(strings.TrimSpace(t.Origin), "\n")
	if runes := []rune(line); len(runes) > 40 {
		line = string(runes[:40]) + "…"
	}
	return mistake{t, fmt.Sprintf("%q is no field here, and belongs to none", line), anyMistake + "; a line that goes on the one above is indented deeper"}
}
