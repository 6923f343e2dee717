package meta

import (
	"strings"

	"glossator/internal/source"
)

// FieldAt is where a field of a file's front matter begins (or of the whole file, where
// it is YAML); the beginning of the file where it is not there.
func FieldAt(f *source.File, name string) int {
	span := source.Span{End: len(f.Data)}
	if !strings.HasSuffix(f.Path, ".yaml") {
		span, _ = FrontMatter(f)
	}
	d := newDecoder(f, span)
	tree, problem := d.tree()
	if problem != nil || len(tree.Docs) == 0 {
		return 0
	}
	for _, kv := range pairs(tree.Docs[0].Body) {
		if kv.Key.GetToken().Value == name {
			return d.offset(kv.Key.GetToken())
		}
	}
	return 0
}
