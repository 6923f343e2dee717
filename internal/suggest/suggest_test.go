package suggest_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"glossator/internal/annotate"
	"glossator/internal/catalogue"
	"glossator/internal/doc"
	"glossator/internal/lexicon"
	"glossator/internal/mark"
	"glossator/internal/meta"
	"glossator/internal/source"
	"glossator/internal/suggest"
)

// world makes the input of entries (file, front matter and body) and articles.
func world(t testing.TB, facets string, entries map[string]string, articles ...string) suggest.Input {
	return worldIn(t, "en", facets, entries, articles...)
}

// worldIn is world in another language.
func worldIn(t testing.TB, lang, facets string, entries map[string]string, articles ...string) suggest.Input {
	var fs []catalogue.Facet
	for f := range strings.FieldsSeq(facets) {
		fs = append(fs, catalogue.Facet{ID: f, Dir: f, Singular: f, Plural: f, Question: "Which " + f + "?"})
	}
	var es []*catalogue.Entry
	for name, text := range entries {
		e, problems := catalogue.Parse(source.NewFile("content/"+name+".md", text), 0)
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		es = append(es, e)
	}
	in := suggest.Input{Lexicon: lexicon.New(catalogue.New(fs, es), lang)}
	md := mark.New()
	for i, text := range articles {
		front := fmt.Sprintf("---\npublished: 2024-03-%02d\n---\n", i+1)
		if strings.HasPrefix(text, "---") {
			front = ""
		}
		d, problems := doc.Parse(source.NewFile(fmt.Sprintf("content/articles/a%d.md", i+1), front+text+"\n"), nil, doc.Options{Markdown: md})
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		in.Articles = append(in.Articles, suggest.Article{Doc: d, Ann: annotate.Annotate(d, in.Lexicon)})
	}
	return in
}

// told is a suggestion in a line: ID, kind, name, aliases, roles, mentions/articles.
func told(all []suggest.Suggestion) (lines []string) {
	for _, s := range all {
		line := fmt.Sprintf("%s %s: %s", s.ID, s.Kind, s.Name)
		if s.Surname != "" {
			line += " [" + s.Surname + "]"
		}
		if len(s.Aliases) > 0 {
			line += " (" + strings.Join(s.Aliases, ", ") + ")"
		}
		for _, r := range s.Roles {
			line += fmt.Sprintf("; %s %s", r.Title, r.AsOf)
		}
		lines = append(lines, fmt.Sprintf("%s %d/%d", line, s.Mentions, s.Articles))
	}
	return lines
}

func TestEntries(t *testing.T) {
	for _, c := range []struct {
		name     string
		entries  map[string]string
		articles []string
		want     []string
	}{
		{"a law with and without its year", nil, []string{
			"The Public Halls Act of 1974 forbids it.", "The Public Halls Act is old. The Finance Act of 2019 and the Finance Act of 2021 differ.",
		}, []string{
			"public-halls-act-of-1974 law: Public Halls Act of 1974 (Public Halls Act) 2/2",
			"finance-act-of-2019 law: Finance Act of 2019 1/1",
			"finance-act-of-2021 law: Finance Act of 2021 1/1",
		}},
		{"one person in two articles", nil, []string{
			"Secretary of State Edda Brink arrived on Monday. Brink said little.",
			"Ms. Brink left again on Friday."},
			[]string{"edda-brink person: Edda Brink; Secretary of State 2024-03-01 3/2"}},
		{"two people of one surname", nil, []string{
			"Mayor Otto Feld spoke. Mr. Feld was brief.",
			"The dentist Karla Feld, 44, disagreed. Ms. Feld left."},
			[]string{"karla-feld person: Karla Feld; Dentist 2024-03-02 2/1", "otto-feld person: Otto Feld; Mayor 2024-03-01 2/1"}},
		{"a surname that two people bear is nobody's", nil, []string{
			"Mayor Otto Feld spoke.", "The dentist Karla Feld, 44, disagreed.", "Feld declined to comment."},
			[]string{"karla-feld person: Karla Feld; Dentist 2024-03-02 1/1", "otto-feld person: Otto Feld; Mayor 2024-03-01 1/1"}},
		{"an acronym, with its full name elsewhere", nil, []string{
			"The Harbor Pilots Association (HPA) went on strike.", "The H.P.A. said on Friday that it had won."},
			[]string{"harbor-pilots-association organization: Harbor Pilots Association (HPA) 3/2"}},
		{"initials alone", nil, []string{"The Coastal Fisheries Commission met. A CFC spokesman said nothing."},
			[]string{"coastal-fisheries-commission organization: Coastal Fisheries Commission (CFC) 2/1"}},
		{"laws, programs and courts", nil, []string{
			"Under the Clean Harbors Act the money comes from the Quiet Nights Program. The Provincial Court of Sarn agreed."},
			[]string{"clean-harbors-act law: Clean Harbors Act 1/1", "provincial-court-of-sarn court: Provincial Court of Sarn 1/1", "quiet-nights-program program: Quiet Nights Program 1/1"}},
		{"what an entry or a mark explains", map[string]string{"who/edda-brink": "---\nname: Edda Brink\nkind: person\n---\n"}, []string{
			"Edda Brink met [[-|Otto Feld]], the mayor. Brink said that Feld was late."}, nil},
		{"a former title stays one of the past", nil, []string{"He thanked former President Anselm Torvik."},
			[]string{"anselm-torvik person: Anselm Torvik; Former President 2024-03-01 1/1"}},
		{"an apposition is a role", nil, []string{"Marek Ilves, the director of the Dam Board, and Rosa Quill, who left, agreed."},
			[]string{"dam-board organization: Dam Board 1/1", "marek-ilves person: Marek Ilves; Director of the Dam Board 2024-03-01 1/1", "rosa-quill person: Rosa Quill 1/1"}},
		{"who is to play whom, in capitals", nil, []string{"TORONTO AT KELMOUTH\n\nVELT AT SARNHILL"},
			[]string{"kelmouth organization: KELMOUTH 1/1", "sarnhill organization: SARNHILL 1/1", "toronto organization: TORONTO 1/1", "velt organization: VELT 1/1"}},
		{"a headline in capitals is nobody's", nil, []string{"FIRE AT KELMOUTH\n\nIt rained."}, nil},
		{"double surnames", nil, []string{"The minister, Joaquín Belmonte Ríos, and Carmen de la Vega, 61, signed. Belmonte smiled."},
			[]string{"joaquin-belmonte-rios person: Joaquín Belmonte Ríos [Belmonte Ríos]; Minister 2024-03-01 2/1", "carmen-de-la-vega person: Carmen de la Vega [de la Vega] 1/1"}},
		{"days, sentence openings, headings and places are nobody", nil, []string{
			"## Storm Damages Harbor Wall In Early Morning\n\nKELMOUTH — Angry farmers came on Tuesday, in March. Nobody in Port Lorne or Ohio knew. Meanwhile it rained. “Enough,” one said."}, nil},
		{"titles of works are nobody", nil, []string{"They watched “Quiet Harbor” and read the novel Salt Road."}, nil},
		{"a body named after its leader", nil, []string{"The Torvik administration resigned."},
			[]string{"torvik-administration organization: Torvik administration 1/1"}},
		{"possessors inside a name and before it", nil, []string{"The Fishermen's Guild of Alvar and Sarn's Harbor Police met."},
			[]string{"fishermens-guild-of-alvar organization: Fishermen's Guild of Alvar 1/1", "harbor-police organization: Harbor Police 1/1"}},
		{"two bodies and one with and", nil, []string{"The Department of Health and Human Services wrote to the Food and Drug Board and the Dam Board."},
			[]string{"dam-board organization: Dam Board 1/1", "department-of-health-and-human-services organization: Department of Health and Human Services 1/1", "food-and-drug-board organization: Food and Drug Board 1/1"}},
		{"what is done again and again", nil, []string{
			"The council will dredge the channels. Boats are able to dredge channels at night.",
			"Nobody wants to dredge the deep channels."},
			[]string{"dredge-channels practice: Dredge channels 3/2"}},
		{"what a cue explains is not", map[string]string{"act/dredging": "---\nname: Dredging\ncues: [dredge … channels]\n---\n"}, []string{
			"The council will dredge the channels. Boats are able to dredge channels at night.",
			"Nobody wants to dredge the deep channels."}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, told(suggest.Entries(world(t, "who law program court act", c.entries, c.articles...)))); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
		})
	}
}

func TestFacetsAndIDs(t *testing.T) {
	texts := []string{"Mayor Otto Feld cited the Clean Harbors Act in Port Lorne. The Dam Board of Port Lorne said no."}
	for _, c := range []struct {
		name, facets string
		entries      map[string]string
		want         []string
	}{
		{"by their words", "who law place", nil, []string{"clean-harbors-act law", "dam-board-of-port-lorne who", "otto-feld who", "port-lorne place"}},
		{"none that fits", "boat", nil, []string{"clean-harbors-act ", "dam-board-of-port-lorne ", "otto-feld "}},
		{"by their entries", "cast rules", map[string]string{"cast/x": "---\nname: Somebody Else\nkind: person\n---\n"},
			[]string{"clean-harbors-act rules", "dam-board-of-port-lorne ", "otto-feld cast"}},
		{"an ID that is taken", "who law", map[string]string{"who/otto-feld": "---\nname: Ottilie Feldmann\n---\n"},
			[]string{"clean-harbors-act law", "dam-board-of-port-lorne who", "otto-feld-2 who"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, s := range suggest.Entries(world(t, c.facets, c.entries, texts...)) {
				got = append(got, s.ID+" "+s.Facet)
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
		})
	}
}

func TestSightsAreLocated(t *testing.T) {
	all := suggest.Entries(world(t, "who", nil, "A mayor spoke.\n\nIt was *Mayor* Otto\nFeld, 61."))
	if len(all) != 1 || len(all[0].Seen) != 1 {
		t.Fatalf("found %v", told(all))
	}
	got := fmt.Sprintf("%s %s | %s", all[0].Seen[0].Pos, all[0].Seen[0].Words, all[0].Seen[0].Sentence)
	if want := "content/articles/a1.md:6:16 Otto Feld | It was Mayor Otto Feld, 61."; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestASpoiledNameIsToldFromAnother(t *testing.T) {
	e := &catalogue.Entry{Name: "Rosa Pardo", Aliases: []meta.Word{{Text: "Harbor Pilots Association"}}}
	for name, want := range map[string]bool{
		"Rosa Prado": true, "Rosa Pardoo": true, "Harbour Pilots Association": true,
		"Rosa": false, "Mayor Pardo": false, "Rosa P": false, "HPA": false, "Rita Pardo": false, "Ana Luz": false,
	} {
		if got := suggest.Spoiled(name, suggest.NamesOf(e)); got != want {
			t.Errorf("%q: %v", name, got)
		}
	}
}

// TestSpoiledNames: a name with a letter wrong is told of the right one, an entry's or
// another suggestion's; one that is not so much oftener, or too short, stays by itself.
func TestSpoiledNames(t *testing.T) {
	for _, c := range []struct {
		name     string
		entries  map[string]string
		articles []string
		want     []string
	}{
		{"of an oftener one", nil, []string{"Mayor Otto Feldmann spoke.", "Mr. Otto Feldmann left.", "Mayor Otto Feldman came back."},
			[]string{"otto-feldmann: Otto Feldmann, damaged [Otto Feldman], like "}},
		{"written so twice, it may be meant", nil, []string{"Mayor Otto Feldmann spoke. Otto Feldmann left. Otto Feldmann slept. Otto Feldmann sat.", "Mayor Otto Feldman came. Otto Feldman left."},
			[]string{"otto-feldmann: Otto Feldmann, damaged [], like ", "otto-feldman: Otto Feldman, damaged [], like "}},
		{"once each, nobody knows which is right", nil, []string{"Mayor Otto Feldmann spoke.", "Mayor Otto Feldman came back."},
			[]string{"otto-feldman: Otto Feldman, damaged [], like ", "otto-feldmann: Otto Feldmann, damaged [], like "}},
		{"two of one letter less", nil, []string{"The HPAB said so. The HPAB met.", "The HPAC said no."},
			[]string{"hpab: HPAB, damaged [], like ", "hpac: HPAC, damaged [], like "}},
		{"of an entry's", map[string]string{"who/otto-feldmann": "---\nname: Otto Feldmann\n---\n"}, []string{"The dentist Otto Veldmann, 44, spoke. The mayor Otto Feltmann, 45, left."},
			[]string{"otto-feltmann: Otto Feltmann, damaged [], like otto-feldmann", "otto-veldmann: Otto Veldmann, damaged [], like "}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, s := range suggest.Entries(world(t, "who", c.entries, c.articles...)) {
				got = append(got, fmt.Sprintf("%s: %s, damaged %v, like %s", s.ID, s.Name, s.Damaged, s.Like))
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
		})
	}
}

// TestMeasures: the subject's own nouns for rules and for what is done are suggested where
// they come back, and are nothing said of everything.
func TestMeasures(t *testing.T) {
	for _, c := range []struct {
		name     string
		articles []string
		want     []string
	}{
		{"in two articles", []string{"The mayor sells boat passes. A boat pass is ten crowns.", "Boats need boat passes."},
			[]string{"boat-passes measure: Boat passes (boat pass) 3/2"}},
		{"in quotation marks first", []string{"The bill proposes “quiet orders”. Most quiet orders end at noon."},
			[]string{"quiet-orders measure: Quiet orders 2/1"}},
		{"in one article, and never in quotation marks", []string{"The mayor sells boat passes. Boats need boat passes."}, nil},
		{"said of everything", []string{"The new rules end. New rules begin. The new rules are hard.", "He likes the new rules."}, nil},
		{"part of a longer noun", []string{"Boat pass holders came. The boat pass holders left.", "A boat pass holder slept. The boat pass office closed."}, nil},
		{"one sentence copied", []string{"Boats need boat passes.", "Boats need boat passes.", "Boats need boat passes."}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, told(suggest.Entries(world(t, "who law measure", nil, c.articles...)))); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
		})
	}
	all := suggest.Entries(world(t, "who measure", map[string]string{"measure/x": "---\nname: Boat passes\naliases: [boat pass]\n---\n"},
		"The mayor sells boat passes. A boat pass is ten crowns.", "Boats need boat passes."))
	if len(all) > 0 {
		t.Errorf("what an entry explains is suggested: %v", told(all))
	}
}

// FuzzEntries: any text is read without a panic, and the same text says the same.
func FuzzEntries(f *testing.F) {
	f.Add("KELMOUTH — Secretary of State Ana (D-X), 61, of the St. Brendan's and “Quiet” Act of 2011, Inc.")
	f.Add("It fell to Ana Ruiz, of")
	f.Add("“Dr. (WHO, or The, Lord the 5th and, Committee on Housing, Local and, Ana’s")
	f.Add("U.S.-Mexico. 5th U.S. Circuit Court of Appeals for the Ninth & Co. (WHO) 's de la of of of")
	f.Add("des Amts für Tief- und Hochbau, der Otto von der Feld-Brink AG (OFB) „Saubere Ufer“, so Herr")
	f.Add("Der Hamburger Hafenbehörde Chef, des Bund der Deutschen, Programm „Ufer Kai Verband")
	f.Fuzz(func(t *testing.T, text string) {
		for _, lang := range []string{"en", "de"} {
			lex := lexicon.New(catalogue.New(nil, nil), lang)
			d, _ := doc.Parse(source.NewFile("a.txt", text), nil, doc.Options{})
			in := suggest.Input{Lexicon: lex, Articles: []suggest.Article{{Doc: d, Ann: annotate.Annotate(d, lex)}}}
			in.Articles = append(in.Articles, in.Articles[0])
			if diff := cmp.Diff(told(suggest.Entries(in)), told(suggest.Entries(in))); diff != "" {
				t.Error(diff)
			}
		}
	})
}
