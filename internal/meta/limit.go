package meta

import (
	"fmt"

	"github.com/goccy/go-yaml/token"
)

// What the parser is given, at most. Its memory grows with the square of these, and no
// real file comes near: entries nest four deep, and a site has some hundred labels.
const (
	mostNested    = 32
	mostFields    = 1000 // in one set
	mostDocuments = 8
)

const secondDocument = "a second YAML document"

// nesting follows tokens: how deep they stand, and how many fields a set has.
type nesting struct {
	brackets  int
	levels    []level // of lines, from the left
	documents int
}

type level struct{ column, fields int }

// excess is the first token that is more than the parser is given, or nil, and why.
func excess(tokens token.Tokens) (t *token.Token, msg, hint string) {
	var n nesting
	for _, t := range tokens {
		n.follow(t)
		switch {
		case n.brackets+len(n.levels) > mostNested:
			return t, "nested too deep", fmt.Sprintf("nothing here is read below %d levels: is a bracket or a - too many?", mostNested)
		case len(n.levels) > 0 && n.levels[len(n.levels)-1].fields > mostFields:
			return t, fmt.Sprintf("more than %d fields in one place", mostFields), "take away what is repeated"
		case n.documents > mostDocuments:
			return t, secondDocument, "remove the line ---"
		}
	}
	return nil, "", ""
}

func (n *nesting) follow(t *token.Token) {
	switch t.Type {
	case token.SequenceStartType, token.MappingStartType:
		n.brackets++
	case token.SequenceEndType, token.MappingEndType:
		n.brackets = max(0, n.brackets-1)
	case token.DocumentHeaderType:
		n.documents++
		n.levels = n.levels[:0]
	case token.SequenceEntryType, token.MappingKeyType:
		n.line(t.Position.Column)
	case token.MappingValueType:
		if t.Prev != nil && n.brackets == 0 {
			n.line(t.Prev.Position.Column)
			n.levels[len(n.levels)-1].fields++
		}
	}
}

// line takes what begins in a column: all that stands further right is over.
func (n *nesting) line(column int) {
	if n.brackets > 0 {
		return
	}
	end := len(n.levels)
	for end > 0 && n.levels[end-1].column > column {
		end--
	}
	n.levels = n.levels[:end]
	if end == 0 || n.levels[end-1].column < column {
		n.levels = append(n.levels, level{column: column})
	}
}
