package page

import (
	"cmp"

	"glossator/internal/site"
	"glossator/internal/source"
)

// corrections plans the list of everything that was put right.
func (p *planner) corrections() Page {
	return p.whole("corrections.html", func() any {
		v := &CorrectionsPage{Base: p.base("corrections.html", "corrections", "Corrections", p.Config.Description)}
		for _, c := range p.Site.Corrections {
			v.All = append(v.All, p.correction("", c))
		}
		return v
	})
}

func (p *planner) hasCorrections() bool { return len(p.Site.Corrections) > 0 }

// correction is a correction for a page.
func (p *planner) correction(root string, c site.Correction) Correction {
	v := Correction{ID: c.ID, Day: p.day(c.Date), Said: c.Said, Says: c.Says, Note: c.Note, Tongue: p.tongueOf(c.Tongue)}
	if c.Path != "" {
		v.Page = &Link{Text: cmp.Or(c.Title, p.t(site.Correctable[c.Page.Text])), Href: root + c.Path}
		if a := p.Article(c.Article.ID); a != nil {
			v.Page.Tongue = p.untranslated(a)
		} else if x := p.Site.Page(c.Page.Text); x != nil {
			v.Page.Tongue = p.awayTongue(x)
		}
	}
	return v
}

// putRight gathers the corrections of each page, and a key of them.
func (p *planner) putRight() {
	p.corrected = map[string][]Correction{}
	for _, c := range p.Site.Corrections {
		if c.Path != "" {
			v := p.correction("", c)
			v.Page, v.ID = nil, ""
			p.corrected[c.Path] = append(p.corrected[c.Path], v)
		}
	}
}

// withCorrections adds to a page's parts the corrections that it shows.
func (p *planner) withCorrections(of *Page) {
	all := p.corrected[of.Path]
	if all == nil {
		return
	}
	made := of.Parts
	of.Parts = func() Parts {
		parts := made()
		parts.Texts = append(parts.Texts[:len(parts.Texts):len(parts.Texts)], source.Key(all))
		return parts
	}
}

// reporting fills in where an error on a page is told of. What a reader selects is written
// behind it.
func (p *planner) reporting(b *Base) string {
	title, root := p.t(b.Title), b.Canonical
	if root == "" {
		root = b.Path
	}
	body := p.t("Page") + p.t(": ") + title + "\n" + root + "\n\n" + p.t("What is wrong") + p.t(": ")
	return p.Config.Report(p.t("Error")+p.t(": ")+title, body)
}
