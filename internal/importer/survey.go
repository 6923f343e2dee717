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
	"unicode"

	"golang.org/x/text/unicode/norm"

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
			front, _, _ := meta.FrontMatter(f)
			meta.Decode(f, front, &m)
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
		base := cmp.Or(slug(a.Title), slug(strings.TrimSuffix(filepath.Base(a.From), filepath.Ext(a.From))), "article")
		if base == "index" {
			base = "article"
		}
		name := base
		for n := 2; taken[name]; n++ {
			name = base + "-" + strconv.Itoa(n)
		}
		if at := s.addresses[a.URL.Text]; a.URL.Text != "" && path.Ext(at) == ".md" {
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
	front, _, _ := meta.FrontMatter(f)
	meta.Decode(f, front, &m)
	if m.URL.Text != "" && a.URL.Text != "" {
		return m.URL.Text != a.URL.Text
	}
	return m.Published != "" && a.Published != "" && m.Publisher != "" && a.Publisher != "" &&
		(m.Published != a.Published || m.Publisher != a.Publisher)
}

// longestName is how long a file's name may get, in bytes.
const longestName = 64

// slug is words as a file name and an address: small letters without accents, digits,
// hyphens; cut at a word. "" where no Latin letter or digit is left of most of it.
func slug(s string) string {
	var b strings.Builder
	lost, letters := 0, 0
	for _, r := range norm.NFKD.String(strings.ToLower(s)) {
		if unicode.IsLetter(r) {
			letters++
		}
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			b.WriteRune(r)
		case other[r] != "":
			b.WriteString(other[r])
		case unicode.IsMark(r) || r == '\'' || r == '’' || r == '‘' || r == '.' && b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
		case unicode.IsLetter(r):
			lost++
			fallthrough
		default:
			if b.Len() > 0 && !strings.HasSuffix(b.String(), "-") {
				b.WriteByte('-')
			}
		}
	}
	if lost*2 > letters {
		return ""
	}
	name := strings.Trim(b.String(), "-")
	if len(name) > longestName {
		cut := strings.LastIndexByte(name[:longestName+1], '-')
		if cut < longestName/2 {
			cut = longestName
		}
		name = name[:cut]
	}
	return name
}

// other are letters that are not a letter and an accent.
var other = map[rune]string{'ß': "ss", 'æ': "ae", 'œ': "oe", 'ø': "o", 'ł': "l", 'đ': "d", 'ð': "d", 'þ': "th", 'ı': "i"}

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
