package compare

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"glossator/internal/annotate"
	"glossator/internal/annotation"
	"glossator/internal/doc"
	"glossator/internal/language"
	"glossator/internal/source"
)

// prose makes a document of paragraphs set apart by blank lines.
func prose(text string) *doc.Document {
	d := &doc.Document{Prose: doc.Prose{Text: text}}
	at := 0
	for i, p := range strings.SplitAfter(text, "\n\n") {
		d.Prose.Blocks = append(d.Prose.Blocks, doc.Block{N: i + 1, Span: source.Span{Start: at, End: at + len(strings.TrimSuffix(p, "\n\n"))}})
		at += len(p)
	}
	return d
}

func side(text string) Side {
	d := prose(text)
	return Side{Doc: d, Ann: annotate.Annotate(d, unknowing)}
}

func cutOut(s Side, span source.Span) string { return s.Doc.Prose.Text[span.Start:span.End] }

// list writes findings one to a line: kind, verdict, both readings.
func list(a, b Side, keep func(Finding) bool) []string {
	var out []string
	for _, f := range Compare("en", a, b).Findings {
		if keep == nil || keep(f) {
			out = append(out, fmt.Sprintf("%s: %s: %s > %s", f.Kind, f.Verdict, cutOut(a, f.A), cutOut(b, f.B)))
		}
	}
	return out
}

// TestJudgement: what a change of words is called.
func TestJudgement(t *testing.T) {
	for _, c := range []struct{ a, b, want string }{
		{`"We will never leave the valley," Anna Lindqvist said on Tuesday.`, `"We will never quit the valley," Anna Lindqvist said on Tuesday.`,
			"quotation: altered quotation: leave > quit"},
		{`The mayor called it "a perfect harbor" for ships.`, `The mayor called it “a perfect harbor” for ships.`, ""},
		{`She called the bridge "unsafe" and left.`, `She called the bridge unsafe and left.`, "quotation: quotation marks dropped: unsafe > unsafe"},
		{`The talks with Anna Lindqvist lasted all night.`, `The talks with Oskar Lindqvist lasted all night.`, "name: garbled name: Anna > Oskar"},
		{`The talks with Anna Lindqvist lasted all night.`, `The talks with Peter Falk lasted all night.`, "name: changed name: Anna Lindqvist > Peter Falk"},
		{`The talks with Anna Lindqvist lasted all night.`, `The talks with Anna M. Lindqvist lasted all night.`, "name: other form of a name:  > M."},
		{`The talks with Anna Lindqvist lasted all night.`, `The talks with Ms. Lindqvist lasted all night.`, "name: other form of a name: Anna > ; wording: wording only:  > Ms."},
		{`Officials of the Coastal Fisheries Board met in Oslo.`, `Officials of the Coastal Fisheries Plank met in Oslo.`, "name: garbled name: Board > Plank"},
		{`Voters in the United Kingdom went to the polls.`, `Voters in britain went to the polls.`, "name: garbled name: the United Kingdom > britain"},
		{`Voters in the United Kingdom went to the polls.`, `Voters in the UK went to the polls.`, "name: other form of a name: United Kingdom > UK"},
		{`The council praised a guest teacher program last week.`, `The council praised a visitor instructor program last week.`, "title: altered title: guest teacher > visitor instructor"},
		{`Parliament passed a sweeping bill in the spring.`, `Parliament passed a sweeping invoice in the spring.`, "title: altered title: bill > invoice"},
		{`The aid went to the deputy finance minister of Norway.`, `The aid went to the deputy money minister of Norway.`, "title: altered title: finance > money"},
		{`About 4,200 boats left the harbor.`, `About 2,400 boats left the harbor.`, "figure: changed figure: 4,200 > 2,400"},
		{`Twelve boats left the harbor.`, `12 boats left the harbor.`, "wording: wording only: Twelve > 12"},
		{`The council meets on Tuesday in the town hall.`, `The council meets on Thursday in the town hall.`, "day: changed day: Tuesday > Thursday"},
		{`The bridge was finished in 1974 by the army.`, `The bridge was finished in 1947 by the army.`, "day: changed day: 1974 > 1947"},
		{`On Tuesday the council approved the harbor tunnel.`, `The council approved the harbor tunnel on Tuesday.`, "wording: wording only: On Tuesday > ; wording: wording only:  > on Tuesday"},
		{`The court did not allow the sale of the mill.`, `The court did allow the sale of the mill.`, "claim: flipped claim: not > "},
		{`Prices of bread rose sharply in the winter.`, `Prices of bread fell sharply in the winter.`, "claim: flipped claim: rose > fell"},
		{`The trucks drove from Oslo before dawn.`, `The trucks drove to Oslo before dawn.`, "claim: flipped claim: from > to"},
		{`Sweden thanked Norway for the loan of the ferry.`, `Norway thanked Sweden for the loan of the ferry.`, "claim: flipped claim: Sweden > Norway; claim: flipped claim: Norway > Sweden"},
		{`Ferries of the United States left.`, `Ferries of the USA left.`, "name: other form of a name: United States > USA"},
		{`He left without waiting for the ferry.`, `He left with out waiting for the ferry.`, ""},
		{`They haven't met since the asylum-seekers came.`, `They have not met since the asylum seekers came.`, ""},
		{`The village recently bought a ferry.`, `The village not too long ago bought a ferry.`, "wording: wording only: recently > not too long ago"},
	} {
		got := strings.Join(list(side(c.a), side(c.b), nil), "; ")
		if got != c.want {
			t.Errorf("%s\n%s\n got %s\nwant %s", c.a, c.b, got, c.want)
		}
	}
}

const harbor = `The harbor council of Westvik voted on Monday to close the old ferry pier after the winter storms.

Its chairwoman, Anna Lindqvist, said the pier had cost the town 4,200 kroner a day. "Nobody wants to see the ferry go," she said. Fishermen were not convinced.

The ferry began to run in 1931, when a bakery owner bought two boats from a bankrupt whaling company.

Opponents plan a march through the market square, and the county governor has offered to pay for an engineer.`

// TestPassages: what is dropped, added, moved, split.
func TestPassages(t *testing.T) {
	paragraphs := strings.Split(harbor, "\n\n")
	passages := func(f Finding) bool { return f.Kind == Passage }
	for name, c := range map[string]struct{ b, want string }{
		"dropped": {strings.Replace(harbor, " Fishermen were not convinced.", "", 1), "passage: dropped passage: Fishermen were not convinced > "},
		"added":   {harbor + " Snow is expected.", "passage: added passage:  > Snow is expected"},
		"moved": {strings.Join([]string{paragraphs[2], paragraphs[0], paragraphs[1], paragraphs[3]}, "\n\n"),
			"passage: moved passage: The ferry began to run in 1931, when a bakery owner bought two boats from > The ferry began to run in 1931, when a bakery owner bought two boats from"},
		"split": {strings.Replace(harbor, "square, and the", "square. The", 1), ""},
	} {
		if got := strings.Join(list(side(harbor), side(c.b), passages), "; "); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", name, got, c.want)
		}
	}
}

// TestRows: rows stand in A's order and their ops cover both spans.
func TestRows(t *testing.T) {
	a := side(harbor)
	b := side(strings.NewReplacer("voted", "decided", " Fishermen were not convinced.", "", "bankrupt", "failed").Replace(harbor) + "\n\nSnow is expected on the coast.")
	c := Compare("en", a, b)
	var got []string
	for _, r := range c.Rows {
		state := "same"
		switch {
		case r.Finding >= 0:
			state = string(c.Findings[r.Finding].Verdict)
		case len(r.Ops) > 1:
			state = "changed"
		}
		got = append(got, fmt.Sprintf("%d %d %s", r.BlockA, r.BlockB, state))
		checkOps(t, c, r)
	}
	want := []string{"0 0 changed", "1 1 same", "1 1 same", "1 -1 dropped passage", "2 2 changed", "3 3 same", "-1 4 added passage"}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

// checkOps holds the promise that ops cover both spans of a row without a gap.
func checkOps(t interface{ Errorf(string, ...any) }, c *Comparison, r Row) {
	if r.BlockA < 0 || r.BlockB < 0 {
		return
	}
	atA, atB := r.A.Start, r.B.Start
	for _, op := range r.Ops {
		if op.A.Start != atA || op.B.Start != atB {
			t.Errorf("gap in ops at %d/%d: %+v", atA, atB, op)
		}
		if op.Finding >= 0 && (c.Findings[op.Finding].A != op.A || c.Findings[op.Finding].B != op.B) {
			t.Errorf("op %+v points at %+v", op, c.Findings[op.Finding])
		}
		atA, atB = op.A.End, op.B.End
	}
	if atA != r.A.End || atB != r.B.End {
		t.Errorf("ops end at %d/%d, row %+v", atA, atB, r)
	}
}

// TestEntries: findings name the entry, quotations their speaker.
func TestEntries(t *testing.T) {
	a, b := side(`Officials said Lindqvist signed. "It is done," she said.`), side(`Officials said Lindqist signed. "It is over," she said.`)
	mention := func(s Side, word string) annotation.Mention {
		at := strings.Index(s.Doc.Prose.Text, word)
		return annotation.Mention{Span: source.Span{Start: at, End: at + len(word)}, Entry: "anna-lindqvist", Level: annotation.Named}
	}
	at := strings.Index(a.Doc.Prose.Text, "It is")
	a.Ann.Mentions = []annotation.Mention{mention(a, "Lindqvist")}
	a.Ann.Quotes = []annotation.Quote{{Span: source.Span{Start: at, End: at + len("It is done.")}, Speaker: "anna-lindqvist"}}
	for _, pair := range [][2]Side{{a, b}, {b, a}} {
		fs := Compare("en", pair[0], pair[1]).Findings
		if len(fs) != 2 || fs[0].Kind != Quotation || fs[0].Entry != "anna-lindqvist" || fs[1].Kind != Name || fs[1].Entry != "anna-lindqvist" {
			t.Errorf("%+v", fs)
		}
	}
}

// TestClasses: a word on two lists would be whatever map order makes of it.
func TestClasses(t *testing.T) {
	for _, w := range []string{"the", "of", "and", "he", "is", "not"} {
		if !classOf(language.English(), w).function() {
			t.Errorf("%q is no function word", w)
		}
	}
	for w, want := range map[string]class{"policies": program, "secretaries": role, "agents": role, "monday": day, "house": content} {
		if got := classOf(language.English(), w); got != want {
			t.Errorf("%q: class %d, want %d", w, got, want)
		}
	}
}

func TestSentences(t *testing.T) {
	for text, want := range map[string][]string{
		`Mr. Falk met Gov. J.B. Lane in the U.S. on Friday. They talked.`:     {"Mr. Falk met Gov. J.B. Lane in the U.S. on Friday.", "They talked."},
		`"Wait. We will see," he said. "Go!" She left the U.S. The end.`:      {`"Wait.`, `We will see," he said.`, `"Go!"`, "She left the U.S.", "The end."},
		`It cost $2.5 million. (Nobody paid.) 11 boats sank... The rest ran.`: {"It cost $2.5 million.", "(Nobody paid.)", "11 boats sank...", "The rest ran."},
	} {
		s := side(text)
		var got []string
		for _, x := range read(s, language.English()).sentences {
			got = append(got, cutOut(s, x.span))
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("%s: %s", text, d)
		}
	}
}

// FuzzCompare: any two texts can be compared, ops cover their rows, and the way round
// does not matter.
func FuzzCompare(f *testing.F) {
	f.Add(harbor, strings.ToUpper(harbor))
	f.Add("“It’s 5.5 % of U.S. O’Brien", "don't. 'tis $3,000… «non»")
	f.Fuzz(func(t *testing.T, x, y string) {
		a, b := side(x), side(y)
		c, back := Compare("en", a, b), Compare("en", b, a)
		for _, r := range c.Rows {
			checkOps(t, c, r)
		}
		if len(c.Findings) != len(back.Findings) || c.SharedA != back.SharedB {
			t.Errorf("%d findings, %d from the other side", len(c.Findings), len(back.Findings))
		}
		if n := len(Compare("en", a, a).Findings); n > 0 {
			t.Errorf("%d findings in the text itself", n)
		}
	})
}
