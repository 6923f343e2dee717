package render

import (
	"fmt"
	"html/template"
	"maps"
	"reflect"
	"slices"
	"strings"
	"text/template/parse"

	"glossator/internal/page"
	"glossator/internal/source"
)

// check follows the views through the templates before any page is made: the type of
// every value a template meets is known, so that a field that is not there is found
// though no page comes by it. Where a type is not known nothing is claimed.
//
// A page kind in which something is wrong is not run: its pages have that mistake.
func (s *Set) check(parts map[string]any, problems []source.Problem) []source.Problem {
	s.broken = map[string]source.Problem{}
	ofFile := map[string]source.Problem{}
	for _, p := range problems {
		if n := name(p.Pos.Path); !strings.HasPrefix(n, "parts/") && n != "base.html" {
			ofFile[n] = p
			continue
		}
		for kind := range s.kinds { // what its parts lack would be told of every kind
			s.broken[kind] = p
		}
		return problems
	}
	views, reached, told := page.Empty(), map[string]bool{}, map[string]source.Problem{}
	for _, kind := range slices.Sorted(maps.Keys(s.kinds)) {
		n := kind + ".html"
		if p, bad := ofFile[n]; bad {
			s.broken[kind] = p
			continue
		}
		c := &checker{set: s, all: s.kinds[kind], parts: parts, seen: map[visit]counts{}, reached: reached, told: told, kind: n}
		if view := views[kind]; view != nil {
			c.enter("base.html", shape{t: reflect.TypeOf(view)})
		} else if f := s.files[n]; f != nil {
			problems = append(problems, f.Problem(0, "unused-template", fmt.Sprintf("no page is made with %q", n),
				hint(kind, slices.Collect(maps.Keys(views)), "page kinds:")).As(source.Warning))
		}
		c.unreached(n)
		c.outOfPlace(n)
		for _, p := range c.problems {
			if _, bad := s.broken[kind]; !bad && p.Severity == source.Error {
				s.broken[kind] = p
			}
		}
		problems = append(problems, c.problems...)
	}
	c := &checker{set: s, all: s.parts, parts: parts, seen: map[visit]counts{}, reached: reached, told: told}
	c.inTexts()
	for _, n := range slices.Sorted(maps.Keys(s.files)) {
		c.unreached(n)
	}
	return source.SortProblems(append(problems, c.problems...))
}

// checker walks the templates of one page kind.
type checker struct {
	set      *Set
	all      *template.Template
	parts    map[string]any            // the functions there are besides Go's own
	seen     map[visit]counts          // what each prints; nil where something is wrong
	printed  counts                    // what is walked prints so far
	reached  map[string]bool           // templates that a page comes by, by file and name
	told     map[string]source.Problem // by place, or name of a missing part: each is told once
	kind     string                    // the file of the page kind
	frame    bool                      // what is walked belongs to every page
	tree     *parse.Tree               // being walked
	vars     []variable
	problems []source.Problem
}

// visit is a template with what its dot is, dicts in dicts apart.
type visit struct {
	name string
	t    reflect.Type
	dict string
}

type variable struct {
	name string
	is   shape
}

// shape is what is known of a value: its type, or the names of a dict, or that there
// is none; of its zero value nothing.
type shape struct {
	t    reflect.Type
	dict map[string]shape
	none bool
	once string // the field it is, of those that are printed once
}

var (
	text   = shape{t: reflect.TypeFor[string]()}
	truth  = shape{t: reflect.TypeFor[bool]()}
	number = shape{t: reflect.TypeFor[int]()}
)

// lookup is a template of the page kind, or of the parts that all kinds share; nil where
// there is none.
func (c *checker) lookup(name string) *template.Template {
	for _, all := range [...]*template.Template{c.all, c.set.parts} {
		if t := all.Lookup(name); t != nil && t.Tree != nil {
			return t
		}
	}
	return nil
}

// enter walks a template with its dot.
func (c *checker) enter(name string, dot shape) {
	t := c.lookup(name)
	if t == nil || t.Tree.Root == nil {
		return
	}
	key := visit{name, dot.t, names(dot.dict)}
	if printed, seen := c.seen[key]; seen {
		c.words(name, dot, printed)
		return
	}
	c.seen[key] = nil
	c.reached[t.Tree.ParseName+" "+name] = true
	tree, vars, frame, printed := c.tree, c.vars, c.frame, c.printed
	c.tree, c.vars, c.printed = t.Tree, []variable{{"$", dot}}, counts{}
	c.frame = name == "base.html" || frame && t.Tree.ParseName != c.kind
	before := len(c.problems)
	c.list(t.Tree.Root, dot)
	if len(c.problems) == before { // else what is wrong is told already
		c.seen[key] = c.printed
	}
	c.tree, c.vars, c.frame, c.printed = tree, vars, frame, printed
	c.words(name, dot, c.seen[key])
}

// names are a dict's names with their types.
func names(dict map[string]shape) string {
	var b strings.Builder
	for _, n := range slices.Sorted(maps.Keys(dict)) {
		fmt.Fprintln(&b, n, dict[n].t)
	}
	return b.String()
}

// unreached walks what a file defines and no page comes by, whatever its dot.
func (c *checker) unreached(file string) {
	var all []string
	for _, t := range c.all.Templates() {
		if t.Tree != nil && t.Tree.ParseName == file && t.Name() != file && !c.reached[file+" "+t.Name()] {
			all = append(all, t.Name())
		}
	}
	slices.Sort(all)
	for _, n := range all {
		c.enter(n, shape{})
	}
}

func (c *checker) list(l *parse.ListNode, dot shape) {
	if l == nil {
		return
	}
	for _, n := range l.Nodes {
		switch n := n.(type) {
		case *parse.ActionNode:
			if is := c.pipe(n.Pipe, dot); len(n.Pipe.Decl) == 0 {
				c.print(n, is)
			} else {
				c.only(n.Pipe.Pos, is)
			}
		case *parse.IfNode:
			c.branch(&n.BranchNode, dot, func(shape) shape { return dot })
		case *parse.WithNode:
			c.branch(&n.BranchNode, dot, func(is shape) shape { return is })
		case *parse.RangeNode:
			c.branch(&n.BranchNode, dot, func(is shape) shape { return c.items(n, is) })
		case *parse.TemplateNode:
			is := shape{none: true}
			if n.Pipe != nil {
				is = c.used(n.Pipe, dot)
			}
			c.part(n.Pos, n.Name, is)
		}
	}
}

// branch walks an if, with or range; inner makes of its value the dot inside.
func (c *checker) branch(n *parse.BranchNode, dot shape, inner func(shape) shape) {
	vars, printed := len(c.vars), c.printed
	is := inner(c.used(n.Pipe, dot))
	c.printed = maps.Clone(printed)
	c.list(n.List, is)
	c.vars = c.vars[:vars]
	one := c.printed
	c.printed = maps.Clone(printed)
	c.list(n.ElseList, dot)
	c.vars = c.vars[:vars]
	if other := c.printed; n.NodeType == parse.NodeRange {
		c.alike(n, one, printed, "in each turn of")
		c.alike(n, other, printed, "only in {{else}} of")
	} else {
		c.alike(n, one, other, "in only one way through")
	}
}

// alike tells of what is printed here and not there.
func (c *checker) alike(n *parse.BranchNode, here, there counts, where string) {
	for _, field := range once(c.vars[0].is.t) {
		if here[field.Name] != there[field.Name] {
			c.printed[field.Name] = 1
			c.bad(n.Pipe.Pos, fmt.Sprintf(".%s is printed %s {{%s %s}}", field.Name, where, word(n), n.Pipe), onceHint(field.Name))
		}
	}
}

func word(n *parse.BranchNode) string {
	switch n.NodeType {
	case parse.NodeRange:
		return "range"
	case parse.NodeWith:
		return "with"
	}
	return "if"
}

// used is what a pipeline gives that is not printed.
func (c *checker) used(p *parse.PipeNode, dot shape) shape {
	is := c.pipe(p, dot)
	c.only(p.Pos, is)
	return is
}

// only tells of words that are used for something else than to be printed.
func (c *checker) only(at parse.Pos, is shape) {
	if is.once != "" {
		c.bad(at, fmt.Sprintf(".%s can be printed, and nothing else", is.once), onceHint(is.once))
	}
}

// items is what a range's value holds. Its variables are declared already, as the
// value itself, and get what they hold here.
func (c *checker) items(n *parse.RangeNode, is shape) shape {
	key, item := shape{}, shape{}
	t := is.t
	for t != nil && t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if t != nil {
		switch t.Kind() {
		case reflect.Slice, reflect.Array:
			key, item = number, shape{t: t.Elem()}
		case reflect.Map:
			key, item = shape{t: t.Key()}, shape{t: t.Elem()}
		case reflect.Int:
			key, item = number, number
		case reflect.Interface, reflect.Func, reflect.Chan:
		default:
			hint := "a list is needed"
			if t.Kind() == reflect.Struct {
				hint = fmt.Sprintf("for one value, which may be missing, write {{with %s}}", n.Pipe)
			}
			c.bad(n.Pipe.Pos, fmt.Sprintf("range over %s, which is %s", n.Pipe, describe(is)), hint)
		}
	}
	if item.t != nil && item.t.Kind() == reflect.Interface {
		item = shape{}
	}
	declared := len(n.Pipe.Decl)
	for i := range declared {
		v := &c.vars[len(c.vars)-declared+i]
		if v.is = item; declared == 2 && i == 0 {
			v.is = key
		}
	}
	return item
}

// part walks a part with its value.
func (c *checker) part(at parse.Pos, name string, is shape) {
	if c.lookup(name) == nil {
		var known []string
		for _, t := range append(c.all.Templates(), c.set.parts.Templates()...) {
			if t.Tree != nil && !strings.HasSuffix(t.Name(), ".html") {
				known = append(known, t.Name())
			}
		}
		slices.Sort(known)
		known = slices.Compact(known)
		c.report("part "+name, c.problem(at, fmt.Sprintf("there is no part %q", name), hint(name, known, "parts:")))
		return
	}
	c.enter(name, is)
}

// pipe is what a pipeline gives. It declares the pipeline's variables.
func (c *checker) pipe(p *parse.PipeNode, dot shape) (is shape) {
	if p == nil {
		return shape{}
	}
	for i, cmd := range p.Cmds {
		var last *argument
		if i > 0 {
			last = &argument{is: is, node: p.Cmds[i-1]}
		}
		is = c.command(cmd, dot, last)
	}
	for _, v := range p.Decl {
		if p.IsAssign {
			for i := range c.vars {
				if c.vars[i].name == v.Ident[0] && c.vars[i].is.t != is.t {
					c.vars[i].is = shape{}
				}
			}
			continue
		}
		c.vars = append(c.vars, variable{v.Ident[0], is})
	}
	return is
}

// argument is a value handed to a function.
type argument struct {
	is   shape
	node parse.Node
}

func (c *checker) command(cmd *parse.CommandNode, dot shape, last *argument) shape {
	function, ok := cmd.Args[0].(*parse.IdentifierNode)
	if !ok {
		for _, a := range cmd.Args[1:] { // of a method
			c.value(a, dot)
		}
		return c.value(cmd.Args[0], dot)
	}
	var args []argument
	for _, a := range cmd.Args[1:] {
		args = append(args, argument{c.value(a, dot), a})
	}
	if last != nil {
		args = append(args, *last)
	}
	return c.call(function, args)
}

// value is what one operand is.
func (c *checker) value(n parse.Node, dot shape) shape {
	switch n := n.(type) {
	case *parse.DotNode:
		return dot
	case *parse.FieldNode:
		at := n.Pos
		if len(n.Ident) > 1 { // the parser places a chain at its second name
			at -= parse.Pos(len(n.Ident[0]) + 1)
		}
		return c.fields(dot, "", n.Ident, at)
	case *parse.VariableNode:
		for i := len(c.vars) - 1; i >= 0; i-- {
			if c.vars[i].name == n.Ident[0] {
				return c.fields(c.vars[i].is, n.Ident[0], n.Ident[1:], n.Pos)
			}
		}
	case *parse.ChainNode:
		return c.fields(c.value(n.Node, dot), n.Node.String(), n.Field, n.Pos)
	case *parse.PipeNode:
		before := len(c.vars)
		is := c.pipe(n, dot)
		c.vars = c.vars[:before]
		return is
	case *parse.IdentifierNode:
		return c.call(n, nil)
	case *parse.StringNode:
		return text
	case *parse.BoolNode:
		return truth
	}
	return shape{} // a number takes the type that is asked for
}

// fields follows names from a value. Path is the value as it is written.
func (c *checker) fields(is shape, path string, names []string, at parse.Pos) shape {
	for _, n := range names {
		next, msg, hint := field(is, path, n)
		if msg != "" && c.frame && embedsBase(is.t) {
			msg, hint = fmt.Sprintf("no field %q that every page has", n), hintOf(n, reflect.TypeFor[page.Base]())
		}
		if msg != "" {
			c.bad(at, msg, hint)
			return shape{}
		}
		is, path, at = next, path+"."+n, at+parse.Pos(len(n)+1)
	}
	return is
}

// field is the field of a value, or what is wrong with asking for it.
func field(is shape, path, n string) (next shape, msg, advice string) {
	if path == "" {
		path = "."
	}
	switch {
	case is.none:
		return shape{}, fmt.Sprintf("no field %q where there is no value", n), "hand the part one: {{template \"part\" .}}"
	case is.dict != nil:
		next, ok := is.dict[n]
		if !ok {
			known := slices.Sorted(maps.Keys(is.dict))
			return shape{}, fmt.Sprintf("no name %q in the dict", n), hint(n, known, "names:")
		}
		return next, "", ""
	case is.t == nil || is.t.Kind() == reflect.Interface:
		return shape{}, "", ""
	}
	if m, ok := is.t.MethodByName(n); ok && m.Type.NumOut() > 0 {
		return shape{t: m.Type.Out(0)}, "", ""
	}
	t := is.t
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	switch t.Kind() {
	case reflect.Interface:
		return shape{}, "", ""
	case reflect.Map:
		return shape{t: t.Elem()}, "", ""
	case reflect.Struct:
		if m, ok := reflect.PointerTo(t).MethodByName(n); ok && m.Type.NumOut() > 0 {
			return shape{t: m.Type.Out(0)}, "", ""
		}
		if f, ok := t.FieldByName(n); ok && f.IsExported() {
			next = shape{t: f.Type}
			if f.Tag.Get("print") == "once" {
				next.once = n
			}
			return next, "", ""
		}
		return shape{}, fmt.Sprintf("no field %q in %s", n, typeName(t)), hintOf(n, t)
	case reflect.Slice, reflect.Array:
		return shape{}, fmt.Sprintf("no field %q in %s, which is %s", n, path, describe(is)),
			fmt.Sprintf("take its items one by one: {{range %s}} … {{end}}", path)
	}
	return shape{}, fmt.Sprintf("no field %q in %s, which is %s", n, path, describe(is)), "write " + path + " alone"
}

// embedsBase tells whether a type is a page's view. The frame is called with all of
// them.
func embedsBase(t reflect.Type) bool {
	for t != nil && t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if t == nil || t.Kind() != reflect.Struct {
		return false
	}
	base, ok := t.FieldByName("Base")
	return ok && base.Anonymous
}

// print counts what is printed once, and reports what no reader wants to see: a struct or a list as Go prints it.
// In a script html/template writes it as JSON.
func (c *checker) print(n *parse.ActionNode, is shape) {
	if is.once != "" {
		c.printed[is.once]++
	}
	t := is.t
	if t == nil && is.dict == nil || t != nil && (t.Implements(reflect.TypeFor[fmt.Stringer]()) || t.Implements(reflect.TypeFor[error]())) {
		return
	}
	advice := "choose what of it to print"
	for t != nil && t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if t != nil {
		switch t.Kind() {
		case reflect.Struct:
			advice = "choose one of its fields: " + strings.Join(fieldNames(t), ", ")
		case reflect.Slice, reflect.Array, reflect.Map:
			advice = fmt.Sprintf("take its items one by one: {{range %s}} … {{end}}", n.Pipe)
		default:
			return
		}
	}
	if f := c.set.files[c.tree.ParseName]; f != nil {
		before := f.Data[:min(int(n.Pos), len(f.Data))]
		if strings.LastIndex(before, "<script") > strings.LastIndex(before, "</script") {
			return
		}
	}
	p := c.problem(n.Pipe.Pos, fmt.Sprintf("%s is %s: readers would see it as Go prints it", n.Pipe, describe(is)), advice)
	c.report(p.Pos.String(), p.As(source.Warning))
}

func (c *checker) bad(at parse.Pos, msg, hint string) {
	p := c.problem(at, msg, hint)
	c.report(p.Pos.String(), p)
}

func (c *checker) problem(at parse.Pos, msg, hint string) source.Problem {
	f := c.set.files[c.tree.ParseName]
	if f == nil {
		f = source.NewFile("templates/"+c.tree.ParseName, "")
	}
	return f.Problem(int(at), "template", msg, hint)
}

// report reports a mistake. What the frame or a part has wrong is wrong in many page
// kinds: the first one's words are kept.
func (c *checker) report(key string, p source.Problem) {
	if first, told := c.told[key]; told {
		p = first
	}
	c.told[key] = p
	c.problems = append(c.problems, p)
}
