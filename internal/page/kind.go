package page

// kind is a kind of page: the template that makes it, what the template is given, and
// which pages of it a site has.
type kind struct {
	template string
	empty    func() any // a view with nothing in it
	pages    func(*planner) []Page
}

// kinds are all there are, in the order in which their pages claim addresses.
var kinds = []kind{
	{"home", view[Home], one((*planner).home)},
	{"search", view[Prose], one((*planner).search)},
	{"404", view[Prose], where((*planner).isMain, (*planner).notFound)}, // a host serves one
	{"articles", view[Index], where((*planner).hasArticles, (*planner).articleIndex)},
	{"article", view[Article], func(p *planner) []Page {
		return several(len(p.Articles), func(i int) []Page {
			if p.Articles[i].Away != "" {
				return nil
			}
			return []Page{p.article(p.Articles[i])}
		})
	}},
	{"facet", func() any { return &Index{Facet: &Facet{}} }, func(p *planner) (all []Page) {
		for i := range p.Catalogue.Facets {
			all = append(all, p.facetIndex(i))
		}
		return all
	}},
	{"entry", view[Entry], func(p *planner) []Page {
		return several(len(p.Profiles), func(i int) []Page { return []Page{p.entry(p.Profiles[i])} })
	}},
	{"evidence", view[Evidence], func(p *planner) []Page {
		return several(len(p.Profiles), func(i int) []Page { return p.evidence(p.Profiles[i]) })
	}},
	{"timeline", view[Timeline], where((*planner).hasTimeline, (*planner).timeline)},
	{"day", view[DayPage], (*planner).dayPages},
	{"quotes", view[Quotes], where((*planner).hasQuotes, (*planner).quotes)},
	{"figures", view[Figures], where((*planner).hasFigures, (*planner).figures)},
	{"page", view[Prose], func(p *planner) (all []Page) {
		for _, x := range p.Pages {
			if x.Name != "index" && x.Away == "" {
				all = append(all, p.prose(x))
			}
		}
		return all
	}},
	{"data", view[Data], one((*planner).data)},
	{"corrections", view[CorrectionsPage], where((*planner).hasCorrections, (*planner).corrections)},
	{"changes", view[ChangesPage], where((*planner).hasChanges, (*planner).changes)},
	{"made", view[Statement], statement(made)},
	{"accessibility", view[Statement], statement(accessible)},
	{"compare", view[Compare], (*planner).comparisons},
	{"misquoted", view[MisquotedPage], (*planner).misquotations},
	{"embed", view[EmbedPage], (*planner).embeds},
	{"redirect", view[Prose], (*planner).redirects},
}

func view[T any]() any { return new(T) }

// one is a kind of which every site has one page.
func one(page func(*planner) Page) func(*planner) []Page {
	return func(p *planner) []Page { return []Page{page(p)} }
}

// where is a kind of which a site has one page where it has something to show there.
func where(has func(*planner) bool, page func(*planner) Page) func(*planner) []Page {
	return func(p *planner) []Page {
		if !has(p) {
			return nil
		}
		return []Page{page(p)}
	}
}

func (p *planner) isMain() bool      { return p.Main == nil }
func (p *planner) hasArticles() bool { return len(p.Articles) > 0 }
func (p *planner) hasTimeline() bool { return len(p.Site.Timeline) > 0 }
func (p *planner) hasFigures() bool  { return len(p.Site.Figures) > 0 }

// Empty is a view of each kind with nothing in it, by its template. A template must stand
// it: so a broken one is found though no page uses it yet.
func Empty() map[string]any {
	all := map[string]any{}
	for _, k := range kinds {
		all[k.template] = k.empty()
	}
	return all
}
