package language

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// spelled are letters that are no base letter with an accent, as plain Latin letters: those
// of Latin alphabets; Cyrillic much as passports have it; Greek by ELOT 743, one by one.
var spelled = spellings("ß=ss æ=ae œ=oe ø=o ł=l đ=d ð=d þ=th ı=i ħ=h ŋ=ng ə=e " +
	"а=a б=b в=v г=g д=d е=e ж=zh з=z и=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch ш=sh щ=shch ъ= ы=y ь= э=e ю=yu я=ya " +
	"і=i є=ye ґ=g ђ=dj ј=j љ=lj њ=nj ћ=c џ=dz ѕ=dz " +
	"α=a β=v γ=g δ=d ε=e ζ=z η=i θ=th ι=i κ=k λ=l μ=m ν=n ξ=x ο=o π=p ρ=r σ=s ς=s τ=t υ=y φ=f χ=ch ψ=ps ω=o")

func spellings(all string) map[rune]string {
	of := map[rune]string{}
	for pair := range strings.FieldsSeq(all) {
		letter, plain, _ := strings.Cut(pair, "=")
		of[[]rune(letter)[0]] = plain
	}
	return of
}

// Spelled is a small letter without an accent in plain Latin letters: ss of ß, zh of ж,
// nothing of the hard sign; false where it is not known.
func Spelled(r rune) (string, bool) {
	if r >= 'a' && r <= 'z' {
		return string(r), true
	}
	s, ok := spelled[r]
	return s, ok
}

// Unaccented is words in small letters without their accents, letters of Latin alphabets as
// plain ones: a of Å, ae of Æ. Other scripts keep theirs.
func Unaccented(words string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(strings.ToLower(words)) {
		if s, ok := spelled[r]; ok && unicode.Is(unicode.Latin, r) {
			b.WriteString(s)
		} else if !unicode.Is(unicode.Mn, r) {
			b.WriteRune(r)
		}
	}
	return b.String()
}
