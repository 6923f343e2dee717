package page

import (
	"testing"

	"glossator/internal/language"
	"glossator/internal/meta"
)

// TestDaysAndNumbersOfLanguages: a day, a span of years and a number as newspapers of the
// language write them.
func TestDaysAndNumbersOfLanguages(t *testing.T) {
	for _, c := range []struct {
		tag                              string
		day, month, since, years, number string
	}{
		{"en", "March 1, 2022", "March 2022", "since March 1, 2022", "2019 to at least 2022", "24,819.5"},
		{"es", "1 de marzo de 2022", "marzo de 2022", "desde el 1 de marzo de 2022", "de 2019 a 2022 por lo menos", "24.819,5"},
		{"es-MX", "1 de marzo de 2022", "marzo de 2022", "desde el 1 de marzo de 2022", "de 2019 a 2022 por lo menos", "24,819.5"},
		{"fr", "1er mars 2022", "mars 2022", "depuis le 1er mars 2022", "de 2019 à 2022 au moins", "24\u00a0819,5"},
		{"de", "1. März 2022", "März 2022", "seit dem 1. März 2022", "2019 bis mindestens 2022", "24.819,5"},
		{"pt-BR", "1º de março de 2022", "março de 2022", "desde 1º de março de 2022", "de 2019 a pelo menos 2022", "24.819,5"},
		{"it", "1º marzo 2022", "marzo 2022", "dal 1º marzo 2022", "dal 2019 almeno fino al 2022", "24.819,5"},
		{"nl", "1 maart 2022", "maart 2022", "sinds 1 maart 2022", "2019 tot minstens 2022", "24.819,5"},
		{"ar", "1 مارس 2022", "مارس 2022", "منذ 1 مارس 2022", "من 2019 إلى 2022 على الأقل", "24,819.5"},
		{"zh", "2022年3月1日", "2022年3月", "自2022年3月1日起", "2019年至少到2022年", "24,819.5"},
		{"ja", "2022年3月1日", "2022年3月", "2022年3月1日から", "2019年～少なくとも2022年", "24,819.5"},
	} {
		w := words{language.Labels(c.tag)}
		day := meta.Day("2022-03-01")
		for _, x := range []struct{ got, want string }{
			{w.long(day), c.day}, {w.long(day[:7]), c.month}, {w.sinceDay(day), c.since},
			{w.fromTo(w.t("2005 to at least 2006"), "2019", "2022"), c.years}, {w.number(24819.5), c.number},
		} {
			if x.got != x.want {
				t.Errorf("%s: %q, want %q", c.tag, x.got, x.want)
			}
		}
	}
}
