package mark

import (
	"strings"
	"sync/atomic"
)

// Look is how the marks of one kind look, those of one entry say. It is shared by all
// texts, and each way to draw it is made once.
type Look struct {
	ways   []atomic.Pointer[Around]
	around func(way Way) *Around
}

// Way is what a mark's markup depends on besides its Look. The bits behind those named
// here are its maker's.
type Way uint8

const (
	Again  Way = 1 << iota // it goes on behind what cuts it, or stands elsewhere as well
	InLink                 // it stands in the author's own link: no other may stand there
	Own                    // the first bit that is its maker's
)

// NewLook makes a look of as many ways as the highest bit tells.
func NewLook(highest Way, around func(way Way) *Around) *Look {
	return &Look{make([]atomic.Pointer[Around], 2*highest), around}
}

// in is the markup of a way. Two who ask at once make the same.
func (l *Look) in(w Way) *Around {
	a := l.ways[w].Load()
	if a == nil {
		a = l.around(w)
		l.ways[w].Store(a)
	}
	return a
}

// Around is the markup around a mark's words. A zero byte stands for what is the mark's
// own, its number say: `<a id="m\x00" href="x.html">` and `</a>`.
type Around struct{ Open, Close string }

func fill(b *strings.Builder, markup, slot string) {
	for {
		i := strings.IndexByte(markup, 0)
		if i < 0 {
			b.WriteString(markup)
			return
		}
		b.WriteString(markup[:i])
		b.WriteString(slot)
		markup = markup[i+1:]
	}
}

// LinkTo is the look of a plain link; in the author's own link the words stand alone.
func LinkTo(href string) *Look {
	return NewLook(InLink, func(way Way) *Around {
		if way&InLink != 0 {
			return &Around{}
		}
		return &Around{`<a href="` + href + `">`, "</a>"}
	})
}
