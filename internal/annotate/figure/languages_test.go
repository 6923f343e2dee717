package figure

import "testing"

// TestNumbersOfOtherLanguages: numbers as other languages write them, and what is none.
func TestNumbersOfOtherLanguages(t *testing.T) {
	for lang, texts := range map[string]map[string]string{
		"es": {
			"Hay treinta y dos redes, dos mil quinientos remos y cien mil velas.":         "treinta y dos=32 redes/redes|dos mil quinientos=2500 remos/remos|cien mil=100000 velas/velas",
			"Costó un millón y medio de pesos, medio millón más y 4,5 mil millones.":      "un millón y medio=1.5e+06 pesos/pesos|medio millón=500000 pesos/pesos|4,5 mil millones=4.5e+09 /",
			"Subió un 4 por ciento, un 2,3 % y dos tercios de los barcos zarparon.":       "4 por ciento=4 percent/|2,3 %=2.3 percent/|dos tercios=0.6666666666666666 barcos/barcos",
			"Vinieron 21 mil 500 personas, 5 millones 300 mil en total, y ciento veinte.": "21 mil 500=21500 people/personas|5 millones 300 mil=5.3e+06 /|ciento veinte=120 /",
			"Los años noventa, cada 5 días, el 1.º, el artículo 12, la Ley 27.":           "",
			"Uno de cada cinco pescadores, por ciento, miles de personas.":                "",
			"Al menos 17 niños y más de 40 mujeres; 12 docenas; doscientas tres vacas.":   "17=17 people/niños|40=40 people/mujeres|12 docenas=144 /|doscientas tres=203 vacas/vacas",
			"Ganó 10.000 mdp, US$ 2,5 millones y 1.234,56 euros.":                         "10.000 mdp=1e+10 /|US$ 2,5 millones=2.5e+06 dollars/|1.234,56=1234.56 euros/",
		},
		"fr": {
			"Il y a soixante-dix-sept voiles, quatre-vingt-douze rames et quatre-vingts ancres.": "soixante-dix-sept=77 voiles/voiles|quatre-vingt-douze=92 rames/rames|quatre-vingts=80 ancres/ancres",
			"Vingt et un bateaux, dix-huit filets, deux cent trois mille tonnes.":                "Vingt et un=21 bateaux/bateaux|dix-huit=18 filets/filets|deux cent trois mille=203000 tonnes/",
			"Deux mille cinq cents marins, un demi-million et 1,5 million d’euros.":              "Deux mille cinq cents=2500 people/marins|1,5 million=1.5e+06 /",
			"Le taux atteint 4 pour cent, ou 2,3 %, et 1 200 habitants partent.":                 "4 pour cent=4 percent/|2,3 %=2.3 percent/|1 200=1200 people/habitants",
			"L’article 12, la Loi 27, les années 90, le 1er, des milliers et des centaines.":     "",
		},
		"de": {
			"Sie haben zweiunddreißig Netze, zweihundertfünfzig Ruder und hunderttausend Segel.": "zweiunddreißig=32 netze/Netze|zweihundertfünfzig=250 ruder/Ruder|hunderttausend=100000 segel/Segel",
			"Das kostete eineinhalb Stunden, 1,5 Milliarden Euro und 2,3 Mio. Euro.":             "1,5 Milliarden=1.5e+09 euros/|2,3 Mio.=2.3e+06 euros/",
			"Der Anteil stieg um 4 Prozent auf 2,3 %; zwei Drittel der Boote liefen aus.":        "4 Prozent=4 percent/|2,3 %=2.3 percent/|zwei Drittel=0.6666666666666666 boote/Boote",
			"Es kamen 21.500 Menschen, 1200 Kinder und 2000 Beschäftigte.":                       "21.500=21500 people/Menschen|1200=1200 people/Kinder|2000=2000 people/Beschäftigte",
			"Am Hafen 12 lagen in Halle 4 die Linie 7, Artikel 12 und Paragraf 3; um 9 Uhr.":     "",
			"Der Verein machte 2023 Verluste. Einer von fünf Fischern, tausende Menschen.":       "",
			"Mindestens 17 Kinder und mehr als 40 Frauen; 12 neue Züge; zweihundertdrei Kühe.":   "17=17 people/Kinder|40=40 people/Frauen|12=12 züge/neue Züge|zweihundertdrei=203 kühe/Kühe",
			"In Berlin stimmten am Dienstag 36 Abgeordnete zu, 41 dagegen; Platz 3, Windows 11.": "36=36 people/Abgeordnete|41=41 /",
		},
	} {
		for text, want := range texts {
			if got := figuresIn(lang, text); got != want {
				t.Errorf("%s: %s\ngot  %s\nwant %s", lang, text, got, want)
			}
		}
	}
}
