package build

import (
	"reflect"
	"testing"

	"glossator/internal/annotation"
	"glossator/internal/card"
	"glossator/internal/doc"
	"glossator/internal/export"
	"glossator/internal/lexicon"
	"glossator/internal/page"
	"glossator/internal/render"
	"glossator/internal/site"
	"glossator/internal/source"
)

// TestEveryFieldOfAnInputChangesItsKey changes each field of all that is keyed, however
// deep. One that is not exported would be passed over in silence: it must say so.
func TestEveryFieldOfAnInputChangesItsKey(t *testing.T) {
	inputs := []any{
		&lexicon.Input{}, &render.Config{}, &generatorInput{}, &siteInput{}, &export.Options{}, &export.AnnotationInput{}, &export.ChangesInput{}, &export.ChangesOf{}, &export.ToldIn{}, &card.Words{}, &doc.Document{},
		&page.Parts{}, &page.Options{}, &[]page.Card{}, &[]page.Link{}, &site.Event{}, &site.Figure{}, &site.Correction{}, &site.Pair{}, &[]*source.File{},
	}
	for _, view := range page.Empty() {
		inputs = append(inputs, reflect.New(reflect.TypeOf(view).Elem()).Interface())
	}
	for _, input := range inputs {
		v := reflect.ValueOf(input).Elem()
		w := walk{t: t, key: func() any { return source.Key(input) }}
		w.vary(v, v.Type().String())
	}
}

// TestEveryFieldThatIsFoundChangesTheDigest holds the digest of annotations, which is
// written out for speed, to the same.
func TestEveryFieldThatIsFoundChangesTheDigest(t *testing.T) {
	a := &annotation.Set{}
	w := walk{t: t, key: func() any { return a.Digest() }}
	for _, list := range []any{&a.Mentions, &a.Quotes, &a.Figures, &a.Dates, &a.Sentences} {
		v := reflect.ValueOf(list).Elem()
		w.vary(v, v.Type().String())
	}
	told := reflect.TypeFor[annotation.Set]()
	if n := told.NumField(); n != 7 {
		t.Errorf("annotations have %d fields: five lists are digested, doubts and words are not", n)
	}
}

// TestEveryPartOfAPageChangesItsDigest holds that of a page's parts, which is written out as
// well, to the same; and no part is taken for another.
func TestEveryPartOfAPageChangesItsDigest(t *testing.T) {
	p := &page.Parts{}
	w := walk{t: t, key: func() any { return p.Digest() }}
	w.vary(reflect.ValueOf(p).Elem(), "page.Parts")
	for _, pair := range [][2]page.Parts{
		{{Texts: []uint64{1, 2}}, {Texts: []uint64{1}}}, {{Texts: []uint64{1, 2}}, {Texts: []uint64{2, 1}}},
		{{Generator: 1}, {Frame: 1}}, {{Frame: 1}, {Texts: []uint64{1}}}, {{Texts: []uint64{0}}, {Words: []string{""}}},
		{{Words: []string{"ab", "c"}}, {Words: []string{"a", "bc"}}}, {{Words: []string{"a", ""}}, {Words: []string{"a"}}},
	} {
		if pair[0].Digest() == pair[1].Digest() {
			t.Errorf("%+v and %+v are one", pair[0], pair[1])
		}
	}
}

// walk changes one field after another of what key stands for.
type walk struct {
	t   *testing.T
	key func() any
	in  []reflect.Type // the types around
}

// hashable is what hashstructure calls instead of looking at the fields.
var hashable = reflect.TypeFor[interface{ Hash() (uint64, error) }]()

func (w walk) vary(v reflect.Value, path string) {
	w.t.Helper()
	switch v.Kind() {
	case reflect.Struct:
		w.fields(v, path)
	case reflect.Pointer:
		w.set(v, reflect.New(v.Type().Elem()), path, func() { w.vary(v.Elem(), path) })
	case reflect.Slice:
		w.set(v, reflect.MakeSlice(v.Type(), 1, 1), path, func() { w.vary(v.Index(0), path+"[0]") })
	case reflect.Array:
		w.vary(v.Index(0), path+"[0]")
	case reflect.Map:
		m := reflect.MakeMap(v.Type())
		m.SetMapIndex(reflect.Zero(v.Type().Key()), reflect.Zero(v.Type().Elem()))
		w.set(v, m, path, func() {})
	case reflect.String:
		w.set(v, reflect.ValueOf("other").Convert(v.Type()), path, func() {})
	case reflect.Bool:
		w.set(v, reflect.ValueOf(true).Convert(v.Type()), path, func() {})
	case reflect.Func, reflect.Chan, reflect.Interface, reflect.UnsafePointer:
		w.t.Errorf("%s is a %s, which has no key: tag it hash:\"ignore\"", path, v.Kind())
	default: // a number
		w.set(v, reflect.ValueOf(7).Convert(v.Type()), path, func() {})
	}
}

func (w walk) fields(v reflect.Value, path string) {
	t := v.Type()
	if t.Implements(hashable) || reflect.PointerTo(t).Implements(hashable) {
		w.t.Errorf("%s has a method Hash, which hides its fields", t)
	}
	for _, around := range w.in {
		if around == t {
			return
		}
	}
	w.in = append(w.in[:len(w.in):len(w.in)], t)
	for i := range t.NumField() {
		f := t.Field(i)
		switch {
		case f.Tag.Get("hash") == "ignore":
		case !f.IsExported():
			w.t.Errorf("%s.%s is not exported and not tagged hash:\"ignore\"", t, f.Name)
		default:
			w.vary(v.Field(i), path+"."+f.Name)
		}
	}
}

// set demands another key of another value, looks into it, and takes it back.
func (w walk) set(v, other reflect.Value, path string, inside func()) {
	before, was := w.key(), reflect.New(v.Type()).Elem()
	was.Set(v)
	v.Set(other)
	if w.key() == before {
		w.t.Errorf("%s does not change the key", path)
	}
	inside()
	v.Set(was)
}
