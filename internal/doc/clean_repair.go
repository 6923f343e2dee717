package doc

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"glossator/internal/source"
)

// repairs finds in a paragraph the damage that has one cure only: soft hyphens,
// no-break spaces, and UTF-8 that was read as Windows-1252 ("Ã¡" for "á"). What stands
// inside quotation marks is somebody's words and is never touched.
func repairs(text string, p source.Span, furniture []Cleaning) (out []Cleaning) {
	if !damaged(text[p.Start:p.End]) {
		return nil
	}
	quoted := quotedParts(text, p)
	for at := p.Start; at < p.End; {
		r, n := utf8.DecodeRuneInString(text[at:p.End])
		c := Cleaning{Span: source.Span{Start: at, End: at + n}}
		switch {
		case r == '\u00ad':
			c.Rule = "soft hyphen"
		case r == '\u00a0' || r == '\u202f':
			c.Rule, c.Replacement = "no-break space", " "
		case r >= 0x80:
			if right, size := mojibake(text[at:p.End]); size > 0 {
				c.Rule, c.Replacement, n = "mojibake", right, size
				c.Span.End = at + n
			}
		}
		at += n
		if c.Rule == "" {
			continue
		}
		for len(quoted) > 0 && quoted[0].End <= c.Span.Start {
			quoted = quoted[1:]
		}
		for len(furniture) > 0 && furniture[0].Span.End <= c.Span.Start {
			furniture = furniture[1:]
		}
		inQuotes := len(quoted) > 0 && quoted[0].Overlaps(c.Span)
		inFurniture := len(furniture) > 0 && furniture[0].Span.Overlaps(c.Span)
		if !inQuotes && !inFurniture {
			out = append(out, c)
		}
	}
	return out
}

// damaged tells, at the speed of a byte search, whether there can be any damage.
func damaged(s string) bool {
	return strings.Contains(s, "\u00ad") || strings.Contains(s, "\u00a0") || strings.Contains(s, "\u202f") ||
		strings.Contains(s, "Ã") || strings.Contains(s, "Â") || strings.Contains(s, "â") || strings.Contains(s, "Ä") || strings.Contains(s, "Å")
}

// mojibake reads the start of s as Windows-1252 that should have been UTF-8: the
// right text and how many bytes of s it stands for, 0 when s is sound. Only Latin
// letters and typographic marks are believed, and no reading that would swallow a
// quotation mark at the end of a word in capitals ("NÃO”").
func mojibake(s string) (string, int) {
	var raw [3]byte
	need, size := 0, 0
	for i := 0; i < 3; i++ {
		r, n := utf8.DecodeRuneInString(s[size:])
		b, ok := windows1252(r)
		if n == 0 || !ok {
			return "", 0
		}
		if i == 0 {
			switch {
			case b >= 0xC2 && b <= 0xC5:
				need = 2
			case b == 0xE2:
				need = 3
			default:
				return "", 0
			}
		}
		raw[i] = b
		size += n
		if i+1 == need {
			break
		}
	}
	r, n := utf8.DecodeRune(raw[:need])
	switch {
	case r == utf8.RuneError || n != need:
		return "", 0
	case need == 2 && raw[0] != 0xC2 && raw[1] >= 0x80 && raw[1] < 0xA0 && typographic(raw[1]):
		if next, _ := utf8.DecodeRuneInString(s[size:]); !unicode.IsLetter(next) {
			return "", 0
		}
	case need == 3 && !(r >= 0x2010 && r <= 0x2044 || r == '€' || r == '™'):
		return "", 0
	}
	if r == '\u00a0' {
		return " ", size
	}
	if r == '\u00ad' || r < 0xA0 {
		return "", 0
	}
	return string(r), size
}

// typographic tells whether a Windows-1252 byte is a quotation mark, dash or dots,
// which may well stand after a letter.
func typographic(b byte) bool {
	return b == 0x82 || b == 0x84 || b == 0x85 || b == 0x8B || b >= 0x91 && b <= 0x94 || b == 0x96 || b == 0x97 || b == 0x9B
}

// windows1252 is the byte that stands for r; the five bytes without a letter stand
// for the control characters of the same number.
func windows1252(r rune) (byte, bool) {
	if r == 0x81 || r == 0x8D || r == 0x8F || r == 0x90 || r == 0x9D {
		return byte(r), true
	}
	return charmap.Windows1252.EncodeRune(r)
}

// quotedParts are the parts of a paragraph that stand inside quotation marks, in
// doubt too many: an unclosed mark quotes all that follows. Sorted.
func quotedParts(text string, p source.Span) (out []source.Span) {
	open, closer := -1, ""
	s := text[p.Start:p.End]
	lastSingle := strings.LastIndex(s, "’")
	for i := 0; i < len(s); {
		_, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case open >= 0 && strings.HasPrefix(s[i:], closer):
			out = append(out, source.Span{Start: p.Start + open, End: p.Start + i})
			open, n = -1, len(closer)
		case open < 0:
			for _, m := range markPairs {
				if strings.HasPrefix(s[i:], m.open) && (m.open != "‘" || i < lastSingle) {
					n = len(m.open)
					open, closer = i+n, m.close
					break
				}
			}
		}
		i += n
	}
	if open >= 0 {
		out = append(out, source.Span{Start: p.Start + open, End: p.End})
	}
	return out
}

// markPairs are quotation marks, sound and as mojibake.
var markPairs = []struct{ open, close string }{
	{"\"", "\""}, {"“", "”"}, {"„", "“"}, {"«", "»"}, {"‘", "’"}, {"「", "」"}, {"â€œ", "â€\u009d"}, {"Â«", "Â»"},
}
