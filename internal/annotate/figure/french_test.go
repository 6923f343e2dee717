package figure

import "testing"

// TestFrenchNumbers: numbers as French writes them, and what is none.
func TestFrenchNumbers(t *testing.T) {
	for text, want := range map[string]string{
		"Il y a soixante-dix-sept voiles, quatre-vingt-douze rames et quatre-vingts ancres.": "soixante-dix-sept=77 voiles/voiles|quatre-vingt-douze=92 rames/rames|quatre-vingts=80 ancres/ancres",
		"Vingt et un bateaux, dix-huit filets, deux cent trois mille tonnes.":                "Vingt et un=21 bateaux/bateaux|dix-huit=18 filets/filets|deux cent trois mille=203000 tonnes/",
		"Deux mille cinq cents marins, un demi-million et 1,5 million d’euros.":              "Deux mille cinq cents=2500 people/marins|1,5 million=1.5e+06 /",
		"Le taux atteint 4 pour cent, ou 2,3 %, et 1 200 habitants partent.":                 "4 pour cent=4 percent/|2,3 %=2.3 percent/|1 200=1200 people/habitants",
		"L’article 12, la Loi 27, les années 90, le 1er, des milliers et des centaines.":     "",
	} {
		if got := figuresIn("fr", text); got != want {
			t.Errorf("%s\ngot  %s\nwant %s", text, got, want)
		}
	}
}
