package catalogue

import (
	"fmt"
	"net/mail"
	"net/url"
	"strings"

	"glossator/internal/meta"
	"glossator/internal/source"
)

// Accessibility is what a site's statement of accessibility says besides what holds of
// the stock pages.
type Accessibility struct {
	Tested meta.Day `meta:"tested,full"` // the day on which somebody tried the pages
	Known  []string `meta:"known"`       // barriers that are known, a sentence each
}

// contactHint says what a contact may be.
const contactHint = "write a mail address, the address of a tracker's new issue (https://…/issues/new), or any that holds {title} and ends with {body}"

// checkContact tells what is wrong with the contact, and takes it away.
func (s *Site) checkContact() (problems []source.Problem) {
	c := s.Contact
	if c.Text == "" || contactForm(c.Text) != "" {
		return nil
	}
	s.Contact = meta.Word{}
	return []source.Problem{s.File.Problem(c.Offset, "bad-address", fmt.Sprintf("nobody can be told of an error at the contact %q", c.Text), contactHint)}
}

// contactForm is a contact as an address with places {title} and {body}, the last at its
// end, so that what a reader adds stands behind it. "" where it is none.
//
//	desk@example.org                            mailto:desk@example.org?subject={title}&body={body}
//	https://github.com/ann/harbor/issues/new    …?title={title}&body={body}
//	https://gitlab.com/ann/harbor/-/issues/new  …?issue[title]={title}&issue[description]={body}
func contactForm(contact string) string {
	if a, err := mail.ParseAddress(contact); err == nil && a.Address == contact {
		return "mailto:" + url.PathEscape(contact) + "?subject={title}&body={body}"
	}
	if meta.BadAddress(contact) != "" {
		return ""
	}
	if strings.HasSuffix(contact, "{body}") && strings.Contains(contact, "{title}") {
		return contact
	}
	path, query, more := strings.Cut(contact, "?")
	switch {
	case !strings.HasSuffix(path, "/issues/new") || strings.Contains(contact, "#"):
		return ""
	case more && query != "":
		contact += "&"
	default:
		contact = path + "?"
	}
	if strings.HasSuffix(path, "/-/issues/new") { // GitLab's; the others have GitHub's names
		return contact + "issue[title]={title}&issue[description]={body}"
	}
	return contact + "title={title}&body={body}"
}

// Report is where a reader tells of an error, with its title and the body of the message
// filled in; "" where the site has no contact. More words, encoded, may be written behind it.
func (s *Site) Report(title, body string) string {
	form := contactForm(s.Contact.Text)
	if s.Contact.Text == "" || form == "" {
		return ""
	}
	encoded := func(s string) string { return strings.ReplaceAll(url.QueryEscape(s), "+", "%20") }
	return strings.NewReplacer("{title}", encoded(title), "{body}", encoded(body)).Replace(form)
}
