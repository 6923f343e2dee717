package meta_test

import (
	"strings"
	"testing"

	"glossator/internal/meta"
	"glossator/internal/source"
)

// text is the front matter of a text, as package doc has it.
type text struct {
	Title     string    `meta:"title"`
	Kind      meta.Word `meta:"kind"`
	Publisher string    `meta:"publisher"`
	Authors   []string  `meta:"authors"`
	Published meta.Day  `meta:"published"`
	Place     string    `meta:"place"`
	Summary   string    `meta:"summary"`
	Rights    meta.Word `meta:"rights,withholds"`
	Draft     bool      `meta:"draft,withholds"`
}

const fields = "title: Not yet\nrights: private\ndraft: true\n"

func TestFieldsThatAreNotReadAreTold(t *testing.T) {
	for name, data := range map[string]string{
		"a space":              " ---\n" + fields + "---\nWords.\n",
		"an empty line":        "\n---\n" + fields + "---\nWords.\n",
		"empty lines, CRLF":    "\r\n\r\n---\r\ntitle: x\r\n---\r\nWords.\r\n",
		"a mark and a line":    "\uFEFF\n---\n" + fields + "---\nWords.\n",
		"two marks":            "\uFEFF\uFEFF---\n" + fields + "---\nWords.\n",
		"no-break space":       "\u00a0\n---\n" + fields + "---\nWords.\n",
		"no width":             "\u200b---\n" + fields + "---\nWords.\n",
		"a comment":            "<!-- for the desk -->\n---\n" + fields + "---\nWords.\n",
		"a heading":            "# Not yet\n\n---\n" + fields + "---\nWords.\n",
		"in a comment":         "<!--\n" + fields + "-->\nWords.\n",
		"four hyphens":         "----\n" + fields + "----\nWords.\n",
		"two hyphens":          "--\n" + fields + "--\nWords.\n",
		"a dash":               "—\n" + fields + "—\nWords.\n",
		"a dash and a hyphen":  "—-\n" + fields + "—-\nWords.\n",
		"dashes":               "———\n" + fields + "———\nWords.\n",
		"a name":               "--- yaml\n" + fields + "---\nWords.\n",
		"TOML":                 "+++\ntitle = \"Not yet\"\ndraft = true\n+++\nWords.\n",
		"TOML with a comment":  "+++\ndraft = true # todo: ask\n+++\nWords.\n",
		"JSON":                 "{\n  \"title\": \"Not yet\",\n  \"draft\": true\n}\n\nWords.\n",
		"JSON in a line":       "{\"title\": \"Not yet\", \"draft\": true}\n\nWords.\n",
		"JSON between signs":   ";;;\n\"draft\": true\n;;;\nWords.\n",
		"a fence":              "```yaml\n" + fields + "```\nWords.\n",
		"never closed":         "---\n" + fields + "\nWords.\n",
		"never, to the end":    "---\n" + fields,
		"a line of five":       "---\n" + fields + "-----\nWords.\n\n---\n\nMore.\n",
		"closed by a dash":     "---\n" + fields + "—\nWords.\n",
		"a space at the end":   "---\n" + fields + " ---\nWords.\n",
		"never opened":         fields + "---\nWords.\n",
		"no signs":             fields + "\nWords.\n",
		"no signs, one field":  "title: Not yet\n\nWords.\n",
		"no signs, no line":    fields + "Words.\n",
		"only a draft":         "draft: true\n\nWords.\n",
		"a capital":            "Draft: true\n\nWords.\n",
		"capitals":             "Title: Not yet\nPublisher: Island Weekly\n\nWords.\n",
		"a spelling":           "---- \ntitel: Not yet\n----\nWords.\n",
		"a draft misspelled":   "\n---\ndrfat: yes\n---\nWords.\n",
		"bold":                 "**Draft:** true\n\nWords.\n",
		"a list":               "- rights: private\n- draft: true\n\nWords.\n",
		"indented":             "    title: Not yet\n    draft: true\n\nWords.\n",
		"all in a line":        "--- title: Not yet draft: true ---\n\nWords.\n",
		"behind words":         "Words first.\n\n---\n" + fields + "---\nWords.\n",
		"behind words, alone":  "Words first.\n\nrights: private\n\nWords.\n",
		"a second head":        "---\ntitle: Not yet\n---\n---\ndraft: true\n---\nWords.\n",
		"below an empty head":  "---\n---\ndraft: true\n\nWords.\n",
		"a wider colon":        "---\u00a0\ndraft： true\n---\nWords.\n",
		"behind a thematic br": "***\ntitle: Not yet\n***\nWords.\n",
		"a comment in it":      "----\n# for the desk\ndraft: true # not yet\n----\nWords.\n",
	} {
		var got text
		_, _, problems := meta.Head(source.NewFile("a.md", data), &got)
		if !source.Stops(problems, false) || problems[0].Rule != "front-matter" || problems[0].Pos.Line == 0 || problems[0].Hint == "" {
			t.Errorf("%s: %v of\n%s", name, problems, data)
		}
	}
}

func TestHonestTextsAreTextsAlone(t *testing.T) {
	for name, data := range map[string]string{
		"words":             "Words.\n\nMore words: and more.\n",
		"nothing":           "",
		"a break":           "---\n\nOnce there was a harbor.\n",
		"a break, no line":  "---\nOnce there was a harbor.\n",
		"two breaks":        "---\n\nOnce: a harbor.\n\n---\n\nThen a storm.\n",
		"breaks and words":  "---\nIt rained on the quay\n---\nand in the town.\n",
		"stars":             "***\n\nOnce there was a harbor.\n",
		"a note":            "Note: something happened.\n\nWords.\n",
		"a note and breaks": "---\n\nNote: it rained.\n\n---\n\nWords.\n",
		"a heading":         "The harbor\n---\n\nWords.\n",
		"a long heading":    "Summary: what was said\n======================\n\nWords.\n",
		"a poem":            "The quay: empty.\nThe sea: grey.\nThe light: gone.\n",
		"a scene":           "Place: a ruined castle. Time: night.\n\nEnter two boatmen.\n",
		"dialogue":          "— You came back, she said.\n— I did.\n\nThey sat down.\n",
		"a true story":      "Draft: true stories from the harbor\n\nWords.\n",
		"rights":            "Rights: who has them, and who lost them.\n\nWords.\n",
		"a word and words":  "Title: A life on the quay, by one who was there.\n\nWords.\n",
		"a list":            "- bread\n- salt: a little\n\nWords.\n",
		"a table":           "| title: | place |\n|---|---|\n| a | b |\n",
		"an address":        "https://example.org/title: the page\n\nWords.\n",
		"later":             "Words.\n\nWords: a place: a title.\n\nThe order says who may land.\ntitle: of no one.\n",
		"a list's words":    "Words.\n\n---\n\n- place: countries, cities.\n- kind: of what sort.\n\n---\n",
		"a heading later":   "Words.\n\nplace: the quay\n---\n\nWords.\n",
		"code":              "Words.\n\n```\nname: harbor\n```\n",
		"emphasis":          "**Kind:** words are better than none.\n\nWords.\n",
		"an equals sign":    "place = the quay\n\nWords.\n",
	} {
		f := source.NewFile("a.md", data)
		var got text
		_, body, problems := meta.Head(f, &got)
		if len(problems) > 0 || f.Data[body.Start:body.End] != data {
			t.Errorf("%s: %v of\n%s", name, problems, data)
		}
		if problems = meta.NoHead(f, &got); len(problems) > 0 {
			t.Errorf("%s, as plain text: %v of\n%s", name, problems, data)
		}
	}
}

func TestHeads(t *testing.T) {
	for data, want := range map[string]string{
		"---\ntitle: A\n---\nWords.":                                "Words.",
		"\uFEFF---\r\ntitle: A\r\n---\r\nWords":                     "Words",
		"---  \n\ntitle: A\n\n---\t\nWords":                         "Words",
		"---\ntitle: A\n...\nWords":                                 "Words",
		"---\n# a comment\ntitle: A\n---\n---\n\nWords: they rain.": "---\n\nWords: they rain.",
		"---\nsummary: |\n  one\n  ---\n  two\n---\nWords":          "Words",
		"---\n---\nWords":                                           "Words",
		"---\n{title: A}\n---\n":                                    "",
		"---\n\"title\": A\n---":                                    "",
		"---\ntitle: A\n---\nNote: it rained.\nPlace: here.":        "Note: it rained.\nPlace: here.",
	} {
		f := source.NewFile("a.md", data)
		var got text
		_, body, problems := meta.Head(f, &got)
		if len(problems) > 0 || f.Data[body.Start:body.End] != want {
			t.Errorf("%q: %q, %v", data, f.Data[body.Start:body.End], problems)
		}
	}
}

func TestWhatIsSaidOfLostFields(t *testing.T) {
	for data, want := range map[string]string{
		"\n---\n" + fields + "---\nWords.":       `a.md:3:1: "title: Not yet" looks like front matter, and would be read as the text's words [front-matter]`,
		"---\n" + fields + "\nWords.":            `a.md:1:1: front matter is opened by --- and never closed [front-matter]`,
		"---\n" + fields + "----\nWords.":        `a.md:1:1: front matter is opened by --- and closed by "----" [front-matter]`,
		"---\ntitle: A\n---\n\ndraft: true\n\nW": `a.md:5:1: "draft: true" looks like front matter, and would be read as the text's words [front-matter]`,
	} {
		_, _, problems := meta.Head(source.NewFile("a.md", data), &text{})
		if len(problems) != 1 || !strings.HasPrefix(problems[0].String(), want+"\n\thint: ") {
			t.Errorf("%v\nis not\n%s", problems, want)
		}
	}
	for page, want := range map[string]int{
		"---\n" + fields + "---\n<p>Words.</p>":                               1,
		"<!-- " + fields + " -->\n<html><p>Words.</p></html>":                 1,
		"<!doctype html>\n<script>\n{\n\"title\": \"A\",\n\"draft\": true\n}": 0,
	} {
		if told := meta.NoHead(source.NewFile("a.html", page), &text{}); len(told) != want {
			t.Errorf("%q: %v", page, told)
		}
	}
	told := meta.NoHead(source.NewFile("a.txt", "---\n"+fields+"---\nWords."), &text{})
	if len(told) != 1 || !strings.Contains(told[0].Hint, ".yaml") {
		t.Errorf("a plain text: %v", told)
	}
}
