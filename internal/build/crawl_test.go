package build_test

import (
	"fmt"
	"html"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"glossator/internal/build"
)

var (
	hrefs      = regexp.MustCompile(`(?:href|src|action)="([^"]*)"`)
	ids        = regexp.MustCompile(`\sid="([^"]*)"`)
	alternates = regexp.MustCompile(`<link rel="alternate" href="[^"]*" hreflang="[^"]*">`)
	resource   = regexp.MustCompile(`<(?:script|link rel="stylesheet"|img|iframe|source|video|audio|object|embed)\b[^>]*?(?:src|href|data)="(https?:)?//`)
	scripts    = regexp.MustCompile(`<script([^>]*)>([^<]*)`)
	addresses  = regexp.MustCompile(regexp.QuoteMeta(crawlBase) + "[^\\s\"'<>,{}|&\\\\]*")
	indexed    = regexp.MustCompile(`"((?:[^"\\/]+/)?[^"\\/ ]+\.html)"`)
	marked     = regexp.MustCompile(`[^\\]\]\(([^)]+)\)`)
	paged      = regexp.MustCompile(`(?m)[^,\n"]+\.html(?:#[^,\n"]+)?$`)
)

const crawlBase = "https://example.org/x/"

// crawl follows every address that a published site tells anyone.
type crawl struct {
	t         *testing.T
	name      string
	site      map[string]string
	fragments map[string]map[string]bool
	told      string // the author's own dead links, as warnings
}

func crawled(t *testing.T, name string, site map[string]string, r *build.Result) {
	t.Helper()
	c := &crawl{t, name, site, map[string]map[string]bool{}, ""}
	for _, p := range r.Problems() {
		if p.Rule == "dead-link" {
			c.told += p.Msg + "\n"
		}
	}
	for p, data := range site {
		if path.Ext(p) == ".html" {
			c.fragments[p] = c.idsOf(p, data)
		}
	}
	for p, data := range site {
		switch dir, ext := path.Dir(p), path.Ext(p); {
		case ext == ".html":
			c.page(p, data)
		case dir == "search":
			for _, m := range indexed.FindAllStringSubmatch(data, -1) {
				c.leads(p, "../"+m[1])
			}
		case ext == ".md" || path.Base(p) == "llms.txt":
			for _, m := range marked.FindAllStringSubmatch(data, -1) {
				if address, here := strings.CutPrefix(m[1], crawlBase); here {
					c.leads("index.html", address)
				} else if !strings.Contains(m[1], "://") {
					c.leads(p, address)
				}
			}
			continue // a parenthesis ends an address in it
		case p == "data/site.json":
			for _, m := range regexp.MustCompile(`"page":"([^"]+)"`).FindAllStringSubmatch(data, -1) {
				c.leads(p, "../"+m[1])
			}
		case p == "_redirects":
			for line := range strings.Lines(data) {
				for _, address := range strings.Fields(line)[:2] {
					c.leads(p, strings.TrimPrefix(address, "/x/"))
				}
			}
		case dir == "data" && ext == ".csv":
			for _, address := range paged.FindAllString(data, -1) {
				if !strings.Contains(address, "://") {
					c.leads(p, "../"+address)
				}
			}
		}
		if dir := path.Dir(p); dir != "assets" {
			c.wholeAddresses(p, data)
		}
	}
}

func (c *crawl) errorf(page, format string, args ...any) {
	c.t.Errorf("%s: %s: "+format, append([]any{c.name, page}, args...)...)
}

func (c *crawl) idsOf(page, data string) map[string]bool {
	all := map[string]bool{}
	for _, m := range ids.FindAllStringSubmatch(data, -1) {
		id := html.UnescapeString(m[1])
		if all[id] || id == "" {
			c.errorf(page, "the id %q stands twice, or is none", id)
		}
		all[id] = true
	}
	return all
}

func (c *crawl) page(p, data string) {
	for _, m := range hrefs.FindAllStringSubmatch(data, -1) {
		if href := html.UnescapeString(m[1]); !strings.Contains(c.told, fmt.Sprintf("%q", href)) {
			c.leads(p, href)
		}
	}
	if data := alternates.ReplaceAllString(data, ""); resource.MatchString(data) && !strings.Contains(resource.FindString(data), "canonical") {
		c.errorf(p, "it fetches from another host: %s", resource.FindString(data))
	}
	if strings.Contains(data, " style=") || strings.Contains(data, "<style") {
		c.errorf(p, "it has a style of its own")
	}
	for _, m := range scripts.FindAllStringSubmatch(data, -1) {
		if strings.TrimSpace(m[2]) != "" && !strings.Contains(m[1], "application/ld+json") {
			c.errorf(p, "it has a script in it: %s", m[0])
		}
	}
	if !strings.Contains(data, `http-equiv="Content-Security-Policy" content="default-src &#39;self&#39;`) {
		c.errorf(p, "it has no strict policy")
	}
}

// wholeAddresses are those that feeds, site maps, citations and structured data give.
func (c *crawl) wholeAddresses(p, data string) {
	for _, address := range addresses.FindAllString(data, -1) {
		address = strings.TrimRight(strings.TrimPrefix(address, crawlBase), ".;)")
		if before, fragment, ok := strings.Cut(address, "#"); ok && before == "" || strings.HasSuffix(before, "/") {
			address = before + "index.html#" + fragment
		} else if !ok && (address == "" || strings.HasSuffix(address, "/")) {
			address += "index.html"
		}
		if i := strings.LastIndexByte(address, '#'); i >= 0 && c.entity(p, address[i+1:]) {
			address = address[:i]
		}
		c.leads("x", address)
	}
}

// entity tells whether a fragment names a thing in structured data, no place on a page.
func (c *crawl) entity(p, fragment string) bool {
	return strings.Contains(c.site[p], "schema.org") && slices.Contains([]string{"site", "website", "article", "entry", "term", "facet", "publisher", "author"}, fragment)
}

// leads says what is wrong with a link of a page.
func (c *crawl) leads(from, href string) {
	u, err := url.Parse(href)
	switch {
	case err != nil:
		c.errorf(from, "the link %q cannot be read", href)
		return
	case u.Scheme == "http" || u.Scheme == "https" || u.Scheme == "mailto":
		return
	case u.Scheme != "" || href == "":
		c.errorf(from, "the link %q has the scheme %s", href, u.Scheme)
		return
	}
	to := path.Join(path.Dir(from), u.Path)
	if from == "404.html" && strings.HasPrefix(u.Path, "/") {
		to = strings.TrimPrefix(strings.TrimPrefix(u.Path, "/x/"), "/")
	}
	if u.Path == "" {
		to = from
	}
	if _, ok := c.site[to]; !ok {
		c.errorf(from, "the link %q leads nowhere", href)
	} else if u.Fragment != "" && path.Ext(to) == ".html" && !c.fragments[to][u.Fragment] {
		c.errorf(from, "the link %q: there is no #%s", href, u.Fragment)
	}
}

func TestNoLinkIsDeadAndNothingIsInline(t *testing.T) {
	for _, dir := range []string{border, rio} {
		for _, base := range []string{"", crawlBase} {
			site, r := publish(t, build.Config{Site: dir, BaseURL: base})
			clean(t, r)
			crawled(t, dir+" at "+base, site, r)
			if !strings.Contains(site["_headers"], "Content-Security-Policy: default-src 'self'") {
				t.Errorf("%s: _headers has no strict policy", dir)
			}
		}
	}
}

// TestNoLinkIsDeadHoweverASiteIsBuilt builds the sites with other articles, without what
// stands off them, with less and more than is published, and one of all that an author can
// write.
func TestNoLinkIsDeadHoweverASiteIsBuilt(t *testing.T) {
	one, two := t.TempDir(), t.TempDir()
	write(t, one, "lasso-visit.txt", "A visit in town\n\nGuillermo Lasso met Joe Biden in the harbor office on Monday. “We agree on Title 42,” Joe Biden said.\n\nSome 78,000 people came.\n")
	write(t, one, "duque-visit.md", "# A walk\n\nIván Duque spoke of Title 42.[^1]\n\n[^1]: It was raining.\n")
	write(t, two, "lopez-obrador-call.txt", "A call\n\nJoe Biden called Andrés Manuel López Obrador and said: “We are stronger when we stand together.” Both spoke of work.\n")
	write(t, two, "lopez-obrador-call-reworded.txt", "The call\n\nJoe Biden called Andrés Manuel López Obrador and said: “We are stronger once we stand collectively.” Both spoke of work.\n")
	part := func(without ...string) string {
		dir := t.TempDir()
		for _, p := range []string{"content", "templates", "static"} {
			if err := os.CopyFS(filepath.Join(dir, p), os.DirFS(filepath.Join(border, p))); err != nil {
				t.Fatal(err)
			}
		}
		for _, p := range without {
			if found, _ := filepath.Glob(filepath.Join(dir, "content", p)); found == nil {
				t.Fatalf("there is no %s to take away", p)
			} else {
				for _, f := range found {
					os.RemoveAll(f)
				}
			}
		}
		return dir
	}
	for _, c := range []struct {
		name string
		cfg  build.Config
	}{
		{"other articles", build.Config{Site: border, Articles: []string{one}, Exports: "markdown, json"}},
		{"articles of two folders", build.Config{Site: border, Articles: []string{one, two}}},
		{"no articles", build.Config{Site: border, Articles: []string{t.TempDir()}}},
		{"pages alone", build.Config{Site: border, Exports: "pages"}},
		{"no stand-off evidence", build.Config{Site: part("articles/*.evidence.csv")}},
		{"evidence of one article less, no comparison", build.Config{Site: part("articles/lasso-visit.evidence.csv", "compare")}},
		{"no figures, no timeline, no pages", build.Config{Site: part("figures*.yaml", "timeline*.yaml", "pages")}},
		{"no entries of a facet", build.Config{Site: part("who/*.md", "figures*.yaml", "timeline*.yaml", "compare", "articles/*.evidence.csv"), Force: true}},
		{"all that an author can write", build.Config{Site: everything(t), Exports: "all"}},
		{"drafts too", build.Config{Site: everything(t), Drafts: true}},
	} {
		c.cfg.BaseURL = crawlBase
		site, r := publish(t, c.cfg)
		if site["index.html"] == "" {
			var b strings.Builder
			r.Report.WriteProblems(&b, false)
			t.Errorf("%s: nothing is published:\n%s", c.name, &b)
		}
		crawled(t, c.name, site, r)
	}
}

// everything is a site with whatever gives a page an id or a link: headings that would
// have the ids of the pages themselves, notes, marks in every sort of block.
func everything(t *testing.T) string {
	t.Helper()
	dir := copySite(t, rio)
	headings := "P1 M1 N1 Q1 O1 E1 S1 C1 Y2020|Main|Q|Card|Evidence|Said|Sources|Rules|Since|Numbers|Original|In this article|Note a|Ref a|Cite c|Fig f|In reunion|Letter 1|P1|Año|Año"
	var text strings.Builder
	for _, h := range strings.Split(strings.Replace(headings, " ", "|", 8), "|") {
		fmt.Fprintf(&text, "## %s\n\nMarta Olmos[^a] abrió la presa vieja.[^A] “Vuelve la trucha”, dijo Marta Olmos.[^b.c]\n\n", h)
	}
	text.WriteString("- Marta Olmos\n  # La trucha común\n  y Marta Olmos\n\n> ### Marta Olmos\n>\n> [^en]: En una cita, Marta Olmos.\n\n" +
		"| Marta Olmos | b |\n|---|---|\n| la presa vieja[^en] | [[marta-olmos\\|ella]] |\n\n:::unmarked\n# Marta Olmos\n\nSin marcas.[^fin]\n:::\n\n" +
		"![Marta Olmos](../favicon.svg) <https://example.org/marta-olmos/Marta_Olmos> [Marta Olmos](#p1) `Marta Olmos`\n\n# Marta Olmos[^fin]\n\n" +
		"[^a]: Marta Olmos, nota.[^d]\n[^b.c]: > Marta Olmos\n[^d]: Honda.\n[^fin]: ![x](../favicon.svg)\n[^50%]: Nadie, ni Marta Olmos.\n")
	body := text.String()
	write(t, dir, "content/articles/todo.md", "---\ntitle: Marta Olmos y todo\npublished: 2020-01-02\nformerly: [antes]\n---\n"+body)
	write(t, dir, "content/articles/cuenta.md", "---\ntitle: Una cuenta\nkind: account\npublished: 2020-01-03\npublisher: Otro\nurl: https://example.com/y\n---\nMarta Olmos (¶2, ¶2–3, ¶9) dijo 12 peces.\n")
	write(t, dir, "content/articles/cuenta.evidence.csv", "paragraph,kind,entry,facet,level,phrase,value\n2,mention,marta-olmos,personas,named,la doctora,\n0,quote,marta-olmos,personas,certain,pocos peces,\n")
	write(t, dir, "content/articles/borrador.md", "---\ntitle: Borrador\ndraft: true\n---\nMarta Olmos. [a](todo.html)\n")
	write(t, dir, "content/figures.yaml", "- {id: f, article: cuenta, paragraph: 2, said: 12 peces, values: [12], what: Peces}\n- {id: g, article: cuenta, paragraph: 7, said: 13 peces, values: [13], what: Peces}\n- {id: h, article: todo, paragraph: 1, said: 14, what: Peces}\n- {id: i, article: borrador, paragraph: 1, said: 14, what: Peces}\n")
	write(t, dir, "content/corrections.yaml", "- {date: 2020-02-01, article: todo, said: pocos peces, says: muchos peces, note: Lo vio un lector.}\n- {date: 2020-02-02, entry: marta-olmos, said: a, says: b}\n"+
		"- {date: 2020-02-03, page: todo-pagina, said: c, says: d}\n- {date: 2020-02-03, page: timeline, said: c, says: d}\n- {date: 2020-02-03, article: borrador, said: zyzzyva, says: d}\n")
	appendTo(t, dir, "content/site.yaml", "contact: mesa@example.org\naccessibility: {tested: 2020-02-04, known: [El mapa es solo un mapa.]}\n")
	write(t, dir, "content/obras/todo-obra.md", "---\nname: toda la obra\nformerly: [vieja-obra]\nperiods: [{from: 2019, status: in force, citation: c}]\nfacts: [{label: Alto, value: 3 m, citation: c}]\n"+
		"citations:\n  - {id: c, title: T, publisher: P, date: undated}\n  - {title: U, publisher: P, date: undated}\n  - {title: V, publisher: P, date: undated}\n---\nToda la obra.[^c]\n\n"+body)
	write(t, dir, "content/pages/todo-pagina.md", "---\ntitle: Todo\nmenu: Todo\n---\n"+strings.ReplaceAll(body, "../favicon", "favicon"))
	return dir
}
