package date

import (
	"os"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
)

// Each word and rule of the English pack that tells on which side of the article's day a
// date lies has an example, whose last date is on that side. The article's day is Thursday,
// 10 March 2022.
func TestSidesByTheirExamples(t *testing.T) {
	data, err := os.ReadFile("../../language/en/dates.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var pack map[string]map[string]string
	if err := yaml.Unmarshal(data, &pack); err != nil {
		t.Fatal(err)
	}
	ahead := func(example string, want bool) {
		got := strings.Split(datesOf("2022-03-10", "en", example), "|")
		_, day, _ := strings.Cut(got[len(got)-1], "=")
		if len(day) < len("2022-06") || day > "2022-03-10" != want {
			t.Errorf("%s: %q, ahead should be %v", example, day, want)
		}
	}
	for pattern, example := range pack["ahead"] {
		if !strings.HasSuffix(pattern, "_") {
			t.Errorf("%q does not end with the date", pattern)
		}
		ahead(example, true)
	}
	for _, example := range pack["behind"] {
		ahead(example, false)
	}
	for kind := range pack["tense"] {
		example, ok := pack["tense-example"][kind]
		if !ok {
			t.Errorf("tense %s has no example", kind)
		}
		ahead(example, kind != "past")
	}
	if len(pack["ahead"]) < 10 || len(pack["behind"]) < 5 || len(pack["tense"]) < 10 {
		t.Error("where are the rules?")
	}
}
