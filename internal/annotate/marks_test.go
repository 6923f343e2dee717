package annotate

import (
	"strings"
	"testing"

	"glossator/internal/annotate/date"
	"glossator/internal/annotate/figure"
	"glossator/internal/annotate/quote"
	"glossator/internal/annotate/sample"
)

func FuzzMarks(f *testing.F) {
	f.Add("“The tide,” Ruiz said, 'is' \"late. He rose 10-20%, $5 million, on Jan. 6, 2021, 555-1234.\n\n“And again.”")
	f.Add("« a » „b“ »c« 「d」 ‘e’ ''' two-thirds of the 2019-20 season of next year (3) 1.2.3 ,,")
	f.Add("\"\"“”‘’1,,2 May May 5 the summer of of two hundred and and one")
	f.Add("der Otto ) n der Feld-Brink AG „Saubere Ufer“, so H")
	f.Fuzz(func(t *testing.T, in string) {
		if strings.ContainsAny(in, "{}|") {
			t.Skip()
		}
		for _, lang := range []string{"en", "de"} {
			x, ms := sample.Text("2022-03-10", lang, in)
			end := 0
			check := func(kind string, start, stop int) {
				if start < end || stop <= start || stop > len(x.Prose) {
					t.Fatalf("%s [%d,%d) after %d in %q", kind, start, stop, end, x.Prose)
				}
				end = stop
			}
			dates := new(date.Finder).Find(x, nil)
			for _, d := range dates {
				check("date", d.Span.Start, d.Span.End)
			}
			end = 0
			for _, f := range new(figure.Finder).Find(x, ms, dates) {
				check("figure", f.Span.Start, f.Span.End)
			}
			end = 0
			quotes, _ := new(quote.Finder).Find(x, ms)
			for _, q := range quotes {
				check("quote", q.Span.Start, q.Span.End)
				if q.Cue.Start > q.Cue.End || q.Cue.End > len(x.Prose) || (q.Speaker == "" && q.Name == "") != (q.Certainty == "unknown") {
					t.Fatalf("%+v in %q", q, x.Prose)
				}
			}
		}
	})
}
