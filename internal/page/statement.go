package page

import (
	"cmp"
	"slices"
	"strings"

	"glossator/internal/site"
)

// These are the stock pages in which a site says of itself how it was made and who can use
// it. A page of content/pages of that name takes a stock one's place.
var (
	made       = Link{Text: "How this was made", Href: "made.html"}
	accessible = Link{Text: "Accessibility", Href: "accessibility.html"}
)

// statement plans a stock page.
func statement(of Link) func(p *planner) []Page {
	return func(p *planner) []Page {
		if p.Page(strings.TrimSuffix(of.Href, ".html")) != nil {
			return nil
		}
		return []Page{p.whole(of.Href, func() any { return p.statementView(of.Href, of.Text) })}
	}
}

func (p *planner) statementView(path, title string) *Statement {
	v := &Statement{Base: p.base(path, strings.TrimSuffix(path, ".html"), title, p.Config.Description), Articles: len(p.Articles), Entries: len(p.Profiles),
		Author: cmp.Or(p.Config.Author, p.Config.Title), Numbers: p.hasFigures(), Tellings: len(p.Pairs) > 0, Corrections: len(p.Site.Corrections),
		Tested: p.day(p.Config.Accessible.Tested), Known: p.Config.Accessible.Known}
	v.Accounts = slices.ContainsFunc(p.Articles, func(a *site.Article) bool { return a.Doc.Meta.Kind.Text == "account" })
	return v
}
