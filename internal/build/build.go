package build

import (
	"cmp"
	"fmt"
	"io/fs"
	"path"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"glossator/internal/annotate"
	"glossator/internal/annotation"
	"glossator/internal/cache"
	"glossator/internal/catalogue"
	"glossator/internal/compare"
	"glossator/internal/doc"
	"glossator/internal/lexicon"
	"glossator/internal/mark"
	"glossator/internal/meta"
	"glossator/internal/render"
	"glossator/internal/site"
	"glossator/internal/source"
	"glossator/internal/token"
)

// Builder builds one site again and again. It remembers files, documents and pages
// by content. One goroutine at a time may build; Results may be read by many.
type Builder struct {
	cfg        Config
	files      fs.FS // what holds content/, templates/ and static/; nil for the directory cfg.Site
	reader     source.Reader
	markdown   *mark.Markdown
	docs       map[string]*remembered // by path in the tree
	catalogue  catalogue.Loader
	finder     compare.Finder
	gathered   site.Memory
	others     map[string]*site.Memory // of the site's other languages
	vocabulary *vocabulary
	assets     bundle
	set        map[string]templateSet // by language; "" is the site's own
	pages      *pageMemory
	addresses  addresses
	last       built
	once       bool // only one build is asked for: nothing is remembered for the next
	stock      struct{ templates, static []*source.File }
	earlier    *cache.File    // what earlier processes remembered, while the first build reads the texts; else nil
	builds     int            // of sites that could be read
	saving     sync.WaitGroup // what is to be remembered for later ones
	program    func() string  // its digest
}

// remembered is a document as it was parsed and annotated.
type remembered struct {
	files    // what it was made of
	doc      *doc.Document
	problems []source.Problem
	lexicon  uint64 // the key of that with which it was annotated
	ann      *annotation.Set
	key      uint64 // of doc with ann
	sketch   *compare.Sketch
}

// files are what a text is made of.
type files struct {
	file, meta, readings *source.File // the last two may be nil
	of                   doc.Source   // what it translates; nothing for an original
	cited                string       // what an entry cites, which another file may say
}

// New makes a builder.
func New(cfg Config) *Builder {
	b := &Builder{cfg: cfg, markdown: mark.New(), docs: map[string]*remembered{}, pages: newPageMemory()}
	b.stock.templates, b.stock.static = stockTemplates(), stockStatic()
	b.program = sync.OnceValue(program)
	go b.program() // it takes as long as reading the site
	return b
}

// Build reads the site and makes it, as far as the author's mistakes allow. Hints
// are paths whose bytes must be looked at even where size and time are as they were;
// "*" means all. Where the hints turn out to be false, the last Result is given again. An
// error is the world's failure; the author's are Problems.
func (b *Builder) Build(hints ...string) (*Result, error) {
	clock := &clock{now: b.cfg.Now}
	var tree *source.Tree
	var problems []source.Problem
	var err error
	if fell := source.Guard(b.mount("content", "content").Shown, func() {
		clock.start()
		tree, problems, err = b.look(hints)
	}); fell != nil {
		return fallen(&source.Tree{}, b.pages, []source.Problem{*fell}), nil
	}
	if err != nil {
		return nil, fmt.Errorf("reading the site: %w", err)
	}
	if last := b.last; len(hints) > 0 && last.result != nil && last.tree.Same(tree) && slices.Equal(last.problems, problems) {
		return last.result, nil
	}
	if b.builds++; b.builds == 1 {
		b.recall()
	}
	r := b.assemble(tree, problems, clock)
	if b.cfg.Force && !r.OK {
		r = b.holdBack(r, tree, problems)
	}
	b.last = built{}
	if !b.once && !r.fell && b.cfg.Since == "" { // an earlier publish is not in the tree
		b.last = built{tree, problems, r}
	}
	return r, nil
}

// built is what was made of a tree: a save may change no byte, and the desk is told of its
// own.
type built struct {
	tree     *source.Tree
	problems []source.Problem // of reading it
	result   *Result
}

// model makes the site of what was read.
func (b *Builder) model(r *Result, problems []source.Problem, clock *clock) {
	tree := r.tree
	r.Report.Read = tree.Len()
	r.Report.done(clock, "read")

	config, _ := b.catalogue.Site(tree) // what is wrong with it is told with the catalogue
	presented := source.Start(func() presentation { return b.present(tree, config) })
	defer presented.Wait()

	v := b.learn(tree)
	whole := v.whole
	problems = append(problems, v.problems...)
	r.base = cmp.Or(b.cfg.BaseURL, config.BaseURL.Text)
	r.Report.done(clock, "catalogue")

	in, others, sketches, ps := b.annotate(tree, v, &r.Report)
	problems = append(problems, ps...)
	r.Report.done(clock, "annotate")

	pairs := source.Start(func() []compare.Pair { return b.finder.Find(config.Language, sketches) })
	defer pairs.Wait()
	in.Pairs = pairs.Get
	r.Site, ps = site.New(in)
	problems = append(append(problems, stories(r.Site)...), ps...)
	for _, e := range others {
		s, ps := e.model(r.Site, tree)
		r.Editions, problems = append(r.Editions, s), append(problems, ps...)
		r.Report.Translated = append(r.Report.Translated, s.Translated())
	}
	told, translating := problems, b.translating(r.Editions)
	unread := source.Start(func() []source.Problem { return b.unread(tree, in, whole, r.Site, translating, told) })
	defer unread.Wait()
	r.drafts = leftOut(in, whole, r.Site)
	r.Report.Articles, r.Report.Entries = len(r.Site.Articles), len(r.Site.Profiles)
	for _, a := range r.Site.Articles {
		r.Report.Mentions += len(a.Ann.Mentions)
	}
	if b.once && !b.cfg.Force {
		b.docs, b.finder, b.gathered, b.others = nil, compare.Finder{}, site.Memory{}, nil
	}
	r.Report.done(clock, "model")

	more := append(b.since(r), b.plan(r, tree, config, presented.Get())...)
	more = append(more, r.deadLinks()...)
	problems = slices.Concat(problems, unread.Get(), more)
	r.Report.done(clock, "plan")
	r.clock, r.vocabulary = clock, v
	r.Report.Lacking = v.lacking(r.Site)
	r.Report.count(v.withoutUnread(problems))
	r.OK = !source.Stops(r.Report.Problems, b.cfg.Strict) && r.Site.Config.File != nil
}

// vocabulary is what the articles are read with: the catalogue, compiled.
type vocabulary struct {
	key      uint64 // of the files it was made of
	config   *catalogue.Site
	whole    *catalogue.Catalogue // drafts too
	cat      *catalogue.Catalogue
	lexicon  *lexicon.Lexicon
	others   map[string]*lexicon.Lexicon // of texts in other languages than the site's
	mu       sync.Mutex                  // over others
	change   map[string]*lexicon.Change  // of each lexicon that was there before: since then
	problems []source.Problem

	configs map[string]*catalogue.Site // in the site's other languages
	cats    map[string]*catalogue.Catalogue
}

// learn reads and compiles the catalogue, or takes the last one where none of the
// files it can be made of has changed.
func (b *Builder) learn(t *source.Tree) *vocabulary {
	var files []*source.File
	for _, p := range t.Under("content") {
		if !strings.HasPrefix(p, "content/articles/") && !strings.HasPrefix(p, "content/pages/") {
			files = append(files, t.File(p))
		}
	}
	key := source.Key(files)
	if b.vocabulary != nil && b.vocabulary.key == key {
		return b.vocabulary
	}
	v := &vocabulary{key: key}
	v.config, v.whole, v.problems = b.catalogue.Load(t)
	v.cat = v.whole
	if !b.cfg.Drafts {
		v.cat = v.whole.Published()
	}
	v.lexicon = lexicon.New(v.cat, v.config.Language)
	v.problems = append(v.problems, v.lexicon.Problems...)
	v.translate()
	v.change = map[string]*lexicon.Change{}
	if last := b.vocabulary; last != nil {
		v.change[""] = v.lexicon.Since(last.lexicon)
		for _, tag := range v.config.Tags() {
			if was := last.others[tag]; was != nil {
				v.change[tag] = v.others[tag].Since(was)
			}
		}
	}
	b.vocabulary = v
	return v
}

// translate makes the catalogue and its lexicon in the site's other languages.
func (v *vocabulary) translate() {
	v.configs, v.cats = map[string]*catalogue.Site{}, map[string]*catalogue.Catalogue{}
	for _, tag := range v.config.Tags() {
		v.configs[tag] = v.config.In(tag)
		v.cats[tag] = v.cat.In(tag, v.config.Language, v.configs[tag].Facets)
		for _, p := range v.in(tag).Problems {
			if _, in := catalogue.CutTag(p.Pos.Path); in == tag { // the others are told of the entries themselves
				v.problems = append(v.problems, p)
			}
		}
	}
}

// since is what changed in the lexicon of a language.
func (v *vocabulary) since(tag string) *lexicon.Change {
	if tag == v.config.Language {
		tag = ""
	}
	return v.change[tag]
}

// in is the catalogue compiled for texts of a language; "" is that of the site.
func (v *vocabulary) in(tag string) *lexicon.Lexicon {
	if tag == "" || tag == v.config.Language {
		return v.lexicon
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.others[tag] == nil {
		if v.others == nil {
			v.others = map[string]*lexicon.Lexicon{}
		}
		v.others[tag] = lexicon.New(cmp.Or(v.cats[tag], v.cat), tag)
	}
	return v.others[tag]
}

// lacking tells of the languages of a site what cannot be read in them: the site's own
// first.
func (v *vocabulary) lacking(s *site.Site) (all []Lacking) {
	tags := append([]string{s.Config.Language}, s.Config.Tags()...)
	for _, a := range s.Articles {
		if tag := a.Doc.Meta.Language.Text; tag != "" && !slices.Contains(tags, tag) {
			tags = append(tags, tag)
		}
	}
	slices.Sort(tags[1:])
	for _, tag := range tags {
		if lacks := v.in(tag).Pack.Lacks; lacks != nil {
			all = append(all, Lacking{tag, lacks})
		}
	}
	return all
}

// withoutUnread leaves out that an entry is unknown where not all that there are could be
// read: one mistake in site.yaml would be told in every text.
func (v *vocabulary) withoutUnread(problems []source.Problem) []source.Problem {
	unread := slices.ContainsFunc(v.problems, func(p source.Problem) bool {
		return p.Severity == source.Error && (v.config.File == nil || p.Pos.Path == v.config.File.Path || p.Rule == "yaml" || p.Rule == "front-matter")
	})
	if !unread {
		return problems
	}
	return slices.DeleteFunc(problems, func(p source.Problem) bool { return p.Rule == "unknown-entry" })
}

// job is one document to parse and annotate.
type job struct {
	path string // in the tree
	files
	body    func() (*doc.Document, []source.Problem)
	article bool   // it may tell the story of another
	tag     string // of an entry's text in another language of the site
	done    *remembered
}

// annotate parses and annotates every text, in parallel, taking what is remembered. It gives
// what the site is made of, in its own language and in the others.
func (b *Builder) annotate(t *source.Tree, v *vocabulary, report *Report) (site.Input, []*edition, []*compare.Sketch, []source.Problem) {
	config, cat := v.config, v.cat
	in := site.Input{Config: config, Catalogue: cat, Tree: t, Drafts: b.cfg.Drafts, ArticleDirs: b.articleDirs(), Memory: &b.gathered}
	articles := b.articleJobs(t, len(config.Translations) > 0)
	jobs := slices.Clone(articles)
	entries := make([]*job, len(cat.Entries))
	for i, e := range cat.Entries {
		entries[i] = &job{path: "entry " + e.ID, files: files{file: e.File}, body: func() (*doc.Document, []source.Problem) {
			return doc.Body(e.File, e.ID, e.Body, b.markdown, e.Cited()...)
		}}
	}
	editions, translated := b.editions(v, entries)
	pages := b.pageJobs(t)
	jobs = slices.Concat(jobs, entries, translated, pages)
	b.work(byLanguage(jobs), report)
	b.remember()

	var problems []source.Problem
	next := make(map[string]*remembered, len(jobs))
	for _, j := range jobs {
		next[j.path] = j.done
		problems = append(problems, j.done.problems...)
		problems = append(problems, doubts(j.done)...)
	}
	b.docs = next
	texts, ps := families(articles, config, b.cfg.Drafts)
	pageTexts, more := families(pages, config, b.cfg.Drafts)
	problems = append(append(problems, ps...), more...)
	tags := append([]string{""}, config.Tags()...)
	sketches := tellings(&in, texts, "", tags)
	in.Entries, in.Pages = annotated(entries), pagesOf(pageTexts, "")
	for _, e := range editions {
		e.in.Drafts = b.cfg.Drafts
		tellings(&e.in, texts, e.tag, tags)
		e.in.Entries, e.in.Pages = annotated(e.entries), pagesOf(pageTexts, e.tag)
	}
	for _, j := range articles {
		if j.done.doc.Meta.Rights.Text == "private" {
			problems = append(problems, j.file.Problem(0, "private-text", "the text is private: its page is not for publishing",
				"set rights: own, licensed or public-domain where you may publish it").As(source.Warning))
		}
	}
	return in, editions, sketches, problems
}

// pageJobs lists the pages of the tree.
func (b *Builder) pageJobs(t *source.Tree) (jobs []*job) {
	for _, p := range t.Under("content/pages") {
		if f := t.File(p); path.Ext(p) == ".md" {
			jobs = append(jobs, &job{path: p, files: files{file: f}, body: func() (*doc.Document, []source.Problem) {
				var m site.PageMeta
				_, body := meta.FrontMatter(f)
				_, _, _ = meta.Head(f, &m) // what is wrong is told where all of it is read
				d, problems := doc.Body(f, cmp.Or(m.TranslationOf.ID, strings.TrimSuffix(path.Base(p), ".md")), body, b.markdown)
				return d, append(problems, d.In(m.Language, m.TranslationOf)...)
			}})
		}
	}
	return jobs
}

func annotated(jobs []*job) (all []site.Annotated) {
	for _, j := range jobs {
		all = append(all, j.annotated())
	}
	return all
}

// articleJobs lists the articles of the tree, of which some may translate others.
func (b *Builder) articleJobs(t *source.Tree, translated bool) []*job {
	jobs := make([]*job, 0, t.Len())
	for _, dir := range b.articleDirs() {
		paths := t.Under(dir)
		read, room := map[string]bool{}, make([]job, len(paths)) // of which texts there are readings
		for _, p := range paths {
			if stem, is := strings.CutSuffix(p, doc.ReadingsExt); is {
				read[stem] = true
			}
		}
		for i, p := range paths {
			ext := path.Ext(p)
			if !slices.Contains(doc.Extensions, ext) {
				continue
			}
			stem := strings.TrimSuffix(p, ext)
			j := &room[i]
			j.path, j.file, j.article = p, t.File(p), true
			if read[stem] {
				j.readings = t.File(stem + doc.ReadingsExt)
			}
			if ext != ".md" {
				j.meta = t.File(stem + ".yaml")
			}
			j.body = func() (*doc.Document, []source.Problem) {
				return doc.Parse(j.file, j.meta, doc.Options{Markdown: b.markdown, Readings: j.readings, Private: len(b.cfg.Articles) > 0, Original: j.of})
			}
			jobs = append(jobs, j)
		}
	}
	if translated {
		all := originals(jobs)
		for _, j := range jobs {
			j.of = translates(j, all)
		}
	}
	return jobs
}

// work does the jobs on every processor.
func (b *Builder) work(jobs []*job, report *Report) {
	var next, anew, finished atomic.Int64
	source.Together(runtime.GOMAXPROCS(0), func(int) {
		for i := int(next.Add(1)) - 1; i < len(jobs); i = int(next.Add(1)) - 1 {
			if b.do(jobs[i]) {
				anew.Add(1)
			}
			if n := finished.Add(1); b.cfg.Progress != nil && n%16 == 0 {
				b.cfg.Progress("annotating", int(n), len(jobs))
			}
		}
	})
	report.Annotated = int(anew.Load())
}

// do parses and annotates one document; true where that was done anew.
func (b *Builder) do(j *job) bool {
	defer source.Reading(j.file.Path)
	old := b.docs[j.path]
	if old != nil && old.files == j.files {
		lex := b.vocabulary.in(old.doc.Meta.Language.Text)
		if old.lexicon == lex.Digest {
			j.done = old
			return false
		}
		if c := b.vocabulary.since(old.doc.Meta.Language.Text); c != nil && c.From == old.lexicon && !old.ann.Touched(c) {
			same := *old
			same.lexicon = lex.Digest
			j.done = &same
			return false
		}
		j.done = &remembered{files: j.files, doc: old.doc, problems: old.problems}
	} else {
		j.done = &remembered{files: j.files}
		j.done.doc, j.done.problems = j.body()
	}
	lex := b.vocabulary.in(j.done.doc.Meta.Language.Text)
	j.done.lexicon = lex.Digest
	if b.recalled(j) {
		return false
	}
	annotate.Lend(j.done.doc, lex, func(ann *annotation.Set, tokens []token.Token) {
		j.done.ann, j.done.key = ann, site.KeyOf(j.done.doc, ann.Digest())
		if old != nil && old.doc == j.done.doc && old.key == j.done.key && slices.EqualFunc(old.ann.Doubts, ann.Doubts, annotation.Doubt.Equal) {
			j.done.ann, j.done.sketch = old.ann, old.sketch // what was made of them stays
			return
		}
		if j.article {
			j.done.sketch = compare.NewSketch(j.done.doc, ann, tokens)
		}
		if !b.once {
			ann.KeepWords(lexicon.WordsOf(tokens))
		}
		b.put(b.earlier, j.path, j.done, tokens)
	})
	return true
}

// stories tell which articles were found to tell one story, as notes on the later of two.
func stories(s *site.Site) (problems []source.Problem) {
	for _, p := range s.Pairs {
		if p.Stated {
			continue
		}
		a, b := s.Articles[p.A].Doc.File, s.Articles[p.B].Doc.File
		problems = append(problems, b.Problem(0, "same-story",
			fmt.Sprintf("%s of %s, %.0f%% sure: %s", p.Relation, a.Path, 100*p.Sure, p.Why),
			"where it is wrong deny it with unrelated: [[…, …]] in content/decisions.yaml, or here with same_story: [{article: …, as: unrelated}]").As(source.Note))
	}
	return problems
}

// doubts are what the annotation leaves to the editor, as problems.
func doubts(r *remembered) (problems []source.Problem) {
	for _, d := range r.ann.Doubts {
		if d.Row > 0 {
			problems = append(problems, r.readings.Problem(d.Row-1, d.Rule, d.Msg, d.Hint).As(source.Warning))
			continue
		}
		at := 0
		if where, ok := r.doc.Prose.Source(d.Span); ok {
			at = where.Start
		}
		problems = append(problems, r.doc.File.Problem(at, d.Rule, d.Msg, d.Hint).As(source.Note))
	}
	return problems
}

// templateSet remembers what was made of which templates.
type templateSet struct {
	set      *render.Set
	problems []source.Problem
}

// presentation is how the pages look.
type presentation struct {
	set      *render.Set
	others   []*render.Set // in the site's other languages, in their order
	assets   []render.Asset
	problems []source.Problem
}

// present bundles the assets and parses the templates.
func (b *Builder) present(t *source.Tree, config *catalogue.Site) presentation {
	static, files := overlaid(t, b.stock.static, "static"), overlaid(t, b.stock.templates, "templates")
	var sources []*source.File
	for _, f := range static {
		if strings.HasPrefix(rel(f.Path), "assets/") {
			sources = append(sources, needed(f, config))
		}
	}
	made := b.bundled(sources)
	addresses := map[string]string{}
	for _, a := range made.assets {
		addresses[a.Name] = a.Path
	}
	if b.set == nil {
		b.set = map[string]templateSet{}
	}
	known := slices.Equal(files, b.stock.templates) && len(t.Under("static/assets")) == 0
	own := b.templates(render.Config{Files: files, Labels: config.Labels, Assets: addresses}, known)
	p := presentation{set: own.set, assets: made.assets, problems: slices.Concat(made.problems, own.problems)}
	for _, tag := range config.Tags() {
		p.others = append(p.others, b.templatesIn(tag, own.set, render.Config{Files: files, Labels: config.In(tag).Labels, Assets: addresses}))
	}
	return p
}

// needed is a style sheet or script as a site's pages need it: of a site in one language
// without what belongs to the switch between languages.
func needed(f *source.File, config *catalogue.Site) *source.File {
	data := f.Data
	for _, line := range ofLanguages {
		data = strings.Replace(data, line, "", 1)
	}
	if len(config.Translations) > 0 || data == f.Data {
		return f
	}
	return source.NewFile(f.Path, data)
}

var ofLanguages = []string{"@import \"css/languages.css\";\n", "import \"./js/languages.js\";\n"}

// templates parses the templates, or takes those of the last build. What is wrong with them
// is told once, and not in each of a site's languages. In the program's own, with its own
// assets, nothing is.
func (b *Builder) templates(c render.Config, known bool) templateSet {
	was := b.set[""]
	switch {
	case was.set != nil && was.set.Key == source.Key(c):
		return was
	case known:
		b.set[""] = templateSet{set: render.Known(c)}
	default:
		set, problems := render.New(c)
		b.set[""] = templateSet{set, append(problems, checkTemplates(set)...)}
	}
	return b.set[""]
}

// templatesIn are those of another of the site's languages.
func (b *Builder) templatesIn(tag string, own *render.Set, c render.Config) *render.Set {
	if was := b.set[tag]; was.set == nil || was.set.Key != source.Key(c) {
		b.set[tag] = templateSet{set: own.InOtherWords(c)}
	}
	return b.set[tag].set
}
