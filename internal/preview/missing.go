package preview

import (
	"cmp"
	"path"
	"slices"
	"strings"
)

// absence is what can be said of an address at which nothing is.
type absence struct {
	Draft string   `json:"draft,omitempty"` // the file, where it is a draft
	Link  string   `json:"link,omitempty"`  // to that file
	Moved string   `json:"moved,omitempty"` // where the page went
	Near  []string `json:"near,omitempty"`  // what may have been meant
	Base  string   `json:"base,omitempty"`  // the site stands here, and the address is outside
}

func (s *Server) absence(address string) absence {
	now := s.now.Load()
	rel, inside := strings.CutPrefix(address, now.Base)
	var a absence
	if !inside {
		a.Base = now.Base
		rel = strings.TrimPrefix(address, "/")
	}
	if now.Gen == nil {
		return a
	}
	if rel == "" || strings.HasSuffix(rel, "/") {
		rel += "index.html"
	}
	for _, p := range []string{rel, rel + ".html"} {
		if file := now.Gen.Drafts()[p]; file != "" {
			a.Draft, a.Link = file, s.Editor.Link(file, 1, 1)
		}
		if to := now.moved[p]; to != "" {
			a.Moved = now.Base + to
		}
	}
	for _, p := range near(rel, pages(now.Gen.Planned())) {
		if now.Base+p != a.Moved {
			a.Near = append(a.Near, now.Base+p)
		}
	}
	return a
}

// near lists up to three pages whose addresses are closest: the same without its
// ending, the same name in another folder, then by letters that differ.
func near(rel string, all []string) []string {
	type candidate struct {
		path string
		far  int
	}
	var found []candidate
	base := stem(rel)
	most := max(2, len(base)/3)
	for _, p := range all {
		switch d := 0; {
		case p == strings.TrimSuffix(rel, "/index.html")+".html" || p == rel+".html" || strings.EqualFold(p, rel):
			found = append(found, candidate{p, 0})
		case stem(p) == base && base != "index":
			found = append(found, candidate{p, 1})
		case path.Dir(p) == path.Dir(rel):
			if d = distance(stem(p), base, most); d <= most {
				found = append(found, candidate{p, 1 + d})
			}
		}
	}
	slices.SortStableFunc(found, func(a, b candidate) int { return cmp.Compare(a.far, b.far) })
	var paths []string
	for _, c := range found[:min(3, len(found))] {
		paths = append(paths, c.path)
	}
	return paths
}

func stem(p string) string {
	b := path.Base(strings.TrimSuffix(p, "/index.html"))
	return strings.ToLower(strings.TrimSuffix(b, path.Ext(b)))
}

// distance is Levenshtein's, in bytes; more than most is not counted further.
func distance(a, b string, most int) int {
	if max(len(a)-len(b), len(b)-len(a)) > most {
		return most + 1
	}
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		least := row[0]
		for j := range len(b) {
			step := diagonal
			if a[i] != b[j] {
				step = 1 + min(diagonal, row[j], row[j+1])
			}
			diagonal, row[j+1] = row[j+1], step
			least = min(least, step)
		}
		if least > most {
			return most + 1
		}
	}
	return row[len(b)]
}
