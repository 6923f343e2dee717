package build

import (
	"fmt"
	"html"
	"maps"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"glossator/internal/doc"
	"glossator/internal/meta"
	"glossator/internal/site"
	"glossator/internal/source"
)

// linkCheck finds the authors' links that lead to nothing of the site. What there is to
// lead to is known when every address is claimed; which places a page has, where its body
// doesn't tell, when it is made.
type linkCheck struct {
	*Result
	ids    map[string][]string // of each page that was asked for: its places, sorted
	folder map[string][]string // of each folder: the files in it
	folded map[string]string   // of each address in small letters: the address
	hints  int                 // how many more names near to a wrong one may be looked for
}

// deadLinks are warnings, each at its link.
func (r *Result) deadLinks() (problems []source.Problem) {
	const hints = 200 // each looks at all names of a folder
	c := &linkCheck{Result: r, ids: map[string][]string{}, hints: hints}
	check := func(from string, x *site.Annotated) {
		for _, l := range x.Doc.Links {
			if msg, hint := c.wrong(from, l); msg != "" {
				problems = append(problems, x.Doc.File.Problem(l.At, "dead-link", msg, hint).As(source.Warning))
			}
		}
	}
	for _, s := range append([]*site.Site{r.Site}, r.Editions...) {
		folder := ""
		if s.Main != nil {
			folder = site.Folder(s.Tag)
		}
		for _, a := range s.Here() {
			check(folder+a.Path, &a.Annotated)
		}
		for _, p := range s.Profiles {
			if p.Entry.Original == nil || p.Entry.Text() != nil { // else its text is that of the site's own language
				check(folder+p.Path, &p.Annotated)
			}
		}
		for _, p := range s.Pages {
			if p.Away == "" {
				check(folder+p.Path, &p.Annotated)
			}
		}
	}
	return problems
}

// found is the address that a path leads to from a page. From a page of another language
// than the site's own it leads to that where there is no such page in the language.
func (c *linkCheck) found(from, p string) string {
	to := target(from, p)
	for _, s := range c.Editions {
		if own, ok := strings.CutPrefix(to, site.Folder(s.Tag)); ok && c.output(to) == nil && c.output(own) != nil {
			return own
		}
	}
	return to
}

// wrong says what is wrong with a link of a page, or "".
func (c *linkCheck) wrong(from string, l doc.Link) (msg, hint string) {
	what := "link"
	if l.Image {
		what = "image"
	}
	u, err := url.Parse(l.To)
	switch {
	case err != nil:
		return fmt.Sprintf("%s %q is no address", what, l.To), "write the address of a page of this site, or a whole https:// address"
	case l.To == "":
		return what + " has no address", "write it between the parentheses"
	case strings.HasPrefix(u.Path, "/"):
		return fmt.Sprintf("%s %q begins at the root of the host, which the site need not be", what, l.To), c.instead(from, u)
	}
	to := c.found(from, u.Path)
	switch {
	case c.output(to) == nil && l.Image:
		return fmt.Sprintf("image %q is not there", l.To), c.instead(from, u)
	case c.output(to) == nil:
		return fmt.Sprintf("link %q leads to no page", l.To), c.instead(from, u)
	case c.has(to, u.Fragment):
		return "", ""
	}
	return fmt.Sprintf("link %q: %s has no place %q", l.To, to, u.Fragment), c.nearPlace(to, u.Fragment)
}

// target is the address that a path leads to from a page.
func target(from, p string) string {
	switch {
	case p == "":
		return from
	case p[0] == '/':
		return strings.TrimPrefix(path.Clean(p), "/")
	}
	return path.Join(path.Dir(from), p)
}

// has tells whether a file has a place of that name. "" and "top" are the head of every
// page; behind ":~:" stands what the browser is to look for.
func (c *linkCheck) has(to, place string) bool {
	place, _, _ = strings.Cut(place, ":~:")
	if place == "" || strings.EqualFold(place, "top") || path.Ext(to) != ".html" {
		return true
	}
	if x, _ := c.text(to); x != nil && x.Doc.Anchor(place) {
		return true
	}
	places, known := c.places(to)
	_, found := slices.BinarySearch(places, place)
	return found || !known
}

// idAttribute finds the ids of a page; in its text a quotation mark is written &#34;.
var idAttribute = regexp.MustCompile(`\sid="([^"]*)"`)

// places are the ids on a page. They are not known where a template is broken.
func (c *linkCheck) places(page string) (ids []string, known bool) {
	if ids, known = c.ids[page]; known {
		return ids, true
	}
	data, _, problem, ok := c.Get(page)
	if problem != nil || !ok {
		return nil, false
	}
	for _, m := range idAttribute.FindAllSubmatch(data, -1) {
		ids = append(ids, html.UnescapeString(string(m[1])))
	}
	slices.Sort(ids)
	c.ids[page] = ids
	return ids, true
}

// numbered are ids that are a letter and a number: nobody mistypes a name for them.
var numbered = regexp.MustCompile(`^[a-z][0-9]+$`)

func (c *linkCheck) nearPlace(page, place string) string {
	if c.hints--; c.hints < 0 {
		return ""
	}
	if x, _ := c.text(page); x != nil && numbered.MatchString(place) && place[0] == 'p' && x.Doc.Paragraphs() > 0 {
		return fmt.Sprintf("its paragraphs are p1 to p%d", x.Doc.Paragraphs())
	}
	places, _ := c.places(page)
	names := slices.DeleteFunc(slices.Clone(places), numbered.MatchString)
	if near := meta.Near(place, names); near != "" {
		return fmt.Sprintf("did you mean %q?", "#"+near)
	}
	return "the place of a heading is its words in small letters with hyphens between them: #the-night-ferry"
}

// instead is a hint of what to write, or what to do.
func (c *linkCheck) instead(from string, u *url.URL) string {
	to := target(from, u.Path)
	if file := c.drafts[to]; file != "" {
		return "it is a draft, which is not published: take draft: true out of " + file + ", or the link out"
	}
	c.list()
	for _, p := range guesses(from, u.Path) {
		if found := c.folded[fold(p)]; found != "" {
			return fmt.Sprintf("write %q", relative(from, found, u))
		}
	}
	if c.hints--; c.hints < 0 {
		return ""
	}
	if hint := c.nearFile(from, to); hint != "" {
		return hint
	}
	if ext := path.Ext(to); ext != "" && ext != ".html" && !strings.HasPrefix(to, "../") {
		return "what is published besides pages lies in static/: put the file at static/" + to
	}
	return "write the address of a page of this site, as the browser shows it, or a whole https:// address"
}

// nearFile names the file nearest to a wrong address: one of its name in another folder,
// else one of a similar name in the same.
func (c *linkCheck) nearFile(from, to string) string {
	dir, name := path.Split(to)
	near := ""
	for _, d := range slices.Sorted(maps.Keys(c.folder)) {
		if _, ok := slices.BinarySearch(c.folder[d], name); ok && name != "index.html" {
			near = path.Join(d, name)
			break
		}
	}
	if near == "" {
		if near = meta.Near(name, c.folder[path.Clean(dir)]); near == "" {
			return ""
		}
		near = path.Join(dir, near)
	}
	return fmt.Sprintf("did you mean %q?", relative(from, near, &url.URL{}))
}

// list makes what hints are looked for in: the pages and the author's own files.
func (c *linkCheck) list() {
	if c.folder != nil {
		return
	}
	c.folder, c.folded = map[string][]string{}, map[string]string{}
	for _, p := range c.Planned() {
		if o := c.outputs[p]; o != nil {
			c.folder[path.Dir(p)] = append(c.folder[path.Dir(p)], path.Base(p))
			c.folded[fold(p)] = p
		}
	}
	for _, files := range c.folder {
		slices.Sort(files)
	}
}

// fold is a path as a disk may compare it, which is how authors mistake it too.
func fold(p string) string { return strings.ToLower(norm.NFC.String(p)) }

// guesses are the addresses that the author of a path may have meant: the folder's index,
// the page of a source file (../who/rosa-pardo.md, content/pages/about.md), a page without
// its extension, a file of static/, the same from the root.
func guesses(from, p string) (all []string) {
	rooted := strings.TrimLeft(path.Clean("/"+p), "/")
	for _, to := range []string{target(from, p), rooted} {
		for strings.HasPrefix(to, "../") {
			to = to[len("../"):]
		}
		for _, folder := range []string{"content/", "static/", "pages/"} {
			to = strings.TrimPrefix(to, folder)
		}
		stem := to
		if ext := path.Ext(to); slices.Contains(doc.Extensions, ext) {
			stem = strings.TrimSuffix(to, ext)
		}
		all = append(all, to, stem+".html", path.Join(to, "index.html"))
	}
	if last := rooted[strings.IndexByte(rooted, '/')+1:]; last != rooted { // below the path at which the site stands
		all = append(all, last)
	}
	return all
}

// relative is an address of the site as a page writes it, with the query and the fragment
// of another.
func relative(from, to string, u *url.URL) string {
	here, there := strings.Split(path.Dir(from), "/"), strings.Split(to, "/")
	if path.Dir(from) == "." {
		here = nil
	}
	for len(here) > 0 && len(there) > 1 && here[0] == there[0] {
		here, there = here[1:], there[1:]
	}
	r := url.URL{Path: strings.Repeat("../", len(here)) + strings.Join(there, "/"), RawQuery: u.RawQuery, Fragment: u.Fragment}
	return r.String()
}
