package catalogue

import (
	"testing"

	"glossator/internal/meta"
	"glossator/internal/source"
)

func TestASiteIsInALanguageThatThereIs(t *testing.T) {
	for _, c := range []struct{ line, want, hint string }{
		{"language: en-GB", "", ""},
		{"language: es-419", "", ""},
		{"", "", ""},
		{"language: english", `content/site.yaml:2:1: language "english" [bad-language]`, "write it as en"},
		{"language: es_ES", `content/site.yaml:2:1: language "es_ES" [bad-language]`, "write it as es-ES"},
		{`language: ""`, `content/site.yaml:2:1: language "" [bad-language]`, "write the tag that the lang attribute of web pages has: en, es, pt-BR"},
	} {
		s := &Site{Language: "en", File: source.NewFile("content/site.yaml", "title: T\n"+c.line+"\n")}
		problems := append(meta.Decode(s.File, source.Span{End: len(s.File.Data)}, s), s.check()...)
		switch {
		case c.want == "" && len(problems) == 0:
		case len(problems) != 1 || problems[0].String() != c.want+"\n\thint: "+c.hint:
			t.Errorf("%s: %v, want %q", c.line, problems, c.want)
		}
	}
}
