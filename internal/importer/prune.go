package importer

import (
	"math"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// never are elements that hold no words of an article, or words that are not shown.
var never = map[atom.Atom]bool{
	atom.Script: true, atom.Style: true, atom.Noscript: true, atom.Template: true, atom.Iframe: true, atom.Object: true, atom.Embed: true, atom.Svg: true, atom.Math: true, atom.Canvas: true,
	atom.Button: true, atom.Input: true, atom.Select: true, atom.Textarea: true, atom.Nav: true, atom.Dialog: true, atom.Video: true, atom.Audio: true, atom.Map: true, atom.Meter: true, atom.Progress: true,
	atom.Link: true, atom.Meta: true, atom.Title: true, atom.Head: true, atom.Datalist: true, atom.Frameset: true, atom.Aside: true,
}

// roles of elements that are the page's, not the article's.
var roles = []string{"navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alertdialog", "menu", "menubar", "toolbar", "tablist", "form", "alert", "status", "tooltip"}

// Words in an element's class or id that mark furniture. Strong ones mark it whatever
// it holds; plain ones where few sentences stand in it, because a section on sharing
// or a paragraph behind a paywall has such names too; doubtful ones only where no
// sentence does.
var (
	strong = set("share sharebar sharetools newsletter newsletters subscribe subscription signup advert adverts advertisement advertisements adslot adunit dfp cookie cookies consent gdpr ccpa comments commentlist comment-list disqus respond livefyre " +
		"breadcrumb breadcrumbs pagination sidebar sidebars popup modal recirc recirculation recommend recommended recommendations trending outbrain taboola zergnet mostread mostpopular most-read most-popular " +
		"related relatedposts related-posts jp-relatedposts sharedaddy addtoany addthis sr-only screen-reader-text visuallyhidden visually-hidden editsection navbox catlinks printfooter more-stories more-from post-navigation nav-links")
	weak = set("shares sharing social socials promo promos promotion ad ads adbox gpt sponsor sponsored comment pager navbar overlay lightbox readmore byline bylines masthead skip skiplink hidden screenreader noprint hatnote jumplinks toc donate donation " +
		"authorbio author-bio author-box author-info about-author about-the-author bio post-meta entry-meta article-meta meta-data postmetadata tagcloud taglist post-tags article-tags entry-tags tag-links cat-links " +
		"read-more also-read further-reading up-next next-article prev-next wp-caption-text caption figcaption credit photo-credit image-credit copyright-notice print-only printonly follow-us cta call-to-action")
	doubtful = set("widget widgets banner toolbar menu nav video player gallery slideshow carousel poll quiz rating ratings feedback tags topics tag-list categories category social-links meta metadata author authors timestamp " +
		"date pubdate published updated time footer foot header-tools tools actions utility utilities print email embed infobox factbox links more latest popular teaser teasers card cards photo image media kicker eyebrow section-label pre-title reading-time readtime")
)

// strip takes out of a tree what can be no words of an article wherever it stands.
func strip(n *html.Node) {
	each(n, func(c *html.Node) bool {
		return c.Type == html.CommentNode || c.Type == html.ElementNode && (never[c.DataAtom] || concealed(c))
	}, nil)
}

// each takes every node for which gone says so out of a tree, telling told of it.
func each(n *html.Node, gone func(*html.Node) bool, told func(*html.Node)) {
	for c := n.FirstChild; c != nil; {
		next := c.NextSibling
		if gone(c) {
			if told != nil {
				told(c)
			}
			n.RemoveChild(c)
		} else {
			each(c, gone, told)
		}
		c = next
	}
}

// concealed tells whether an element is not shown, or stands for a part of the page
// that is no article.
func concealed(n *html.Node) bool {
	hidden := false
	for _, a := range n.Attr {
		switch a.Key {
		case "hidden":
			hidden = a.Val != "until-found"
		case "aria-hidden":
			hidden = hidden || strings.EqualFold(a.Val, "true") && wordsIn(n) < 60
		case "role":
			if slices.Contains(roles, strings.ToLower(a.Val)) && n.DataAtom != atom.Body {
				return true
			}
		case "style":
			v := strings.ReplaceAll(strings.ToLower(a.Val), " ", "")
			hidden = hidden || strings.Contains(v, "display:none") || strings.Contains(v, "visibility:hidden")
		}
	}
	return hidden
}

// pruner takes furniture out of the article's own element.
type pruner struct {
	all  int                 // words of the element
	data map[*html.Node]bool // tables that were met, and whether they hold data
}

// inData tells whether a node is a part of a table of data: what the classes of its rows
// say is of the data ("player-581"), not of the page.
func (p *pruner) inData(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Table, atom.Tbody, atom.Thead, atom.Tfoot, atom.Tr, atom.Td, atom.Th, atom.Caption:
	default:
		return false
	}
	for n.DataAtom != atom.Table {
		if n = n.Parent; n == nil {
			return false
		}
	}
	holds, known := p.data[n]
	if !known {
		t := (&reader{}).table(n)
		holds = t != nil && len(t.rows) > 2
		p.data[n] = holds
	}
	return holds
}

// posted tells whether most of an element is a quotation: a post that was embedded, in
// whatever it is wrapped.
func posted(n *html.Node, own int) bool {
	most := 0
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		if n.DataAtom == atom.Blockquote {
			most = max(most, wordsIn(n))
			return
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(n)
	return most >= 5 && most*10 >= own*7
}

// hovering tells whether an element is a card that is shown when a pointer rests on the
// name before it: a sibling of the link, in the same words and more, without a space.
func hovering(n *html.Node) bool {
	p := n.PrevSibling
	if p == nil || p.DataAtom != atom.A || n.DataAtom != atom.Span && n.DataAtom != atom.Div {
		return false
	}
	if links(n) == 0 {
		return false
	}
	name := words(p)
	card := words(n)
	return len(card) > 2*len(name) && wordsIn(p) <= 6 && firstWord(name) == firstWord(card) && holdsWord(card, lastWord(name))
}

func firstWord(s string) string { first, _, _ := strings.Cut(s, " "); return first }

func lastWord(s string) string { return s[strings.LastIndexByte(s, ' ')+1:] }

func holdsWord(s, word string) bool { return word != "" && strings.Contains(s, word) }

// furniture tells whether an element is furniture by its class, its form or what it is.
func (p *pruner) furniture(n *html.Node) bool {
	if n.Type != html.ElementNode || n.DataAtom == atom.Html || n.DataAtom == atom.Body || n.DataAtom == atom.Main {
		return false
	}
	own := wordsIn(n)
	if own*2 > p.all || p.inData(n) {
		return false // whatever its class says, the article is in it
	}
	if hovering(n) {
		return true
	}
	switch n.DataAtom {
	case atom.Figure:
		return !holds(n, atom.Blockquote, atom.Table, atom.Pre)
	case atom.Figcaption, atom.Form:
		return true
	case atom.Footer:
		return n.Parent == nil || n.Parent.DataAtom != atom.Blockquote
	case atom.Article:
		if linked(n)*2 > own || sentences(n) < 2 {
			return true // the teaser of another story
		}
	case atom.Ul, atom.Ol, atom.Div, atom.Section:
		if links(n) > 2 && linked(n)*10 > own*9 && !introduced(n) {
			return true
		}
	}
	return byName(n, own)
}

// byName tells whether an element of so many words is furniture by its class, or by what
// it is of the article's data.
func byName(n *html.Node, own int) bool {
	doubt := false
	for _, t := range tokens(n) {
		if strong[t] || weak[t] && sentences(n) < 4 && !posted(n, own) {
			return true
		}
		doubt = doubt || doubtful[t]
	}
	if doubt && posted(n, own) {
		return false
	}
	if ofData(n) {
		return own < 30 && !inSentence(n, own)
	}
	return doubt && !inSentence(n, own) && sentences(n) == 0 && !carries(n.DataAtom) && own < 60
}

// inSentence tells whether an element of so many words stands amid those of a sentence: a
// <time class="date"> in “They meet on Monday in Brisa.”
func inSentence(n *html.Node, own int) bool {
	switch n.DataAtom {
	case atom.Time, atom.Data, atom.Abbr, atom.Em, atom.Strong, atom.B, atom.I:
	default:
		return false
	}
	block := n.Parent
	for block != nil && block.Type == html.ElementNode && !blockTags[block.DataAtom] && block.DataAtom != atom.Li {
		block = block.Parent
	}
	return block != nil && own*3 < wordsIn(block) && sentences(block) > 0
}

// ofData tells whether an element holds what the front matter says.
func ofData(n *html.Node) bool {
	switch strings.ToLower(attr(n, "itemprop")) {
	case "author", "datepublished", "datemodified", "headline":
		return true
	}
	return attr(n, "rel") == "author" && n.DataAtom != atom.P
}

// carries tells whether an element carries words of the text whatever its class is.
func carries(a atom.Atom) bool {
	return a == atom.Span || a == atom.A || a == atom.Header || isHeading(a)
}

func isHeading(a atom.Atom) bool {
	switch a {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return true
	}
	return false
}

// introduced tells whether a list of links belongs to the text: what stands before it
// ends with a colon.
func introduced(n *html.Node) bool {
	for p := n.PrevSibling; p != nil; p = p.PrevSibling {
		if w := words(p); w != "" {
			return strings.HasSuffix(w, ":")
		}
	}
	return false
}

// tokens are the words of an element's class and id, whole and in their parts.
func tokens(n *html.Node) (all []string) {
	for _, name := range []string{"class", "id", "data-component", "data-testid", "data-module"} {
		for class := range strings.FieldsSeq(attr(n, name)) {
			if name == "id" && strings.Count(class, "-")+strings.Count(class, "_") > 1 {
				continue // made of a heading's words
			}
			if strings.HasPrefix(class, "has-") || strings.HasPrefix(class, "no-") || strings.HasPrefix(class, "is-") || strings.HasPrefix(class, "with-") {
				continue // a state, not a name
			}
			low := strings.ToLower(class)
			all = append(all, low)
			parts := strings.FieldsFunc(kebab(class), func(r rune) bool { return r == '-' || r == '_' })
			for i, p := range parts {
				all = append(all, p)
				if i > 0 {
					all = append(all, parts[i-1]+"-"+p)
				}
				if i > 1 {
					all = append(all, parts[i-2]+"-"+parts[i-1]+"-"+p)
				}
			}
		}
	}
	return all
}

// kebab writes "ShareTools" as "share-tools".
func kebab(s string) string {
	var b strings.Builder
	var last rune
	for _, r := range s {
		if unicode.IsUpper(r) && unicode.IsLower(last) {
			b.WriteByte('-')
		}
		b.WriteRune(unicode.ToLower(r))
		last = r
	}
	return b.String()
}

func set(words string) map[string]bool {
	s := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		s[w] = true
	}
	return s
}

// wordsIn counts the words in a node.
func wordsIn(n *html.Node) int { return wordsUpTo(n, math.MaxInt) }

// wordsUpTo is wordsIn, where more than most need not be told apart.
func wordsUpTo(n *html.Node, most int) (count int) {
	if n.Type == html.TextNode {
		return countWords(n.Data)
	}
	for c := n.FirstChild; c != nil && count <= most; c = c.NextSibling {
		count += wordsUpTo(c, most-count)
	}
	return count
}

// countWords is len(strings.Fields(s)).
func countWords(s string) (count int) {
	for range strings.FieldsSeq(s) {
		count++
	}
	return count
}

// linked counts the words in a node's links.
func linked(n *html.Node) (count int) {
	if n.DataAtom == atom.A {
		return wordsIn(n)
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		count += linked(c)
	}
	return count
}

func links(n *html.Node) (count int) {
	if n.DataAtom == atom.A {
		return 1
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		count += links(c)
	}
	return count
}

// sentences counts the paragraphs in a node that read as prose: some words, not all
// of them links, and an end.
func sentences(n *html.Node) (count int) {
	if n.DataAtom == atom.P || n.DataAtom == atom.Li || n.DataAtom == atom.Blockquote {
		if own := wordsIn(n); own >= 8 && linked(n)*2 < own && endsSentence(words(n)) {
			return 1
		}
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		count += sentences(c)
	}
	return count
}

// noteBehind is the number of a note behind a sentence's end: “… in Brisa.3” or “… in Brisa.[3]”.
var noteBehind = regexp.MustCompile(`((?:[\pL"'”’»)\]]|\b(?:19|20)\d\d)[.!?…]["'”’»)\]]*)\[?\d{1,3}\]?$`)

func endsSentence(s string) bool {
	s = strings.TrimRight(noteBehind.ReplaceAllString(s, "$1"), "\"'”’»)]")
	return s != strings.TrimRight(s, ".!?…:")
}

func holds(n *html.Node, tags ...atom.Atom) bool {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if slices.Contains(tags, c.DataAtom) || holds(c, tags...) {
			return true
		}
	}
	return false
}
