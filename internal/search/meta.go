package search

import (
	"encoding/json"
	"fmt"
	"strings"

	"glossator/internal/site"
)

// Labels are the words of the browser's search, for translation in site.yaml.
func Labels() []string {
	return []string{": ", "All", "All results", "Articles", "More results", "No results", "One result", "Results", "Searching…",
		"Show", "Showing results for", "The index could not be read"}
}

// metaData is what the file that every search begins with hands over.
func metaData(s *site.Site, version string, group int, words, ends []string) []byte {
	data := struct {
		Version    string            `json:"version"`
		Articles   int               `json:"articles"`
		Entries    int               `json:"entries"`
		Group      int               `json:"group"`
		EntryGroup int               `json:"entryGroup"`
		Facets     [][3]any          `json:"facets"`
		Words      string            `json:"words"`
		Ends       *string           `json:"ends,omitempty"`
		Labels     map[string]string `json:"labels,omitempty"`
	}{Version: version, Articles: len(s.Articles), Entries: len(s.Profiles), Group: group, EntryGroup: entryGroup,
		Words: strings.Join(words, " "), Labels: map[string]string{}}
	for i, f := range s.Catalogue.Facets {
		first := 0
		for first < len(s.Profiles) && s.Profiles[first].Entry.Facet < i {
			first++
		}
		data.Facets = append(data.Facets, [3]any{f.ID, f.Plural, first})
	}
	if len(ends) > 0 {
		joined := strings.Join(ends, " ")
		data.Ends = &joined
	}
	for _, l := range Labels() {
		if own := s.Config.Labels[l]; own != "" {
			data.Labels[l] = own
		}
	}
	text, err := json.Marshal(data)
	if err != nil {
		panic(fmt.Sprintf("search: %v", err)) // strings and numbers always marshal
	}
	return text
}
