package catalogue

import (
	"strings"
	"testing"
)

func TestSlugs(t *testing.T) {
	for in, want := range map[string]string{
		"The bridge’s last day": "the-bridges-last-day", "Café “Zürich” – 50% off!": "cafe-zurich-50-off", "U.S. rule 4.2": "us-rule-42",
		"Łódź, Straße, Ærø": "lodz-strasse-aero", "东京": "", "القاهرة": "",
		"Объезд Нижнего Ёлкина": "obezd-nizhnego-elkina", "Київ": "kiiv", "Η γέφυρα του Βόλου": "i-gefyra-toy-voloy", "Đorđe": "dorde", "!!!": "", "Ana B. Ruiz": "ana-b-ruiz", "…and so on": "and-so-on",
		"Ana 東京": "ana", "An 東京": "an", "A 東京": "", "東京 99": "", "99": "99",
		strings.Repeat("x", 33) + " " + strings.Repeat("y", 40): strings.Repeat("x", 33), strings.Repeat("x", 31) + " " + strings.Repeat("y", 40): strings.Repeat("x", 31) + "-" + strings.Repeat("y", 32), strings.Repeat("x", 64) + " y": strings.Repeat("x", 64),
		strings.Repeat("long words ", 20): "long-words-long-words-long-words-long-words-long-words-long", strings.Repeat("x", 200): strings.Repeat("x", 64),
	} {
		got := Slug(in)
		if got != want {
			t.Errorf("%q is %q, not %q", in, got, want)
		}
		if got != "" && !SafeName(got) {
			t.Errorf("%q is no address", got)
		}
	}
}
