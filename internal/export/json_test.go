package export

import (
	"encoding/json"
	"strings"
	"testing"
)

// telling is an object like those of the pages' structured data.
type telling struct {
	Type    string      `json:"@type"`
	Name    string      `json:"headline"`
	Words   int         `json:"wordCount"`
	Mention []mentioned `json:"mentions"`
}

type mentioned struct {
	Type string `json:"@type"`
	Name string `json:"name"`
	URL  string `json:"url"`
	Text string `json:"description,omitempty"`
}

func sampled() telling {
	m := telling{Type: "NewsArticle", Name: "The quay & the “tide” <late>\n\u2028 again", Words: 812}
	for range 40 {
		m.Mention = append(m.Mention, mentioned{"Person", "Ana Ruiz", "https://example.org/x/who/ana-ruiz.html", strings.Repeat("Harbor master of Dover, and a pilot before. ", 3)})
	}
	return m
}

func (m telling) own() string {
	var o object
	o.open('{')
	o.field("@type", m.Type)
	o.field("headline", m.Name)
	o.number("wordCount", m.Words)
	o.key("mentions").open('[')
	for _, e := range m.Mention {
		o.open('{')
		o.field("@type", e.Type)
		o.field("name", e.Name)
		o.field("url", e.URL)
		o.field("description", e.Text)
		o.shut('}')
	}
	o.shut(']')
	o.shut('}')
	return o.String()
}

// TestJSONIsThatOfTheLibrary holds the writer to what encoding/json makes of the same.
func TestJSONIsThatOfTheLibrary(t *testing.T) {
	m := sampled()
	for _, words := range []string{"", "a\tb\r\x00\x1f", `"\`, "<script>&", "\u2028\u2029\u2027â", "日本 é 😀", "\u007f"} {
		m.Name += words
		want, err := json.Marshal(m)
		if err != nil {
			t.Fatal(err)
		}
		var got, other telling
		if err := json.Unmarshal([]byte(m.own()), &got); err != nil || json.Unmarshal(want, &other) != nil || got.Name != other.Name || len(got.Mention) != len(other.Mention) {
			t.Errorf("%q: %v\n%.200s\n%.200s", words, err, m.own(), want)
		}
	}
	if got := m.own(); strings.ContainsAny(got, "<>&\n\u2028\u2029") {
		t.Errorf("stands in no script: %.200s", got)
	}
}

// BenchmarkJSON is what the writer takes beside the library.
func BenchmarkJSON(b *testing.B) {
	m := sampled()
	b.Run("own", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			_ = m.own()
		}
	})
	b.Run("encoding-json", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			_, _ = json.Marshal(m)
		}
	})
}
