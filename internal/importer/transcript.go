package importer

import "glossator/internal/doc"

// Of a transcript so many paragraphs, in percent, begin with who speaks, so many times two
// take turns.
const turnShare, leastTurns = 40, 4

// transcript tells whether paragraphs are turns of a conversation: many begin with a
// label, at least two labels take turns, and half of all labels come again.
func transcript(paragraphs []string) bool {
	labels, turns := map[string]int{}, 0
	for _, p := range paragraphs {
		if label, _ := doc.Turn(p); label != "" {
			labels[label]++
			turns++
		}
	}
	again := 0
	for _, n := range labels {
		if n > 1 {
			again += n
		}
	}
	return turns >= leastTurns && turns*100 >= len(paragraphs)*turnShare && len(labels) > 1 && again*2 >= turns
}

// converse makes a transcript of an article whose paragraphs are one. What a page calls
// itself, a report, says less than that.
func (a *Article) converse(paragraphs []string) {
	if (a.Kind.Text == "" || a.Kind.Text == "report") && transcript(paragraphs) {
		a.Kind.Text = "transcript"
	}
}
