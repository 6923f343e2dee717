package doc_test

import (
	"strings"
	"testing"

	"glossator/internal/doc"
	"glossator/internal/mark"
	"glossator/internal/source"
)

// TestWhatNoPageMayHoldIsInNoProse: as bytes, as entities, in fields, in every kind of
// text; told at its place.
func TestWhatNoPageMayHoldIsInNoProse(t *testing.T) {
	for _, c := range []struct{ path, data, words, places string }{
		{"a.md", "---\ntitle: \"A\\u202eB\\x00\"\nplace: \"\\x0b\"\n---\nElena\x00 Rivas\v spoke\x01 and\u202e left.\n", "AB|Elena Rivas spoke and left.",
			"2:8 U+0000, 2:8 U+202E, 3:8 U+000B, 5:6 U+0000, 5:13 U+000B, 5:20 U+0001, 5:25 U+202E"},
		{"a.md", "Elena&#x202E; Ri&#1;vas &#11; sp&#xFFFE;oke&#127;,\n*so&#8237;* [she&#7;](https://example.org/&#11;) `&#7;`&amp;&#x200f;.\n", "Elena Rivas   spoke, so she &#7;&\u200f.",
			"1:6 U+202E, 1:17 U+0001, 1:25 U+000B, 1:33 U+FFFE, 1:44 U+007F, 2:4 U+202D, 2:17 U+0007"},
		{"a.md", "Elena\u2028Rivas[^1].\n\n[^1]: A&#6; note\u202d.\n\n| a&#5; |\n|---|\n| b\x7f |\n", "Elena Rivas.|A note.|a|b", "1:6 U+2028, 3:8 U+0006, 3:17 U+202D, 5:4 U+0005, 7:4 U+007F"},
		{"a.txt", "A harbor\n\nElena\vRivas \u202espoke.\n\n\fShe left.\n", "A harbor|Elena Rivas spoke.|She left.", "3:6 U+000B, 3:13 U+202E, 5:1 U+000C"},
		{"a.html", "<html><head><title>The h&#x202e;arbor</title></head><body><article><p>Elena&#x202E; Rivas\u0001 spoke at length of the harbor, of the boats in it, and of those who came at night.</p><p>She left&#11again, and nobody had asked her for anything, as the keeper of the light said later.</p></article></body></html>",
			"The h arbor|Elena Rivas spoke at length of the harbor, of the boats in it, and of those who came at night.|She left again, and nobody had asked her for anything, as the keeper of the light said later.",
			"1:25 U+202E, 1:76 U+202E, 1:90 U+0001, 1:189 U+000B"},
	} {
		f, problems := source.Text(c.path, c.data)
		d, ps := doc.Parse(f, nil, doc.Options{Markdown: mark.New()})
		problems = source.SortProblems(append(problems, ps...))
		var places []string
		for _, p := range problems {
			if p.Rule == "unfit-character" {
				places = append(places, strings.TrimPrefix(p.Pos.String(), c.path+":")+" "+strings.Fields(p.Msg)[2])
			}
		}
		if got := strings.ReplaceAll(d.Prose.Text, "\n\n", "|"); got != c.words {
			t.Errorf("%s: got  %q\nwant %q", c.path, got, c.words)
		}
		if got := strings.Join(places, ", "); got != c.places {
			t.Errorf("%s: told %s\nwant %s", c.path, got, c.places)
		}
		for _, out := range []string{d.Draw(doc.Drawing{}), d.Meta.Title, d.Meta.Place, d.Meta.Summary, d.Meta.Publisher} {
			if i := strings.IndexFunc(out, source.Unfit); i >= 0 {
				t.Errorf("%s: %q holds %q", c.path, out, out[i:])
			}
		}
		if at, ok := d.Prose.Source(source.Span{Start: strings.Index(d.Prose.Text, "Rivas"), End: strings.Index(d.Prose.Text, "Rivas") + 1}); c.path != "a.html" && (!ok || f.Data[at.Start] != 'R') {
			t.Errorf("%s: a word is lost", c.path)
		}
	}
}
