package render

import (
	"html/template"
	"reflect"
	"text/template/parse"
)

// compiler compiles one part.
type compiler struct {
	*program
	vars []slot // in scope
	most int    // variables at once
}

type slot struct {
	name string
	typ  reflect.Type
}

func (c *compiler) declare(name string, t reflect.Type) int {
	c.vars = append(c.vars, slot{name, t})
	c.most = max(c.most, len(c.vars))
	return len(c.vars) - 1
}

func (c *compiler) list(l *parse.ListNode, dot reflect.Type) step {
	if l == nil {
		return func(*machine, reflect.Value) bool { return true }
	}
	var steps []step
	for _, n := range l.Nodes {
		steps = append(steps, c.node(n, dot))
	}
	if len(steps) == 1 {
		return steps[0]
	}
	return func(m *machine, dot reflect.Value) bool {
		for _, s := range steps {
			if !s(m, dot) {
				return false
			}
		}
		return true
	}
}

func (c *compiler) node(n parse.Node, dot reflect.Type) step {
	switch n := n.(type) {
	case *parse.TextNode:
		text := string(n.Text)
		return func(m *machine, _ reflect.Value) bool {
			m.out = append(m.out, text...)
			return true
		}
	case *parse.CommentNode:
		return c.list(nil, dot)
	case *parse.ActionNode:
		return c.action(n.Pipe, dot)
	case *parse.IfNode:
		return c.choice(&n.BranchNode, dot)
	case *parse.WithNode:
		return c.with(&n.BranchNode, dot)
	case *parse.RangeNode:
		return c.each(&n.BranchNode, dot)
	case *parse.TemplateNode:
		return c.include(n, dot)
	}
	return fail
}

// scope compiles with the variables it declares forgotten behind it.
func (c *compiler) scope(compile func() step) step {
	n := len(c.vars)
	s := compile()
	c.vars = c.vars[:n]
	return s
}

func (c *compiler) choice(n *parse.BranchNode, dot reflect.Type) step {
	if len(n.Pipe.Decl) > 0 {
		return fail
	}
	test := c.truth(n.Pipe, dot)
	yes := c.scope(func() step { return c.list(n.List, dot) })
	no := c.scope(func() step { return c.list(n.ElseList, dot) })
	if test == nil {
		return fail
	}
	return func(m *machine, dot reflect.Value) bool {
		is, ok := test(m, dot)
		if !ok {
			return false
		}
		if is {
			return yes(m, dot)
		}
		return no(m, dot)
	}
}

func (c *compiler) with(n *parse.BranchNode, dot reflect.Type) step {
	get, typ := c.pipe(n.Pipe, dot)
	if get == nil || len(n.Pipe.Decl) > 0 {
		return fail
	}
	is := truthOf(typ)
	yes := c.scope(func() step { return c.list(n.List, typ) })
	no := c.scope(func() step { return c.list(n.ElseList, dot) })
	if is == nil {
		return fail
	}
	return func(m *machine, dot reflect.Value) bool {
		v, ok := get(m, dot)
		if !ok {
			return false
		}
		if is(v) {
			return yes(m, v)
		}
		return no(m, dot)
	}
}

func (c *compiler) each(n *parse.BranchNode, dot reflect.Type) step {
	get, typ := c.command(n.Pipe, dot)
	if get == nil || typ.Kind() != reflect.Slice {
		return fail
	}
	index, element := -1, -1
	body := c.scope(func() step {
		switch d := n.Pipe.Decl; len(d) {
		case 1:
			element = c.declare(d[0].Ident[0], typ.Elem())
		case 2:
			index = c.declare(d[0].Ident[0], reflect.TypeFor[int]())
			element = c.declare(d[1].Ident[0], typ.Elem())
		}
		return c.list(n.List, typ.Elem())
	})
	none := c.scope(func() step { return c.list(n.ElseList, dot) })
	return func(m *machine, dot reflect.Value) bool {
		v, ok := get(m, dot)
		if !ok {
			return false
		}
		if v.Len() == 0 {
			return none(m, dot)
		}
		for i := range v.Len() {
			x := v.Index(i)
			if index >= 0 {
				m.vars[m.base+index] = reflect.ValueOf(i)
			}
			if element >= 0 {
				m.vars[m.base+element] = x
			}
			if !body(m, x) {
				return false
			}
		}
		return true
	}
}

func (c *compiler) include(n *parse.TemplateNode, dot reflect.Type) step {
	if n.Pipe == nil { // called with nothing: nothing may be asked of it
		t := c.kind.Lookup(n.Name)
		if t == nil || t.Tree == nil {
			return fail
		}
		b := c.part(n.Name, nil)
		return func(m *machine, _ reflect.Value) bool { return b.call(m, reflect.Value{}) }
	}
	get, typ := c.pipe(n.Pipe, dot)
	if get == nil {
		return fail
	}
	b := c.part(n.Name, typ)
	return func(m *machine, dot reflect.Value) bool {
		v, ok := get(m, dot)
		return ok && b.call(m, v)
	}
}

// action compiles an expression followed by what html/template escapes it with.
func (c *compiler) action(p *parse.PipeNode, dot reflect.Type) step {
	if len(p.Decl) > 0 || len(p.Cmds) == 0 {
		return fail
	}
	if s := c.shared(p, dot); s != nil {
		return s
	}
	get, typ := c.expression(p.Cmds[0], dot)
	if get == nil {
		return fail
	}
	write := escaping(p.Cmds[1:], typ)
	if write == nil {
		return fail
	}
	return func(m *machine, dot reflect.Value) (ok bool) {
		v, ok := get(m, dot)
		if ok {
			m.out, ok = write(m.out, v)
		}
		return ok
	}
}

// shared compiles {{shared "part" key view}}: the view is handed on only where the
// part is not made yet.
func (c *compiler) shared(p *parse.PipeNode, dot reflect.Type) step {
	args := p.Cmds[0].Args
	if f, ok := args[0].(*parse.IdentifierNode); !ok || f.Ident != "shared" || len(args) != 4 {
		return nil
	}
	name, ok := args[1].(*parse.StringNode)
	key, kt := c.argument(args[2], dot)
	view, _ := c.argument(args[3], dot)
	if !ok || key == nil || view == nil || kt.Kind() != reflect.String || len(p.Cmds) != 2 || escaping(p.Cmds[1:], reflect.TypeFor[template.HTML]()) == nil {
		return fail
	}
	return func(m *machine, dot reflect.Value) bool {
		k, ok := key(m, dot)
		if !ok {
			return false
		}
		v, ok := view(m, dot)
		if !ok {
			return false
		}
		made, err := c.set.share(name.Text, k.String(), func() any { return v.Interface() })
		m.out = append(m.out, made...)
		return err == nil
	}
}
