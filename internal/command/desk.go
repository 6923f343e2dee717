package command

import (
	"encoding/json"
	"io"

	"glossator/internal/build"
	"glossator/internal/desk"
	"glossator/internal/source"
)

// report prints what a check found, and ends with what a desk would ask: see package
// desk, which documents the JSON.
func (f *checkFlags) report(out, errs io.Writer, r *build.Result) error {
	if f.Quiet && f.Format != "json" {
		f.Print(out, errs, &r.Report)
		return nil
	}
	questions := r.Desk()
	if f.Format == "json" {
		whole := struct {
			build.Report
			Questions []desk.Topic
		}{r.Report, append([]desk.Topic{}, questions...)}
		whole.Problems = append([]source.Problem{}, whole.Problems...)
		e := json.NewEncoder(out)
		e.SetIndent("", "  ")
		return e.Encode(whole)
	}
	f.Print(out, errs, &r.Report)
	if r.Site.Config.File != nil {
		desk.Write(out, questions, f.Verbose)
	}
	return nil
}
