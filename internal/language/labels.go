package language

import (
	"io/fs"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/number"
)

// Labels are the pages' own words in the language of a tag, by the English ones, as its
// labels.yaml has them, and the marks in its numbers; nil for English, in which the pages
// are written. What is not among them stays English: all words of a language that has no
// such file, and of a script that its file is not in ("zh-Hant").
func Labels(tag string) map[string]string {
	t, err := language.Raw.Parse(tag)
	base, _ := t.Base()
	if err != nil || base.String() == "en" {
		return nil
	}
	labels := map[string]string{}
	labels["1,234.5"] = example(t)
	name := base.String() + "/labels.yaml"
	if _, err := fs.Stat(files, name); err != nil || scriptOf(t) != scriptOf(language.Raw.Make(base.String())) {
		return labels
	}
	for _, s := range readFile(name).sections {
		for _, e := range s.entries {
			labels[e.key] = e.text
		}
	}
	return labels
}

func scriptOf(t language.Tag) string {
	script, _ := t.Script()
	return script.String()
}

// example is 1,234.5 with the marks that CLDR has between thousands and before a fraction,
// in the digits 0 to 9: 1.234,5 in Spain, 1,234.5 in Mexico, 1’234.5 in Switzerland.
func example(t language.Tag) string {
	printed := printed(t)
	return printed[:strings.Index(printed, "234")] + "234" + printed[strings.Index(printed, "567")+len("567"):]
}

// printed is 1,234,567.5 as CLDR has it, in the digits 0 to 9.
func printed(t language.Tag) string {
	latin, err := t.SetTypeForKey("nu", "latn")
	if err != nil {
		latin = t
	}
	return message.NewPrinter(latin).Sprint(number.Decimal(1234567.5))
}
