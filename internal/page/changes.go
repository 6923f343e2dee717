package page

import "glossator/internal/since"

func (p *planner) hasChanges() bool { return p.Since != nil }

// changes plans what changed since an earlier publish.
func (p *planner) changes() Page {
	return p.whole("changes.html", func() any {
		v := &ChangesPage{Base: p.base("changes.html", "changes", "What changed", p.Config.Description)}
		for _, k := range p.Since.List(p.Site) {
			kind := ChangesOf{Label: k.Label}
			for _, x := range k.Items {
				kind.Items = append(kind.Items, p.changed(x))
			}
			v.Kinds = append(v.Kinds, kind)
		}
		return v
	})
}

func (p *planner) changed(x since.Item) Changed {
	if x.Word {
		x.Was, x.Is = p.t(x.Was), p.t(x.Is)
	}
	return Changed{Name: x.Name, Href: x.Path, What: x.What, Was: x.Was, Is: x.Is, Quoted: x.Quoted, Tongue: p.tongueOf(x.Tongue)}
}
