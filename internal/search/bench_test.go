package search

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"path"
	"strings"
	"testing"
)

// BenchmarkBuild makes the index of large sites, and tells besides the time what
// a reader loads, in compressed kilobytes: the index files for one word up to the
// first result (mean over words of the first article's title).
func BenchmarkBuild(b *testing.B) {
	for _, n := range []int{1000, 10000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			s := invented(b, n)
			b.ReportAllocs()
			var ix map[string]string
			for b.Loop() {
				ix = Build(s)
			}
			total := 0
			for _, f := range ix {
				total += len(f)
			}
			r := newReader(b, ix)
			words, wire := titleWords(s.Articles[0].Doc.Meta.Title), 0
			for _, w := range words {
				file, _ := r.node("words", w)
				wire += r.wire("meta") + r.wire(file) + r.wire("articles-0")
			}
			b.ReportMetric(float64(len(ix)), "files")
			b.ReportMetric(float64(total)/1e6, "MB")
			b.ReportMetric(float64(wire)/float64(len(words))/1000, "kB/search")
			b.ReportMetric(float64(r.wire("meta"))/1000, "kB-meta")
		})
	}
}

func titleWords(title string) []string { return strings.Fields(strings.Trim(title, ".")) }

// wire is how many bytes a file takes, compressed as servers do.
func (r *reader) wire(name string) int {
	var b bytes.Buffer
	w, _ := gzip.NewWriterLevel(&b, 6)
	w.Write([]byte(r.files[path.Join("search", name+".js")]))
	w.Close()
	return b.Len()
}
