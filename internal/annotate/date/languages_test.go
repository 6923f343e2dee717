package date

import "testing"

// TestDaysOfOtherLanguages: days as other languages write them, seen from Wednesday, January 15, 2025.
func TestDaysOfOtherLanguages(t *testing.T) {
	for lang, texts := range map[string]map[string]string{
		"es": {
			"Ana llegó el lunes y el martes llegará Rosa.":                                     "lunes=2025-01-13|martes=2025-01-21",
			"El miércoles pasado hubo niebla; iremos el viernes que viene.":                    "miércoles pasado=2025-01-08|viernes que viene=2025-01-17",
			"La semana pasada llovió y la próxima semana nevará.":                              "semana pasada=2025-01|próxima semana=2025-01",
			"En los últimos años creció y el último mes fue malo.":                             "",
			"Hace dos años se cerró; hace 10 días volvió.":                                     "Hace dos años=2023|hace 10 días=2025-01-05",
			"En marzo de 2021 paró. En mayo habrá elecciones. En mayo hubo elecciones.":        "marzo de 2021=2021-03|mayo=2025-05|mayo=2024-05",
			"Ayer por la mañana llovió. Mañana por la tarde saldrá. Por la mañana salió.":      "Ayer=2025-01-14|Mañana=2025-01-16",
			"El verano pasado ardió. Este año subirá. El 31 de diciembre pasado cerró.":        "verano pasado=2024|Este año=2025|31 de diciembre=2024-12-31",
			"Aplazó la vista hasta el lunes. Los lunes cierra. Cada viernes hay mercado.":      "lunes=2025-01-20",
			"En la década de 1990 creció; la ley es de 2019.":                                  "década de 1990=?|2019=2019",
			"Del 3 al 5 de mayo habrá feria. El sábado 18 de enero se reunirá.":                "3 al 5 de mayo=2025-05|sábado 18 de enero=2025-01-18",
			"El 1.º de mayo marchó. El 3 de marzo de 2021 volvió. Nació el 12/03/1980.":        "1.º de mayo=2024-05-01|3 de marzo de 2021=2021-03-03|12/03/1980=1980-03-12",
			"Se reúne este viernes 17 de enero. Se reunirá mañana (jueves).":                   "este viernes 17 de enero=2025-01-17|mañana=2025-01-16|jueves=2025-01-16",
			"Irá del lunes 10 al viernes 14 de febrero; cerró el jueves 9.":                    "lunes 10=2025-02-10|viernes 14 de febrero=2025-02-14|jueves 9=2025-01-09",
			"El martes 14 barcos zarparon. El martes 9 volvieron. El viernes 16 de mayo irán.": "martes=2025-01-14|martes=?|viernes 16 de mayo=2025-05-16",
			"Subió en mayo del año pasado. El 3 de marzo del año pasado cayó.":                 "mayo del año pasado=2024-05|3 de marzo del año pasado=2024-03-03",
			"El año pasado subió, según el dato que mostrará diciembre. El decreto 531-2021.":  "año pasado=2024|diciembre=?",
			"Domingo Pérez habló con Julio Mayo y con Abril Soto.":                             "",
			"Un lunes cualquiera, a las 14.30, en el kilómetro 20 de la ruta 3, pasó el 2000.": "2000=2000",
		},
		"fr": {
			"Anne est arrivée lundi et Paul arrivera mardi.":                      "lundi=2025-01-13|mardi=2025-01-21",
			"Il a plu la semaine dernière ; il neigera la semaine prochaine.":     "semaine dernière=2025-01|semaine prochaine=2025-01",
			"Le mois dernier, l’an dernier, l’été dernier, vendredi prochain.":    "mois dernier=2024-12|an dernier=2024|été dernier=2024|vendredi prochain=2025-01-17",
			"Elle a fermé il y a deux ans et rouvert il y a 10 jours.":            "il y a deux ans=2023|il y a 10 jours=2025-01-05",
			"Le 1er mars 2021, puis du 3 au 5 mai 2021, puis en avril 2022.":      "1er mars 2021=2021-03-01|3 au 5 mai 2021=2021-05|avril 2022=2022-04",
			"Hier, il a parlé. Demain, il parlera. Aujourd’hui, il se tait.":      "Hier=2025-01-14|Demain=2025-01-16|Aujourd’hui=2025-01-15",
			"La grève de mars de l’an dernier a duré.":                            "mars de l’an dernier=2024-03",
			"Ces dernières années, le marché de mars et Avril Dupont ont changé.": "mars=?",
		},
		"de": {
			"Anna kam am Montag, und am Dienstag wird Rosa kommen.":                                      "Montag=2025-01-13|Dienstag=2025-01-21",
			"Der Rat hat am Freitag das Budget beschlossen und tagt am Montag wieder.":                   "Freitag=2025-01-10|Montag=2025-01-20",
			"Am Freitag berät der Rat, am Samstag sprach er noch.":                                       "Freitag=2025-01-17|Samstag=2025-01-11",
			"Der Zug, der am Montag entgleiste, soll am Freitag geborgen werden.":                        "Montag=2025-01-13|Freitag=2025-01-17",
			"Er soll am Montag das Boot gestohlen haben. Sie würde am Freitag fahren.":                   "Montag=2025-01-13|Freitag=2025-01-17",
			"Die Brücke ist am Freitag gesperrt. Sie ist am Freitag eingestürzt.":                        "Freitag=?|Freitag=2025-01-10",
			"Die Straße ist seit Freitag gesperrt. Sie wurde bis Montag gesperrt.":                       "Freitag=2025-01-10|Montag=?",
			"Sie bleibt bis Montag zu. Für Freitag hatte er zum Streik aufgerufen.":                      "Montag=2025-01-20|Freitag=2025-01-17",
			"Vergangenen Freitag regnete es, kommenden Freitag nicht; nächste Woche schneit es.":         "Vergangenen Freitag=2025-01-10|kommenden Freitag=2025-01-17|nächste Woche=2025-01",
			"Vor zwei Jahren schloss sie; vor 10 Tagen kam sie wieder, vor einem Monat ging sie.":        "Vor zwei Jahren=2023|vor 10 Tagen=2025-01-05|vor einem Monat=2024-12",
			"Alle vier Wochen vor Ort, vor zwei Gerichten, drei Tage lang, seit zwei Jahren.":            "",
			"Am 3. März 2021 hielt sie. Vom 3. bis zum 5. Mai 2021 war Messe, am 3. und 4. Juni auch.":   "3. März 2021=2021-03-03|3. bis zum 5. Mai 2021=2021-05|3. und 4. Juni=?",
			"Gestern Abend sprach er. Morgen kommt sie. Am Morgen ging er, heute Morgen auch.":           "Gestern=2025-01-14|Morgen=2025-01-16|heute=2025-01-15",
			"Im Mai wird gewählt. Im Mai wurde gewählt. Ende März 2024 war Schluss.":                     "Mai=2025-05|Mai=2024-05|Ende März 2024=2024-03",
			"Im vergangenen Jahr fiel er, in diesem Jahr steigt er, nächstes Jahr ruht er.":              "vergangenen Jahr=2024|diesem Jahr=2025|nächstes Jahr=2026",
			"Sie hat 2023 Verluste gemacht; 2024 waren es Gewinne, im Jahr 2022 Schulden.":               "2024=2024|2022=2022",
			"Am Montagabend brannte es. Jeden Freitag ist Markt, freitags auch. An einem Montag kam er.": "Montagabend=2025-01-13",
			"Am Dienstag, dem 14. Januar, kam er. Der 12.03.1980 war ein Mittwoch.":                      "Dienstag, dem 14. Januar=2025-01-14|12.03.1980=1980-03-12",
			"Das Gesetz tritt am 1. Februar in Kraft. Der Preis steigt zum 1. März.":                     "1. Februar=2025-02-01|1. März=2025-03-01",
			"Sie kam, um am Sonntag zu verkünden: Der Hafen wird schließen.":                             "Sonntag=?",
			"Heuer kamen mehr Gäste als im Vorjahr.":                                                     "Heuer=2025|Vorjahr=2024",
			"Der Mai war kalt. Frau März kam. Die Sonntagszeitung schrieb am 2. Advent.":                 "",
		},
		"pt": {
			"Ana chegou na segunda-feira e na terça-feira chegará Rosa.":                             "segunda-feira=2025-01-13|terça-feira=2025-01-21",
			"A semana passada foi fria; na próxima sexta-feira haverá sol.":                          "semana passada=2025-01|próxima sexta-feira=2025-01-17",
			"Há dois anos fechou; há 10 dias voltou; há muito tempo saiu.":                           "Há dois anos=2023|há 10 dias=2025-01-05",
			"Em março de 2021 parou. Em maio haverá eleições. No dia 3 de março de 2021.":            "março de 2021=2021-03|maio=2025-05|3 de março de 2021=2021-03-03",
			"Parou na terça-feira (14) e volta na quinta-feira (16/1), como em maio do ano passado.": "terça-feira (14)=2025-01-14|quinta-feira (16/1)=2025-01-16|maio do ano passado=2024-05",
			"Ontem choveu. Amanhã sairá. Hoje de manhã saiu. No ano passado subiu.":                  "Ontem=2025-01-14|Amanhã=2025-01-16|Hoje=2025-01-15|ano passado=2024",
			"A segunda equipe e a quinta vez; todas as sextas-feiras há feira.":                      "",
			"O prazo vai até sexta-feira. A greve foi marcada para sábado.":                          "sexta-feira=2025-01-17|sábado=2025-01-18",
			"Na sexta-feira, 10 de janeiro, chegou. Do dia 3 ao 5 de maio de 2021.":                  "sexta-feira, 10 de janeiro=2025-01-10|3 ao 5 de maio de 2021=2021-05",
			"A ponte está fechada desde segunda-feira. O museu europeu abre na segunda-feira.":       "segunda-feira=2025-01-13|segunda-feira=?",
		},
		"it": {
			"Anna è arrivata lunedì e martedì arriverà Rosa.":                               "lunedì=2025-01-13|martedì=2025-01-21",
			"La settimana scorsa ha piovuto; il prossimo venerdì nevicherà.":                "settimana scorsa=2025-01|prossimo venerdì=2025-01-17",
			"Due anni fa chiuse; 10 giorni fa tornò; anni fa partì.":                        "Due anni fa=2023|10 giorni fa=2025-01-05",
			"Nel marzo 2021 si fermò. Il 3 marzo 2021 tornò. Il 1° maggio 2021 marciò.":     "marzo 2021=2021-03|3 marzo 2021=2021-03-03|1° maggio 2021=2021-05-01",
			"Ieri pioveva. Domani uscirà. Oggi tace. L’anno scorso salì.":                   "Ieri=2025-01-14|Domani=2025-01-16|Oggi=2025-01-15|anno scorso=2024",
			"Il ponte è chiuso da lunedì. Il ponte è chiuso lunedì. Ogni lunedì è chiuso.":  "lunedì=2025-01-13|lunedì=?",
			"Il consiglio ha approvato venerdì la legge. La seduta è prevista per venerdì.": "venerdì=2025-01-10|venerdì=2025-01-17",
			"La domanda va presentata entro venerdì. Resta chiuso fino a sabato.":           "venerdì=2025-01-17|sabato=2025-01-18",
			"Dal 3 al 5 maggio 2021 c’era la fiera. Negli ultimi anni è cresciuta.":         "3 al 5 maggio 2021=2021-05",
		},
		"nl": {
			"Anna kwam maandag en dinsdag komt Rosa.":                                                "maandag=2025-01-13|dinsdag=2025-01-21",
			"Vorige week regende het; komende vrijdag zal het sneeuwen.":                             "Vorige week=2025-01|komende vrijdag=2025-01-17",
			"Twee jaar geleden sloot ze; 10 dagen geleden kwam ze terug.":                            "Twee jaar geleden=2023|10 dagen geleden=2025-01-05",
			"In maart 2021 stopte het. Op 3 maart 2021 ging het verder.":                             "maart 2021=2021-03|3 maart 2021=2021-03-03",
			"Gisteren regende het. Morgen gaat ze weg. Vandaag zwijgt ze. Vorig jaar steeg het.":     "Gisteren=2025-01-14|Morgen=2025-01-16|Vandaag=2025-01-15",
			"De raad heeft vrijdag de wet aangenomen. De brug is vrijdag gesloten.":                  "vrijdag=2025-01-10|vrijdag=?",
			"De brug is sinds maandag dicht. Ze blijft tot vrijdag dicht. Elke maandag is er markt.": "maandag=2025-01-13|vrijdag=2025-01-17",
			"Vrijdag vergadert de raad. De zitting is vrijdag gepland.":                              "Vrijdag=2025-01-17|vrijdag=2025-01-17",
			"Maandagavond brandde het. De boot werd maandag gezien.":                                 "Maandagavond=?|maandag=2025-01-13",
		},
		"ar": {
			"قال أمس إنه جاء في 3 مارس 2021، ثم في يونيو 2023.":          "أمس=2025-01-14|3 مارس 2021=2021-03-03|يونيو 2023=2023-06",
			"الأسبوع الماضي نزل المطر، والعام المقبل أفضل، في عام ٢٠٢٠.": "الأسبوع الماضي=2025-01|العام المقبل=2026|٢٠٢٠=2020",
			"جاء الاثنين. قبل 10 أيام غاب. قبل كل شيء.":                  "الاثنين=?|قبل 10 أيام=2025-01-05",
		},
		"ja": {
			"2021年3月5日と2023年6月と2019年。3月5日、12時30分。": "2021年3月5日=2021-03-05|2023年6月=2023-06|2019年=2019|3月5日=2025-03-05",
			"14日午前に始まり、16日、10日間で終わる。13日の会見、3日の休み。": "14日=2025-01-14|16日=2025-01-16|13日=2025-01-13",
			"3月5日に始まり、10日に終わる。27日、会議。":             "3月5日=2025-03-05|10日=2025-03-10",
			"昨日の会議。3年後、10日間、2000人、1億2000万円。":       "昨日=2025-01-14",
			"昨年12月に始まり、今年は休み、今年度も。来年3月5日。":         "昨年12月=2024-12|今年=2025|来年3月5日=2026-03-05",
		},
		"zh": {
			"2021年3月5日、2023年6月、2019年。12月20日开会。": "2021年3月5日=2021-03-05|2023年6月=2023-06|2019年=2019|12月20日=2024-12-20",
			"他昨天说，去年3月5日开工，去年停工，今年复工。":          "昨天=2025-01-14|去年3月5日=2024-03-05|去年=2024|今年=2025",
			"如今年轻人多，今天的会议，失去年月，今年一季度。":          "",
			"昨天的会议。6个月，3年，2000人。":               "",
		},
	} {
		for text, want := range texts {
			if got := datesOf("2025-01-15", lang, text); got != want {
				t.Errorf("%s: %s\ngot  %s\nwant %s", lang, text, got, want)
			}
		}
	}
}
