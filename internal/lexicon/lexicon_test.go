package lexicon_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"glossator/internal/catalogue"
	"glossator/internal/lexicon"
	"glossator/internal/meta"
	"glossator/internal/source"
)

var facets = []catalogue.Facet{{ID: "who", Singular: "person or body"}, {ID: "policy", Singular: "policy"}, {ID: "measure", Singular: "measure"}}

// words makes located words of plain ones.
func words(ws ...string) (out []meta.Word) {
	for i, w := range ws {
		out = append(out, meta.Word{Text: w, Offset: i + 1})
	}
	return out
}

func compile(entries ...*catalogue.Entry) *lexicon.Lexicon {
	for _, e := range entries {
		if e.File == nil {
			e.File = source.NewFile("content/"+e.ID+".md", "---\nname: x\n---\n")
		}
	}
	return lexicon.New(catalogue.New(facets, entries), "en")
}

var (
	ortega = &catalogue.Entry{ID: "ortega", Kind: "person", Name: "José María Peña Ortega", Surname: "Peña Ortega"}
	archer = &catalogue.Entry{ID: "archer", Kind: "person", Name: "Thomas B. Archer", Aliases: words("Archer")}
	accord = &catalogue.Entry{ID: "accord", Facet: 1, Name: "Lake Water Accord", Aliases: words("water accord", "LWA"), Descriptions: words("a treaty on the lake", "the treaty")}
	bureau = &catalogue.Entry{ID: "bureau", Kind: "organization", Name: "U.S. River and Harbor Protection"}
)

// found lists the leftmost longest forms of a text: "words/damage", descriptions "~words".
func found(l *lexicon.Lexicon, text string) (out []string) {
	tokens, _ := l.Tokens(text, nil)
	matches, end := l.Matches(text, tokens, nil), int32(0)
	for i, m := range matches {
		if m.From < end || i+1 < len(matches) && matches[i+1].From == m.From {
			continue // a longer one follows
		}
		end = m.To
		s := text[tokens[m.From].Start:tokens[m.To-1].End]
		if m.Form.Kind >= lexicon.Description {
			s = "~" + s
		}
		if m.Damage != lexicon.Whole {
			s += fmt.Sprintf("/%d", m.Damage)
		}
		out = append(out, s)
	}
	return out
}

func TestMatches(t *testing.T) {
	l := compile(ortega, archer, accord, bureau)
	for _, c := range []struct{ name, text, want string }{
		{"whole words only", "Prearcher, Archers and Archery", ""},
		{"capitals of a name", "the lake water accord, Lake water accord", "water accord, water accord"},
		{"lower case in a name takes any", "Water Accord", "Water Accord"},
		{"a headline in capitals", "LAKE WATER ACCORD SIGNED", "LAKE WATER ACCORD"},
		{"an abbreviation", "the LWA, the L.W.A. and lwa", "LWA, L.W.A."},
		{"U.S. and US", "US River and Harbor Protection", "US River and Harbor Protection"},
		{"possessive", "Archer's and Archer’s", "Archer, Archer"},
		{"over a line's end", "Lake Water\nAccord", "Lake Water\nAccord"},
		{"not over a block's end", "Lake Water\n\nAccord", ""},
		{"a hyphen inside", "Lake-Water Accord", "Lake-Water Accord"},
		{"no initial", "Thomas Archer", "Thomas Archer"},
		{"another initial", "Thomas J. Archer", "Thomas J. Archer"},
		{"a nickname", "Tom Archer", "Tom Archer"},
		{"index order", "Archer, Thomas", "Archer, Thomas"},
		{"double surname", "José Peña Ortega", "José Peña Ortega"},
		{"half of a double surname", "José Peña and Peña and Ortega", "José Peña, Peña, Ortega"},
		{"accents lost", "Jose Maria Pena Ortega", "Jose Maria Pena Ortega/1"},
		{"accents taken apart", "Pen\u0303a Ortega", "Pen\u0303a Ortega/1"},
		{"letters lost", "Jos Mara Pea Ortega", "Jos Mara Pea Ortega/2"},
		{"a slip", "José María Peña Ortga and José María Mena Ortiga", "José María Peña Ortga/2"},
		{"a letter unreadable", "Pe\uFFFDa Ortega", "Pe\uFFFDa Ortega/3"},
		{"wrong encoding", "PeÃ±a Ortega", "PeÃ±a Ortega/3"},
		{"soft hyphen", "Peña Or\u00ADtega", "Peña Or\u00ADtega/3"},
		{"no-break space", "Peña\u00a0Ortega", "Peña\u00a0Ortega"},
		{"a word replaced inside", "U.S. River and Dock Protection", "U.S. River and Dock Protection/4"},
		{"a word replaced at the end", "U.S. River and Harbor Safety", "U.S. River and Harbor Safety/5"},
		{"descriptions in any capitals", "A Treaty on the Lake", "~Treaty on the Lake"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if d := cmp.Diff(c.want, strings.Join(found(l, c.text), ", ")); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestCues(t *testing.T) {
	for _, c := range []struct{ cue, text, want string }{
		{"expel migrant", "They expelled migrants.", "expelled migrants"},
		{"expel migrant", "They expelled, migrants said.", ""},
		{"expel migrant", "They “expelled” migrants.", "expelled” migrants"},
		{"expel … migrant", "They expel nearly all of the new migrants here.", "expel nearly all of the new migrants"},
		{"expel … migrant", "They expel one two three four five six seven migrants.", ""},
		{"expel … migrant", "They expel. All migrants wait.", ""},
		{"expel … migrant", "They expel: all migrants wait.", ""},
		{"expel … migrant", "They expel migrants and more migrants.", "expel migrants"},
		{"[expel … migrant] to Mexico", "expelling two migrants to Mexico", "expelling two migrants"},
		{"rapidly? [expel|deport]", "", "!"},
		{"rapidly? [(expel|send back) migrant]", "sent back migrants, rapidly expels migrants", "sent back migrants|expels migrants"},
		{"[build (a|the)? wall]", "built walls, build the wall, built a wall", "built walls|build the wall|built a wall"},
		{"active-duty =soldiers", "active duty soldiers, active-duty soldiers, active-duty Soldiers", "active duty soldiers|active-duty soldiers"},
		{"expel migrant !not", "They will not expel migrants. They expel migrants. Never expel migrants", "expel migrants"},
		{"waive … law", "waived 26 federal laws", "waived 26 federal laws"},
		{"… law", "", "!"},
		{"[a] [b]", "", "!"},
		{"(a|b", "", "!"},
		{"a] b", "", "!"},
		{"a … b … c … d … e", "", "!"},
		{"", "", "!"},
		{"=", "", "!"},
	} {
		t.Run(c.cue, func(t *testing.T) {
			l := compile(&catalogue.Entry{ID: "m", Facet: 2, Name: "M", Cues: words(c.cue)})
			if c.want == "!" {
				if len(l.Problems) != 1 || l.Problems[0].Rule != "bad-cue" {
					t.Errorf("problems: %v", l.Problems)
				}
				return
			}
			var got []string
			for _, s := range strings.SplitAfter(c.text, ". ") { // a sentence at a time, as annotate does
				tokens, fold := l.Tokens(s, nil)
				for _, m := range l.CueMatches(s, fold, tokens, 0, len(tokens), nil) {
					got = append(got, s[tokens[m.From].Start:tokens[m.To-1].End])
				}
			}
			if d := cmp.Diff(c.want, strings.Join(got, "|")); d != "" {
				t.Error(d, l.Problems)
			}
		})
	}
}

func TestProblemsAreLocated(t *testing.T) {
	one := &catalogue.Entry{ID: "one", Name: "One", Aliases: words("Both")}
	two := &catalogue.Entry{ID: "two", Name: "Two", Aliases: words("Second", "Both"), Cues: words("(a")}
	var got []string
	for _, p := range compile(one, two).Problems {
		got = append(got, p.String())
	}
	want := []string{
		"content/two.md:1:3: warning: \"Both\" also names \"one\" [ambiguous-alias]\n\thint: remove it from one of them; until then articles must mark it: [[two|Both]]",
		"content/two.md:1:2: cue \"(a\": \"(\" without its \")\", at character 3 [bad-cue]\n\thint: a cue is written like this: rapidly? [(expel|deport) … migrants] to Mexico",
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

// TestWhatDeniesIsKnown: !not is an error where no word that denies is known, and only there.
func TestWhatDeniesIsKnown(t *testing.T) {
	for lang, known := range map[string]bool{"en": true, "es": true, "fr": true, "de": true, "pt": true, "it": true, "nl": true, "ar": false, "ja": false, "zh": false, "sv": false} {
		l := lexicon.New(catalogue.New([]catalogue.Facet{{ID: "who"}}, []*catalogue.Entry{{ID: "m", Name: "M", Cues: words("abc def !not")}}), lang)
		if told := len(l.Problems) == 1 && l.Problems[0].Rule == "bad-cue"; told == known {
			t.Errorf("%s: %v", lang, l.Problems)
		}
	}
}

func TestDigestCoversWhatIsMatched(t *testing.T) {
	base := compile(&catalogue.Entry{ID: "a", Name: "A"}).Digest
	for name, e := range map[string]*catalogue.Entry{
		"name": {ID: "a", Name: "B"}, "alias": {ID: "a", Name: "A", Aliases: words("x")}, "cue": {ID: "a", Name: "A", Cues: words("x")},
		"role": {ID: "a", Name: "A", Roles: []catalogue.Role{{Title: "x"}}}, "kind": {ID: "a", Name: "A", Kind: "person"},
		"damaged": {ID: "a", Name: "A", Damaged: words("x")}, "facet": {ID: "a", Name: "A", Facet: 1},
	} {
		if compile(e).Digest == base {
			t.Errorf("%s does not change the digest", name)
		}
	}
	if compile(&catalogue.Entry{ID: "a", Name: "A", Authority: "a law"}).Digest != base {
		t.Error("what is not matched changes the digest")
	}
}

func TestOtherLanguagesGetNamesAndCues(t *testing.T) {
	c := catalogue.New(facets, []*catalogue.Entry{{ID: "m", Name: "Ley de Migración", Cues: words("expulsar migrante")}})
	l := lexicon.New(c, "es-MX")
	text := "La Ley de Migración no permite expulsar migrantes"
	tokens, fold := l.Tokens(text, nil)
	if n := len(l.Matches(text, tokens, nil)); n != 1 {
		t.Errorf("%d names", n)
	}
	if n := len(l.CueMatches(text, fold, tokens, 0, len(tokens), nil)); n != 1 {
		t.Errorf("%d cues", n)
	}
}

func FuzzTokens(f *testing.F) {
	for _, s := range []string{"U.S.-Mexico", "O’Brien's", "J.B. 24,819", "LÃ³pez \u00ad", "a\xffb", "don't ’ll 's", "東京 ŒUVRE ﷺ", "A.\n\nB"} {
		f.Add(s)
	}
	l := compile(ortega, archer, accord, bureau, &catalogue.Entry{ID: "m", Name: "M", Cues: words("expel … (a|b c)? [… x]", "go")})
	f.Fuzz(func(t *testing.T, text string) {
		tokens, fold := l.Tokens(text, nil)
		end, foldEnd := int32(0), int32(0)
		for _, tok := range tokens {
			if tok.Start < end || tok.End <= tok.Start || int(tok.End) > len(text) || tok.FoldStart < foldEnd || int(tok.FoldEnd) > len(fold) {
				t.Fatalf("token %+v after %d in %q", tok, end, text)
			}
			end, foldEnd = tok.End, tok.FoldEnd
		}
		for _, m := range l.Matches(text, tokens, nil) {
			if m.From >= m.To || int(m.To) > len(tokens) {
				t.Fatalf("match %+v in %q", m, text)
			}
		}
		for _, m := range l.CueMatches(text, fold, tokens, 0, len(tokens), nil) {
			if m.From >= m.To || m.First > m.From || m.To > m.Last || int(m.Last) > len(tokens) {
				t.Fatalf("cue %+v in %q", m, text)
			}
		}
	})
}

func FuzzCue(f *testing.F) {
	for _, s := range []string{"rapidly? [(expel|send back) … migrant] to Mexico", "((a|b)?|[c)", "=x… ... ?", "(((((((((a", "a !not"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, cue string) {
		l := compile(&catalogue.Entry{ID: "m", Name: "M", Cues: words(cue)})
		text := "They sent back migrants to Mexico, a b c x."
		tokens, fold := l.Tokens(text, nil)
		l.CueMatches(text, fold, tokens, 0, len(tokens), nil)
	})
}

// TestWhoSpeaks: persons and bodies can be quoted, laws cannot.
func TestWhoSpeaks(t *testing.T) {
	entries := []*catalogue.Entry{
		{ID: "ana", Name: "Ana Ruiz", Kind: "person"}, {ID: "union", Name: "Quay Union", Kind: "trade union"},
		{ID: "act", Name: "Quay Act", Kind: "port act"}, {ID: "plan", Name: "Quay Plan", Kind: "plan"},
		{ID: "ban", Facet: 1, Name: "Quay Ban", Kind: "ban"}, {ID: "board", Facet: 1, Name: "Quay Board", Kind: "organization"},
	}
	l := lexicon.New(catalogue.New([]catalogue.Facet{{ID: "who"}, {ID: "what"}}, entries), "en")
	var who []string
	for _, e := range entries {
		if l.Speaks(e) {
			who = append(who, e.ID)
		}
	}
	if got := strings.Join(who, " "); got != "ana union board" {
		t.Errorf("%q can speak", got)
	}
}
