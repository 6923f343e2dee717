package mention

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"glossator/internal/annotation"
	"glossator/internal/catalogue"
	"glossator/internal/doc"
	"glossator/internal/lexicon"
	"glossator/internal/meta"
	"glossator/internal/reading"
	"glossator/internal/source"
)

func words(ws ...string) (out []meta.Word) {
	for _, w := range ws {
		out = append(out, meta.Word{Text: w})
	}
	return out
}

// norland is the catalogue of the tests: a made-up country and its quarrel about a
// harbor.
var norland = lexicon.New(catalogue.New(
	[]catalogue.Facet{{ID: "who", Singular: "person or body"}, {ID: "policy", Singular: "policy"}, {ID: "measure", Singular: "measure"}},
	[]*catalogue.Entry{
		{ID: "vale", Kind: "person", Name: "Martin Vale", Aliases: words("Vale"), Roles: []catalogue.Role{
			{Title: "President of Norland", From: "2021-01-20", To: "2025-01-20", Descriptions: words("the president", "the Norlandic president")}}},
		{ID: "holt", Kind: "person", Name: "Peter J. Holt", Aliases: words("Holt"), Roles: []catalogue.Role{
			{Title: "President of Norland", From: "2017-01-20", To: "2021-01-20", Descriptions: words("the president")},
			{Title: "Former president of Norland", From: "2021-01-20", Descriptions: words("the former president")}}},
		{ID: "ruiz", Kind: "person", Name: "José María Ruiz Peña", Surname: "Ruiz Peña", Roles: []catalogue.Role{
			{Title: "President of Sudria", From: "2018-12-01", To: "2024-09-30", Descriptions: words("the Sudrian president", "Sudria's president")}}},
		{ID: "jane-smith", Kind: "person", Name: "Jane Smith", Roles: []catalogue.Role{{Title: "Mayor of Eastport", From: "2019"}}},
		{ID: "alan-smith", Kind: "person", Name: "Alan Smith", Roles: []catalogue.Role{{Title: "Governor of Westmark", From: "2019"}}},
		{ID: "kern", Kind: "person", Name: "Oda Kern", Roles: []catalogue.Role{{Title: "Secretary of River Affairs", From: "2021-02", Descriptions: words("the river secretary")}}},
		{ID: "vale-administration", Kind: "organization", Name: "Vale administration", Roles: []catalogue.Role{
			{Title: "Administration in office", From: "2021-01-20", To: "2025-01-20", Descriptions: words("the administration")}}},
		{ID: "holt-administration", Kind: "organization", Name: "Holt administration"},
		{ID: "river-affairs", Kind: "organization", Name: "Department of River Affairs", Aliases: words("River Affairs", "DRA")},
		{ID: "congress", Kind: "organization", Name: "Congress"},
		{ID: "palace", Kind: "organization", Name: "Blue Palace"},
		{ID: "workers", Kind: "organization", Name: "Workers Party", Aliases: words("Workerists", "Workerist")},
		{ID: "dock-order", Facet: 1, Kind: "emergency order", Name: "Dock Order 9", Descriptions: words("an emergency dock rule", "a Holt-era rule", "the rule")},
		{ID: "harbor-protocols", Facet: 1, Kind: "program", Name: "Harbor Entry Protocols", Damaged: words("Port Entry Records")},
		{ID: "turn-back", Facet: 2, Kind: "practice", Name: "Turning boats back", Cues: words("quickly? [turn back … boat]", "[return of (the)? boat]")},
		{ID: "let-in", Facet: 2, Kind: "practice", Name: "Letting boats in", Cues: words("[let in … boat] !not")},
	}), "en")

// article makes a document of blocks parted by blank lines; the first is a title where
// it begins with "# ". [[id|words]] and [[-|words]] are the author's marks.
func article(text string) *doc.Document {
	d := &doc.Document{File: source.NewFile("a.txt", text), Meta: doc.Meta{Published: "2022-03-10"}}
	var b strings.Builder
	for i, p := range strings.Split(text, "\n\n") {
		block := doc.Block{Kind: doc.Paragraph, N: i + 1}
		if title, ok := strings.CutPrefix(p, "# "); ok {
			p, block.Kind, block.N = title, doc.Title, 0
		}
		if i > 0 {
			b.WriteString("\n\n")
		}
		block.Span.Start = b.Len()
		for {
			before, rest, ok := strings.Cut(p, "[[")
			b.WriteString(before)
			if !ok {
				break
			}
			mark, after, _ := strings.Cut(rest, "]]")
			id, words, _ := strings.Cut(mark, "|")
			m := doc.Mark{Span: source.Span{Start: b.Len(), End: b.Len() + len(words)}, Entry: strings.TrimPrefix(id, "-")}
			d.Marks = append(d.Marks, m)
			b.WriteString(words)
			p = after
		}
		block.Span.End = b.Len()
		d.Prose.Blocks = append(d.Prose.Blocks, block)
	}
	d.Prose.Text = b.String()
	return d
}

// linked writes a document's mentions into its text: {words=id} for names, {words~id}
// for descriptions.
func linked(d *doc.Document, ms []annotation.Mention) string {
	var b strings.Builder
	at := 0
	for _, m := range ms {
		sign := map[annotation.Level]string{annotation.Named: "=", annotation.Descriptive: "~"}[m.Level]
		b.WriteString(d.Prose.Text[at:m.Span.Start] + "{" + d.Prose.Text[m.Span.Start:m.Span.End] + sign + m.Entry + "}")
		at = m.Span.End
	}
	return b.String() + d.Prose.Text[at:]
}

// unlinked takes what linked wrote out again.
func unlinked(text string) string {
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(text, "{")
		b.WriteString(before)
		if !ok {
			return b.String()
		}
		mark, after, _ := strings.Cut(rest, "}")
		b.WriteString(mark[:strings.LastIndexAny(mark, "=~")])
		text = after
	}
}

func TestMentions(t *testing.T) {
	for _, group := range []struct {
		name  string
		texts []string
	}{
		{"names", []string{
			"{Martin Vale=vale}'s aides met {Congress=congress}.",
			"The {Blue Palace=palace}, the DRAFT and {DRA=river-affairs} agents.",
			"The {Dock Order 9=dock-order} and Dock Order 91.",
			"A blue palace is not one.",
			"{Peter Holt=holt} and {Peter K. Holt=holt} are one.",
			"The Blue Palace Committee wrote to {Congress=congress}.",
			"Peru's Congress and the Sudrian Congress met; our {Congress=congress} did not.",
			"{Vale=vale} met {Holt=holt}.",
			"Anti-{Vale=vale} posters hung in town.",
		}},
		{"organizations named after a person", []string{
			"The {Vale administration=vale-administration} and the Vale campaign.",
			"The {Vale=vale-administration} and {Holt administrations=holt-administration} agreed.",
			"The {administration of President Martin Vale=vale-administration} agreed.",
			"{Holt-era~holt-administration} rules stayed.",
			"He kept {a Holt-era rule~dock-order}.",
			"{Vale=vale}'s {administration~vale-administration} agreed, and {his government~vale-administration} paid.",
			"The Holt Foundation paid.",
		}},
		{"surnames", []string{
			"{Oda Kern=kern} spoke. {Kern=kern}'s plan failed.",
			"Kern spoke.",
			"Secretary {Kern=kern} spoke. {Kern=kern} left.",
			"# {Kern=kern} leaves\n\nMs. {Kern=kern} will leave.",
			"KERN, Norland (AP) — {Oda Kern=kern} left.",
			"{Oda Kern=kern} lived in Kern.",
			"{Martin Vale=vale}, the Holt family and Eva Vale met.",
			"{Martin Vale=vale} met Eva Vale. Mrs. Vale left.",
			"{Peter Holt=holt} and Peter Holt Jr. met.",
			"Kern County and {Oda Kern=kern}.",
			"{Ruiz Peña=ruiz} came, and so did Ruiz.",
			"{José Ruiz Peña=ruiz} came. Mr. {Ruiz Peña=ruiz} left.",
		}},
		{"two of one surname", []string{
			"{Jane Smith=jane-smith} met {Alan Smith=alan-smith}. Mayor {Smith=jane-smith} spoke, and Gov. {Smith=alan-smith} did.",
			"{Jane Smith=jane-smith} met {Alan Smith=alan-smith}.\n\nSmith spoke.",
			"{Jane Smith=jane-smith} spoke.\n\n{Smith=jane-smith} left.\n\n{Alan Smith=alan-smith} came.\n\nThen Smith left.",
			"Mayor {Smith=jane-smith} spoke.",
			"Mr. Smith spoke.",
		}},
		{"damage", []string{
			"{Jose Maria Ruiz Pena=ruiz} and {Jos Mara Ruiz Pea=ruiz} and {Ruiz PeÃ±a=ruiz}.",
			"The Harbor Arrival Protocols ended.",
			"The {Harbor Arrival Protocols=harbor-protocols} ended. {Port Entry Records=harbor-protocols} show it.",
			"The Harbor Entry Fund ended.",
			"The {Port Entry Records=harbor-protocols} ended.",
			"The Harbor Arrival Protocols Office ended.",
		}},
		{"roles", []string{
			"{The president of Sudria~ruiz} came, then {the Sudrian president~ruiz} left.",
			"Sudria's {president~ruiz} came.",
			"{The president of Norland~vale} came.",
			"{The river secretary~kern} spoke, and {the Secretary of River Affairs~kern} left.",
			"River secretary {Oda Kern=kern} spoke.",
			"He is the president of Norland.",
			"In 2018 the president of Norland resigned.",
			"A president of Norland may resign.",
		}},
		{"appositions", []string{
			"{Oda Kern=kern}, {a lawyer~kern} from Eastport, spoke.",
			"{Oda Kern=kern}, who is {Vale=vale}'s {special adviser for the rivers~kern}, spoke.",
			"{The harbor director~kern}, {Oda Kern=kern}, spoke. {The harbor director~kern} left.",
			"Rep. {Oda Kern=kern}, {D-Eastport~kern}, {a frequent critic~kern}, spoke.",
			"{Oda Kern=kern}, a day later, spoke.",
			"{A lawyer~kern}, {Oda Kern=kern}, spoke. They met a lawyer, {Oda Kern=kern}, and a driver.",
			"{Oda Kern=kern}, {the department~river-affairs}'s {overall boss~kern}, spoke.",
			"{The department~river-affairs}'s {boss~kern}, {Oda Kern=kern}, spoke, but the country's farmers did not.",
			"{Oda Kern=kern}, {CEO of River Affairs~kern}, spoke.",
			"{Dock Order 9=dock-order}, {an exemption for ships~dock-order}, and the {Harbor Entry Protocols=harbor-protocols}, a day old.",
			"{José Ruiz Peña=ruiz} came. {The head of state~ruiz} sat; the head of state of Peru stood.",
			"The head of state came.",
			"{Dock Order 9=dock-order}, {an order~dock-order} of 2020, ended.",
			"Harbor Director {Oda Kern=kern} spoke. {The harbor director~kern} left.",
			"{The policy~dock-order}, known as {Dock Order 9=dock-order}, ended.",
		}},
		{"weak descriptions", []string{
			"{Martin Vale=vale} spoke. {The president~vale} left.",
			"The president left.",
			"{Dock Order 9=dock-order} stays. {The rule~dock-order} is old, and {the order~dock-order} is harsh.",
			"{Dock Order 9=dock-order} stays. A court issued an order. The order is harsh.",
			"{Dock Order 9=dock-order} and the {Harbor Entry Protocols=harbor-protocols} stay. The policy is harsh.",
			"{Martin Vale=vale} spoke. The president of the bank left, and the president-elect did.",
			"{Vale=vale} blamed {his predecessor~holt}, and {Vale=vale}'s {predecessor~holt} laughed.",
			"{Martin Vale=vale} met {José Ruiz Peña=ruiz}. {Vale=vale} told {his counterpart~ruiz} so.",
			"{Martin Vale=vale} met {José Ruiz Peña=ruiz}. “Thank you, {Mr. President~ruiz},” {Vale=vale} said.",
			"The {Vale administration=vale-administration} paid. {The administration~vale-administration} said so; the administration officials did not.",
		}},
		{"cues", []string{
			"They {turned back most of the boats~turn-back} and {the return of boats~turn-back} began.",
			"They {let in two boats~let-in}. They did not let in the boats.",
			"They {turn back~turn-back} {Vale=vale}'s boats.",
		}},
		{"marks", []string{
			"[[-|Vale]] lies in a [[kern|green valley]]; {Vale=vale} lives there.",
		}},
	} {
		t.Run(group.name, func(t *testing.T) {
			for _, want := range group.texts {
				d := article(unlinked(want))
				var why []string
				f := Finder{Why: func(_, _ int, msg string) { why = append(why, msg) }}
				got, _ := f.Find(reading.New(d, norland))
				if group.name == "marks" {
					want = "Vale lies in a {green valley~kern}; {Vale=vale} lives there."
				}
				if diff := cmp.Diff(strings.TrimPrefix(want, "# "), linked(d, got)); diff != "" {
					t.Errorf("%s\n%s", diff, strings.Join(why, "\n"))
				}
			}
		})
	}
}

func TestDoubtsSayWhatSettlesThem(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Jane Smith met Alan Smith.\n\nSmith spoke.", "ambiguous-surname: “Smith” may be more than one person: not linked / write [[jane-smith|Smith]], or [[-|Smith]] for somebody else"},
		{"Jose Maria Ruiz Pena spoke.", "damaged-name: “Jose Maria Ruiz Pena” is read as “José María Ruiz Peña”: accents are lost or taken apart / correct it in the article, if the article is yours"},
		{"The Harbor Arrival Protocols ended.", ""},
		{"The Harbor Arrival Protocols ended. Port Entry Records show it.", "damaged-name: “Harbor Arrival Protocols” is read as “Harbor Entry Protocols”: a word was replaced / if it is another name write [[-|Harbor Arrival Protocols]]\n" +
			"damaged-name: “Port Entry Records” is read as “Harbor Entry Protocols”: a spoiled form that the entry lists / correct it in the article, if the article is yours"},
		{"Dock Order 9 stays. A court issued an order. The order is harsh.", "unresolved-description: “The order” may be dock-order, or another that the article calls “order” in between: not linked / write [[dock-order|The order]]"},
	} {
		d := article(c.text)
		_, doubts := new(Finder).Find(reading.New(d, norland))
		var got []string
		for _, x := range doubts {
			got = append(got, x.Rule+": "+x.Msg+" / "+x.Hint)
		}
		if diff := cmp.Diff(c.want, strings.Join(got, "\n")); diff != "" {
			t.Error(diff)
		}
	}
}

func TestRolesFollowTheDay(t *testing.T) {
	for day, want := range map[meta.Day]string{"2019-05-01": "holt", "2022-03-10": "vale", "2026-01-01": ""} {
		d := article("The president of Norland came.")
		d.Meta.Published = day
		got := ""
		ms, _ := new(Finder).Find(reading.New(d, norland))
		for _, m := range ms {
			got = m.Entry
		}
		if got != want {
			t.Errorf("on %s %q, want %q", day, got, want)
		}
	}
}

func TestOtherLanguages(t *testing.T) {
	c := catalogue.New([]catalogue.Facet{{ID: "who"}, {ID: "measure"}}, []*catalogue.Entry{
		{ID: "ruiz", Kind: "person", Name: "José Ruiz", Descriptions: words("el presidente de Sudria")},
		{ID: "devolver", Facet: 1, Name: "Devolución", Cues: words("[devolver … barco]")},
	})
	want := "{José Ruiz=ruiz} habló. Dijo {Ruiz=ruiz} que {el presidente de Sudria~ruiz} {devolvía los barcos~devolver}."
	d := article(unlinked(want))
	ms, _ := new(Finder).Find(reading.New(d, lexicon.New(c, "es")))
	if diff := cmp.Diff(want, linked(d, ms)); diff != "" {
		t.Error(diff)
	}
}

// TestDescriptionsOfOthers: a description before another name, behind the adjective of a country
// too, means whom the name means.
func TestDescriptionsOfOthers(t *testing.T) {
	c := catalogue.New([]catalogue.Facet{{ID: "who"}}, []*catalogue.Entry{
		{ID: "mar", Kind: "organization", Name: "Mar Azul", Descriptions: words("la empresa", "la compañía")},
	})
	want := "{Mar Azul=mar} ganó. Y la empresa chilena Sur Grande perdió con la compañía canadiense ATC. {La empresa~mar} celebró."
	d := article(unlinked(want))
	ms, _ := new(Finder).Find(reading.New(d, lexicon.New(c, "es")))
	if diff := cmp.Diff(want, linked(d, ms)); diff != "" {
		t.Error(diff)
	}
}

// TestParticlesAreNoNames: in no language is what stands before a particle, and it, a name.
func TestParticlesAreNoNames(t *testing.T) {
	c := catalogue.New([]catalogue.Facet{{ID: "who"}}, []*catalogue.Entry{
		{ID: "fuente", Kind: "person", Name: "María de la Fuente", Surname: "de la Fuente"},
		{ID: "leyen", Kind: "person", Name: "Ursula von der Layen"},
	})
	for _, lang := range []string{"en", "es", "de", "fr", "pt"} {
		d := article("María de los Ángeles habló. Ursula von Trapp sprach.")
		if ms, _ := new(Finder).Find(reading.New(d, lexicon.New(c, lang))); len(ms) > 0 {
			t.Errorf("%s: %s", lang, linked(d, ms))
		}
	}
}

// TestNamesBehindAnElision: l’, d’ and qu’ are no part of a name, in the languages that
// elide; elsewhere an apostrophe joins.
func TestNamesBehindAnElision(t *testing.T) {
	c := catalogue.New([]catalogue.Facet{{ID: "who"}}, []*catalogue.Entry{
		{ID: "aeb", Kind: "agency", Name: "Agence de l’eau", Aliases: words("AEB")}, {ID: "helene", Kind: "person", Name: "Hélène de Villard"}, {ID: "equipe", Name: "L’Équipe"},
	})
	for language, want := range map[string]string{
		"fr": "L’{Agence de l’eau=aeb} dit qu’{Hélène de Villard=helene} et l'{AEB=aeb} parlent d’{Hélène de Villard=helene} à {L’Équipe=equipe}.",
		"it": "L’{AEB=aeb} e dell’{AEB=aeb} dicono.",
		"en": "D’AEB and L’AEB met {AEB=aeb}.",
	} {
		d := article(unlinked(want))
		ms, _ := new(Finder).Find(reading.New(d, lexicon.New(c, language)))
		if diff := cmp.Diff(want, linked(d, ms)); diff != "" {
			t.Error(diff)
		}
	}
}

// TestDescriptionsBehindAnElision: “l’élue” is found as “la mairesse” is, with its article, and
// so is a phrase of several words.
func TestDescriptionsBehindAnElision(t *testing.T) {
	c := catalogue.New([]catalogue.Facet{{ID: "who"}}, []*catalogue.Entry{
		{ID: "marot", Kind: "person", Name: "Léa Marot", Descriptions: words("l’élue", "l’élue du port")},
	})
	want := "{Léa Marot=marot} parle. {L’élue~marot} insiste, et {l’élue du port~marot} sourit. Une élue proteste."
	d := article(unlinked(want))
	ms, _ := new(Finder).Find(reading.New(d, lexicon.New(c, "fr")))
	if diff := cmp.Diff(want, linked(d, ms)); diff != "" {
		t.Error(diff)
	}
}

// TestCostIsLinear reads texts that repeat what is hard; a cost that grows with the
// square of their length would take minutes.
func TestCostIsLinear(t *testing.T) {
	for _, unit := range []string{"Martin Vale and Eva Vale met Vale. ", "President Vale, the president of Vale President Vale, ",
		"Holt-era rules ", "his counterpart his predecessor the order ", "the president, Oda Kern, who is ", "turn back turn back … ",
		"In 2018 the president of Norland ", "“Mr. President, ", "Vale and Holt administrations ", "administration of the the ", "Vale\n\n", "a- ", ")", "'", ".\".\"", "Vale ", "x ) ) "} {
		d := article(strings.Repeat(unit, (1<<18)/len(unit)))
		d.Prose.Text = strings.ToValidUTF8(d.Prose.Text, "")
		new(Finder).Find(reading.New(d, norland))
	}
}

func FuzzMentions(f *testing.F) {
	for _, s := range []string{"Martin Vale, the president of Norland, met Oda Kern.", "# VALE – HOLT\n\n“Mr. President,” [[kern|x]] Vale-era", "the order his predecessor's 's Jr. III",
		"Ruiz PeÃ±a\u00ad \xff", "who is one of D-X, a critic", "Vale, Holt and Vale administrations of the Jane Smith",
		"Vale, the resident of and"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d := article(s)
		end := 0
		a := &annotation.Set{}
		a.Mentions, a.Doubts = new(Finder).Find(reading.New(d, norland))
		for _, m := range a.Mentions {
			if m.Span.Start < end || m.Span.End <= m.Span.Start || m.Span.End > len(d.Prose.Text) {
				t.Fatalf("%+v after %d in %q", m, end, d.Prose.Text)
			}
			end = m.Span.End
		}
		for _, x := range a.Doubts {
			if x.Span.Start < 0 || x.Span.End > len(d.Prose.Text) || x.Span.Len() <= 0 {
				t.Fatalf("%+v in %q", x, d.Prose.Text)
			}
		}
	})
}
