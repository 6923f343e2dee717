package annotate

import (
	"testing"

	"glossator/internal/annotate/sample"
	"glossator/internal/doc"
	"glossator/internal/source"
)

func TestGoldSlugs(t *testing.T) {
	x, _ := sample.Text("2022-03-10", "en", "The tide is late.")
	for name, want := range map[string]string{
		"Ana Ruiz": "ana-ruiz", "Ana B. Ruiz": "ana-ruiz", "J.B. Ruiz": "jb-ruiz", "José de la Peña": "jose-de-la-pena", "Yusmary": "yusmary",
		"Tina O'Brien": "tina-obrien", "Jean-Luc Hale": "jean-luc-hale", "Harbor Department": "harbor-department", "the Board of Tides and Piers": "board-of-tides-and-piers",
		"a man in the gallery": "", "Harbor officials": "", "Officials": "", "officials": "", "Ruiz and Hale": "", "a lawyer for Hale": "", "Nineteen towns": "", "The report": "", "": "",
	} {
		if got := slug(name, x.Lex); got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}

func TestGoldSpeakersAndRepairs(t *testing.T) {
	x, _ := sample.Text("2022-03-10", "en", "The tide is late.")
	d, _ := doc.Parse(source.NewFile("a.txt", "“The har\u00adbour leaks,” said Maria Lopez. “It does,” said a man in the gal\u00adlery."), nil, doc.Options{})
	g := Gold(d, Annotate(d, x.Lex), x.Lex)
	if len(g.Boilerplate) != 0 || len(g.Defects) != 1 || g.Defects[0].Exact != "\u00ad" {
		t.Errorf("left out %+v, repaired %+v", g.Boilerplate, g.Defects)
	}
	if len(g.Quotes) != 2 || g.Quotes[0].Speaker == nil || *g.Quotes[0].Speaker != "maria-lopez" || g.Quotes[1].Speaker != nil {
		t.Errorf("%+v", g.Quotes)
	}
}
