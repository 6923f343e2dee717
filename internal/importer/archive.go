package importer

import (
	"bytes"
	"errors"
	"mime"
	"mime/multipart"
	"net/mail"
	"path/filepath"
	"strings"

	"glossator/internal/source"
)

// archived tells whether a file is a page saved with all its parts in one file
// (MHTML, RFC 2557), as browsers do for "Webpage, Single File".
func archived(data []byte) bool {
	head := strings.ToLower(string(data[:min(len(data), 2048)]))
	return strings.Contains(head, "mime-version:") && strings.Contains(head, "content-type: multipart/related")
}

// readArchive reads the first web page in an MHTML file.
func readArchive(in input) (*Article, []source.Problem) {
	page, charset, address, err := firstPage(in.data)
	if err != nil {
		return nil, []source.Problem{whole(in.path, "no-article", "no web page was found in the archive: "+err.Error(), "save the page as .html")}
	}
	text, encoding := decode(page, charset, true)
	a, problems := readPage(source.NewFile(filepath.ToSlash(in.path), text), address)
	if a != nil {
		a.From, a.Encoding = in.path, encoding
		a.Words = len(strings.Fields(a.Body))
	}
	return a, problems
}

func firstPage(data []byte) (page []byte, charset, address string, err error) {
	m, err := mail.ReadMessage(bytes.NewReader(data))
	if err != nil {
		return nil, "", "", err
	}
	_, params, err := mime.ParseMediaType(m.Header.Get("Content-Type"))
	if err != nil {
		return nil, "", "", err
	}
	address = m.Header.Get("Snapshot-Content-Location")
	for r := multipart.NewReader(m.Body, params["boundary"]); ; {
		part, err := r.NextRawPart()
		if err != nil {
			return nil, "", "", errors.New("it has no part of the type text/html")
		}
		kind, params, _ := mime.ParseMediaType(part.Header.Get("Content-Type"))
		if kind != "text/html" && kind != "application/xhtml+xml" {
			continue
		}
		if at := part.Header.Get("Content-Location"); address == "" && strings.HasPrefix(at, "http") {
			address = at
		}
		return decoded(part.Header.Get("Content-Transfer-Encoding"), part), params["charset"], address, nil
	}
}
