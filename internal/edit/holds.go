package edit

import (
	"reflect"
	"slices"

	"glossator/internal/source"
)

// Holds is what a file's YAML says: texts, lists ([]any) and sets (map[string]any); days,
// numbers and yes or no as they are written.
func Holds(f *source.File) (map[string]any, *source.Problem) {
	y, problem := (&file{File: f}).read()
	if problem != nil {
		return nil, problem
	}
	all, _ := y.root.value().plain().(map[string]any)
	return all, nil
}

func (v Value) plain() any {
	switch v.kind {
	case list:
		all := make([]any, len(v.items))
		for i, item := range v.items {
			all[i] = item.plain()
		}
		return all
	case set:
		all := map[string]any{}
		for _, f := range v.fields {
			all[f.Name] = f.Value.plain()
		}
		return all
	}
	return v.text
}

// bares are fields that hold days, or yes or no: they need no quotation marks.
var bares = []string{"from", "to", "as_of", "date", "draft"}

// valueOf is the value of what Holds returns, of a field of that name. Fields of a set
// stand in the order given.
func valueOf(name string, x any, order []string) Value {
	switch x := x.(type) {
	case string:
		if slices.Contains(bares, name) {
			return Bare(x)
		}
		return Text(x)
	case []any:
		v := List()
		for _, item := range x {
			v.items = append(v.items, valueOf(name, item, order))
		}
		return v
	case map[string]any:
		v := Fields()
		for _, n := range sorted(x, order) {
			v.fields = append(v.fields, Field{n, valueOf(n, x[n], nil)})
		}
		return v
	}
	return Value{}
}

// sorted are the names of fields in order, those that are not in it at the end.
func sorted(x map[string]any, order []string) (names []string) {
	for n := range x {
		names = append(names, n)
	}
	slices.Sort(names)
	rank := func(n string) int {
		if i := slices.Index(order, n); i >= 0 {
			return i
		}
		return len(order)
	}
	slices.SortStableFunc(names, func(a, b string) int { return rank(a) - rank(b) })
	return names
}

// Alter is the acts that make fields of others, on what differs alone. Orders are those of
// the fields, by the name of the field that holds them; "" is of the file's own.
func Alter(was, now map[string]any, orders map[string][]string) []Act {
	return alter(nil, "", was, now, orders)
}

func alter(at Path, name string, was, now map[string]any, orders map[string][]string) (acts []Act) {
	order := orders[name]
	for _, n := range sorted(was, order) {
		if _, there := now[n]; !there {
			acts = append(acts, Remove{step(at, n)})
		}
	}
	for _, n := range sorted(now, order) {
		old, there := was[n]
		list, isList := now[n].([]any)
		before, wasList := old.([]any)
		switch {
		case there && reflect.DeepEqual(old, now[n]):
		case there && isList && wasList:
			acts = append(acts, alterList(step(at, n), n, before, list, orders)...)
		default:
			acts = append(acts, Set{step(at, n), valueOf(n, now[n], orders[n]), order})
		}
	}
	return acts
}

// alterList makes one list of another: item by item where as many are there, by what was
// put at the end, or taken out; else anew.
func alterList(at Path, name string, was, now []any, orders map[string][]string) (acts []Act) {
	shared := 0
	for shared < min(len(was), len(now)) && reflect.DeepEqual(was[shared], now[shared]) {
		shared++
	}
	switch {
	case len(was) == len(now):
		for i := range now {
			old, wasSet := was[i].(map[string]any)
			set, isSet := now[i].(map[string]any)
			switch {
			case reflect.DeepEqual(was[i], now[i]):
			case isSet && wasSet:
				acts = append(acts, alter(step(at, i), name, old, set, orders)...)
			default:
				acts = append(acts, Set{step(at, i), valueOf(name, now[i], orders[name]), nil})
			}
		}
		return acts
	case shared == len(was):
		for _, item := range now[shared:] {
			acts = append(acts, Insert{Path: at, Index: -1, Value: valueOf(name, item, orders[name])})
		}
		return acts
	case len(was) == len(now)+1 && reflect.DeepEqual(was[shared+1:], now[shared:]):
		return []Act{Remove{step(at, shared)}}
	}
	return []Act{Set{at, valueOf(name, now, orders[name]), nil}}
}

// step is a path with one step more.
func step(p Path, to any) Path { return append(slices.Clone(p), to) }
