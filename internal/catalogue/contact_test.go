package catalogue

import (
	"strings"
	"testing"

	"glossator/internal/meta"
	"glossator/internal/source"
)

func TestAContactIsFilledIn(t *testing.T) {
	for contact, want := range map[string]string{
		"":                 "",
		"desk@example.org": "mailto:desk@example.org?subject=T%20%26%20%3F&body=a%0Ab%3A%20",
		"https://github.com/ann/harbor/issues/new":                 "https://github.com/ann/harbor/issues/new?title=T%20%26%20%3F&body=a%0Ab%3A%20",
		"https://github.com/ann/harbor/issues/new?labels=error":    "https://github.com/ann/harbor/issues/new?labels=error&title=T%20%26%20%3F&body=a%0Ab%3A%20",
		"https://gitlab.com/ann/harbor/-/issues/new":               "https://gitlab.com/ann/harbor/-/issues/new?issue[title]=T%20%26%20%3F&issue[description]=a%0Ab%3A%20",
		"https://bugs.example.org/new?summary={title}&what={body}": "https://bugs.example.org/new?summary=T%20%26%20%3F&what=a%0Ab%3A%20",
	} {
		s := &Site{Contact: meta.Word{Text: contact}}
		if got := s.Report("T & ?", "a\nb: "); got != want {
			t.Errorf("%q: %q, want %q", contact, got, want)
		}
	}
}

func TestWhatIsNoContactIsTold(t *testing.T) {
	for _, contact := range []string{"desk", "Ann <desk@example.org>", "https://example.org/contact", "https://example.org/new?body={body}", "https://example.org/?{title}{body}#x",
		"javascript:alert(1)//issues/new", "https://github.com/ann/harbor/issues/new#x"} {
		s := &Site{File: source.NewFile("content/site.yaml", "title: T\ncontact: '"+contact+"'\n")}
		problems := append(meta.Decode(s.File, source.Span{End: len(s.File.Data)}, s), s.checkContact()...)
		if len(problems) != 1 || !strings.HasPrefix(problems[0].String(), "content/site.yaml:2:") || s.Report("a", "b") != "" {
			t.Errorf("%q: %v", contact, problems)
		}
	}
}
