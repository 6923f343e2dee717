package build

import (
	"testing"

	"glossator/internal/language"
	"glossator/internal/render"
)

// TestNothingIsWrongWithTheProgramsOwnTemplates, in any language of the pages: a publish does
// not look at them again.
func TestNothingIsWrongWithTheProgramsOwnTemplates(t *testing.T) {
	assets, _, problems := render.Bundle(stockStatic())
	addresses := map[string]string{}
	for _, a := range assets {
		addresses[a.Name] = a.Path
	}
	tried := 0
	for _, tag := range []string{"", "en", "es", "fr", "de", "pt", "it", "nl", "ar", "ja", "zh"} {
		labels := language.Labels(tag)
		if labels != nil {
			tried++
		}
		set, more := render.New(render.Config{Files: stockTemplates(), Labels: labels, Assets: addresses})
		problems = append(append(problems, more...), checkTemplates(set)...)
	}
	if len(problems) > 0 {
		t.Error(problems)
	}
	if tried < 9 {
		t.Errorf("labels of %d languages", tried)
	}
}
