package build

import (
	"io"

	"glossator/internal/export"
	"glossator/internal/page"
	"glossator/internal/site"
	"glossator/internal/source"
)

// tables describes the exported tables for data.html.
func tables() (all []page.DataFile) {
	for _, t := range export.Tables() {
		f := page.DataFile{Path: t.Path, Href: t.Path, About: t.About}
		for _, c := range t.Columns {
			f.Columns = append(f.Columns, page.Column{Name: c.Name, About: c.About})
		}
		all = append(all, f)
	}
	return all
}

// formats are the machine formats that are made of each article and of each entry.
func formats(made []string) (all []page.Format) {
	for _, f := range export.Formats(made) {
		all = append(all, page.Format{Ext: f.Ext, Label: f.Label, Entries: f.Entries})
	}
	return all
}

// inOneFile is the site in one file, where it is made, and its schema.
func inOneFile(s *site.Site, made []string) (all []string) {
	for _, f := range export.Files(s, made) {
		if f.Kind == "json" {
			all = append(all, f.Path)
		}
	}
	return all
}

// MediaType is the type of a file that is made for machines, or "".
func MediaType(path string) string { return export.TypeOf(path) }

// structured makes a page's schema.org data.
func structured(s *site.Site, base string) func(kind string, index int) string {
	ld := export.NewLD(s, base)
	return func(kind string, index int) string {
		switch kind {
		case "article":
			return ld.Article(s.Articles[index])
		case "entry":
			return ld.Entry(s.Profiles[index])
		case "home":
			return ld.Home()
		}
		return ""
	}
}

// oEmbeds adds what tells how to embed pages, where their whole addresses are known.
func (r *Result) oEmbeds(all []page.Embed, s *site.Site, in planned, add func(*claimed)) {
	if in.base == "" {
		r.Report.NoOEmbed += len(all)
		return
	}
	for _, e := range all {
		add(oEmbed(s, in, e))
	}
}

// oEmbed is the answer to whoever asks how to embed a page. It stands beside the page, since
// no program answers on a host that serves files.
func oEmbed(s *site.Site, in planned, e page.Embed) *claimed {
	answer := func() string {
		return export.OEmbed{Address: in.base + e.Path, Title: e.Title, Width: page.EmbedWidth, Height: e.Height}.Make(s, in.base)
	}
	return &claimed{path: in.folder + e.OEmbedPath(), origin: "the oEmbed answer of " + e.Path,
		newKey: func() uint64 { return source.Key(source.DigestOf(answer())) },
		write:  func(w io.Writer) (*source.Problem, error) { _, err := io.WriteString(w, answer()); return nil, err }}
}
