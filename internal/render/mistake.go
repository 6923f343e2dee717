package render

import (
	"errors"
	"fmt"
	"html/template"
	"maps"
	"path"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"text/template/parse"

	"glossator/internal/meta"
	"glossator/internal/source"
)

// located is how text/template begins its errors: template: NAME:LINE[:COLUMN]: with
// the column in bytes from 0.
var located = regexp.MustCompile(`template: ([^:]+):(\d+)(?::(\d+))?: (?s:(.*))`)

// problem places a template's error in its file.
func (s *Set) problem(err error) source.Problem {
	where := err.Error()
	var escape *template.Error
	if errors.As(err, &escape) && escape.Node != nil {
		place, _ := new(parse.Tree).ErrorContext(escape.Node) // the error's own name is the outermost template's
		where = "template: " + place + ": " + escape.Description
	}
	m := located.FindStringSubmatch(where)
	if m == nil {
		return source.Problem{Pos: source.Pos{Path: "templates"}, Rule: "template", Msg: where}
	}
	f := s.files[m[1]]
	if f == nil {
		f = source.NewFile("templates/"+m[1], "")
	}
	line, _ := strconv.Atoi(m[2])
	if m[3] == "" {
		return s.unparsed(f, line, m[4])
	}
	column, _ := strconv.Atoi(m[3])
	msg, advice := ran(m[4])
	return f.Problem(f.LineStart(line)+column, "template", msg, advice)
}

// executing is how text/template tells where a page's making failed.
var executing = regexp.MustCompile(`^executing "[^"]*" at <(?s:(.*?))>: (?s:(.*))$`)

// ran is the message and the hint for an error that came up while a page was made.
func ran(msg string) (string, string) {
	m := executing.FindStringSubmatch(msg)
	if m == nil {
		return msg, ""
	}
	what, why := m[1], m[2]
	switch {
	case strings.HasPrefix(why, "nil pointer evaluating"), strings.HasPrefix(why, "nil data"):
		holder := strings.TrimSuffix(what, path.Ext(what))
		return fmt.Sprintf("%s has nothing here to take %s from", holder, path.Ext(what)),
			fmt.Sprintf("where it may be missing write {{with %s}}{{%s}}{{end}}", holder, path.Ext(what))
	case strings.Contains(why, "out of range"):
		return what + ": the list is shorter here", "ask with {{if}} or {{range}} first"
	}
	return fmt.Sprintf("%s: %s", what, why), ""
}

// quoted is the first thing that a message about a template's form quotes.
var quoted = regexp.MustCompile(`"([^"]+)"|<[^>]+>|\{\{\w+\}\}`)

// startedAt is how the parser tells where an action that is not closed begins.
var startedAt = regexp.MustCompile(`started at [^:]+:(\d+)`)

// unparsed places an error in a template's form, of which text/template tells the
// line: at what the message quotes, else at the line's last action.
func (s *Set) unparsed(f *source.File, line int, msg string) source.Problem {
	if msg == "unexpected EOF" {
		if at, word := unclosed(f.Data); at >= 0 {
			return f.Problem(at, "template", fmt.Sprintf("{{%s}} is not closed", word), "write {{end}} where it ends")
		}
	}
	if m := startedAt.FindStringSubmatch(msg); m != nil {
		line, _ = strconv.Atoi(m[1])
		msg = "action is not closed"
	}
	from, text := f.LineStart(line), f.Line(line)
	at := max(0, strings.LastIndex(text, "{{"))
	switch word := quoted.FindString(msg); {
	case strings.HasPrefix(msg, "unterminated"):
		if quote := strings.LastIndexAny(text, "\"'`"); quote >= 0 {
			at = quote
		}
	case strings.HasPrefix(msg, "missing value for "):
		if m := regexp.MustCompile(`\{\{-?\s*` + msg[len("missing value for "):] + `\s*-?\}\}`).FindStringIndex(text); m != nil {
			at = m[0]
		}
	case word != "":
		at = max(strings.Index(text, strings.Trim(word, `"<>`)), 0)
	}
	if begins := strings.LastIndex(f.Data[:from+at], "{{"); strings.HasPrefix(msg, "unexpected") && begins >= 0 && strings.Contains(f.Data[begins:from+at], "\n") && !strings.Contains(f.Data[begins:from+at], "}}") {
		return f.Problem(begins, "template", "action is not closed", "write }} where it ends")
	}
	advice := ""
	switch {
	case msg == "action is not closed" || msg == "unclosed action":
		msg, advice = "action is not closed", "write }} where it ends"
	case strings.HasPrefix(msg, "function "):
		called := quoted.FindStringSubmatch(msg)[1]
		msg = fmt.Sprintf("there is no function %q", called)
		advice = hint(called, append(slices.Collect(maps.Keys(s.functions)), goFunctions...), "functions:")
	case strings.HasPrefix(msg, "undefined variable"):
		advice = "declare it first: {{" + quoted.FindStringSubmatch(msg)[1] + " := …}}"
	case strings.HasPrefix(msg, "unexpected {{end}}"):
		msg, advice = "{{end}} closes nothing", "remove it, or look for the {{if}}, {{with}} or {{range}} that is missing"
	case strings.HasPrefix(msg, "missing value for"):
		advice = "say of what: {{" + msg[len("missing value for "):] + " .Field}}"
	}
	return f.Problem(from+at, "template", msg, advice)
}

// goFunctions are the functions that every Go template has.
var goFunctions = []string{"and", "call", "eq", "ge", "gt", "html", "index", "js", "le", "len", "lt", "ne", "not", "or", "print", "printf", "println", "slice", "urlquery"}

var action = regexp.MustCompile(`\{\{-?\s*(/\*|if\b|with\b|range\b|block\b|define\b|end\b)`)

// unclosed is where the innermost action stands that has no {{end}}, and its word.
func unclosed(data string) (at int, word string) {
	var open [][]int
	for i := 0; ; {
		m := action.FindStringSubmatchIndex(data[i:])
		if m == nil {
			break
		}
		switch data[i+m[2] : i+m[3]] {
		case "/*":
		case "end":
			open = open[:max(0, len(open)-1)]
		default:
			open = append(open, []int{i + m[0], i + m[2], i + m[3]})
		}
		i += m[3]
	}
	if len(open) == 0 {
		return -1, ""
	}
	last := open[len(open)-1]
	return last[0], data[last[1]:last[2]]
}

// metBy is a mistake with the page that met it.
func metBy(p source.Problem, view any) *source.Problem {
	if v := reflect.Indirect(reflect.ValueOf(view)); v.Kind() == reflect.Struct {
		if f := v.FieldByName("Path"); f.IsValid() && f.Kind() == reflect.String {
			p.Pages = f.String()
		}
	}
	return &p
}

// hint says which known name was meant, if one is near, and then, after the word for
// them, lists all.
func hint(written string, known []string, what string) string {
	known = slices.Clone(known)
	slices.Sort(known)
	if len(known) == 0 {
		return ""
	}
	near := meta.DidYouMean(written, known)
	if !strings.HasPrefix(near, "did you mean") {
		near = ""
	} else {
		near += " "
	}
	return near + what + " " + strings.Join(known, ", ")
}

// hintOf is the hint for a field that a type has not.
func hintOf(n string, t reflect.Type) string { return hint(n, fieldNames(t), typeName(t)+" has") }

// fieldNames are the names of a struct's fields, those of what it embeds included.
func fieldNames(t reflect.Type) (names []string) {
	for _, f := range reflect.VisibleFields(t) {
		if f.IsExported() && !f.Anonymous {
			names = append(names, f.Name)
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// typeName is a type's name in docs/templates.md: a view's alone, another package's
// with the package.
func typeName(t reflect.Type) string { return strings.TrimPrefix(t.String(), "page.") }

// describe says what a value is in plain words.
func describe(is shape) string {
	t := is.t
	if is.dict != nil {
		return "a dict"
	}
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	switch t.Kind() {
	case reflect.String:
		if t.PkgPath() != "" {
			return strings.TrimPrefix(t.String(), "template.")
		}
		return "text"
	case reflect.Bool:
		return "true or false"
	case reflect.Int, reflect.Int64, reflect.Float64:
		return "a number"
	case reflect.Slice, reflect.Array:
		if e := describe(shape{t: t.Elem()}); e == "text" {
			return "a list of texts"
		}
		return "a list of " + typeName(t.Elem())
	}
	n := typeName(t)
	if strings.ContainsRune("AEIOU", rune(n[0])) {
		return "an " + n
	}
	return "a " + n
}
