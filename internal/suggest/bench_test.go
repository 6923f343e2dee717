package suggest_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"glossator/internal/annotate"
	"glossator/internal/catalogue"
	"glossator/internal/doc"
	"glossator/internal/lexicon"
	"glossator/internal/source"
	"glossator/internal/suggest"
)

// BenchmarkThousandArticles is 1,000 articles of about 640 words, in which most people
// have a name that no other article has.
func BenchmarkThousandArticles(b *testing.B) {
	paths, err := filepath.Glob("testdata/quality/*.txt")
	if err != nil || len(paths) == 0 {
		b.Fatal("no texts", err)
	}
	lex := lexicon.New(catalogue.New(nil, nil), "en")
	texts := make([]string, len(paths))
	for i, p := range paths {
		texts[i] = article(b, lex, p).Doc.File.Data
	}
	in := suggest.Input{Lexicon: lex}
	words := 0
	for i := range 1000 {
		var data string
		for k := i; len(strings.Fields(data)) < 640; k++ {
			data += texts[k%len(texts)] + "\n\n"
		}
		data = strings.Join(strings.Fields(data)[:640], " ")
		data = strings.NewReplacer("ova", fmt.Sprint("ov", letters(i)), "er ", "er ", "olk", "ol"+letters(i), "arr", "ar"+letters(i),
			"ind", "in"+letters(i), "etti", "et"+letters(i), "and,", "an"+letters(i)+",", "ish,", "is"+letters(i)+",").Replace(data)
		words += len(strings.Fields(data))
		d, _ := doc.Parse(source.NewFile(fmt.Sprintf("a%d.txt", i), data), nil, doc.Options{})
		in.Articles = append(in.Articles, suggest.Article{Doc: d, Ann: annotate.Annotate(d, lex)})
	}
	b.ReportAllocs()
	found := 0
	for b.Loop() {
		found = len(suggest.Entries(in))
	}
	b.ReportMetric(float64(found), "suggestions")
	b.ReportMetric(float64(words), "words")
}

// letters is a number written in letters.
func letters(n int) string {
	return string([]rune{rune('a' + n%26), rune('a' + n/26%26), rune('a' + n/676)})
}
