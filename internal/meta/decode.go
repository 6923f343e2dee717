// Package meta reads the author's YAML strictly: into a Go struct, every mistake a
// located problem.
//
// In: a file, the span of it that is YAML, and a pointer to a struct (or a slice of
// structs). Out: the filled struct and all problems found; what could be read is
// filled even where something else is wrong. Invariant: nothing in the YAML is
// silently ignored: an unknown field, a wrong type, a repeated key or a bad day is
// a problem with its line, its column and, for names, a "did you mean".
//
// Fields are named by `meta:"name"` tags; options follow after commas: `required`,
// and for a Day `full` (a whole day, not a month or a year). Field types: string,
// bool, int, float64, Day, Ref, Word, slices of them or of structs, structs, and
// map[string]string.
package meta

import (
	"errors"
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"

	"glossator/internal/source"
)

// Ref is a name that must be found elsewhere (an entry, an article), with the byte
// offset at which it is written, so that a dangling one can be shown.
type Ref struct {
	ID     string
	Offset int `hash:"ignore"` // only problems show it
}

// Word is a string that keeps the byte offset at which it is written.
type Word struct {
	Text   string
	Offset int `hash:"ignore"`
}

type decoder struct {
	file     *source.File
	from     int // line of the file before the YAML's first
	problems []source.Problem
}

// Decode reads the YAML in span into v.
func Decode(f *source.File, span source.Span, v any) []source.Problem {
	d := &decoder{file: f}
	text := strings.TrimPrefix(f.Data[span.Start:span.End], "\uFEFF")
	dst := reflect.ValueOf(v).Elem()
	if plain(text, span.End-len(text), dst) {
		d.required(dst, span.Start, "")
		return d.problems
	}
	return d.parse(text, span, dst)
}

// parse reads YAML of any form.
func (d *decoder) parse(text string, span source.Span, dst reflect.Value) []source.Problem {
	d.from = d.file.Pos(span.Start).Line - 1
	tree, err := parser.ParseBytes([]byte(strings.ReplaceAll(text, "\r\n", "\n")), 0)
	if err != nil {
		return append(d.problems, d.syntax(err, span))
	}
	for i, doc := range tree.Docs {
		if i > 0 {
			d.problem(doc, "yaml", "a second YAML document", "remove the line ---")
			break
		}
		if doc.Body != nil {
			d.value(doc.Body, dst, "", "")
		}
	}
	d.required(dst, span.Start, "")
	return d.problems
}

func (d *decoder) syntax(err error, span source.Span) source.Problem {
	var located yaml.Error
	msg, offset := err.Error(), span.Start
	if errors.As(err, &located) {
		msg = located.GetMessage()
		if t := located.GetToken(); t != nil {
			offset = d.offset(t)
		}
	}
	msg, _, _ = strings.Cut(msg, "\n")
	return d.file.Problem(offset, "yaml", "not YAML: "+msg, "quote text that holds a colon, and keep indents alike")
}

// offset is where a token begins in the file. The parser counts columns in code
// points from 1.
func (d *decoder) offset(t *token.Token) int {
	at := d.file.LineStart(d.from + t.Position.Line)
	for range t.Position.Column - 1 {
		if at >= len(d.file.Data) {
			break
		}
		_, n := utf8.DecodeRuneInString(d.file.Data[at:])
		at += n
	}
	return at
}

func (d *decoder) problem(n ast.Node, rule, msg, hint string) {
	d.problems = append(d.problems, d.file.Problem(d.offset(first(n)), rule, msg, hint))
}

// first is the token a reader would point at: a mapping's is its first key.
func first(n ast.Node) *token.Token {
	switch n := n.(type) {
	case *ast.MappingNode:
		if len(n.Values) > 0 {
			return first(n.Values[0])
		}
	case *ast.MappingValueNode:
		return n.Key.GetToken()
	case *ast.DocumentNode:
		if n.Body != nil {
			return first(n.Body)
		}
	}
	return n.GetToken()
}

// value reads a node into dst. name is the field's, for messages; opts its options.
func (d *decoder) value(n ast.Node, dst reflect.Value, name, opts string) {
	switch n := n.(type) {
	case *ast.TagNode:
		d.value(n.Value, dst, name, opts)
		return
	case *ast.AnchorNode, *ast.AliasNode, *ast.MergeKeyNode:
		d.problem(n, "yaml", "anchors and aliases are not read here", "write the value out")
		return
	case *ast.NullNode:
		return // a key without a value is as if it were not there
	}
	switch t := dst.Addr().Interface().(type) {
	case *Day:
		if s, ok := d.scalar(n, name, "a day"); ok {
			d.day(n, s, t, name, opts)
		}
	case *Ref:
		if s, ok := d.scalar(n, name, "a name"); ok {
			*t = Ref{s, d.offset(n.GetToken())}
		}
	case *Word:
		if s, ok := d.scalar(n, name, "text"); ok {
			*t = Word{s, d.offset(n.GetToken())}
		}
	default:
		d.kind(n, dst, name, opts)
	}
}

func (d *decoder) kind(n ast.Node, dst reflect.Value, name, opts string) {
	switch dst.Kind() {
	case reflect.String:
		if s, ok := d.scalar(n, name, "text"); ok {
			dst.SetString(s)
		}
	case reflect.Bool:
		if b, ok := n.(*ast.BoolNode); ok {
			dst.SetBool(b.Value)
		} else {
			d.wrong(n, name, "true or false")
		}
	case reflect.Int:
		s, ok := d.scalar(n, name, "a whole number")
		if i, err := strconv.Atoi(s); err == nil {
			dst.SetInt(int64(i))
		} else if ok {
			d.wrong(n, name, "a whole number")
		}
	case reflect.Float64:
		s, ok := d.scalar(n, name, "a number")
		if x, err := strconv.ParseFloat(strings.ReplaceAll(s, "_", ""), 64); err == nil {
			dst.SetFloat(x)
		} else if ok {
			d.wrong(n, name, "a number")
		}
	case reflect.Slice:
		d.list(n, dst, name, opts)
	case reflect.Map:
		d.words(n, dst, name)
	case reflect.Struct:
		d.fields(n, dst, name)
	default:
		panic("meta: field " + name + " has a type that cannot be read: " + dst.Type().String())
	}
}

// scalar is the text of a plain value, as it was written.
func (d *decoder) scalar(n ast.Node, name, want string) (string, bool) {
	switch n := n.(type) {
	case *ast.StringNode:
		return d.fit(n), true
	case *ast.LiteralNode:
		return strings.TrimRight(n.Value.Value, "\n"), true
	case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode, *ast.InfinityNode, *ast.NanNode:
		return n.GetToken().Value, true
	}
	d.wrong(n, name, want)
	return "", false
}

func (d *decoder) wrong(n ast.Node, name, want string) {
	d.problem(n, "wrong-type", fmt.Sprintf("%q is %s, not %s", name, what(n), want), hintFor(n, want))
}

func what(n ast.Node) string {
	switch n.(type) {
	case *ast.MappingNode, *ast.MappingValueNode:
		return "a set of fields"
	case *ast.SequenceNode:
		return "a list"
	}
	return strconv.Quote(n.GetToken().Value)
}

func hintFor(n ast.Node, want string) string {
	switch n.(type) {
	case *ast.MappingNode, *ast.MappingValueNode:
		return "quote text that holds a colon"
	case *ast.SequenceNode:
		return "write one value, without [ ] or -"
	}
	if strings.HasPrefix(want, "a list") {
		return "write it as [one, two]"
	}
	return ""
}

func (d *decoder) list(n ast.Node, dst reflect.Value, name, opts string) {
	seq, ok := n.(*ast.SequenceNode)
	if !ok {
		d.wrong(n, name, "a list")
		return
	}
	for _, item := range seq.Values {
		dst.Set(reflect.Append(dst, reflect.Zero(dst.Type().Elem())))
		last := dst.Index(dst.Len() - 1)
		d.value(item, last, name, opts)
		d.required(last, d.offset(first(item)), name)
	}
}

func (d *decoder) words(n ast.Node, dst reflect.Value, name string) {
	dst.Set(reflect.MakeMap(dst.Type()))
	for _, kv := range pairs(n) {
		if s, ok := d.scalar(kv.Value, kv.Key.GetToken().Value, "text"); ok {
			dst.SetMapIndex(reflect.ValueOf(kv.Key.GetToken().Value), reflect.ValueOf(s))
		}
	}
	if pairs(n) == nil {
		d.wrong(n, name, "a set of fields")
	}
}

func pairs(n ast.Node) []*ast.MappingValueNode {
	switch n := n.(type) {
	case *ast.MappingNode:
		return n.Values
	case *ast.MappingValueNode:
		return []*ast.MappingValueNode{n}
	}
	return nil
}

func (d *decoder) fields(n ast.Node, dst reflect.Value, name string) {
	if _, empty := n.(*ast.MappingNode); pairs(n) == nil && !empty {
		if name == "" {
			name = "front matter"
		}
		d.wrong(n, name, "a set of fields")
		return
	}
	known := fieldsOf(dst.Type())
	for _, kv := range pairs(n) {
		key := kv.Key.GetToken().Value
		f, ok := known.named[key]
		if !ok {
			names := make([]string, 0, len(known.named))
			for k := range known.named {
				names = append(names, k)
			}
			d.problem(kv, "unknown-field", fmt.Sprintf("unknown field %q", key), DidYouMean(key, names))
			continue
		}
		d.value(kv.Value, dst.Field(f.index), key, f.opts)
	}
}

// required reports the fields of a struct that must be there and are not.
func (d *decoder) required(v reflect.Value, at int, in string) {
	if v.Kind() != reflect.Struct {
		return
	}
	for _, f := range fieldsOf(v.Type()).required {
		if v.Field(f.index).IsZero() {
			msg := fmt.Sprintf("%q is missing", f.name)
			if in != "" {
				msg += fmt.Sprintf(" in an item of %q", in)
			}
			d.problems = append(d.problems, d.file.Problem(at, "missing-field", msg, "add "+f.name+": …"))
		}
	}
}

// fields are those of a type that have a name.
type fields struct {
	named    map[string]field
	required []field
}

type field struct {
	index int
	name  string
	opts  string
}

// Names are the names of a struct's fields, in the order in which they stand.
func Names[T any]() (names []string) {
	t := reflect.TypeFor[T]()
	for i := range t.NumField() {
		if name, _, _ := strings.Cut(t.Field(i).Tag.Get("meta"), ","); name != "" && name != "-" {
			names = append(names, name)
		}
	}
	return names
}

// knownFields remembers the fields of each type: they are asked for with every file.
var knownFields sync.Map

func fieldsOf(t reflect.Type) *fields {
	if fs, ok := knownFields.Load(t); ok {
		return fs.(*fields)
	}
	fs := &fields{named: map[string]field{}}
	defer func() { knownFields.Store(t, fs) }()
	for i := range t.NumField() {
		name, opts, _ := strings.Cut(t.Field(i).Tag.Get("meta"), ",")
		if name == "" || name == "-" {
			continue
		}
		f := field{i, name, opts}
		fs.named[name] = f
		if strings.Contains(opts, "required") {
			fs.required = append(fs.required, f)
		}
	}
	return fs
}
