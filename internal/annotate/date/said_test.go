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
