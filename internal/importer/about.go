package importer

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// about is what a page says of its article, apart from JSON-LD.
type about struct {
	meta     map[string][]string // by name, property or itemprop, in small letters
	title    string              // of <title>
	language string
	links    map[string]string // rel to address
	base     string
	saved    string   // the address that a program wrote into the page when it saved it
	headings []string // every h1, and what is named like one
	bylines  []string
	deck     string // the sentence under the headline
	owner    string // whose copyright the foot claims
}

var (
	savedFrom = regexp.MustCompile(`(?i)(?:saved from url=(?:\(\d+\))?|page saved with singlefile[\s\S]{0,40}?url:|mirrored from|archived from|source:|url:)\s*((?:https?://)?[\w.-]+\.[a-z]{2,}[^\s"'<>]*)`)
	copyright = regexp.MustCompile(`(?i:©|\(c\)|copyright)\s*(?i:copyright\s*)?(?:©\s*)?(?:\d{4}(?:\s*[-–]\s*\d{4})?,?\s*)?(?i:by\s+)?(\p{Lu}[\p{L}'’&.-]*(?:\s+(?:of|the|and|for|de|la|&|\p{Lu}[\p{L}'’&.-]*)){0,6})`)
)

// sentenceEnd is a full stop behind a word that is no abbreviation.
var sentenceEnd = regexp.MustCompile(`[A-Za-z]{4}\. `)

// aboutOf reads the head of a page and what stands around the article.
func aboutOf(root *html.Node) *about {
	a := &about{meta: map[string][]string{}, links: map[string]string{}}
	var walk func(n *html.Node, foot bool)
	walk = func(n *html.Node, foot bool) {
		switch {
		case n.Type == html.CommentNode:
			if m := savedFrom.FindStringSubmatch(n.Data); m != nil && len(n.Data) < 600 {
				first(&a.saved, m[1])
			}
		case n.Type == html.ElementNode:
			foot = foot || n.DataAtom == atom.Footer
			a.element(n, foot)
			if n.DataAtom == atom.Script || n.DataAtom == atom.Style || n.DataAtom == atom.Svg {
				return
			}
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c, foot)
		}
	}
	walk(root, false)
	return a
}

func (a *about) element(n *html.Node, foot bool) {
	switch n.DataAtom {
	case atom.Html:
		first(&a.language, attr(n, "lang"))
		first(&a.language, attr(n, "xml:lang"))
	case atom.Title:
		first(&a.title, words(n))
	case atom.Base:
		first(&a.base, attr(n, "href"))
	case atom.Link:
		for rel := range strings.FieldsSeq(strings.ToLower(attr(n, "rel"))) {
			if a.links[rel] == "" {
				a.links[rel] = attr(n, "href")
			}
		}
	case atom.Meta:
		for _, name := range []string{attr(n, "name"), attr(n, "property"), attr(n, "itemprop"), attr(n, "http-equiv")} {
			for key := range strings.FieldsSeq(strings.ToLower(name)) {
				if v := strings.TrimSpace(clean(attr(n, "content"))); v != "" {
					a.meta[key] = append(a.meta[key], v)
				}
			}
		}
	}
	if foot && a.owner == "" {
		own := ""
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if c.Type == html.TextNode {
				own += c.Data
			}
		}
		if m := copyright.FindStringSubmatch(strings.Join(strings.Fields(own), " ")); m != nil && !strings.EqualFold(m[1], "all") {
			name := m[1]
			if end := sentenceEnd.FindStringIndex(name); end != nil {
				name = name[:end[0]+4]
			}
			a.owner = strings.TrimRight(strings.TrimSuffix(name, " All"), ".,")
		}
	}
}

// mostNear is how many words a byline or a deck has at most.
const mostNear = 40

// near reads what stands in or before the article: its headline, byline, day and deck.
func (a *about) near(article *html.Node) {
	top := article
	for top.Parent != nil && top.DataAtom != atom.Main && top.DataAtom != atom.Body && top.DataAtom != atom.Article {
		top = top.Parent
	}
	all := wordsIn(top)
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		if n.Type != html.ElementNode {
			return
		}
		names := tokens(n)
		if n.DataAtom == atom.Article && !within(article, n) && n != top ||
			slices.ContainsFunc(names, func(t string) bool { return strong[t] }) && wordsIn(n)*2 < all {
			return // of other stories
		}
		own := wordsUpTo(n, mostNear)
		has := func(words ...string) bool {
			return slices.ContainsFunc(names, func(t string) bool { return slices.Contains(words, t) })
		}
		titled := own < 30 && has("post-title", "entry-title", "article-title", "story-title", "page-title", "headline") && !holds(n, atom.H1, atom.H2, atom.Time)
		if own > 0 && (titled || n.DataAtom == atom.H1) {
			a.headings = append(a.headings, words(n))
		}
		a.byline(n, own, names)
		if own >= 6 && own <= mostNear && has("dek", "deck", "standfirst", "subtitle", "subheadline", "sub-headline", "sub-title", "article-summary", "lede-deck", "article-deck", "article-subtitle", "headline-deck") {
			first(&a.deck, words(n))
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(top)
}

// authorPage is what stands in the address of an author's page.
var authorPage = regexp.MustCompile(`(?i)/(?:by|authors?|staff|writers?|contributors?|journalists?|columnists?|autor(?:es)?|auteurs?)/`)

// byLinks is a byline with the names apart that are links or elements of their own:
// where some are known for authors', those alone.
func byLinks(n *html.Node) string {
	var known, names []string
	each(n, func(c *html.Node) bool {
		sure := attr(c, "itemprop") == "name" || attr(c, "rel") == "author" || toAuthor(c) ||
			slices.ContainsFunc(tokens(c), func(t string) bool { return authorNamed[t] })
		w := byWord.ReplaceAllString(words(c), "")
		switch {
		case !isName(w, "") || !strings.Contains(w, " "):
		case sure && !hasName(known, w):
			known = append(known, w)
		case c.DataAtom == atom.A && !hasName(names, w):
			names = append(names, w)
		}
		return false
	}, nil)
	if len(known) > 0 {
		names = known
	}
	if len(names) > 0 {
		return "By " + strings.Join(names, "; ")
	}
	return strings.Join(strings.Fields(spaced(n)), " ")
}

// toAuthor tells whether an element is a link to an author's page.
func toAuthor(n *html.Node) bool {
	return n.DataAtom == atom.A && authorPage.MatchString(attr(n, "href"))
}

// byline takes what an element of so many words says of the author, where it is named
// or marked as a byline.
func (a *about) byline(n *html.Node, own int, names []string) {
	marked := strings.EqualFold(attr(n, "itemprop"), "author") || attr(n, "rel") == "author" || own > 1 && own < 5 && toAuthor(n)
	about := false
	for _, t := range names {
		marked = marked || bylineNamed[t]
		about = about || authorNote[t]
	}
	if some := own > 0 && own <= mostNear; some && marked && !about && n.DataAtom != atom.Img {
		a.bylines = append(a.bylines, byLinks(n))
	}
}

// Words in the class of a byline, and of what is said of an author elsewhere.
var (
	authorNamed = set("name byline-name author-name")
	bylineNamed = set("byline bylines author-name byline-name by-line post-author entry-author article-author author authorname")
	authorNote  = set("bio author-bio author-box authorbox image related more follow")
)

// around is the byline that stands before or in an article, where what is near it tells
// none.
func (a *about) around(root, article *html.Node) {
	behind := len(a.bylines) > 0
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		other := n.DataAtom == atom.Article && n != article && !within(article, n)
		if behind || other || n.Type != html.ElementNode || n.DataAtom == atom.Li {
			return
		}
		a.byline(n, wordsUpTo(n, mostNear), tokens(n))
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
		behind = behind || n == article
	}
	for c := root.FirstChild; c != nil; c = c.NextSibling {
		walk(c)
	}
}

// ofChange tells whether an element tells, by its name, when the article was changed, not
// published.
func ofChange(n *html.Node) bool {
	return property(n) == "datemodified" ||
		slices.ContainsFunc(tokens(n), func(t string) bool {
			return (t == "updated" || t == "modified" || t == "update") && !strings.Contains(attr(n, "class"), "publish")
		})
}

func within(n, holder *html.Node) bool {
	for ; n != nil; n = n.Parent {
		if n == holder {
			return true
		}
	}
	return false
}

// spaced is the text of a node with a space between its elements.
func spaced(n *html.Node) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	s := ""
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		s += spaced(c)
		if c.Type == html.ElementNode {
			s += " "
		}
	}
	return s
}

// tongue is the language that the page says it is in.
func (a *about) tongue(d linkedData) tongue {
	return tongue(cmp.Or(a.language, d.language, a.get("content-language", "dc.language", "og:locale")))
}
