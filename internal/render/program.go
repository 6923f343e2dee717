package render

import (
	"fmt"
	"html/template"
	"io"
	"reflect"
	"strconv"
	"sync"
	"text/template/parse"

	"glossator/internal/page"
)

// program is a template after html/template has put its escaping in, compiled for one
// type of view: what text/template looks up by name at every use (fields, functions,
// variables) is looked up once. It covers what pages are made of and no more: a page
// that reaches anything else, and every page that fails, is made by html/template
// itself, so that a program can be faster than it but never different.
type program struct {
	set   *Set
	kind  *template.Template
	parts map[instance]*body
}

// instance is a template with the type it is called with.
type instance struct {
	name string
	dot  reflect.Type
}

// body is a compiled part; its step is filled in last, for parts that call themselves.
type body struct {
	run  step
	vars int
}

// step writes a piece of the page; false where html/template must make it.
type step func(m *machine, dot reflect.Value) bool

// value is an expression.
type value func(m *machine, dot reflect.Value) (reflect.Value, bool)

// machine is one run of a program.
type machine struct {
	out  []byte
	vars []reflect.Value
	base int // where the running part's variables begin
}

var machines = sync.Pool{New: func() any { return new(machine) }}

// programs compiles each kind of page at its first use.
type programs struct {
	mu  sync.Mutex
	all map[instance]*body
}

// of is the program for a kind and type of view; nil where there is none.
func (p *programs) of(s *Set, kind string, t *template.Template, view reflect.Type) *body {
	p.mu.Lock()
	defer p.mu.Unlock()
	if b, ok := p.all[instance{kind, view}]; ok {
		return b
	}
	if p.all == nil {
		p.all = map[instance]*body{}
	}
	var b *body
	if empty := page.Empty()[kind]; empty != nil && reflect.TypeOf(empty) == view {
		if t.ExecuteTemplate(io.Discard, "base.html", empty) == nil { // which puts the escaping in
			b = (&program{set: s, kind: t, parts: map[instance]*body{}}).part("base.html", view)
		}
	}
	p.all[instance{kind, view}] = b
	return b
}

// write runs a program over a view and hands what it made to use, at once or not at
// all.
func (b *body) write(view any, use func([]byte) error) (made bool, err error) {
	m := machines.Get().(*machine)
	defer func() {
		clear(m.vars[:cap(m.vars)]) // or a view would live as long as the machine
		machines.Put(m)
	}()
	m.out, m.vars, m.base = m.out[:0], m.vars[:0], 0
	if !b.call(m, reflect.ValueOf(view)) {
		return false, nil
	}
	return true, use(m.out)
}

// call runs a part with variables of its own; the first is $, what it was called with.
func (b *body) call(m *machine, dot reflect.Value) bool {
	base := m.base
	m.base = len(m.vars)
	m.vars = append(m.vars, dot)
	for len(m.vars) < m.base+b.vars {
		m.vars = append(m.vars, reflect.Value{})
	}
	ok := b.run(m, dot)
	m.vars, m.base = m.vars[:m.base], base
	return ok
}

func (p *program) part(name string, dot reflect.Type) *body {
	if b := p.parts[instance{name, dot}]; b != nil {
		return b
	}
	b := &body{run: fail}
	p.parts[instance{name, dot}] = b
	if t := p.kind.Lookup(name); t != nil && t.Tree != nil {
		c := &compiler{program: p, vars: []slot{{"$", dot}}, most: 1}
		b.run = c.list(t.Tree.Root, dot)
		b.vars = c.most
	}
	return b
}

func fail(*machine, reflect.Value) bool { return false }

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
	for _, name := range names {
		pointer := t.Kind() == reflect.Pointer
		if pointer {
			t = t.Elem()
		}
		if t.Kind() != reflect.Struct {
			return nil, nil
		}
		f, ok := t.FieldByName(name)
		if !ok || !f.IsExported() {
			return nil, nil
		}
		outer := get
		get = func(m *machine, dot reflect.Value) (reflect.Value, bool) {
			v, ok := outer(m, dot)
			if pointer && ok {
				v = v.Elem()
			}
			if !ok || !v.IsValid() {
				return v, false
			}
			for _, i := range f.Index { // embedded structs are values in every view
				v = v.Field(i)
			}
			return v, true
		}
		for at, i := t, f.Index; len(i) > 1; i = i[1:] {
			if at = at.Field(i[0]).Type; at.Kind() != reflect.Struct {
				return nil, nil
			}
		}
		t = f.Type
	}
	return get, t
}

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

// written is how a value of a type is printed; nil where it is left to html/template.
func written(t reflect.Type) func([]byte, reflect.Value) []byte {
	switch t.Kind() {
	case reflect.Int:
		return func(b []byte, v reflect.Value) []byte { return strconv.AppendInt(b, v.Int(), 10) }
	case reflect.Bool:
		return func(b []byte, v reflect.Value) []byte { return strconv.AppendBool(b, v.Bool()) }
	case reflect.Float64:
		return func(b []byte, v reflect.Value) []byte { return escaped(b, fmt.Sprint(v.Float())) }
	}
	return nil
}
