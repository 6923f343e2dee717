// Package meta reads the author's YAML strictly: into a Go struct, every mistake a
// located problem.
//
// In: a file, the span of it that is YAML, and a pointer to a struct (or a slice of
// structs). Out: the filled struct and all problems found; what could be read is
// filled even where something else is wrong. Invariants: nothing in the YAML is
// silently ignored: an unknown field, a wrong type, a repeated key or a bad day is
// a problem with its line, its column and, for names, a "did you mean"; and what was
// judged wrong is not there: the field is empty, the item of a list left out.
//
// Fields are named by `meta:"name"` tags; options follow after commas: `required`,
// and for a Day `full` (a whole day, not a month or a year). Field types: string,
// bool, int, float64, Day, Ref, Word, slices of them or of structs, structs, and
// maps from names to any of these.
package meta

import (
	"fmt"
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/goccy/go-yaml/ast"
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

// anItem stands for the name of the list that a whole file is.
const anItem = "-"

// At is the byte offset at which the item of a list begins; a struct that has a field of
// this type is told it.
type At int

type decoder struct {
	file     *source.File
	text     string // the YAML
	start    int    // where it begins
	from     int    // line of the file before the YAML's first
	reached  place
	refused  map[any]bool // pointers to the fields whose values were told already
	problems []source.Problem
}

// place is a column of a line of the file, and its offset.
type place struct{ line, col, at int }

// Decode reads the YAML in span into v.
func Decode(f *source.File, span source.Span, v any) []source.Problem {
	defer source.Reading(f.Path)
	d, dst := newDecoder(f, span), reflect.ValueOf(v).Elem()
	if plain(d.text, d.start, dst) {
		d.required(dst, d.start, "")
		return d.problems
	}
	return d.parse(dst)
}

func newDecoder(f *source.File, span source.Span) *decoder {
	text := strings.TrimPrefix(f.Data[span.Start:span.End], "\uFEFF")
	return &decoder{file: f, text: text, start: span.End - len(text)}
}

// parse reads YAML of any form.
func (d *decoder) parse(dst reflect.Value) []source.Problem {
	tree, problem := d.tree()
	if problem != nil {
		hold(dst)
		return append(d.problems, *problem)
	}
	for i, doc := range tree.Docs {
		if i > 0 {
			d.problem(doc, "yaml", secondDocument, "remove the line ---")
			break
		}
		if doc.Body != nil {
			d.value(doc.Body, dst, "", "")
		}
	}
	d.required(dst, d.start, "")
	return d.problems
}

// hold sets the flags of a struct that could not be read: what may be a draft is held
// back.
func hold(dst reflect.Value) {
	for i := 0; dst.Kind() == reflect.Struct && i < dst.NumField(); i++ {
		if dst.Field(i).Kind() == reflect.Bool {
			dst.Field(i).SetBool(true)
		}
	}
}

// offset is where a token begins in the file. The parser counts lines and, in code
// points, columns from 1. Most tokens stand behind the last one asked for, so that the
// columns of a long line are counted once.
func (d *decoder) offset(t *token.Token) int {
	if t == nil {
		return d.start
	}
	line, col := d.from+t.Position.Line, t.Position.Column
	if r := d.reached; r.line != line || r.col > col {
		d.reached = place{line, 1, max(d.start, d.file.LineStart(line))}
	}
	r := &d.reached
	for ; r.col < col && r.at < len(d.file.Data); r.col++ {
		_, n := utf8.DecodeRuneInString(d.file.Data[r.at:])
		r.at += n
	}
	return r.at
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
		return n.Start // nil where nothing is written at all
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
		b, ok := n.(*ast.BoolNode)
		dst.SetBool(!ok || b.Value) // draft: maybe is a draft
		if !ok {
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
		if x, err := strconv.ParseFloat(strings.ReplaceAll(s, "_", ""), 64); err == nil && !math.IsNaN(x) && !math.IsInf(x, 0) {
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
	d.problem(n, "wrong-type", fmt.Sprintf("%s is %s, not %s", d.named(name), what(n), want), hintFor(n, name, want))
}

// named is a field as messages name it; the whole has no name.
func (d *decoder) named(field string) string {
	switch {
	case field == anItem:
		return "an item"
	case field != "":
		return strconv.Quote(field)
	case d.start > len("\uFEFF"):
		return "the front matter"
	}
	return "the file"
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

func hintFor(n ast.Node, name, want string) string {
	switch {
	case want == "a list" && name == "":
		return "begin every item with - and a space, in a line of its own"
	case want == "a list":
		return "write it as [one, two]"
	case want == "a set of fields":
		return "write lines of the form field: value"
	}
	switch n.(type) {
	case *ast.MappingNode, *ast.MappingValueNode:
		return "put text that holds a colon, or begins with {, in quotation marks"
	case *ast.SequenceNode:
		return "write one value, without [ ] or -; put text that begins with [ in quotation marks"
	}
	return "write " + want
}

func (d *decoder) list(n ast.Node, dst reflect.Value, name, opts string) {
	seq, ok := n.(*ast.SequenceNode)
	if !ok {
		d.wrong(n, name, "a list")
		return
	}
	for _, item := range seq.Values {
		v := reflect.New(dst.Type().Elem()).Elem()
		if d.item(item, v, name, opts) {
			dst.Set(reflect.Append(dst, v))
		}
	}
}

// item reads an item of a list. Where anything in it is wrong it is told and left out:
// nobody downstream sees half of it. A field that is not known spoils nothing.
func (d *decoder) item(n ast.Node, dst reflect.Value, name, opts string) (whole bool) {
	if name == "" {
		name = anItem
	}
	before, at := len(d.problems), d.offset(first(n))
	d.value(n, dst, name, opts)
	if len(d.problems) == before || pairs(n) != nil {
		d.required(dst, at, name)
	}
	if dst.Kind() == reflect.Struct {
		if i := fieldsOf(dst.Type()).at; i >= 0 {
			dst.Field(i).SetInt(int64(at))
		}
	}
	if empty(dst) && len(d.problems) == before {
		d.problem(n, "empty-item", "an item of "+d.named(name)+" is empty", "write it, or take it away")
	}
	return !slices.ContainsFunc(d.problems[before:], func(p source.Problem) bool { return p.Rule != "unknown-field" })
}

// empty tells whether a value is text without a character.
func empty(v reflect.Value) bool {
	switch t := v.Addr().Interface().(type) {
	case *Ref:
		return t.ID == ""
	case *Word:
		return t.Text == ""
	}
	return v.Kind() == reflect.String && v.Len() == 0
}

// words reads a set of fields whose names are the author's.
func (d *decoder) words(n ast.Node, dst reflect.Value, name string) {
	dst.Set(reflect.MakeMap(dst.Type()))
	for _, kv := range pairs(n) {
		key, v := kv.Key.GetToken().Value, reflect.New(dst.Type().Elem()).Elem()
		whole := false
		if v.Kind() != reflect.String {
			whole = d.item(kv.Value, v, key, "")
		} else if s, ok := d.scalar(kv.Value, key, "text"); ok { // which may be empty
			v.SetString(s)
			whole = true
		}
		if whole {
			dst.SetMapIndex(reflect.ValueOf(key), v)
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
		before, field := len(d.problems), dst.Field(f.index)
		if d.value(kv.Value, field, key, f.opts); len(d.problems) > before {
			d.refuse(field)
		}
	}
}

func (d *decoder) refuse(field reflect.Value) {
	if d.refused == nil {
		d.refused = map[any]bool{}
	}
	d.refused[field.Addr().Interface()] = true
}

// required reports the fields of a struct that must be there and are not.
func (d *decoder) required(v reflect.Value, at int, in string) {
	if v.Kind() != reflect.Struct {
		return
	}
	for _, f := range fieldsOf(v.Type()).required {
		if v.Field(f.index).IsZero() && !d.refused[v.Field(f.index).Addr().Interface()] {
			msg := fmt.Sprintf("%q is missing", f.name)
			if in == anItem {
				msg += " in an item"
			} else if in != "" {
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
	at       int // the index of the field that is an At, or -1
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
	fs := &fields{named: map[string]field{}, at: -1}
	defer func() { knownFields.Store(t, fs) }()
	for i := range t.NumField() {
		if t.Field(i).Type == reflect.TypeFor[At]() {
			fs.at = i
		}
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
