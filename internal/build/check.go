package build

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"glossator/internal/annotate"
	"glossator/internal/doc"
	"glossator/internal/source"
)

// Render makes every page, so that every mistake in a template is found.
func (r *Result) Render() {
	problems := r.Report.Problems
	for _, p := range r.Planned() {
		if o := r.outputs[p]; o == nil || !o.page {
			continue
		}
		if problem := r.Try(p); problem != nil {
			problems = append(problems, *problem)
			r.OK = false
		}
		r.Report.Rendered++
	}
	r.Report.count(problems)
}

// Explain says what is linked in a sentence, or in the paragraph at FILE:LINE of an
// article, by which rule, and what was considered and left alone.
func (r *Result) Explain(what string) (string, error) {
	file, line, ok := strings.Cut(what, ":")
	n, err := strconv.Atoi(line)
	if !ok || err != nil {
		return annotate.Explain(what, r.Lexicon()), nil
	}
	for _, a := range r.Site.Articles {
		f := a.Doc.File
		if f.Path != filepath.ToSlash(file) && filepath.Base(f.Path) != file {
			continue
		}
		at := a.Doc.Prose.At(f.LineStart(n))
		if at < 0 {
			return "", fmt.Errorf("%s:%d is behind the last words", file, n)
		}
		return numbers(a.Doc, n) + annotate.ExplainAt(a.Doc, r.LexiconOf(a.Doc), at), nil
	}
	return "", fmt.Errorf("no article is called %q", file)
}

// numbers tells which blocks stand in a line, as rows of readings count them.
func numbers(d *doc.Document, line int) string {
	var b strings.Builder
	for _, x := range d.Numbers(source.Span{Start: d.File.LineStart(line), End: d.File.LineStart(line + 1)}) {
		out := ""
		if x.Out {
			out = "  (left out of the article)"
		}
		fmt.Fprintf(&b, "p: %d  %s%s\n", x.P, x.Words, out)
	}
	return b.String()
}

// ExportAnnotations writes one JSON for each article, for scoring and for other
// programs.
func (r *Result) ExportAnnotations(dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for _, a := range r.Site.Articles {
		data, err := json.MarshalIndent(annotate.Gold(a.Doc, a.Ann, r.LexiconOf(a.Doc)), "", " ")
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(dir, a.Doc.Name+".json"), append(data, '\n'), 0o644); err != nil {
			return err
		}
	}
	return nil
}
