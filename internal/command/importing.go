package command

import (
	"cmp"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"

	"github.com/alecthomas/kong"

	"glossator/internal/build"
	"glossator/internal/cli"
	"glossator/internal/importer"
	"glossator/internal/source"
)

const aboutImport = `Makes content of raw articles.

    import --new DIR FILE…        a new site of these articles, which builds at once
    import FILE…                  these articles into the site here (or in --site DIR)
    import --evidence FILE…       what a site's entries have to show for in a private text
    import --changes FILE FILE    what differs between two tellings of one story
    import --vocabulary FILE      entries' names and aliases from a table (.csv)
    import --articles-table FILE  titles, days, publishers, rights of the articles from a table (.csv)

A FILE is a plain text (.txt), Markdown (.md), a web page as a browser saves it (.html, .mhtml), a mail (.eml), a PDF with text in it (.pdf), or a text of Word or LibreOffice (.docx, .odt, .fodt). A folder stands for the articles in it. Of a page only the article is taken: its text whole, without menus, adverts, share buttons, comments, pictures and captions; its title, authors, day, publisher and address come from what the page says of itself. What a page does not say is left out, not guessed. A text's title is its first line where that reads like one; lines "By …", "Date: …", "Source: …" and "URL: …" at its head are understood.

Each article becomes content/articles/NAME.md, named for its title. Every article is marked private, that is, not settled, unless it or --rights says otherwise: a strict build refuses to publish it until you do.

Nothing that stands there is overwritten: the file is skipped and told, unless --force or --versions is given. So are copies; near copies are told. A file that cannot be read is told, and the others go on.

Ends with 0 when all is well, 1 when a file could not be imported, 2 when called wrongly.`

type importFlags struct {
	build.Config `kong:"-"` // of the builds that stand-off files need

	Files []string `arg:"" optional:"" name:"file" help:"Texts, Markdown files, saved web pages, or folders of them."`

	New      string  `help:"Make a site in this folder." placeholder:"DIR" group:"A new site"`
	Title    string  `help:"What the site is called (default: the folder's name)." placeholder:"WORDS" group:"A new site"`
	Facets   *string `help:"The questions that the site answers, each a folder of entries: who, law, place, event, or any word (default: who,policy,measure; who alone where it is empty)." placeholder:"who,law,place" group:"A new site"`
	Language string  `help:"Language of the articles (default: that of most pages, else en)." placeholder:"en" group:"A new site"`

	Evidence bool `help:"Write content/articles/NAME.evidence.csv from each FILE, a publisher's text kept outside the site: where it speaks of an entry, in a few words." group:"Stand-off files"`
	Changes  bool `help:"Write content/compare/A--B.csv from two FILEs: names, figures, days and quotations that differ." group:"Stand-off files"`

	Vocabulary string `help:"Create and change entries by a table, one row an entry, as check --export-vocabulary writes it: what its columns say is written, the rest of each file stays. Or by a register that Wikidata's query service or OpenRefine exported: names and addresses are added, and what is empty is filled." placeholder:"FILE.csv" group:"Entries"`

	Facet string `help:"Of a register (a table of Wikidata's query service or of OpenRefine): the facet of new entries." placeholder:"ID" group:"Entries"`

	ArticlesTable string `help:"Fill in and change what is known of the articles by a table, one row an article, as check --export-articles writes it." placeholder:"FILE.csv" group:"Articles"`

	Table    string `help:"Write what was read as a table, one row an article: title, day, publisher, rights, how many words were kept and lines left out, and what it is like. Corrected, --articles-table reads it." placeholder:"FILE.csv" group:"Articles"`
	Versions bool   `help:"Where the site has a page already, with other words: keep both, as two tellings of one story." group:"Articles"`
	DryRun   bool   `help:"Read and tell, and write nothing but the table." group:"Articles"`

	Site    string           `help:"Directory that holds content/ (default: this one)." default:"." placeholder:"DIR"`
	Rights  string           `help:"What you may do with the articles: own, licensed, public-domain or private (the default)." placeholder:"WORD"`
	Force   bool             `help:"Replace what stands there."`
	Strict  bool             `help:"Let warnings about a table stop its import."`
	Format  string           `help:"How the report is printed: text (the default) or json." enum:"text,json" default:"text" placeholder:"text|json"`
	Quiet   bool             `help:"Print problems only." short:"q"`
	Verbose bool             `help:"Print what was left out of each article too." short:"v"`
	Version kong.VersionFlag `help:"Print the version and exit."`
}

// Import runs the command import and returns its exit code.
func Import(args []string) int {
	cli.Sparing()
	var f importFlags
	if ok, code := cli.Parse("import", aboutImport, &f, args); !ok {
		return code
	}
	if problem := f.wrong(); problem != "" {
		fmt.Fprintln(os.Stderr, "import: "+problem)
		return cli.Usage
	}
	f.Config = build.Config{Site: f.Site, Force: f.Force, Strict: f.Strict}
	switch {
	case f.Vocabulary != "":
		return f.vocabulary()
	case f.ArticlesTable != "":
		return f.articlesTable()
	case f.Evidence || f.Changes:
		return f.standOff()
	}
	return f.articles()
}

// language is how a language is written in a page.
var language = regexp.MustCompile(`^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$`)

// wrong says what is wrong with the flags together, with a hint; "" where nothing is.
func (f *importFlags) wrong() string {
	rights := []string{"", "own", "licensed", "public-domain", "private"}
	switch {
	case f.Vocabulary != "" && (len(f.Files) > 0 || f.New != "" || f.Evidence || f.Changes):
		return "--vocabulary brings entries, not articles\n\thint: give the table alone"
	case f.ArticlesTable != "" && (f.Vocabulary != "" || len(f.Files) > 0 || f.New != "" || f.Evidence || f.Changes):
		return "--articles-table changes what is known of the articles there are\n\thint: give the table alone"
	case f.Facet != "" && f.Vocabulary == "":
		return "--facet is of the new entries of a register\n\thint: give it with --vocabulary FILE.csv"
	case f.Table != "" && (f.Vocabulary != "" || f.others()):
		return "--table and --dry-run are of articles that are imported\n\thint: give them with FILE…"
	case f.DryRun && f.others():
		return "--dry-run is of articles or entries that are imported\n\thint: give it with FILE…, or with --vocabulary FILE.csv"
	case f.Vocabulary != "" || f.ArticlesTable != "":
		return ""
	case len(f.Files) == 0 && f.New == "":
		return "nothing to do\n\thint: " + build.Called("import") + " --new DIR FILE…, or FILE… for a site that is there, or --evidence FILE…, or --changes FILE FILE"
	case f.Evidence && f.Changes, f.New != "" && (f.Evidence || f.Changes):
		return "--new, --evidence and --changes are three different things\n\thint: give one of them"
	case f.Changes && len(f.Files) != 2:
		return "--changes compares two files\n\thint: " + build.Called("import") + " --changes FILE FILE"
	case f.New == "" && (f.Title != "" || f.Facets != nil || f.Language != ""):
		return "--title, --facets and --language are of a new site\n\thint: add --new DIR, or change content/site.yaml"
	case f.New != "" && f.Site != ".":
		return "--new DIR names the site: --site does too\n\thint: leave out --site"
	case f.Language != "" && !language.MatchString(f.Language):
		return fmt.Sprintf("--language %q\n\thint: write it as en, es, de or pt-BR", f.Language)
	case !slices.Contains(rights, f.Rights):
		return fmt.Sprintf("--rights %q\n\thint: there is own, licensed, public-domain, private", f.Rights)
	}
	var all []string
	for _, p := range importer.CheckFacets(f.facets()) {
		all = append(all, p.String())
	}
	return strings.Join(all, "\n")
}

// others tells of what is neither an import of articles nor of entries.
func (f *importFlags) others() bool { return f.ArticlesTable != "" || f.Evidence || f.Changes }

// facets are the facets asked for; nil where none are.
func (f *importFlags) facets() []string {
	if f.Facets == nil {
		return nil
	}
	ids := []string{}
	for id := range strings.SplitSeq(*f.Facets, ",") {
		if id != "" || strings.Contains(*f.Facets, ",") {
			ids = append(ids, strings.TrimSpace(id))
		}
	}
	return ids
}

func (f *importFlags) articles() int {
	plan, err := importer.Make(importer.Request{Site: cmp.Or(f.New, f.Site), New: f.New != "", Title: f.Title, Language: f.Language,
		Facets: f.facets(), Rights: f.Rights, Force: f.Force, Versions: f.Versions, Paths: f.Files, Progress: cli.Bar(f.Quiet || f.Format == "json")})
	if err == nil && f.Table != "" {
		err = os.WriteFile(f.Table, []byte(plan.Table()), 0o644)
	}
	if err == nil && !f.DryRun {
		err = cli.Whole(plan.Write)
	}
	var site *build.Report
	if err == nil && plan.Changes() && !f.DryRun {
		site, err = plan.Check()
	}
	if site != nil && site.Errors > 0 { // the site's own, or ours
		plan.Problems = append(plan.Problems, site.Problems...)
	}
	if f.Format == "json" {
		_ = plan.WriteJSON(os.Stdout)
	} else {
		for _, p := range plan.Problems {
			if f.Verbose || p.Severity != source.Note {
				fmt.Fprintln(os.Stderr, p)
			}
		}
	}
	if err != nil {
		return cli.Fail("import", err)
	}
	if f.Format != "json" && !f.Quiet {
		plan.WriteText(os.Stdout, f.Verbose, site)
	}
	if source.Stops(plan.Problems, false) {
		return cli.Problems
	}
	return cli.Fine
}

// standOff writes files that stand beside a text which is not part of the site.
func (f *importFlags) standOff() int {
	var r *build.Result
	var files []importer.File
	var err error
	if f.Changes {
		files = make([]importer.File, 1)
		r, files[0], err = importer.ChangesOf(f.Config, f.Files[0], f.Files[1])
	} else {
		r, files, err = importer.EvidenceOf(f.Config, f.Files)
	}
	if err != nil {
		return cli.Fail("import", err)
	}
	print := cli.Flags{Format: f.Format, Quiet: f.Quiet, Verbose: f.Verbose}
	print.Print(os.Stdout, os.Stderr, &r.Report)
	if !r.OK && !f.Force {
		return cli.Problems
	}
	for _, file := range files {
		var replaced bool
		err := cli.Whole(func() (err error) { replaced, err = file.Write(f.Site); return err })
		if err != nil {
			return cli.Fail("import", err)
		}
		fmt.Printf("%s %s\n", map[bool]string{false: "wrote   ", true: "replaced"}[replaced], file.Path)
	}
	return cli.Fine
}
