package date

import "testing"

// TestFrenchDays: days as French writes them, seen from Wednesday, January 15, 2025.
func TestFrenchDays(t *testing.T) {
	for text, want := range map[string]string{
		"Anne est arrivée lundi et Paul arrivera mardi.":                      "lundi=2025-01-13|mardi=2025-01-21",
		"Il a plu la semaine dernière ; il neigera la semaine prochaine.":     "semaine dernière=2025-01|semaine prochaine=2025-01",
		"Le mois dernier, l’an dernier, l’été dernier, vendredi prochain.":    "mois dernier=2024-12|an dernier=2024|été dernier=2024|vendredi prochain=2025-01-17",
		"Elle a fermé il y a deux ans et rouvert il y a 10 jours.":            "il y a deux ans=2023|il y a 10 jours=2025-01-05",
		"Le 1er mars 2021, puis du 3 au 5 mai 2021, puis en avril 2022.":      "1er mars 2021=2021-03-01|3 au 5 mai 2021=2021-05|avril 2022=2022-04",
		"Hier, il a parlé. Demain, il parlera. Aujourd’hui, il se tait.":      "Hier=2025-01-14|Demain=2025-01-16|Aujourd’hui=2025-01-15",
		"Ces dernières années, le marché de mars et Avril Dupont ont changé.": "mars=?",
	} {
		if got := datesOf("2025-01-15", "fr", text); got != want {
			t.Errorf("%s\ngot  %s\nwant %s", text, got, want)
		}
	}
}
