package source

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// file makes a File of bytes as the form asks.
func (f Form) file(shown, data string) (*File, []Problem) {
	switch f {
	case Bytes:
		return NewFile(shown, data), nil
	case Code:
		return decode(shown, data)
	}
	return Text(shown, data)
}

// Text makes a File of an author's words: decoded, and without the characters that no
// page may hold, which are told. Its places are those of the file with them.
func Text(shown, data string) (*File, []Problem) {
	f, problems := decode(shown, data)
	first := unfitAt(f.Data)
	if first < 0 {
		return f, problems
	}
	fit, cuts := leaveOut(f.Data, first)
	told := unfitProblems(shown, f.Data)
	return &File{Path: shown, Data: fit, Digest: f.Digest, ascii: ascii(fit), cuts: cuts}, append(problems, told...)
}

// decode makes text of a file's bytes. What is not UTF-8 is read as UTF-16 where it
// begins so, and else as Windows-1252, with a warning: nearly all such files come from
// old Windows programs.
func decode(shown, data string) (*File, []Problem) {
	if utf8.ValidString(data) {
		return NewFile(shown, data), nil
	}
	at, msg := Pos{Path: shown, Line: 1, Col: 1}, "the file is UTF-16"
	text, err := "", error(nil)
	if strings.HasPrefix(data, "\xff\xfe") || strings.HasPrefix(data, "\xfe\xff") {
		text, err = unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder().String(data)
	} else {
		bad := invalidAt(data)
		at, msg = NewFile(shown, data).Pos(bad), fmt.Sprintf("byte %#x is not UTF-8; read as Windows-1252", data[bad])
		text, err = charmap.Windows1252.NewDecoder().String(data)
	}
	if err != nil {
		text = strings.ToValidUTF8(data, "\uFFFD")
	}
	return NewFile(shown, text), []Problem{Problem{Pos: at, Rule: "not-utf8", Msg: msg, Hint: "save the file as UTF-8"}.As(Warning)}
}

// invalidAt is where the first byte stands that is not UTF-8.
func invalidAt(data string) int {
	for at, r := range data {
		if _, n := utf8.DecodeRuneInString(data[at:]); r == utf8.RuneError && n == 1 {
			return at
		}
	}
	return len(data)
}
