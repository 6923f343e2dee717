package importer

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"

	"glossator/internal/catalogue"
	"glossator/internal/doc"
	"glossator/internal/meta"
	"glossator/internal/source"
)

// standing is what stands in a site before the import.
type standing struct {
	language  string
	articles  map[string]string // name to the text of NAME.md
	taken     map[string]bool   // names, in small letters, at which another file stands
	addresses map[string]string // url to the article's path
	catalogue *catalogue.Catalogue
}

// survey reads a site. Of a new one nothing need stand yet.
func survey(r Request) (*standing, error) {
	s := &standing{articles: map[string]string{}, taken: map[string]bool{}, addresses: map[string]string{}, catalogue: catalogue.New(nil, nil)}
	_, missing := os.Stat(filepath.Join(r.Site, "content", "site.yaml"))
	if missing != nil && !r.New {
		return s, fmt.Errorf("there is no site in %s: it has no content/site.yaml\n\thint: name the site with --site DIR, or make one with --new DIR", r.Site)
	}
	var reader source.Reader
	content := filepath.Join(r.Site, "content")
	t, _, err := reader.Read(source.Mount{Name: "content", Shown: filepath.ToSlash(content), Dir: content})
	if err != nil {
		return s, err
	}
	if missing == nil {
		site, cat, problems := catalogue.Load(t)
		if source.Stops(problems, false) && !r.New {
			return s, errors.New("the site has mistakes: mend them first\n" + problems[0].String())
		}
		s.language, s.catalogue = cmp.Or(site.Language, "en"), cat
	}
	for _, p := range t.Under("content/articles") {
		name, ext := strings.TrimSuffix(path.Base(p), path.Ext(p)), path.Ext(p)
		var m doc.Meta
		f := t.File(p)
		switch ext {
		case ".md":
			meta.Head(f, &m)
		case ".yaml":
			meta.Decode(f, source.Span{End: len(f.Data)}, &m)
		case ".txt", ".html":
		default:
			continue
		}
		if ext == ".md" && name == strings.ToLower(name) {
			s.articles[name] = f.Data
		} else if ext != ".yaml" {
			s.taken[strings.ToLower(name)] = true // "Ferry.md" and "ferry.md" are one file on some disks
		}
		if m.URL.Text != "" {
			s.addresses[m.URL.Text] = p
		}
	}
	return s, nil
}

// names gives each article its file's name: of its title, else of the file it came
// from. One that stands in the site with the same words keeps its name; two texts of
// one import with one title are told apart by a number.
func (s *standing) names(articles []*Article) []string {
	taken := maps.Clone(s.taken)
	names := make([]string, len(articles))
	for i, a := range articles {
		base := cmp.Or(catalogue.Slug(a.Title), catalogue.Slug(strings.TrimSuffix(filepath.Base(a.From), filepath.Ext(a.From))), "article")
		if base == "index" || !source.SafeName(base) {
			base = "article"
		}
		name := base
		for n := 2; taken[name]; n++ {
			name = base + "-" + strconv.Itoa(n)
		}
		if a.version() {
			for n := 2; taken[name] || s.articles[name] != "" && !sameWords(s.articles[name], a.String()); n++ {
				name = a.SameStory[0].Article.ID + "-" + strconv.Itoa(n)
			}
		} else if at := s.addresses[a.URL.Text]; a.URL.Text != "" && path.Ext(at) == ".md" {
			if own := strings.TrimSuffix(path.Base(at), ".md"); !taken[own] {
				name = own // the page is in the site: --force replaces it where it stands
			}
		} else if other, stands := s.articles[name]; stands && different(other, a) {
			for n := 2; taken[name] || s.articles[name] != "" && different(s.articles[name], a); n++ {
				name = base + "-" + strconv.Itoa(n)
			}
		}
		taken[name] = true
		names[i] = name
	}
	return names
}

// different tells whether an article that stands is known to be another one than a:
// both tell their address, or their day and publisher, and these are not the same.
func different(text string, a *Article) bool {
	var m doc.Meta
	f := source.NewFile("", text)
	meta.Head(f, &m)
	if m.URL.Text != "" && a.URL.Text != "" {
		return m.URL.Text != a.URL.Text
	}
	if m.Published == "" || a.Published == "" || m.Publisher == "" || a.Publisher == "" {
		return false
	}
	return m.Published != a.Published || m.Publisher != a.Publisher
}

var entryLink = regexp.MustCompile(`\[\[([^\[\]|\n]*)(?:\\?\|([^\[\]\n]*))?\]\]`)

// links takes the links to entries that the site does not have out of an author's
// Markdown: other programs mark links between notes in the same way. Their words stay.
func (s *standing) links(a *Article) (problems []source.Problem) {
	var gone []string
	a.Body = entryLink.ReplaceAllStringFunc(a.Body, func(m string) string {
		part := entryLink.FindStringSubmatch(m)
		id := strings.TrimSpace(part[1])
		if id == "-" || s.catalogue.Entry(id) != nil || id == "" {
			return m
		}
		gone = append(gone, id)
		return cmp.Or(strings.TrimSpace(part[2]), id)
	})
	if len(gone) > 0 {
		problems = append(problems, whole(a.From, "unknown-entry", "the site has no entry for the links "+strings.Join(gone, ", ")+": their words stay, without a link",
			"write the entries, then link again").As(source.Note))
	}
	return problems
}
