package annotate_test

import (
	"path/filepath"
	"reflect"
	"testing"

	"glossator/internal/annotate"
	"glossator/internal/catalogue"
	"glossator/internal/doc"
	"glossator/internal/lexicon"
)

// TestWhatTheKeyLeavesOutChangesNothing holds the fields of an entry that a lexicon's key
// leaves out to what that says: whatever they are, the same is found.
func TestWhatTheKeyLeavesOutChangesNothing(t *testing.T) {
	lex := qualityLexicon(t)
	paths, _ := filepath.Glob("testdata/quality/*.txt")
	var texts []*doc.Document
	for _, p := range paths {
		texts = append(texts, qualityText(t, p))
	}
	found := func(lex *lexicon.Lexicon) (all []string) {
		for _, d := range texts {
			all = append(all, string(annotate.Annotate(d, lex).Digest()))
		}
		return all
	}
	want := found(lex)
	for _, f := range reflect.VisibleFields(reflect.TypeFor[catalogue.Entry]()) {
		if f.Tag.Get("hash") != "ignore" || f.Name == "File" || f.Name == "Body" || !f.IsExported() {
			continue
		}
		var entries []*catalogue.Entry
		for _, e := range lex.Catalogue.Entries {
			other := *e
			v := reflect.ValueOf(&other).Elem().FieldByIndex(f.Index)
			if !v.IsZero() {
				v.SetZero()
			} else {
				v.Set(filled(f.Type))
			}
			entries = append(entries, &other)
		}
		if got := found(lexicon.New(catalogue.New(lex.Catalogue.Facets, entries), "en")); !reflect.DeepEqual(got, want) {
			t.Errorf("%s changes what is found", f.Name)
		}
	}
}

// filled is a value of a type that is not zero.
func filled(t reflect.Type) reflect.Value {
	v := reflect.New(t).Elem()
	switch t.Kind() {
	case reflect.Slice:
		return reflect.Append(v, filled(t.Elem()))
	case reflect.Struct:
		for i := range t.NumField() {
			v.Field(i).Set(filled(t.Field(i).Type))
		}
	case reflect.String:
		v.SetString("2022-03-10")
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int:
		v.SetInt(1)
	}
	return v
}
