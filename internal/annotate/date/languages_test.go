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
			"Ces dernières années, le marché de mars et Avril Dupont ont changé.": "mars=?",
		},
	} {
		for text, want := range texts {
			if got := datesOf("2025-01-15", lang, text); got != want {
				t.Errorf("%s: %s\ngot  %s\nwant %s", lang, text, got, want)
			}
		}
	}
}
