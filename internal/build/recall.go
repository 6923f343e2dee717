package build

import (
	"maps"
	"path/filepath"
	"slices"
	"strconv"
	"sync"

	"glossator/internal/annotation"
	"glossator/internal/cache"
	"glossator/internal/compare"
	"glossator/internal/lexicon"
	"glossator/internal/site"
	"glossator/internal/source"
	"glossator/internal/token"
)

// What is found in a text outlives the process, in a file of cfg.Cache: the first build takes
// from it the texts of which nothing has changed, nor the catalogue, nor the program. Its
// records are those of the annotations, of the sketch where the text is an article, and of its
// words.

// recall opens what earlier processes remembered. A clean build believes none of it.
func (b *Builder) recall() {
	switch {
	case b.cfg.Cache == "":
	case b.cfg.Clean:
		b.earlier = b.folder().New(b.remembrance())
	default:
		b.earlier = b.folder().Open(b.remembrance())
	}
}

func (b *Builder) folder() cache.Folder { return cache.Folder{Dir: b.cfg.Cache} }

// remembrance is the name of the site's file. Each program has its own, so that two that are
// run by turns do not take each other's away; and so have the site with drafts and without.
func (b *Builder) remembrance() string {
	parts := []string{b.program(), strconv.FormatBool(b.cfg.Drafts)}
	for _, dir := range append([]string{b.cfg.Site}, b.cfg.Articles...) {
		if whole, err := filepath.Abs(dir); err == nil {
			dir = whole
		}
		parts = append(parts, dir)
	}
	return string(source.DigestOf(parts...))
}

// recordKey stands for all that decides what is found in a text: the program, the lexicon, the
// files that it is made of, and its words.
func (b *Builder) recordKey(path string, r *remembered) source.Digest {
	parts := []string{b.program(), strconv.FormatUint(r.lexicon, 16), path, r.cited}
	for _, f := range []*source.File{r.file, r.meta, r.readings, r.of.File, r.of.Meta} {
		digest := ""
		if f != nil {
			digest = string(f.Digest)
		}
		parts = append(parts, digest)
	}
	return source.DigestOf(append(parts, string(source.DigestOf(r.doc.Prose.Text)))...)
}

// recalled takes what an earlier process found in a text; false where that is not known.
func (b *Builder) recalled(j *job) bool {
	if b.earlier == nil {
		return false
	}
	room := records.Get().(*record)
	defer records.Put(room)
	var ok bool
	if room.bytes, ok = b.earlier.Get(b.recordKey(j.path, j.done), room.bytes); !ok {
		return false
	}
	ann, rest, ok := room.Read(room.bytes, j.done.doc.Prose.Text)
	var sketch *compare.Sketch
	if ok && j.article {
		sketch, rest, ok = compare.FromRecord(rest, j.done.doc, ann)
	}
	if ok && !b.once {
		var words *lexicon.Words
		words, ok = lexicon.WordsFromRecord(rest)
		ann.KeepWords(words)
	}
	if ok {
		j.done.ann, j.done.sketch, j.done.key = ann, sketch, site.KeyOf(j.done.doc, ann.Digest())
	}
	return ok
}

// put puts what was found in a text into a file; nil is none. Its tokens need not be given
// where its words were kept.
func (b *Builder) put(to *cache.File, path string, r *remembered, tokens []token.Token) {
	if to == nil {
		return
	}
	room := records.Get().(*record)
	defer records.Put(room)
	words := r.ann.Words()
	if words == nil {
		words = &room.words
		words.Become(tokens)
	}
	room.bytes = room.Append(room.bytes[:0], r.ann, r.doc.Prose.Text)
	if r.sketch != nil {
		room.bytes = r.sketch.Append(room.bytes)
	}
	room.bytes = words.Append(room.bytes)
	to.Put(b.recordKey(path, r), room.bytes)
}

// record is the memory in which a record is written and read.
type record struct {
	annotation.Reader
	annotation.Writer
	words lexicon.Words
	bytes []byte
}

// records lends it.
var records = sync.Pool{New: func() any { return new(record) }}

// remember begins to save what the first build found.
func (b *Builder) remember() {
	if file := b.earlier; file != nil {
		b.earlier = nil
		b.saving.Go(file.Save)
	}
}

// Close waits for what is being saved, and saves what later builds found. The builder may be
// used on.
func (b *Builder) Close() {
	b.remember() // where the first build came to no end
	b.saving.Wait()
	if b.cfg.Cache == "" || b.builds < 2 {
		return
	}
	file := b.folder().Open(b.remembrance())
	for _, path := range slices.Sorted(maps.Keys(b.docs)) {
		if r := b.docs[path]; !file.Has(b.recordKey(path, r)) {
			b.put(file, path, r, nil)
		}
	}
	file.Save()
}
