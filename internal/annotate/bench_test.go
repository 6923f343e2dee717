package annotate_test

import (
	"path/filepath"
	"testing"

	"glossator/internal/annotate"
	"glossator/internal/doc"
)

// BenchmarkAnnotate reads the quality texts, which are short: what one document costs
// by being a document weighs more here than on longer ones.
func BenchmarkAnnotate(b *testing.B) {
	paths, err := filepath.Glob("testdata/quality/*.txt")
	if err != nil {
		b.Fatal(err)
	}
	lex, size := qualityLexicon(b), 0
	var docs []*doc.Document
	for _, path := range paths {
		docs = append(docs, qualityText(b, path))
		size += len(docs[len(docs)-1].Prose.Text)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for _, d := range docs {
			annotate.Annotate(d, lex)
		}
	}
}
