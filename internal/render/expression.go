package render

import (
	"reflect"
	"text/template/parse"
)

// pipe compiles an expression whose value is used and not written.
func (c *compiler) pipe(p *parse.PipeNode, dot reflect.Type) (value, reflect.Type) {
	if len(p.Decl) > 0 {
		return nil, nil
	}
	return c.command(p, dot)
}

func (c *compiler) command(p *parse.PipeNode, dot reflect.Type) (value, reflect.Type) {
	if len(p.Cmds) != 1 {
		return nil, nil
	}
	return c.expression(p.Cmds[0], dot)
}

// expression compiles a command: an argument, or one of the functions t and len.
func (c *compiler) expression(cmd *parse.CommandNode, dot reflect.Type) (value, reflect.Type) {
	f, ok := cmd.Args[0].(*parse.IdentifierNode)
	if !ok {
		if len(cmd.Args) != 1 {
			return nil, nil
		}
		return c.argument(cmd.Args[0], dot)
	}
	if len(cmd.Args) != 2 {
		return nil, nil
	}
	get, typ := c.argument(cmd.Args[1], dot)
	switch {
	case get == nil:
	case f.Ident == "t" && typ == reflect.TypeFor[string]():
		labels := c.set.labels
		return func(m *machine, dot reflect.Value) (reflect.Value, bool) {
			v, ok := get(m, dot)
			if !ok {
				return v, false
			}
			if words, translated := labels[v.String()]; translated {
				return reflect.ValueOf(words), true
			}
			return v, true
		}, typ
	case f.Ident == "len" && typ.Kind() == reflect.Slice:
		return func(m *machine, dot reflect.Value) (reflect.Value, bool) {
			v, ok := get(m, dot)
			if !ok {
				return v, false
			}
			return reflect.ValueOf(v.Len()), true
		}, reflect.TypeFor[int]()
	}
	return nil, nil
}

// argument compiles dot, a field, a variable or a literal.
func (c *compiler) argument(n parse.Node, dot reflect.Type) (value, reflect.Type) {
	self := func(_ *machine, dot reflect.Value) (reflect.Value, bool) { return dot, true }
	switch n := n.(type) {
	case *parse.DotNode:
		if dot != nil {
			return self, dot
		}
	case *parse.FieldNode:
		if dot != nil {
			return follow(self, dot, n.Ident)
		}
	case *parse.VariableNode:
		for i := len(c.vars) - 1; i >= 0; i-- {
			if v := c.vars[i]; v.name == n.Ident[0] && v.typ != nil {
				return follow(func(m *machine, _ reflect.Value) (reflect.Value, bool) { return m.vars[m.base+i], true }, v.typ, n.Ident[1:])
			}
		}
	case *parse.StringNode:
		return constantly(n.Text)
	case *parse.BoolNode:
		return constantly(n.True)
	case *parse.NumberNode:
		if n.IsInt {
			return constantly(int(n.Int64))
		}
	}
	return nil, nil
}

func constantly(x any) (value, reflect.Type) {
	v := reflect.ValueOf(x)
	return func(*machine, reflect.Value) (reflect.Value, bool) { return v, true }, v.Type()
}

// follow follows a chain of fields, through pointers.
func follow(get value, t reflect.Type, names []string) (value, reflect.Type) {
	var path []int // of fields; -1 goes through a pointer
	for _, name := range names {
		if t.Kind() == reflect.Pointer {
			path, t = append(path, -1), t.Elem()
		}
		if t.Kind() != reflect.Struct {
			return nil, nil
		}
		f, ok := t.FieldByName(name)
		if !ok || !f.IsExported() {
			return nil, nil
		}
		for at, i := t, f.Index; len(i) > 1; i = i[1:] {
			if at = at.Field(i[0]).Type; at.Kind() != reflect.Struct {
				return nil, nil // embedded structs are values in every view
			}
		}
		path, t = append(path, f.Index...), f.Type
	}
	if len(path) == 0 {
		return get, t
	}
	return func(m *machine, dot reflect.Value) (reflect.Value, bool) {
		v, ok := get(m, dot)
		if !ok {
			return v, false
		}
		for _, i := range path {
			if i >= 0 {
				v = v.Field(i)
			} else if v = v.Elem(); !v.IsValid() {
				return v, false
			}
		}
		return v, true
	}, t
}
