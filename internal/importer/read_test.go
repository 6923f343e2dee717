package importer

import (
	"encoding/base64"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"glossator/internal/doc"
	"glossator/internal/source"
)

func TestTexts(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"title, labels, byline", "The ferry stays\nDate: June 12, 2024\nSource: The Ledger\nURL: https://ledger.example/a\nBy Tessa Wendover and J. P. Rao, Staff Writers\n\nIt runs twice an hour, they said.\n",
			"---\ntitle: The ferry stays\npublisher: The Ledger\nauthors: [Tessa Wendover, J. P. Rao]\npublished: 2024-06-12\nurl: https://ledger.example/a\n---\nIt runs twice an hour, they said.\n"},
		{"dateline", "HARROW, June 3, 2024 — The bridge is closed until further notice, the office said.\r\n\r\nNobody knows why.\r\n",
			"---\npublished: 2024-06-03\n# publisher: was not found\n---\nHARROW, June 3, 2024 — The bridge is closed until further notice, the office said.\n\nNobody knows why.\n"},
		{"a dateline without a year", "HARROW, June 3 (Wire) — The bridge is closed, the office said.\n",
			"---\npublisher: Wire\n# published: 2024-01-31 was not found\n---\nHARROW, June 3 (Wire) — The bridge is closed, the office said.\n"},
		{"a line that is a day", "A title here\nMonday, June 3, 2024\n\nThe text.\n", "---\ntitle: A title here\npublished: 2024-06-03\n# publisher: was not found\n---\nThe text.\n"},
		{"Markdown in a text", "A *title*: #1\n\n# 1 is *not* a [[mark]].\n\n- Nor is this a list.\n\n1. Nor this.\n",
			"---\ntitle: \"A *title*: #1\"\n# published: 2024-01-31 was not found\n# publisher: was not found\n---\n\\# 1 is \\*not\\* a \\[[mark]].\n\n\\- Nor is this a list.\n\n1\\. Nor this.\n"},
		{"labels inside the text stay", "A title\n\nThe notice reads as follows, in the words of the office, which nobody understood:\n\nDate: June 12, 2024\n\nIt was signed.\n",
			"---\ntitle: A title\npublished: 2024-06-12\n# publisher: was not found\n---\nThe notice reads as follows, in the words of the office, which nobody understood:\n\nIt was signed.\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			a, problems := read(input{"a.txt", []byte(c.in)})
			if a == nil {
				t.Fatal(problems)
			}
			same(t, a.String(), c.want)
		})
	}
	a, _ := read(input{"2024-06-03-the-bridge.txt", []byte("A text without a day.\n")})
	same(t, string(a.Published), "2024-06-03")
}

// No word of a text is lost: what package doc finds in the text it finds in what the
// importer writes.
func FuzzText(f *testing.F) {
	f.Add("A title\n\nA text. \"A quotation,\" he said.\n\n1. One\n# two\n")
	f.Add("x\r\ny\\\n*z* [a](b) [[c]] &amp; <d>")
	f.Add("\xad\xad\n*")
	f.Add("\xb8_\xbf_\xbf")
	f.Add(strings.Repeat("]", 2001))
	f.Add("\xa0\xa0\xa0\xa0q")
	f.Add("So &amp ;, &ampx; and &0&amp;<.")
	f.Fuzz(func(t *testing.T, in string) {
		text, _ := decode([]byte(in), "", false)
		if msg, _ := unfit([]byte(in)); msg != "" {
			return
		}
		a, _ := readText(source.NewFile("a.txt", text))
		if a == nil || len(a.Title) > 0 {
			return
		}
		if rest, told, dropped := head(text, &doc.Meta{}); len(told)+len(dropped) == 0 {
			d, _ := doc.Parse(source.NewFile("a.txt", rest), nil, doc.Options{})
			if got, want := said(t, a.Body), squeezed(d.Prose.Text); got != want {
				t.Errorf("%q is read as %q from\n%s", want, got, a.Body)
			}
		}
	})
}

func TestMarkdownFiles(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"ours stays as it is", "---\ntitle: A   # a comment\nrights: own\nsummary: >\n  Two\n  lines\n---\nText [[-|x]].\n",
			"---\ntitle: A   # a comment\nrights: own\nsummary: >\n  Two\n  lines\n# published: 2024-01-31 was not found\n# publisher: was not found\n---\nText [[-|x]].\n"},
		{"another program's", "---\nlayout: post\ndate: 2024-06-20 10:00:00 +0200\nauthor: \"Ruth Halloran\"\nsource: https://a.example/b\ntags:\n  - x\n---\n# The minutes\n\nText.\n",
			"---\npublished: 2024-06-20\nurl: https://a.example/b\ntitle: The minutes\nauthors: [Ruth Halloran]\n# publisher: was not found\n---\nText.\n"},
		{"bare", "# The minutes #\n\nText.\n\n## Part\n\nMore.\n", "---\ntitle: The minutes\n# published: 2024-01-31 was not found\n# publisher: was not found\n---\nText.\n\n## Part\n\nMore.\n"},
		{"a list of authors", "---\nAuthor:\n  - A B\n  - C D\n---\nText.\n", "---\nauthors: \n  - A B\n  - C D\n# published: 2024-01-31 was not found\n# publisher: was not found\n---\nText.\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			a, problems := read(input{"a.md", []byte(c.in)})
			if a == nil {
				t.Fatal(problems)
			}
			same(t, a.String(), c.want)
		})
	}
}

func TestEncodings(t *testing.T) {
	const text = "Café\n\nThe “old” café – naïve, but good.\n"
	const page = "<html><head><meta charset='%'></head><body><article><h1>Café</h1><p>The “old” café – naïve, but good. It stays open, the owner said.</p></article></body></html>"
	in := func(name string, s string) []byte {
		var out []byte
		switch name {
		case "utf-16":
			out, _ = unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().Bytes([]byte(s))
		case "windows-1252":
			out, _ = charmap.Windows1252.NewEncoder().Bytes([]byte(s))
		case "iso-8859-15":
			out, _ = charmap.ISO8859_15.NewEncoder().Bytes([]byte(strings.NewReplacer("“", "\"", "”", "\"", "–", "-").Replace(s)))
		case "bom":
			out = []byte("\uFEFF" + s)
		default:
			out = []byte(s)
		}
		return out
	}
	for _, name := range []string{"utf-8", "bom", "utf-16", "windows-1252"} {
		a, problems := read(input{"a.txt", in(name, strings.ReplaceAll(text, "\n", "\r\n"))})
		if a == nil || a.Title != "Café" || strings.TrimSpace(a.Body) != "The “old” café – naïve, but good." {
			t.Errorf("%s: %v %+v", name, problems, a)
		}
	}
	for _, name := range []string{"utf-8", "bom", "utf-16", "windows-1252", "iso-8859-15"} {
		for _, declared := range []string{name, "windows-1252", "utf-8"} {
			if name == "iso-8859-15" && declared != name {
				continue
			}
			a, problems := read(input{"a.html", in(name, strings.Replace(page, "%", declared, 1))})
			if a == nil || a.Title != "Café" || !strings.Contains(a.Body, "café") || !strings.Contains(a.Body, "naïve") {
				t.Errorf("%s declared %s: %v %+v", name, declared, problems, a)
			}
		}
	}
}

func TestArchives(t *testing.T) {
	const page = "<html><body><article><h1>The ferry</h1><p>It runs twice an hour =2D caf=E9.</p></article></body></html>"
	const head = "From: <Saved by a browser>\r\nSnapshot-Content-Location: https://ledger.example/ferry\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"B\"\r\n\r\n\r\n"
	for _, body := range []string{
		"--B\r\nContent-Type: text/html; charset=windows-1252\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: https://ledger.example/ferry\r\n\r\n" + page + "\r\n--B--\r\n",
		"--B\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n--B\r\nContent-Type: text/html; charset=windows-1252\r\nContent-Transfer-Encoding: base64\r\n\r\n" +
			base64.StdEncoding.EncodeToString([]byte(strings.NewReplacer("=2D", "-", "=E9", "\xe9").Replace(page))) + "\r\n--B--\r\n",
	} {
		a, problems := read(input{"a.mhtml", []byte(head + body)})
		if a == nil {
			t.Fatal(problems)
		}
		same(t, []string{a.Title, a.URL.Text, a.Body}, []string{"The ferry", "https://ledger.example/ferry", "It runs twice an hour - café."})
	}
	if a, problems := read(input{"a.mhtml", []byte(head + "--B--")}); a != nil || len(problems) != 1 || problems[0].Rule != "no-article" {
		t.Error(a, problems)
	}
}

func TestDays(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"2024-06-03T23:30:00-05:00", "2024-06-03"}, {"20240603", "2024-06-03"}, {"2024/6/3", "2024-06-03"}, {"June 3, 2024", "2024-06-03"}, {"Mon, 03 Jun 2024 10:00:00 GMT", "2024-06-03"},
		{"3rd of June 2024", "2024-06-03"}, {"Sept. 5, 2024", "2024-09-05"}, {"3 de junio de 2024", "2024-06-03"}, {"3. März 2024", "2024-03-03"}, {"1er août 2024", "2024-08-01"}, {"12 juillet 2024", "2024-07-12"},
		{"14 juin 2024", "2024-06-14"}, {"03.06.2024", "2024-06-03"}, {"23/06/2024", "2024-06-23"}, {"06/23/2024", "2024-06-23"}, {"03/04/2024", ""}, {"June 2024", ""}, {"June 31, 2024", ""}, {"no day", ""}, {"1 2 2024", ""},
		{"3. 6. 2024", "2024-06-03"}, {"03.06.24", "2024-06-03"}, {"3 Jun '24", "2024-06-03"}, {"Mon Jun 3 09:49:32 UTC 2024", "2024-06-03"}, {"20240603192352", "2024-06-03"}, {"3 listopad 2024", ""},
		{"release 1.2.24.5", ""}, {"10:30:24", ""}, {"at 3.6.24.1", ""}, {"2024-13-01", ""}, {"id 202406031", ""},
	} {
		same(t, string(dayIn(c.in)), c.want)
	}
}

func TestBylines(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"By Nora Ellis and Petr Vanek", "Nora Ellis|Petr Vanek"}, {"By NORA ELLIS, Harbor Wire", "Nora Ellis"}, {"Written by Nora Ellis, Staff Writer", "Nora Ellis"}, {"By Nora Ellis in Harrow", "Nora Ellis"},
		{"By Nora Ellis, Petr Vanek, and Ana de la Luz", "Nora Ellis|Petr Vanek|Ana de la Luz"}, {"By Nora Ellis June 3, 2024", "Nora Ellis"}, {"By Nora Ellis | nora@wire.example", "Nora Ellis"}, {"By Sam Reck, Jr.", "Sam Reck, Jr."},
		{"By the time they came it was over", ""}, {"by noon", ""}, {"Nora Ellis said so", ""}, {"By Harbor Wire", ""}, {"Por Ana Luz", "Ana Luz"},
		{"Posted by Ana Luz", "Ana Luz"}, {"By CNN; By Ana Luz", "Ana Luz"}, {"By Ana Luz Harbor Wire", "Ana Luz"}, {"By Ana Luz, PhD, Harbor.com", "Ana Luz, PhD"}, {"Von Redaktion", ""}, {"By Ana Luz; PTI", "Ana Luz"},
	} {
		same(t, strings.Join(bylineNames(c.in, "Harbor Wire"), "|"), c.want)
	}
}

func TestADatelineTellsDayAndAgency(t *testing.T) {
	for text, want := range map[string][2]string{
		"SALTMERE, March 12, 2024 (Coast Wire) -- The council voted.":           {"2024-03-12", "Coast Wire"},
		"SALTMERE (Coast Wire) — The council voted on Tuesday (again) — twice.": {"", "Coast Wire"},
		"SALTMERE, 12 March 2024 – The council (all of it) voted.":              {"2024-03-12", ""},
		"The council (all of it) voted.":                                        {"", ""},
	} {
		if got := [2]string{string(datelineDay(text)), agency(text)}; got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
