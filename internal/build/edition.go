package build

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"glossator/internal/catalogue"
	"glossator/internal/compare"
	"glossator/internal/doc"
	"glossator/internal/meta"
	"glossator/internal/site"
	"glossator/internal/source"
)

// edition is the site in another of its languages, on its way to its model.
type edition struct {
	tag     string
	config  *catalogue.Site
	cat     *catalogue.Catalogue
	entries []*job // one for each entry: of its text in the language, else that of the site's own
	in      site.Input
	memory  *site.Memory
}

// family is one article (or page) in all languages in which it is there.
type family struct {
	first    string // the language of the original, "" for the site's own
	original *job
	others   map[string]*job // by language: the translations; nil for none
}

// in is the text in a language, or nil.
func (f *family) in(tag string) *job {
	if tag == f.first {
		return f.original
	}
	return f.others[tag]
}

// translates is the text of which a job's file says that it is a translation.
func translates(j *job, originals map[string]*job) (of doc.Source) {
	if o := originals[doc.Translates(j.file, j.meta)]; o != nil {
		of = doc.Source{File: o.file, Meta: o.meta}
	}
	return of
}

// originals are the texts that are no translations, by name.
func originals(jobs []*job) map[string]*job {
	all := map[string]*job{}
	for _, j := range jobs {
		if doc.Translates(j.file, j.meta) == "" {
			all[strings.TrimSuffix(path.Base(j.path), path.Ext(j.path))] = j
		}
	}
	return all
}

// families joins texts to their translations. What cannot be joined is left out, and told.
func families(jobs []*job, config *catalogue.Site, drafts bool) (all []*family, problems []source.Problem) {
	var rest []*job
	room := make([]family, len(jobs))
	all = make([]*family, 0, len(jobs))
	for i, j := range jobs {
		d := j.done.doc
		if d.Meta.TranslationOf.ID != "" {
			rest = append(rest, j)
			continue
		}
		tag := d.Meta.Language.Text
		if _, ok := config.Translations[tag]; !ok {
			tag = ""
		}
		room[i] = family{first: tag, original: j}
		all = append(all, &room[i])
	}
	if len(rest) == 0 {
		return all, nil
	}
	byName := make(map[string]*family, len(all))
	for _, f := range all {
		byName[f.original.done.doc.Name] = f
	}
	for _, j := range rest {
		d := j.done.doc
		of, tag := d.Meta.TranslationOf, d.Meta.Language
		f := byName[of.ID]
		bad := func(at int, msg, hint string) {
			problems = append(problems, d.MetaFile.Problem(at, "translation", msg, hint))
		}
		_, known := config.Translations[tag.Text]
		switch {
		case f == nil:
			bad(of.Offset, fmt.Sprintf("there is no text %q to translate", of.ID), meta.DidYouMean(of.ID, familyNames(byName)))
		case tag.Text == "" || tag.Text == config.Language:
			bad(max(tag.Offset, of.Offset), fmt.Sprintf("a translation in %q, the site's own language", config.Language), "say in which language it is written, as language: es")
		case !known:
			bad(tag.Offset, fmt.Sprintf("%q is no other language of the site", tag.Text), "add "+tag.Text+": {title: …} to translations in site.yaml")
		case f.first == tag.Text:
			bad(of.Offset, fmt.Sprintf("%q is written in %q itself", of.ID, tag.Text), "take one of them away")
		case f.in(tag.Text) != nil:
			bad(of.Offset, fmt.Sprintf("%q is translated into %q already, in %s", of.ID, tag.Text, f.in(tag.Text).file.Path), "a text has one translation in a language: take one away")
		case !d.Meta.Draft || drafts:
			if f.others == nil {
				f.others = map[string]*job{}
			}
			f.others[tag.Text] = j
		}
	}
	return all, problems
}

// byLanguage puts translations behind the others: what a worker knows of a language's words
// it makes anew where the next text is in another.
func byLanguage(jobs []*job) []*job {
	own, others := make([]*job, 0, len(jobs)), []*job(nil)
	for _, j := range jobs {
		if j.of.File != nil || j.tag != "" {
			others = append(others, j)
		} else {
			own = append(own, j)
		}
	}
	return append(own, others...)
}

func familyNames(byName map[string]*family) (all []string) {
	for name := range byName {
		all = append(all, name)
	}
	slices.Sort(all)
	return all
}

// away is what leads from the pages of one edition to those of another.
func away(from, to string) string {
	switch {
	case from == to:
		return ""
	case from == "":
		return site.Folder(to)
	case to == "":
		return "../"
	}
	return "../" + site.Folder(to)
}

// tellings fills in the articles of an edition: of each family the text in its language,
// else the original; and with it those in other languages, where the site has several.
// Sketches belong to the articles.
func tellings(in *site.Input, all []*family, tag string, tags []string) (sketches []*compare.Sketch) {
	in.Articles, sketches = make([]site.Annotated, 0, len(all)), make([]*compare.Sketch, 0, len(all))
	for _, f := range all {
		here, lives := f.in(tag), tag
		if here == nil {
			here, lives = f.original, f.first
		}
		in.Articles, sketches = append(in.Articles, here.annotated()), append(sketches, here.done.sketch)
		if len(tags) == 1 {
			continue
		}
		in.Away = append(in.Away, away(tag, lives))
		var told []site.Telling
		for _, t := range tags {
			if j := f.in(t); j != nil && j != here {
				told = append(told, site.Telling{Annotated: j.annotated(), Away: away(tag, t)})
			}
		}
		in.Told = append(in.Told, told)
	}
	return sketches
}

// pagesOf are the pages of content/pages that an edition has.
func pagesOf(all []*family, tag string) (pages []site.Annotated) {
	for _, f := range all {
		if j := f.in(tag); j != nil {
			pages = append(pages, j.annotated())
		}
	}
	return pages
}

func (j *job) annotated() site.Annotated {
	return site.Annotated{Doc: j.done.doc, Ann: j.done.ann, Key: j.done.key}
}

// editions are the site's other languages, with the texts of entries that are still to be
// read.
func (b *Builder) editions(v *vocabulary, own []*job) (all []*edition, jobs []*job) {
	for _, tag := range v.config.Tags() {
		e := &edition{tag: tag, config: v.configs[tag], cat: v.cats[tag], memory: b.memoryOf(tag)}
		for i, x := range e.cat.Entries {
			j := own[i]
			if f := x.Text(); f != nil {
				j = &job{path: "entry " + x.ID + " " + tag, tag: tag, files: files{file: f, cited: strings.Join(x.Cited(), "\n")}, body: func() (*doc.Document, []source.Problem) {
					body := x.Body
					if x.Note != nil {
						body = source.Span{End: len(f.Data)}
					}
					d, problems := doc.Body(f, x.ID, body, b.markdown, x.Cited()...)
					d.Meta.Language.Text = tag
					return d, problems
				}}
				jobs = append(jobs, j)
			}
			e.entries = append(e.entries, j)
		}
		all = append(all, e)
	}
	return all, jobs
}

// memoryOf is what was gathered for an edition in the last build.
func (b *Builder) memoryOf(tag string) *site.Memory {
	if b.others == nil {
		b.others = map[string]*site.Memory{}
	}
	if b.others[tag] == nil {
		b.others[tag] = new(site.Memory)
	}
	return b.others[tag]
}

// model makes the model of an edition.
func (e *edition) model(main *site.Site, t *source.Tree) (*site.Site, []source.Problem) {
	e.in.Config, e.in.Catalogue, e.in.Tree, e.in.Memory = e.config, e.cat, t, e.memory
	return site.Edition(main, e.tag, e.in)
}
