package date

import (
	"strings"
	"testing"

	"glossator/internal/annotate/sample"
	"glossator/internal/annotation"
	"glossator/internal/source"
)

// What is said in a quotation counts from the day on which it was said. The article's day
// is Thursday, 10 March 2022; the cue of every quotation is "said".
func TestSpokenDays(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"On Sunday, Ruiz said: “We vote tomorrow.”", "Sunday=2022-03-06|tomorrow=2022-03-07"},
		{"“We vote tomorrow,” Ruiz said on Tuesday. “Yesterday we slept.”", "tomorrow=2022-03-09|Tuesday=2022-03-08|Yesterday=2022-03-07"},
		{"“We vote tonight,” Ruiz said.", "tonight=?"},
		{"“We vote tomorrow,” Ruiz said, who was born on May 3, 1980.", "tomorrow=?|May 3, 1980=1980-05-03"},
		{"Ruiz said that they vote tomorrow.", "tomorrow=2022-03-11"},
		{"“We vote tomorrow,” Ruiz said on March 4. “Yesterday we slept.”", "tomorrow=2022-03-05|March 4=2022-03-04|Yesterday=2022-03-03"},
		{"“We vote tomorrow,” Ruiz said on March 3.", "tomorrow=?|March 3=2022-03-03"},
		{"“We vote tomorrow,” Ruiz said on March 11.", "tomorrow=?|March 11=2021-03-11"},
		{"“We vote tomorrow,” Ruiz said in March.", "tomorrow=?|March=2022-03"},
		{"On Tuesday, Ruiz said on Monday: “We vote tomorrow.”", "Tuesday=2022-03-08|Monday=2022-03-07|tomorrow=2022-03-08"},
		{"“We vote tomorrow,” Ruiz said to the crew of pilots, masters and deckhands, on Tuesday.", "tomorrow=2022-03-09|Tuesday=2022-03-08"},
		{"“We vote tomorrow,” Ruiz said to the crew of pilots, masters, deckhands and sailmakers on Tuesday.", "tomorrow=?|Tuesday=2022-03-08"},
		{"“We left Monday and vote tomorrow,” Ruiz said.", "Monday=2022-03-07|tomorrow=?"},
		{"“We vote tomorrow,” Ruiz said on Tuesday. It sails tomorrow.", "tomorrow=2022-03-09|Tuesday=2022-03-08|tomorrow=2022-03-11"},
		{"It sails tomorrow. “We vote tomorrow,” Ruiz said on Tuesday.", "tomorrow=2022-03-11|tomorrow=2022-03-09|Tuesday=2022-03-08"},
		{"“We vote this morning,” Ruiz said Wednesday.", "this morning=2022-03-09|Wednesday=2022-03-09"},
	} {
		x, _ := sample.Text("2022-03-10", "en", c.in)
		var quotes []annotation.Quote
		from := 0
		for {
			open := strings.Index(x.Prose[from:], "“")
			if open < 0 {
				break
			}
			open += from + len("“")
			end := open + strings.Index(x.Prose[open:], "”")
			said := strings.Index(x.Prose, "said")
			quotes = append(quotes, annotation.Quote{Span: source.Span{Start: open, End: end}, Name: "Ruiz", Certainty: "certain", Cue: source.Span{Start: said, End: said + len("said")}})
			from = end
		}
		var out []string
		for _, d := range new(Finder).Find(x, quotes) {
			to := string(d.Resolves)
			if to == "" {
				to = "?"
			}
			out = append(out, x.Prose[d.Span.Start:d.Span.End]+"="+to)
		}
		if got := strings.Join(out, "|"); got != c.want {
			t.Errorf("%s\ngot  %s\nwant %s", c.in, got, c.want)
		}
	}
}

// Where nobody knows who speaks, a verb of saying before the opening mark tells the day.
func TestSpokenDaysOfNobody(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"She said on Sunday: “We vote tomorrow.”", "2022-03-06|2022-03-07"},
		{"She said: “We vote tomorrow.”", ""},
		{"On Sunday she said: “We vote tomorrow.”", "2022-03-06|"},
		{"She said on March 3: “We vote tomorrow.”", "2022-03-03|"},
		{"She said on Monday that he said: “We vote tomorrow.”", "2022-03-07|"},
		{"She wrote on Monday. “We vote tomorrow.”", "2022-03-07|"},
	} {
		x, _ := sample.Text("2022-03-10", "en", c.in)
		open, end := strings.Index(x.Prose, "“")+len("“"), strings.Index(x.Prose, "”")
		var out []string
		for _, d := range new(Finder).Find(x, []annotation.Quote{{Span: source.Span{Start: open, End: end}}}) {
			out = append(out, string(d.Resolves))
		}
		if got := strings.Join(out, "|"); got != c.want {
			t.Errorf("%s\ngot  %s\nwant %s", c.in, got, c.want)
		}
	}
	x, _ := sample.Text("2022-03-10", "en", "“We went yesterday,” Ruiz said on Tuesday. “We vote tomorrow.” “We sail tomorrow.”")
	quote := func(words, name, certainty string) annotation.Quote {
		at, said := strings.Index(x.Prose, words), strings.Index(x.Prose, "said")
		q := annotation.Quote{Span: source.Span{Start: at, End: at + len(words)}, Name: name, Certainty: certainty}
		if strings.Contains(words, "went") {
			q.Cue = source.Span{Start: said, End: said + len("said")}
		}
		return q
	}
	for _, c := range []struct{ second, certainty, third, want string }{
		{"Ruiz", "likely", "Ruiz", "2022-03-07|2022-03-08|2022-03-09|2022-03-09"},
		{"Hale", "certain", "Ruiz", "2022-03-07|2022-03-08||"},
		{"Ruiz", "unknown", "Ruiz", "2022-03-07|2022-03-08||"},
		{"Ruiz", "certain", "Hale", "2022-03-07|2022-03-08|2022-03-09|"},
	} {
		var out []string
		for _, d := range new(Finder).Find(x, []annotation.Quote{quote("We went yesterday,", "Ruiz", "certain"), quote("We vote tomorrow.", c.second, c.certainty), quote("We sail tomorrow.", c.third, "certain")}) {
			out = append(out, string(d.Resolves))
		}
		if got := strings.Join(out, "|"); got != c.want {
			t.Errorf("%+v\ngot  %s", c, got)
		}
	}
}
