package importer

import (
	"cmp"
	"fmt"
	"path/filepath"
	"strings"

	"glossator/internal/build"
	"glossator/internal/edit"
)

// newSite is everything of a new site besides its articles: site.yaml, a folder for
// each facet, the home page and a page about the site, and a README for the editor.
// Its words say nothing that is not true of any such site; what only the editor knows
// stands as a comment where it is to be written. Templates and style are the
// program's own.
func newSite(r Request, language string, articles []*Article, names []string) []File {
	title := cmp.Or(r.Title, titleOf(r.Site))
	facets := r.Facets
	if facets == nil {
		facets = DefaultFacets
	}
	if len(facets) == 0 {
		facets = DefaultFacets[:1]
	}
	files := []File{{"content/site.yaml", siteFile(title, language, facets)}}
	for _, id := range facets {
		files = append(files, File{"content/" + facetOf(id).Dir + "/.gitkeep", ""})
	}
	return append(files,
		File{"content/articles/.gitkeep", ""},
		File{"content/pages/index.md", homeFile(title, articles, names)},
		File{"content/pages/about.md", aboutFile},
		File{"README.md", readme(title, filepath.ToSlash(r.Site), facets)},
		File{".gitignore", "/public/\n"})
}

// titleOf makes a title of a folder's name: "river-story" is "River story".
func titleOf(dir string) string {
	if abs, err := filepath.Abs(dir); err == nil {
		dir = abs
	}
	name := strings.Join(strings.FieldsFunc(filepath.Base(dir), func(r rune) bool { return strings.ContainsRune("-_ ./", r) }), " ")
	return cmp.Or(capital(name), "A new site")
}

func siteFile(title, language string, facets []string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "title: %s\n", edit.Scalar(title))
	b.WriteString("# description: One sentence for search engines and link previews.\n")
	fmt.Fprintf(&b, "language: %s\n", edit.Scalar(language))
	b.WriteString("base_url: \"\" # the address at which the site will stand: https://example.org/story/\n")
	b.WriteString("# author: who answers for the words\n")
	b.WriteString("# checked: 2024-01-31, the day on which the facts were last checked\n")
	b.WriteString("\n# The questions that the site answers of its articles. Each has a folder of entries:\n# content/DIR/ID.md. The words are yours to change, in the language of the site.\nfacets:\n")
	for _, id := range facets {
		f := facetOf(id)
		fmt.Fprintf(&b, "  - id: %s\n    dir: %s\n    singular: %s\n    plural: %s\n    question: %s\n", edit.Scalar(f.ID), f.Dir, edit.Scalar(f.Singular), edit.Scalar(f.Plural), edit.Scalar(f.Question))
	}
	return b.String()
}

func homeFile(title string, articles []*Article, names []string) string {
	start := ""
	if i := earliest(articles); i >= 0 {
		start = "start: " + edit.Scalar(names[i]) + " # the article to begin with\n"
	}
	return "---\ntitle: " + edit.Scalar(title) + "\n" +
		"# stake: One sentence: what is at stake in this story, and for whom?\n" + start + "---\n" +
		"Beside the text of these articles stand notes on what they name. Each note leads to an entry, which gathers what is known of it and every place where an article speaks of it.\n"
}

// earliest is the index of the article that speaks from the first day; -1 for none.
func earliest(articles []*Article) int {
	best := -1
	for i, a := range articles {
		if best < 0 || a.Day() != "" && (articles[best].Day() == "" || a.Day() < articles[best].Day()) {
			best = i
		}
	}
	return best
}

const aboutFile = `---
title: About this site
menu: About
order: 1
# Say here who makes the site, for whom, and how to reach you.
---
The articles stand here as their publishers wrote them, each with what is known of its author, publisher and day. The notes and entries are the editors’ own words, with the source of each fact beside it.

A mark in an article means that a person, a thing or an act was recognized. A mark that is wrong is our mistake, not the publisher’s.
`

func readme(title, dir string, facets []string) string {
	f := facetOf(facets[0])
	var folders []string
	for _, id := range facets {
		folders = append(folders, "content/"+facetOf(id).Dir+"/")
	}
	where := "The commands are run in Glossator's own\nfolder; " + quotedPath(dir) + " is this one."
	if !strings.HasPrefix(build.Called(""), "go ") { // it is installed, and is run anywhere
		where = "In the commands " + quotedPath(dir) + "\nis this folder."
	}
	return fmt.Sprintf(`# %s

An annotated explainer, made with Glossator. %[6]s

    %[7]spreview --site %[2]s            # look at it: follows every save
    %[7]scheck --site %[2]s --suggest    # who and what is not explained yet
    %[7]scheck --site %[2]s --accept ID  # makes a draft entry of a suggestion
    %[7]simport --site %[2]s FILE…       # more articles
    %[7]sbuild --site %[2]s --out %[2]s/public

1. **Articles** stand in content/articles/. Read each once beside its page: is the
   title right, the day, the publisher? Lines that begin with # in its head say what
   was not found.
2. **Rights.** An article with %[3]s is somebody else's until you settle
   it: set own, licensed or public-domain, or write your own account of it. A strict
   build (--strict) refuses to publish it.
3. **Entries** are files, %[5]s say, in the folders
   %[4]s:

       ---
       name: The name as the articles write it
       ---
       The first sentence is the note in the margin. The rest is the entry's page.

   What else it can say is told in docs/entries.md of Glossator.

4. **Home page** and others: content/pages/. What the site is called, and its
   questions: content/site.yaml.
5. **Publish** public/ on any static host: see docs/hosting.md of Glossator.

Files in templates/ and static/ here replace Glossator's own, one by one
(docs/templates.md).
`, title, quotedPath(dir), "`rights: private`", strings.Join(folders, ", "), "content/"+f.Dir+"/ID.md", where, build.Called(""))
}

// quotedPath writes a path for a shell.
func quotedPath(p string) string {
	if strings.IndexFunc(p, func(r rune) bool {
		return !(r < 0x80 && alnum(byte(r)) || strings.ContainsRune("/._-~+", r))
	}) < 0 {
		return p
	}
	return "'" + strings.ReplaceAll(p, "'", `'\''`) + "'"
}

// Next is the command to run after an import.
func Next(site string) string { return build.Called("preview") + at(site) }

// at is the flag that names a site, "" where it is the current directory.
func at(site string) string {
	if filepath.Clean(site) == "." {
		return ""
	}
	return " --site " + quotedPath(filepath.ToSlash(site))
}
