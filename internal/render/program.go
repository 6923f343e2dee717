package render

import (
	"html/template"
	"io"
	"reflect"
	"sync"
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

// programs compiles each kind of page, and each part that stands in texts, at its first
// use.
type programs struct {
	mu  sync.Mutex
	all map[compiled]*body
}

type compiled struct {
	set *template.Template
	instance
}

// of is the program for a template of a set and a type of view; nil where there is none.
// empty is such a view with nothing in it.
func (p *programs) of(s *Set, t *template.Template, name string, empty func() any, view reflect.Type) *body {
	p.mu.Lock()
	defer p.mu.Unlock()
	is := compiled{t, instance{name, view}}
	if b, ok := p.all[is]; ok {
		return b
	}
	if p.all == nil {
		p.all = map[compiled]*body{}
	}
	var b *body
	if empty := empty(); empty != nil && reflect.TypeOf(empty) == view {
		if t.ExecuteTemplate(io.Discard, name, empty) == nil { // which puts the escaping in
			b = (&program{set: s, kind: t, parts: map[instance]*body{}}).part(name, view)
		}
	}
	p.all[is] = b
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
