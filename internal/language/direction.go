package language

import "golang.org/x/text/language"

// fromTheRight are the scripts that are written from right to left (ISO 15924), of those
// in which newspapers appear.
var fromTheRight = map[string]bool{"Arab": true, "Aran": true, "Hebr": true, "Syrc": true, "Thaa": true, "Nkoo": true, "Adlm": true, "Rohg": true}

// WrittenFrom is "rtl" where the language of a tag is written from right to left, else "".
func WrittenFrom(tag string) string {
	t, err := language.Raw.Parse(tag)
	if err != nil {
		return ""
	}
	if script, _ := t.Script(); fromTheRight[script.String()] {
		return "rtl"
	}
	return ""
}
