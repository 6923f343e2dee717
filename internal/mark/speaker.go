package mark

import (
	"bytes"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// Speaker opens or closes the words of a quotation whose speaker the author tells:
// [“It cannot work”]{speaker: rosa-pardo}. What stands between the two is read as any
// words are.
type Speaker struct {
	ast.BaseInline
	ID string // of the one that closes; "" of the one that opens
	At int    // where the ID stands, or the bracket
}

// KindSpeaker is the kind of Speaker.
var KindSpeaker = ast.NewNodeKind("Speaker")

// Kind is KindSpeaker.
func (*Speaker) Kind() ast.NodeKind { return KindSpeaker }

// Dump prints the node for debugging.
func (s *Speaker) Dump(src []byte, level int) { ast.DumpHelper(s, src, level, nil, nil) }

// longestQuote is how many bytes a quotation with a speaker's mark may have.
const longestQuote = 4000

// speakerEnd is what closes such words.
var speakerEnd = regexp.MustCompile(`^\]\{ *speaker *[:=] *"?([^\s"{}]+)"? *\}`)

type speakerParser struct{}

func (speakerParser) Trigger() []byte { return []byte{'[', ']'} }

// Parse reads the two ends of the mark: the one that opens where the other follows in the
// same paragraph.
func (speakerParser) Parse(_ ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, seg := block.PeekLine()
	c := pc.(*context)
	if line[0] == ']' {
		m := speakerEnd.FindSubmatchIndex(line)
		if m == nil || seg.Start != c.speaker {
			return nil
		}
		c.speaker, c.opened = 0, nil
		block.Advance(m[1])
		return &Speaker{ID: string(line[m[2]:m[3]]), At: seg.Start + m[2]}
	}
	if c.speaker > 0 || !opensQuotation(line[1:]) {
		return nil
	}
	end := speakerAt(c.src[seg.Start:min(len(c.src), seg.Start+longestQuote)])
	if end < 0 {
		return nil
	}
	c.speaker = seg.Start + end
	c.opened = &Speaker{At: seg.Start}
	block.Advance(1)
	return c.opened
}

// CloseBlock makes a bracket words again whose end was not met: it stood in code, say.
func (speakerParser) CloseBlock(_ ast.Node, _ text.Reader, pc parser.Context) {
	c := pc.(*context)
	if c.opened != nil && c.opened.Parent() != nil {
		words := ast.NewTextSegment(text.NewSegment(c.opened.At, c.opened.At+1))
		c.opened.Parent().ReplaceChild(c.opened.Parent(), c.opened, words)
	}
	c.speaker, c.opened = 0, nil
}

// opensQuotation tells whether words begin with a quotation mark, which a link's seldom
// do.
func opensQuotation(line []byte) bool {
	r, _ := utf8.DecodeRune(line)
	return strings.ContainsRune("\"“„«»‘‚‹›'「『", r)
}

// speakerAt is where the bracket stands that closes the one at the head of a text and is
// followed by a speaker; -1 where there is none in the paragraph.
func speakerAt(text []byte) int {
	if end := bytes.Index(text, []byte("]{")); end < 0 {
		return -1
	}
	depth := 0
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '\\':
			i++
		case '[':
			depth++
		case ']':
			if depth--; depth == 0 {
				if speakerEnd.Match(text[i:]) {
					return i
				}
				return -1
			}
		case '\n':
			if i+1 < len(text) && (text[i+1] == '\n' || text[i+1] == '\r') {
				return -1
			}
		}
	}
	return -1
}
