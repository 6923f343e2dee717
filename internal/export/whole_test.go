package export

import (
	"encoding/json"
	"strings"
	"testing"

	"glossator/internal/site"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// TestTheSiteInOneFileIsAsItsSchemaSays, and the schema notices where it is not.
func TestTheSiteInOneFileIsAsItsSchemaSays(t *testing.T) {
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	doc, err := jsonschema.UnmarshalJSON(strings.NewReader(siteSchema))
	if err == nil {
		err = c.AddResource("site.schema.json", doc)
	}
	if err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile("site.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, base := range []string{"", "https://example.org/x/"} {
		s := example(t)
		s.Corrections = []site.Correction{{ID: "c2024-06-01-1", Date: "2024-06-01", Path: "timeline.html", Said: "two ships", Says: "three ships"}}
		data := all(s, base)[Whole]
		value, err := jsonschema.UnmarshalJSON(strings.NewReader(data))
		if err == nil {
			err = schema.Validate(value)
		}
		if err != nil {
			t.Errorf("%q: %v", base, err)
		}
		for _, change := range [][2]string{{`"version":1`, `"version":2`}, {`"level":"named"`, `"level":"nam"`}, {`"checks":[`, `"cheks":[`}, {`"start":`, `"begin":`}, {`"agrees":"roughly"`, `"agrees":"so so"`}} {
			value, _ := jsonschema.UnmarshalJSON(strings.NewReader(strings.Replace(data, change[0], change[1], 1)))
			if !strings.Contains(data, change[0]) || schema.Validate(value) == nil {
				t.Errorf("%q: the schema takes %s", base, change[1])
			}
		}
	}
}

// TestEveryOffsetOfTheSiteInOneFileIsOfItsWords: they are code points of the article's text.
func TestEveryOffsetOfTheSiteInOneFileIsOfItsWords(t *testing.T) {
	type words struct {
		Start, End int
		Words      string
	}
	var whole struct {
		Articles []struct {
			ID, Text                             string
			Private                              bool
			Mentions, Quotations, Figures, Dates []words
		}
	}
	if err := json.Unmarshal([]byte(all(example(t), "")[Whole]), &whole); err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, a := range whole.Articles {
		text := []rune(a.Text)
		if a.Private && len(text)+len(a.Mentions) > 0 {
			t.Errorf("%s is private, and its words are here", a.ID)
		}
		for _, list := range [][]words{a.Mentions, a.Quotations, a.Figures, a.Dates} {
			for _, w := range list {
				if n++; string(text[w.Start:w.End]) != w.Words {
					t.Errorf("%s: %d–%d is %q, not %q", a.ID, w.Start, w.End, string(text[w.Start:w.End]), w.Words)
				}
			}
		}
	}
	if n < 8 {
		t.Errorf("%d were looked at", n)
	}
}
