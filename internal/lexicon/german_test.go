package lexicon

import (
	"testing"

	"glossator/internal/catalogue"
)

// TestGermanCues: a verb is found in all its forms and in its parts, a noun in its cases and
// plurals; a negation counts where German puts it.
func TestGermanCues(t *testing.T) {
	lex := New(catalogue.New(nil, nil), "de")
	for _, c := range []struct{ cue, text, want string }{
		{"abschieben", "Sie wollen niemanden abschieben.", "abschieben"},
		{"abschieben", "Er wurde am Montag abgeschoben.", "abgeschoben"},
		{"abschieben", "Es ist verboten, Kranke abzuschieben.", "abzuschieben"},
		{"abschieben", "Die Behörde schiebt zwei Männer ab.", "schiebt"},
		{"abschieben", "Die Behörde schob am Freitag zwei Männer ab, wie sie sagte.", "schob"},
		{"abschieben", "Das Amt schiebt ab und schweigt.", "schiebt"},
		{"abschieben", "„Das Amt schiebt alle ab“, sagte er.", "schiebt"},
		{"abschieben", "Er schiebt das Boot ins Wasser.", ""},
		{"abschieben", "Er schiebt ab Montag das Boot ins Wasser.", ""},
		{"abschieben", "Er schreibt das Lied ab.", ""},
		{"schieben", "Er schiebt das Boot an Land.", "schiebt"},
		{"[abschieben … Mann]", "Die Behörde schiebt morgen zwei Männer ab.", "schiebt morgen zwei Männer"},
		{"[Mann … abschieben]", "Zwei Männer sollen bald abgeschoben werden.", "Männer sollen bald abgeschoben"},
		{"[zurückweisen … Antrag]", "Das Gericht wies den Antrag der Stadt zurück.", "wies den Antrag"},
		{"[Antrag … zurückweisen]", "Der Antrag wurde zurückgewiesen.", "Antrag wurde zurückgewiesen"},
		{"[Boot … genehmigen]", "Die Boote wurden genehmigt.", "Boote wurden genehmigt"},
		{"[kürzen … Quote]", "Das Amt kürzt die Quoten.", "kürzt die Quoten"},
		{"[kürzen … Quote]", "Das Amt kürzte die Quote.", "kürzte die Quote"},
		{"[Quote … kürzen]", "Die Quote sei gekürzt worden.", "Quote sei gekürzt"},
		{"[Hafen … schließen]", "Die Häfen wurden geschlossen.", "Häfen wurden geschlossen"},
		{"[Gesetz … beschließen]", "Ein Gesetz, das der Landtag beschlossen hat", "Gesetz, das der Landtag beschlossen"},
		// a negation
		{"abschieben !not", "Er wurde nicht abgeschoben.", ""},
		{"abschieben !not", "Die Behörde schiebt ihn nicht ab.", ""},
		{"abschieben !not", "Die Behörde schiebt keine Kranken ab.", ""},
		{"abschieben !not", "Die Behörde schiebt ihn ab, weil er nicht arbeitet.", "schiebt"},
		{"abschieben !not", "Die Behörde schiebt ihn ab und zahlt nichts.", "schiebt"},
		{"[räumen … Lager] !not", "Die Stadt räumt das Lager nicht.", ""},
		{"[räumen … Lager] !not", "Die Stadt räumt das Lager.", "räumt das Lager"},
		{"[räumen … Lager] !not", "Niemand räumt das Lager.", ""},
		{"[räumen … Lager]", "Die Stadt räumt das Lager nicht.", "räumt das Lager"},
	} {
		find, problem := lex.Try(c.cue)
		if problem != nil {
			t.Fatal(problem)
		}
		got := ""
		for _, span := range find(c.text) {
			got += c.text[span.Start:span.End]
		}
		if got != c.want {
			t.Errorf("%s in “%s”: “%s”, want “%s”", c.cue, c.text, got, c.want)
		}
	}
}
