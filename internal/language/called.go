package language

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// Called is the name of the language of a tag in another one: "inglés" of en in es.
func Called(tag, in string) string {
	names := display.Tags(language.Make(in))
	if names == nil {
		names = display.English.Tags()
	}
	if name := names.Name(language.Make(tag)); name != "" {
		return name
	}
	return tag
}

// CallsItself is the name of a language in itself, as it stands alone: "Español".
func CallsItself(tag string) string {
	name := display.Self.Name(language.Make(tag))
	if name == "" {
		return tag
	}
	first, n := utf8.DecodeRuneInString(name)
	return string(unicode.ToUpper(first)) + name[n:]
}
