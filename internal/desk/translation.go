package desk

import "glossator/internal/site"

// untranslated asks for what is not translated, language by language.
func untranslated(editions []*site.Site) (all []Question) {
	for _, s := range editions {
		for _, m := range s.Missing() {
			all = append(all, Question{Pos: m.File.Pos(0), Msg: m.What, Hint: m.Hint})
		}
	}
	return all
}
