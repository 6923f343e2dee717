package quote

import (
	"strings"
	"testing"

	"glossator/internal/annotate/sample"
)

// TestSpeakersInSpanish: a pronoun that only its accent tells from the article.
func TestSpeakersInSpanish(t *testing.T) {
	for text, want := range map[string]string{
		`{tom-hale|Tomás Hale} llegó. «Es tarde», dijo él.`:              "tom-hale",
		`{tom-hale|Tomás Hale} llegó. Él dijo: «Es tarde».`:              "tom-hale",
		`{tom-hale|Tomás Hale} llegó. «Es tarde», dijo el marinero Pío.`: "Pío",
		`«No zarparemos», alertó {tom-hale|Hale}, quien llegó ayer.`:     "tom-hale",
		`«Es tarde», dijo a la prensa {tom-hale|Tomás Hale}.`:            "tom-hale",
		`«Es tarde», el barco que zarpó {tom-hale|Hale}.`:                "-",
	} {
		if got := speakersIn("es", text); got != want {
			t.Errorf("%s\ngot  %s\nwant %s", text, got, want)
		}
	}
}

// TestSpeakersInFrench: an elided article or pronoun, a hearer before the subject, "comme".
func TestSpeakersInFrench(t *testing.T) {
	for text, want := range map[string]string{
		`« Il pleut », dit l’{board|Office du port}.`:                                    "board",
		`« Il pleut », s’inquiète {ana-ruiz|Ana Ruiz}.`:                                  "ana-ruiz",
		`« Il pleut », dit une salariée.`:                                                "une salariée",
		`Le bateau est « trop vieux », a expliqué à l’agence {ana-ruiz|Ana Ruiz}.`:       "ana-ruiz",
		`« Il pleut », a dit à {tom-hale|Tom Hale} {ana-ruiz|Ana Ruiz}.`:                 "ana-ruiz",
		`Une mer « très forte », comme le disait {ana-ruiz|Ana Ruiz} en mars.`:           "ana-ruiz",
		`Une mer « très forte », comme prévenait l’{board|Office du port} dès le matin.`: "board",
	} {
		if got := speakersIn("fr", text); got != want {
			t.Errorf("%s\ngot  %s\nwant %s", text, got, want)
		}
	}
}

// TestSpeakersInGerman: who speaks, by the orders in which German tells it; "-" for nobody.
func TestSpeakersInGerman(t *testing.T) {
	for text, want := range map[string]string{
		`„Wir warten“, sagte {ana-ruiz|Ana Ruiz}.`:                                                        "ana-ruiz",
		`{ana-ruiz|Ana Ruiz} sagte dem Morgenblatt: „Wir warten.“`:                                        "ana-ruiz",
		`Am Freitag sagte {ana-ruiz|Ana Ruiz} der Zeitung: „Wir warten.“`:                                 "ana-ruiz",
		`Darauf angesprochen, sagte {ana-ruiz|Ruiz}: „Wir warten.“`:                                       "ana-ruiz",
		`Im Streit mit {tom-hale|Tom Hale} erklärte {ana-ruiz|Ana Ruiz}: „Wir warten.“`:                   "ana-ruiz",
		`„Wir warten“, so {ana-ruiz|Ana Ruiz}.`:                                                           "ana-ruiz",
		`»Wir warten hier«, teilte {board|die Hafenbehörde} mit.`:                                         "board",
		`„Wir warten“, heißt es in einem Schreiben {board|der Hafenbehörde}.`:                             "board",
		`„Wir warten“, sagte ein Sprecher {board|der Hafenbehörde}.`:                                      "board",
		`„Wir warten“, fügte {ana-ruiz|Ruiz} hinzu. „Und wir hoffen“, sagte {tom-hale|Hale}.`:             "ana-ruiz|tom-hale",
		`Laut {ana-ruiz|Ana Ruiz} ist der Hafen „verloren“.`:                                              "ana-ruiz",
		`Nach Angaben von {ana-ruiz|Ana Ruiz} war es „nur ein Test“.`:                                     "ana-ruiz",
		`„Wir warten“, sagte {ana-ruiz|Ana Ruiz}. Der Hafen sei „so voll wie nie“.`:                       "ana-ruiz|ana-ruiz",
		`„Wir warten“, sagte {ana-ruiz|Ana Ruiz}. Der Hafen war „so voll wie nie“.`:                       "ana-ruiz|-",
		`„Wir warten“, sagte {ana-ruiz|Ana Ruiz}. {tom-hale|Tom Hale} kam. Der Hafen sei „voll“.`:         "ana-ruiz|-",
		`Gebaut werden laut Prognosen 40 Boote - 8 davon Kutter. „Das ist viel.“`:                         "-",
		`{ana-ruiz|Ana Ruiz} zufolge war es „nur ein Test“.`:                                              "ana-ruiz",
		`{ana-ruiz|Ana Ruiz} nannte den Plan „verrückt“.`:                                                 "ana-ruiz",
		`„Wir warten“, sagte sie. Der sogenannte „Dreierpakt“ gilt.`:                                      "-|-",
		`Die Fahrt mit der „Seestern“ war lang, sagte niemand.`:                                           "-",
		`Wie {ana-ruiz|Ana Ruiz} dem Blatt sagte, war es „nur ein Test“.`:                                 "ana-ruiz",
		`„Wir warten“, sagte die Kapitänin, {ana-ruiz|Ana Ruiz}, am Montag.`:                              "ana-ruiz",
		`{ana-ruiz|Ana Ruiz}, die seit Montag wartet, sagte: „Es ist kalt.“`:                              "ana-ruiz",
		`{ana-ruiz|Ana Ruiz} sprach von „billiger Musik“ und lobte {tom-hale|Hales} „gute Arbeit“.`:       "ana-ruiz|ana-ruiz",
		`Es sei „zu spät“, sagte {ana-ruiz|Ruiz}; {tom-hale|Tom Hale} widersprach: „Es ist nie zu spät.“`: "ana-ruiz|tom-hale",
	} {
		if got := speakersIn("de", text); got != want {
			t.Errorf("%s\ngot  %s\nwant %s", text, got, want)
		}
	}
}

// speakersIn are who says each quotation of a text, "-" for nobody.
func speakersIn(lang, text string) string {
	x, ms := sample.Text("2022-03-10", lang, text)
	var out []string
	quotes, _ := new(Finder).Find(x, ms)
	for _, q := range quotes {
		who := q.Speaker + q.Name
		if who == "" {
			who = "-"
		}
		out = append(out, who)
	}
	return strings.Join(out, "|")
}
