package annotation

import (
	"reflect"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"glossator/internal/meta"
	"glossator/internal/source"
)

const told = "Ana Luz said: “It is late.” In May 2022 she counted 30 boats."

// TestARecordHoldsEveryField draws a value of each field, one that comes tomorrow too.
func TestARecordHoldsEveryField(t *testing.T) {
	var w Writer
	var r Reader
	rapid.Check(t, func(t *rapid.T) {
		a := drawn(t)
		behind := []byte("behind")
		got, rest, ok := r.Read(append(w.Append(nil, a, told), behind...), told)
		if !ok || string(rest) != "behind" {
			t.Fatalf("ok %v, behind it stands %q", ok, rest)
		}
		if d := cmp.Diff(a, got, cmp.AllowUnexported(Set{})); d != "" {
			t.Fatal(d)
		}
	})
}

// drawn is a set with some items in each list.
func drawn(t *rapid.T) *Set {
	a := new(Set)
	v := reflect.ValueOf(a).Elem()
	for i := range v.NumField() {
		if f := v.Type().Field(i); f.IsExported() {
			draw(t, v.Field(i))
		} else if f.Name != "words" {
			t.Fatalf("%s is not drawn", f.Name)
		}
	}
	return a
}

// draw fills a value, however deep.
func draw(t *rapid.T, v reflect.Value) {
	if s, ok := v.Addr().Interface().(*source.Span); ok {
		s.Start = rapid.IntRange(0, len(told)).Draw(t, "start")
		s.End = rapid.IntRange(s.Start, len(told)).Draw(t, "end")
		return
	}
	if day, ok := v.Addr().Interface().(*meta.Day); ok {
		*day = rapid.SampledFrom([]meta.Day{"", "2022", "2022-05", "2022-05-31", "2022-Q3", "2022-H1"}).Draw(t, "day")
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			draw(t, v.Field(i))
		}
	case reflect.Slice:
		if n := rapid.IntRange(0, 3).Draw(t, "length"); n > 0 {
			v.Set(reflect.MakeSlice(v.Type(), n, n))
		}
		for i := range v.Len() {
			draw(t, v.Index(i))
		}
	case reflect.String:
		v.SetString(rapid.OneOf(rapid.SampledFrom([]string{"", "named", "Ana Luz", "boats", "ana-luz"}), rapid.String()).Draw(t, "words"))
	case reflect.Bool:
		v.SetBool(rapid.Bool().Draw(t, "flag"))
	case reflect.Int:
		v.SetInt(int64(rapid.IntRange(0, 1<<30).Draw(t, "number")))
	case reflect.Float64:
		v.SetFloat(rapid.Float64().Draw(t, "value"))
	default:
		t.Fatalf("no %s is drawn", v.Type())
	}
}

// FuzzRecord reads bytes that nobody wrote: what is taken for a record lies inside the
// prose, and is one.
func FuzzRecord(f *testing.F) {
	var w Writer
	f.Add([]byte{})
	f.Add(w.Append(nil, &Set{}, told))
	f.Add(w.Append(nil, &Set{
		Mentions:  []Mention{{Span: source.Span{Start: 0, End: 7}, Entry: "ana-luz", Level: Named, Rule: "name"}},
		Quotes:    []Quote{{Span: source.Span{Start: 17, End: 28}, Kind: "direct", Speaker: "ana-luz", Name: "Ana Luz", Cue: source.Span{Start: 8, End: 12}}},
		Figures:   []Figure{{Span: source.Span{Start: 54, End: 56}, Value: 30, What: "boats"}},
		Dates:     []Date{{Span: source.Span{Start: 35, End: 43}, Resolves: "2022-05"}},
		Doubts:    []Doubt{{Span: source.Span{Start: 44, End: 47}, Rule: "unresolved", Msg: "who?", Entries: []string{"ana-luz"}, Row: 3}},
		Sentences: []source.Span{{Start: 0, End: 31}, {Start: 32, End: 62}},
	}, told))
	var r Reader
	f.Fuzz(func(t *testing.T, b []byte) {
		a, _, ok := r.Read(b, told)
		if !ok {
			return
		}
		for _, m := range a.Mentions {
			_ = told[m.Span.Start:m.Span.End]
		}
		for _, q := range a.Quotes {
			_ = told[q.Span.Start:q.Span.End] + told[q.Cue.Start:q.Cue.End]
		}
		again := w.Append(nil, a, told)
		if got, _, ok := r.Read(again, told); !ok || string(w.Append(nil, got, told)) != string(again) {
			t.Errorf("%x is read otherwise when it is written again", b)
		}
	})
}
