package catalogue

import (
	"strings"
	"testing"

	"glossator/internal/source"
)

func TestAnAddressOfARegisterIsWrittenInOneWay(t *testing.T) {
	for written, want := range map[string]string{
		"http://www.wikidata.org/entity/Q42": "http://www.wikidata.org/entity/Q42", "https://www.wikidata.org/wiki/Q42": "http://www.wikidata.org/entity/Q42",
		" Q42 ": "http://www.wikidata.org/entity/Q42", "wd:Q42": "http://www.wikidata.org/entity/Q42", "https://viaf.org/viaf/113230702/": "http://viaf.org/viaf/113230702",
		"https://id.loc.gov/authorities/names/n80076765.html": "http://id.loc.gov/authorities/names/n80076765", "http://id.loc.gov/authorities/subjects/sh85085001": "http://id.loc.gov/authorities/subjects/sh85085001",
		"https://www.geonames.org/3530597": "https://sws.geonames.org/3530597/", "https://d-nb.info/gnd/119033364": "https://d-nb.info/gnd/119033364",
		"https://example.org/Q42": "", "Q0": "", "": "", "https://www.wikidata.org/wiki/Property:P31": "",
	} {
		got := SameAddress(written)
		if got != want {
			t.Errorf("%q: %q, want %q", written, got, want)
		}
		if _, _, ok := Registered(got); ok != (got != "") {
			t.Errorf("%q of %q is no address of a register", got, written)
		}
	}
}

func TestWhatIsNotOfARegisterIsTold(t *testing.T) {
	f := source.NewFile("content/who/ana.md", "---\nname: Ana\nsame_as: [https://www.wikidata.org/wiki/Q42, https://example.org/ana, http://viaf.org/viaf/1, http://viaf.org/viaf/1]\n---\nAna.\n")
	e, problems := Parse(f, 0)
	var all strings.Builder
	for _, p := range problems {
		all.WriteString(p.String() + "\n")
	}
	for _, want := range []string{
		"content/who/ana.md:3:11: \"https://www.wikidata.org/wiki/Q42\" of \"same_as\" is not how the register writes it [bad-address]\n\thint: write http://www.wikidata.org/entity/Q42",
		"content/who/ana.md:3:46: \"https://example.org/ana\" of \"same_as\" is the address of nothing in a register [bad-address]\n\thint: write it as http://www.wikidata.org/entity/Q42,",
		"content/who/ana.md:3:95: \"http://viaf.org/viaf/1\" of \"same_as\" stands twice [duplicate]",
	} {
		if !strings.Contains(all.String(), want) {
			t.Errorf("%s\nis not in\n%s", want, all.String())
		}
	}
	if len(e.SameAs) != 1 || e.SameAs[0].Text != "http://viaf.org/viaf/1" {
		t.Errorf("%+v", e.SameAs)
	}
}
