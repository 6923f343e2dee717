package importer

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"path/filepath"
	"regexp"
	"strings"

	"golang.org/x/net/html/charset"

	"glossator/internal/source"
)

// letter is what of a mail (RFC 5322, RFC 2045) is read: its first plain text and its
// first web page; what else is in it is counted.
type letter struct {
	plain, page []byte
	plainSet    string // charset
	pageSet     string
	attached    int
}

// deepestPart is how deep the parts of a mail lie at most.
const deepestPart = 8

// readMail reads a mail: its plain text where it has one, else its page. Subject, sender
// and day are the article's where its text tells no others.
func readMail(in input) (*Article, []source.Problem) {
	m, err := mail.ReadMessage(bytes.NewReader(in.data))
	if err != nil {
		return nil, []source.Problem{whole(in.path, "no-article", "the mail cannot be read: "+err.Error(), "save its text as .txt")}
	}
	var l letter
	l.part(m.Header.Get, m.Body, 0)
	head := map[string]string{}
	words := mime.WordDecoder{CharsetReader: charset.NewReaderLabel}
	for _, name := range []string{"From", "Subject", "Date"} {
		value, err := words.DecodeHeader(m.Header.Get(name))
		if err != nil {
			value = m.Header.Get(name)
		}
		head[name] = strings.Join(strings.Fields(value), " ")
	}
	a, problems, encoding := l.read(filepath.ToSlash(in.path), head)
	for i := range problems {
		problems[i].Pos = whole(in.path, "", "", "").Pos // its lines are those of a part
	}
	if a == nil {
		return nil, problems
	}
	a.From, a.Encoding, a.Words = in.path, encoding, countWords(a.Body)
	if l.attached > 0 {
		problems = append(problems, whole(in.path, "attachments", "what is attached to the mail is not read: "+count(l.attached, "file"), "save it, and import it by itself").As(source.Note))
	}
	return a, problems
}

// part reads a part with such fields.
func (l *letter) part(field func(string) string, body io.Reader, depth int) {
	kind, params, err := mime.ParseMediaType(field("Content-Type"))
	if err != nil {
		kind = "text/plain"
	}
	if strings.HasPrefix(kind, "multipart/") && depth < deepestPart {
		for r := multipart.NewReader(body, params["boundary"]); ; {
			p, err := r.NextRawPart()
			if err != nil {
				return
			}
			l.part(p.Header.Get, p, depth+1)
		}
	}
	how, _, _ := mime.ParseMediaType(field("Content-Disposition"))
	switch data := decoded(field("Content-Transfer-Encoding"), body); {
	case how == "attachment":
		l.attached++
	case kind == "text/plain" && l.plain == nil:
		l.plain, l.plainSet = data, params["charset"]
	case kind == "text/html" && l.page == nil:
		l.page, l.pageSet = data, params["charset"]
	case how != "inline":
		l.attached++
	}
}

// decoded is the content of a part; of one that is damaged what can be read.
func decoded(encoding string, body io.Reader) []byte {
	switch strings.ToLower(strings.TrimSpace(encoding)) {
	case "quoted-printable":
		body = quotedprintable.NewReader(body)
	case "base64":
		body = base64.NewDecoder(base64.StdEncoding, body)
	}
	data, _ := io.ReadAll(body)
	return data
}

// signature opens the lines under a mail that say who wrote it: "-- ", whose space some
// programs take away.
var signature = regexp.MustCompile(`\n-- ?\n`)

func (l *letter) read(path string, head map[string]string) (a *Article, problems []source.Problem, encoding string) {
	if len(bytes.TrimSpace(l.plain)) == 0 && l.page == nil {
		return nil, []source.Problem{whole(path, "no-article", "there is no text in the mail", "save what is attached to it, and import that")}, ""
	}
	if len(bytes.TrimSpace(l.plain)) == 0 {
		text, encoding := decode(l.page, l.pageSet, true)
		f, odd := source.Text(path, text)
		if a, problems = readPage(f, ""); a == nil {
			return nil, append(odd, problems...), encoding
		}
		first(&a.Title, head["Subject"])
		if a.Published == "" {
			a.Published = dayIn(head["Date"])
		}
		if len(a.Authors) == 0 {
			a.Authors = splitNames(head["From"], a.Publisher)
		}
		return a, append(odd, problems...), encoding
	}
	text, encoding := decode(l.plain, l.plainSet, true)
	signed := ""
	if at := signature.FindStringIndex(text); at != nil {
		text, signed = text[:at[0]], text[at[1]:]
	}
	f, odd := source.Text(path, fmt.Sprintf("Subject: %s\nDate: %s\nFrom: %s\n\n%s", head["Subject"], head["Date"], head["From"], text))
	if a, problems = readText(f); a != nil && strings.TrimSpace(signed) != "" {
		a.Left = append(a.Left, strings.Join(strings.Fields(signed), " "))
	}
	return a, append(odd, problems...), encoding
}
