package preview

import (
	"strings"

	"glossator/internal/source"
)

// origin is where a page's words come from, with links for the editor.
type origin struct {
	File     string  `json:"file"`
	Link     string  `json:"link"`
	Blocks   []place `json:"blocks"`
	Mentions []why   `json:"mentions"`
}

type place struct {
	ID    string `json:"id"`
	Where string `json:"where"`
	Link  string `json:"link"`
}

type why struct {
	Block string `json:"block"`
	Text  string `json:"text"`
	Entry string `json:"entry"`
	Why   string `json:"why"` // named or descriptive, and the rule
	Where string `json:"where"`
	Link  string `json:"link"`
}

func (s *Server) origin(now *state, address string) origin {
	o := origin{Blocks: []place{}, Mentions: []why{}}
	rel, inside := strings.CutPrefix(address, now.Base)
	if now.Gen == nil || !inside {
		return o
	}
	for _, p := range candidates(rel) {
		from := now.Gen.Origin(p)
		if from.File == "" {
			continue
		}
		o.File, o.Link = from.File, s.Editor.Link(from.File, 1, 1)
		for _, b := range from.Blocks {
			o.Blocks = append(o.Blocks, place{b.ID, where(from.File, b.Line, b.Col), s.Editor.Link(from.File, b.Line, b.Col)})
		}
		for _, m := range from.Mentions {
			w := why{Block: m.Block, Text: m.Text, Entry: m.Entry, Why: m.Level + ": " + m.Rule}
			if m.Line > 0 {
				w.Where, w.Link = where(from.File, m.Line, m.Col), s.Editor.Link(from.File, m.Line, m.Col)
			}
			o.Mentions = append(o.Mentions, w)
		}
		break
	}
	return o
}

func where(file string, line, column int) string {
	return source.Pos{Path: file, Line: line, Col: column}.String()
}
