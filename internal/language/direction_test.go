package language

import "testing"

func TestDirection(t *testing.T) {
	for tag, want := range map[string]string{"ar": "rtl", "ar-EG": "rtl", "he": "rtl", "fa": "rtl", "ur": "rtl", "ps": "rtl", "yi": "rtl", "dv": "rtl",
		"en": "", "es-MX": "", "ja": "", "ku": "", "ku-Arab": "rtl", "az-Arab": "rtl", "ar-Latn": "", "pa": "", "pa-PK": "rtl", "": "", "english": ""} {
		if got := WrittenFrom(tag); got != want {
			t.Errorf("%q: %q, want %q", tag, got, want)
		}
	}
}
