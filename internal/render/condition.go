package render

import (
	"reflect"
	"text/template/parse"
)

// test is a condition.
type test func(m *machine, dot reflect.Value) (is, ok bool)

// truth compiles a condition: and, or, not, eq and ne of arguments, or one value.
func (c *compiler) truth(p *parse.PipeNode, dot reflect.Type) test {
	if len(p.Cmds) != 1 {
		return nil
	}
	args := p.Cmds[0].Args
	if f, ok := args[0].(*parse.IdentifierNode); ok {
		switch f.Ident {
		case "and", "or":
			return c.several(args[1:], dot, f.Ident == "or")
		case "not":
			if len(args) == 2 {
				return negated(c.one(args[1], dot))
			}
		case "eq", "ne":
			if len(args) == 3 {
				is := c.equal(args[1], args[2], dot)
				if f.Ident == "ne" {
					return negated(is)
				}
				return is
			}
		}
	}
	get, typ := c.expression(p.Cmds[0], dot)
	return tested(get, typ)
}

func (c *compiler) one(n parse.Node, dot reflect.Type) test {
	if p, ok := n.(*parse.PipeNode); ok {
		return c.truth(p, dot)
	}
	return tested(c.argument(n, dot))
}

func tested(get value, typ reflect.Type) test {
	if get == nil {
		return nil
	}
	is := truthOf(typ)
	if is == nil {
		return nil
	}
	return func(m *machine, dot reflect.Value) (bool, bool) {
		v, ok := get(m, dot)
		return ok && is(v), ok
	}
}

func negated(t test) test {
	if t == nil {
		return nil
	}
	return func(m *machine, dot reflect.Value) (bool, bool) {
		is, ok := t(m, dot)
		return !is, ok
	}
}

// several stops at the first that decides.
func (c *compiler) several(args []parse.Node, dot reflect.Type, decides bool) test {
	var tests []test
	for _, a := range args {
		t := c.one(a, dot)
		if t == nil {
			return nil
		}
		tests = append(tests, t)
	}
	return func(m *machine, dot reflect.Value) (bool, bool) {
		for _, t := range tests {
			if is, ok := t(m, dot); !ok || is == decides {
				return is, ok
			}
		}
		return !decides, true
	}
}

// equal compares two strings, or two whole numbers.
func (c *compiler) equal(a, b parse.Node, dot reflect.Type) test {
	x, xt := c.argument(a, dot)
	y, yt := c.argument(b, dot)
	if x == nil || y == nil {
		return nil
	}
	var same func(v, w reflect.Value) bool
	switch {
	case xt.Kind() == reflect.String && yt.Kind() == reflect.String:
		same = func(v, w reflect.Value) bool { return v.String() == w.String() }
	case xt.Kind() == reflect.Int && yt.Kind() == reflect.Int:
		same = func(v, w reflect.Value) bool { return v.Int() == w.Int() }
	default:
		return nil
	}
	return func(m *machine, dot reflect.Value) (bool, bool) {
		v, ok := x(m, dot)
		if !ok {
			return false, false
		}
		w, ok := y(m, dot)
		return ok && same(v, w), ok
	}
}

// truthOf is what counts as true of a type, or nil where it is left to html/template.
func truthOf(t reflect.Type) func(reflect.Value) bool {
	switch t.Kind() {
	case reflect.Bool:
		return reflect.Value.Bool
	case reflect.String, reflect.Slice:
		return func(v reflect.Value) bool { return v.Len() > 0 }
	case reflect.Int:
		return func(v reflect.Value) bool { return v.Int() != 0 }
	case reflect.Pointer:
		return func(v reflect.Value) bool { return !v.IsNil() }
	case reflect.Struct:
		return func(reflect.Value) bool { return true }
	}
	return nil
}
