package export

import (
	"cmp"
	"encoding/binary"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/zeebo/xxh3"

	"glossator/internal/annotation"
	"glossator/internal/site"
	"glossator/internal/source"
)

// context is how many bytes of text stand before and after a quoted selection, about.
const context = 32

// selections writes annotations of one text in rising order.
type selections struct {
	*object
	text  string
	count *source.CodePoints
	total int
}

// textID is the address of the text among the annotations.
const textID = "#text"

// annotations is what was found in an article as a W3C Web Annotation collection
// (www.w3.org/TR/annotation-model): every selection by its words and by its place in the
// prose, which stands in the same file. Addresses are told from that of the file: from @base,
// where that is known.
func annotations(w io.Writer, s *site.Site, a *site.Article, o Options) error {
	return lend(func(j *object) error {
		collection(j, s, a, o)
		_, err := w.Write(j.Bytes())
		return err
	})
}

// AnnotationInput is all that an article's annotations are made of.
type AnnotationInput struct {
	Base, Path, Language string
	Article              uint64 // its text and what was found in it
	Entries              uint64 // of what is told of each that is mentioned, and of each speaker: see site.Profile.Line
}

// annotationInput is what an article's annotations are made of.
func annotationInput(s *site.Site, a *site.Article, o Options) any {
	in := AnnotationInput{Base: o.Base, Path: a.Path, Language: s.Config.Language, Article: a.Key}
	lines := make([]byte, 0, 8*(len(a.Seen)+len(a.Ann.Quotes)))
	for _, seen := range a.Seen {
		lines = binary.LittleEndian.AppendUint64(lines, s.Profiles[seen.Profile].Line())
	}
	for _, q := range a.Ann.Quotes {
		if p := s.Profile(q.Speaker); p != nil {
			lines = binary.LittleEndian.AppendUint64(lines, p.Line())
		}
	}
	in.Entries = xxh3.Hash(lines)
	return in
}

func collection(j *object, s *site.Site, a *site.Article, o Options) {
	stem := strings.TrimSuffix(a.Path, ".html")
	text := a.Doc.Prose.Text
	name := stem[strings.LastIndexByte(stem, '/')+1:]
	j.open('{')
	j.key("@context").open('[').text("http://www.w3.org/ns/anno.jsonld")
	if o.Base != "" {
		j.open('{')
		j.field("@base", o.Base+stem+".jsonld")
		j.shut('}')
	}
	j.shut(']')
	j.field("id", name+".jsonld")
	j.field("type", "AnnotationCollection")
	j.field("label", title(a))
	j.key("schema:about").open('{')
	j.field("id", textID)
	j.field("type", "Text")
	j.field("format", "text/plain")
	j.field("language", cmp.Or(a.Doc.Meta.Language.Text, s.Config.Language))
	j.field("value", text)
	j.shut('}')
	j.key("first").open('{')
	j.field("id", "#page")
	j.field("type", "AnnotationPage")
	j.number("startIndex", 0)
	j.key("items").open('[')
	points := source.File{Data: text}
	w := selections{object: j, text: text, count: points.CodePoints()}
	w.found(s, a)
	j.shut(']')
	j.shut('}')
	j.number("total", w.total)
	j.shut('}')
	j.WriteByte('\n')
}

// found writes what was found: an annotation of each.
func (w *selections) found(s *site.Site, a *site.Article) {
	for i, m := range a.Ann.Mentions {
		p := s.Profile(m.Entry)
		if p == nil {
			continue
		}
		w.begin("m", i, "identifying")
		w.open('{')
		w.field("type", "SpecificResource")
		w.field("source", Options{}.address(a.Path, p.Path))
		w.field("purpose", "identifying")
		w.shut('}')
		w.note("tagging", p.Entry.Name)
		if m.Rule == annotation.Editor {
			w.note("describing", m.Rule)
		}
		w.finish(m.Span)
	}
	for i, q := range a.Ann.Quotes {
		w.begin("q", i, "describing")
		speaker := q.Name
		if p := s.Profile(q.Speaker); p != nil {
			speaker = p.Entry.Name
		}
		w.note("describing", strings.Join(present("quotation", speaker, q.Certainty, q.Rule), "; "))
		w.finish(q.Span)
	}
	for i, f := range a.Ann.Figures {
		w.begin("f", i, "describing")
		w.note("describing", strings.Join(present("figure", strconv.FormatFloat(f.Value, 'f', -1, 64), f.Unit, f.What, f.Rule), "; "))
		w.finish(f.Span)
	}
	for i, d := range a.Ann.Dates {
		if d.Resolves != "" {
			w.begin("d", i, "describing")
			w.note("describing", strings.Join(present("date", string(d.Resolves), d.Rule), "; "))
			w.finish(d.Span)
		}
	}
}

// begin opens an annotation and its bodies.
func (w *selections) begin(kind string, i int, motivation string) {
	w.total++
	w.open('{')
	w.field("id", "#"+kind+strconv.Itoa(i+1))
	w.field("type", "Annotation")
	w.field("motivation", motivation)
	w.key("body").open('[')
}

func (w *selections) note(purpose, value string) {
	w.open('{')
	w.field("type", "TextualBody")
	w.field("value", value)
	w.field("purpose", purpose)
	w.shut('}')
}

// finish closes the bodies and says which words the annotation is about.
func (w *selections) finish(at source.Span) {
	w.shut(']')
	w.key("target").open('{')
	w.field("source", textID)
	w.key("selector").open('[')
	w.open('{')
	w.field("type", "TextQuoteSelector")
	w.field("exact", w.text[at.Start:at.End])
	w.field("prefix", w.text[runeStart(w.text, at.Start-context):at.Start])
	w.field("suffix", w.text[at.End:runeStart(w.text, at.End+context)])
	w.shut('}')
	w.open('{')
	w.field("type", "TextPositionSelector")
	w.number("start", w.count.At(at.Start))
	w.number("end", w.count.At(at.End))
	w.shut('}')
	w.shut(']')
	w.shut('}')
	w.shut('}')
}

// runeStart is the offset, or the nearest one before it at which a code point begins.
func runeStart(s string, at int) int {
	at = max(0, min(at, len(s)))
	for at > 0 && at < len(s) && !utf8.RuneStart(s[at]) {
		at--
	}
	return at
}

func present(all ...string) (some []string) {
	for _, s := range all {
		if s != "" {
			some = append(some, s)
		}
	}
	return some
}
