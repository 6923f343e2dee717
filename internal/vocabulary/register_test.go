package vocabulary_test

import (
	"strings"
	"testing"

	"glossator/internal/source"
	"glossator/internal/vocabulary"
)

const register = "item,itemLabel,itemDescription,itemAltLabel,birth,viaf\n" +
	"http://www.wikidata.org/entity/Q1,Ana Luz,mayor of Brisa since 2019,\"A. Luz, Luz the Elder\",1970,42\n" +
	"http://www.wikidata.org/entity/Q1,Ana Luz,mayor of Brisa since 2019,\"A. Luz, La Luz\",1971,\n" +
	"https://www.wikidata.org/wiki/Q2,Bo Mar,a sailor,,,nothing\n" +
	"http://www.wikidata.org/entity/Q3,Harbour Office,office of the harbor,,,\n"

// TestARegisterBecomesEntries: what is new is begun; of what is there, what is empty is filled,
// names and addresses are added, and nothing else is touched. Twice is as once.
func TestARegisterBecomesEntries(t *testing.T) {
	files := map[string]string{
		"people/bo-mar.md":        "---\nname: Bo Mar\naliases: [the Sailor]\n---\nBo Mar sails.\n",
		"people/harbor-office.md": "---\nname: Harbor Office\nsame_as: [http://www.wikidata.org/entity/Q3]\n---\n",
	}
	f := source.NewFile("register.csv", register)
	sheet, problems := vocabulary.Read(f)
	if len(problems) != 1 || !strings.HasPrefix(problems[0].String(), `register.csv:4:52: warning: "nothing" is the address of nothing`) {
		t.Error(problems)
	}
	on := model(t, files)
	mine, problems := sheet.Register(on, "who")
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	changes, problems := mine.Apply(on)
	if len(problems) > 0 || len(changes) != 3 {
		t.Fatal(problems, changes)
	}
	for i, want := range []string{
		"---\nname: Ana Luz\naliases: [A. Luz, Luz the Elder, La Luz]\nsame_as: [\"http://www.wikidata.org/entity/Q1\", \"http://viaf.org/viaf/42\"]\n---\nMayor of Brisa since 2019.\n",
		"---\nname: Bo Mar\naliases: [the Sailor]\nsame_as: [\"http://www.wikidata.org/entity/Q2\"]\n---\nBo Mar sails.\n",
		"---\nname: Harbor Office\naliases: [Harbour Office]\nsame_as: [http://www.wikidata.org/entity/Q3]\n---\nOffice of the harbor.\n",
	} {
		if changes[i].Data != want {
			t.Errorf("%s:\n%s\nwant\n%s", changes[i].Path, changes[i].Data, want)
		}
		files[strings.TrimPrefix(changes[i].Path, "content/")] = changes[i].Data
	}
	on = model(t, files)
	sheet, _ = vocabulary.Read(f)
	mine, _ = sheet.Register(on, "who")
	again, problems := mine.Apply(on)
	for _, c := range again {
		if len(c.Fields) > 0 || len(problems) > 0 {
			t.Errorf("a second time changes %s: %v %v", c.Path, c.Fields, problems)
		}
	}
}

func TestARegisterNamesItsFacet(t *testing.T) {
	sheet, _ := vocabulary.Read(source.NewFile("register.csv", register))
	on := model(t, map[string]string{})
	if _, problems := sheet.Register(on, "whom"); len(problems) != 1 || !strings.Contains(problems[0].String(), `unknown facet "whom"`) {
		t.Error(problems)
	}
	mine, _ := sheet.Register(on, "")
	if _, problems := mine.Apply(on); len(problems) != 3 || !strings.Contains(problems[0].String(), `the new entry "ana-luz" has no facet`) {
		t.Error(problems)
	}
}
