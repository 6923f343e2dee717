package build

import "glossator/internal/suggest"

// Suggests tells whether names are looked for in the language of the site.
func (r *Result) Suggests() bool { return r.Lexicon().Pack.Suggests }

// Suggest lists whom and what the articles name and no entry explains. A draft entry
// explains, where drafts are part of the site.
func (r *Result) Suggest() (found []suggest.Suggestion) {
	r.guarded("the suggestions", func() { found = r.suggest() })
	return found
}

func (r *Result) suggest() []suggest.Suggestion {
	in := suggest.Input{Lexicon: r.Lexicon(), Ignored: r.Site.Catalogue.Decisions.Ignores}
	for _, a := range r.Site.Articles {
		if r.LexiconOf(a.Doc) == r.Lexicon() { // names are looked for in the language of the site
			in.Articles = append(in.Articles, suggest.Article{Doc: a.Doc, Ann: a.Ann})
		}
	}
	return suggest.Entries(in)
}
