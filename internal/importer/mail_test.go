package importer

import (
	"encoding/base64"
	"strings"
	"testing"
)

// Mails of several programs.
func TestMails(t *testing.T) {
	const (
		head  = "From: =?utf-8?q?Ana_Luz?= <ana@brisa.example>\r\nTo: desk@brisa.example\r\nSubject: =?iso-8859-1?q?The_ferry_caf=E9_stays?=\r\nDate: Mon, 03 Jun 2024 23:30:00 -0500\r\nMIME-Version: 1.0\r\n"
		words = "The ferry of Brisa stays in service for\r\nanother winter, the council said, and so\r\ndoes the caf=E9 on it.\r\n\r\nNobody asked the captains what they\r\nthink of that.\r\n\r\n-- \r\nAna Luz, harbor office\r\n"
		page  = "<html><body><p>The ferry of Brisa stays in service for another winter, the council said, and so does the café on it.</p><p>Nobody asked the captains what they think of that.</p></body></html>"
		want  = "The ferry café stays|2024-06-03|Ana Luz|The ferry of Brisa stays in service for another winter, the council said, and so does the café on it.\n\nNobody asked the captains what they think of that."
	)
	quoted := "Content-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n" + words
	html := "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n" + base64.StdEncoding.EncodeToString([]byte(page)) + "\r\n"
	for name, c := range map[string]struct{ in, left, rules string }{
		"plain":                      {head + quoted, "Ana Luz, harbor office", ""},
		"a page":                     {head + html, "", ""},
		"both":                       {head + "Content-Type: multipart/alternative; boundary=B\r\n\r\n--B\r\n" + quoted + "--B\r\n" + html + "--B--\r\n", "Ana Luz, harbor office", ""},
		"in each other, with a file": {head + "Content-Type: multipart/mixed; boundary=A\r\n\r\n--A\r\nContent-Type: multipart/alternative; boundary=B\r\n\r\n--B\r\n" + html + "--B--\r\n--A\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename=a.pdf\r\n\r\nx\r\n--A--\r\n", "", "attachments"},
	} {
		t.Run(name, func(t *testing.T) {
			a, problems := read(input{"a.eml", []byte(c.in)})
			if a == nil {
				t.Fatal(problems)
			}
			same(t, strings.Join([]string{a.Title, string(a.Published), strings.Join(a.Authors, ", "), strings.TrimSpace(a.Body)}, "|"), want)
			same(t, strings.Join(a.Left, ";"), c.left)
			var rules []string
			for _, p := range problems {
				rules = append(rules, p.Rule)
			}
			same(t, strings.Join(rules, " "), c.rules)
		})
	}
	for name, in := range map[string]string{"no mail": "x", "nothing in it": head + "\r\n", "only a file": head + "Content-Type: application/pdf\r\n\r\nx"} {
		if a, problems := read(input{"a.eml", []byte(in)}); a != nil || len(problems) != 1 || problems[0].Rule != "no-article" || problems[0].Pos.Path != "a.eml" {
			t.Error(name, a, problems)
		}
	}
}

func FuzzMail(f *testing.F) {
	f.Add([]byte("Subject: a\nContent-Type: multipart/mixed; boundary=B\n\n--B\nContent-Type: text/html\n\n<p>x\n--B\n\ny\n--B--"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if a, problems := readMail(input{"a.eml", data}); a == nil && len(problems) == 0 {
			t.Error("no article and no problem")
		}
	})
}
