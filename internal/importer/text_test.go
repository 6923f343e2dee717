package importer

import (
	"slices"
	"strings"
	"testing"

	"glossator/internal/source"
)

// Texts of other makes: what heads them, what is told, and what is left of them.
func TestTextsOfEveryMake(t *testing.T) {
	const words = "The ferry of Brisa stays in service for another winter, the council said on Monday.\n\nIt runs twice an hour, and nobody asked the captains why.\n"
	for _, c := range []struct{ name, in, want, left string }{
		{"a letter", "Return-Path: <x@y.example>\nFrom: Ana Luz <ana@brisa.example>\nTo: desk@brisa.example\nSubject: The ferry stays\nDate: Mon, 03 Jun 2024 09:12:00 +0200\nContent-Type: text/plain;\n charset=utf-8\n\n" + words,
			"The ferry stays|2024-06-03|Ana Luz|The ferry of Brisa", "Return-Path: <x@y.example>;To: desk@brisa.example;Content-Type: text/plain;;charset=utf-8"},
		{"a wire", "BC-BRISA-FERRY,1st Ld\nThe ferry stays\nBy ANA LUZ\nBRISA, June 3, 2024 (Coast Wire) -- " + words + "-30-\n", "The ferry stays|2024-06-03|Ana Luz|BRISA, June 3, 2024", "BC-BRISA-FERRY,1st Ld;By ANA LUZ;-30-"},
		{"a label that is the text's", "From: the sea comes fog.\n\n" + words, "||||From: the sea comes fog.", ""},
		{"a label and a first line like a title", "Title: The ferry stays\n\nThe captains of Brisa\n\n" + words, "The ferry stays|||The captains of Brisa\n\nThe ferry of Brisa", ""},
		{"headings in capitals", "The ferry stays\n\nIt was in the year of the fire that\nthe council first said what it would\nsay so often in the years to come.\n\nWHAT THE CAPTAINS THINK\n\nThe captains were asked by nobody, and\nsaid to those who would hear it that\nthe fog was no better than the fire.\n",
			"The ferry stays|||It was in the year of the fire that the council first said what it would say so often in the years to come.\n\n## WHAT THE CAPTAINS THINK\n\nThe captains were", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			a, problems := read(input{"a.txt", []byte(c.in)})
			if a == nil {
				t.Fatal(problems)
			}
			got := strings.Join([]string{a.Title, string(a.Published), strings.Join(a.Authors, ", "), a.Body}, "|")
			if c.name == "a label that is the text's" {
				got = "|" + got
			}
			if !strings.HasPrefix(got, c.want) {
				t.Errorf("got %s, want %s", got, c.want)
			}
			same(t, strings.Join(a.Left, ";"), c.left)
		})
	}
}

// A page of a PDF comes in as it is read: its head is told, its sentences are whole.
func TestAPageOfAPDF(t *testing.T) {
	a, problems := read(input{"a.txt", []byte("Harbor Bill 2021\n\nThe council heard the captains of the United \n\nHarbors League, who had waited for it since the \n\nspring, and who said that \n\nall of them were tired. It heard too that the fog \n\f530\n\nhas come to stay in the harbor, and \n\nthat it is no use to sweep it off the quay. \n")})
	if a == nil {
		t.Fatal(problems)
	}
	same(t, a.Body, "The council heard the captains of the United Harbors League, who had waited for it since the spring, and who said that all of them were tired. It heard too that the fog has come to stay in the harbor, and that it is no use to sweep it off the quay.\n\n")
	same(t, strings.Join(a.Left, ";"), "530")
}

func TestTextsThatMustBeReadAgain(t *testing.T) {
	two := strings.Repeat("The council heard the cap-      of fog and of the fire, and\ntains, who had waited for       said that it was no use to\n", 5)
	a, problems := read(input{"a.txt", []byte(two)})
	if a != nil || len(problems) != 1 || problems[0].Rule != "two-columns" || !strings.Contains(problems[0].Msg, "10 of 10 lines") {
		t.Error(a, problems)
	}
	scanned := "The c0uncil heard the capta1ns.\n\n" + strings.Repeat("It said tl1e fog has come to stay. ", 10)
	a, problems = read(input{"a.txt", []byte(scanned)})
	if a == nil || len(problems) != 1 || problems[0].Rule != "misread" || problems[0].Pos.Line != 1 || problems[0].Pos.Col != 5 || !strings.Contains(problems[0].Msg, `"c0uncil"`) {
		t.Error(a, problems)
	}
	a, problems = read(input{"a.txt", []byte(strings.Repeat("The A320neo landed, and Covid19 was told of it: nobody came to see what it was about, and so it left. ", 9))})
	if a == nil || len(problems) > 0 {
		t.Error(a, problems)
	}
}

func TestTranscripts(t *testing.T) {
	const talk = "HON. M. BULA.- Mr. Speaker, Sir, I rise to speak of the boats.\n\nHON. SPEAKER.- You have the floor.\n\nHON. M. BULA.- The boats were late.\n\nThey were late in the year before, too, and nobody rose.\n\nHON. SPEAKER.- They were.\n"
	for name, c := range map[string]struct{ file, in, want string }{
		"a debate":                {"a.txt", talk, "transcript"},
		"a debate on a page":      {"a.html", "<html><body><article><h1>Boats</h1><p>" + strings.ReplaceAll(talk, "\n\n", "</p><p>") + "</p></article></body></html>", "transcript"},
		"an interview":            {"a.txt", "The boats were late.\n\nHarbor Post: Were they late?\n\nAna Luz: They were.\n\nHarbor Post: Why?\n\nAna Luz: Fog.\n", "transcript"},
		"notes, each with a word": {"a.txt", "Note: the boats were late.\n\nSource: the council.\n\nWarning: fog.\n\nHint: wait for the fog to lift.\n", ""},
		"one who speaks":          {"a.txt", "Luz: I rise.\n\nLuz: I rise again.\n\nLuz: I sit.\n\nLuz: I rise.\n", ""},
	} {
		a, problems := read(input{c.file, []byte(c.in)})
		if a == nil {
			t.Fatal(name, problems)
		}
		if a.Kind.Text != c.want {
			t.Errorf("%s: %q, want %q", name, a.Kind.Text, c.want)
		}
		if c.want != "" && strings.Count(a.Body, "\n\n") < 3 {
			t.Errorf("%s: turns are no paragraphs of their own: %s", name, a.Body)
		}
	}
}

// A page that a browser printed, as its PDF gives the text: the day of printing is not the
// text's, the address is.
func TestTextOfAPrintedPage(t *testing.T) {
	text := "6/30/24, 9:12 PM\n\nThe ferry stays\n\nThe council of Brisa voted on Tuesday to keep the night ferry for another year.\n\nhttps://courier.example/ferry\n\n1/2\n\n" +
		"\f6/30/24, 9:12 PM\n\nThe ferry stays\n\nNobody spoke against it, and the vote took two minutes.\n\nhttps://courier.example/ferry\n\n2/2\n"
	a, problems := readText(source.NewFile("ferry.txt", text))
	if len(problems) > 0 || a.Published != "" || a.URL.Text != "https://courier.example/ferry" || a.Title != "The ferry stays" {
		t.Errorf("%+v %v", a, problems)
	}
	for _, no := range []string{"6/30", "courier.example", "1/2"} {
		if strings.Contains(a.Body, no) {
			t.Errorf("%q is in the text:\n%s", no, a.Body)
		}
	}
	if !slices.Contains(a.Left, "6/30/24, 9:12 PM") || !slices.Contains(a.Left, "2/2") {
		t.Errorf("what was left out is not told: %q", a.Left)
	}
	own := "6/30/24, 9:12 PM\n\nThe ferry stays\n\nThe council voted.\n"
	if a, _ := readText(source.NewFile("ferry.txt", own)); a.Published != "2024-06-30" {
		t.Errorf("a text's own first line is its day: %q", a.Published)
	}
}
