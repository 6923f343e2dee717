package render

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"text/template/parse"
)

// call is what a function gives. Of ours, which the checker knows, it looks at the
// values handed to it; of Go's own it knows what they give.
func (c *checker) call(f *parse.IdentifierNode, args []argument) shape {
	for _, a := range args {
		c.only(a.node.Position(), a.is)
	}
	switch f.Ident {
	case "and", "or":
		return alike(args)
	case "not", "eq", "ne", "lt", "le", "gt", "ge":
		return truth
	case "len":
		return number
	case "print", "printf", "println", "html", "js", "urlquery":
		return text
	case "index":
		return item(args)
	case "slice":
		if len(args) > 0 {
			return args[0].is
		}
	}
	own := c.parts[f.Ident]
	if own == nil {
		return shape{}
	}
	t := reflect.TypeOf(own)
	if !c.fits(f, t, args) {
		return result(t)
	}
	literal := ""
	if len(args) > 0 {
		if s, ok := args[0].node.(*parse.StringNode); ok {
			literal = s.Text
		}
	}
	switch f.Ident {
	case "asset":
		if _, ok := c.set.assets[literal]; !ok && literal != "" {
			c.bad(args[0].node.Position(), fmt.Sprintf("there is no asset %q", literal),
				hint(literal, slices.Collect(maps.Keys(c.set.assets)), "assets:"))
		}
	case "shared":
		if literal != "" {
			c.part(args[0].node.Position(), literal, args[2].is)
		}
	case "dict":
		return c.dict(args)
	}
	return result(t)
}

func result(f reflect.Type) shape {
	if t := f.Out(0); t.Kind() != reflect.Map {
		return shape{t: t}
	}
	return shape{}
}

// fits tells whether a function can take the values handed to it.
func (c *checker) fits(f *parse.IdentifierNode, t reflect.Type, args []argument) bool {
	if n := t.NumIn(); !t.IsVariadic() && len(args) != n {
		c.bad(f.Pos, fmt.Sprintf("%s takes %s, not %d", f.Ident, values(n), len(args)), "")
		return false
	}
	for i, a := range args {
		if t.IsVariadic() || a.is.t == nil {
			continue
		}
		want, got := t.In(i), a.is.t
		if got.AssignableTo(want) || got.Kind() == reflect.Interface || got.Kind() == reflect.Pointer && got.Elem().AssignableTo(want) {
			continue
		}
		c.bad(a.node.Position(), fmt.Sprintf("%s takes %s, and %s is %s", f.Ident, describe(shape{t: want}), a.node, describe(a.is)), "")
		return false
	}
	return true
}

func values(n int) string {
	if n == 1 {
		return "1 value"
	}
	return strconv.Itoa(n) + " values"
}

// dict is a map with known names.
func (c *checker) dict(args []argument) shape {
	made := shape{dict: map[string]shape{}}
	for i := 0; i+1 < len(args); i += 2 {
		name, ok := args[i].node.(*parse.StringNode)
		if !ok {
			return shape{}
		}
		made.dict[name.Text] = args[i+1].is
	}
	if len(args)%2 != 0 {
		c.bad(args[len(args)-1].node.Position(), "dict takes names and values in turn", `write dict "Name" .Name "Href" .Href`)
	}
	return made
}

// alike is the type that all values have.
func alike(args []argument) shape {
	for _, a := range args {
		if a.is.t == nil || a.is.t != args[0].is.t {
			return shape{}
		}
	}
	if len(args) == 0 {
		return shape{}
	}
	return args[0].is
}

// item is what index gives.
func item(args []argument) shape {
	if len(args) == 0 {
		return shape{}
	}
	t := args[0].is.t
	for range args[1:] {
		if t == nil || t.Kind() != reflect.Slice && t.Kind() != reflect.Array && t.Kind() != reflect.Map {
			return shape{}
		}
		t = t.Elem()
	}
	return shape{t: t}
}
