package language

import (
	"strings"
	"unicode"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"
)

// Alphabet is the order in which readers of a language look names up, as CLDR has it: Ñ
// behind N in Spanish, Å behind Z in Swedish and with A in English; Chinese by pinyin. It
// is not safe for concurrent use.
type Alphabet struct {
	order   *collate.Collator // of names
	letters *collate.Collator // what is one letter: no accents, no capitals
	buf     collate.Buffer
	pinyin  bool
}

// AlphabetOf is the alphabet of a tag's language.
func AlphabetOf(tag string) *Alphabet {
	t := language.Raw.Make(tag)
	base, _ := t.Base()
	if s := base.String(); s == "nb" || s == "nn" || s == "no" {
		t = language.Danish // CLDR has one order for both
	}
	return &Alphabet{order: collate.New(t), letters: collate.New(t, collate.Loose), pinyin: base.String() == "zh" && scriptOf(t) == "Hans"}
}

// Key is what a name is sorted by: keys compare as names do.
func (a *Alphabet) Key(name string) string {
	defer a.buf.Reset()
	return string(a.order.KeyFromString(&a.buf, strings.TrimLeftFunc(name, silent)))
}

// silent is a character that a name is not looked up under: a quotation mark.
func silent(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }

// Letter is the heading that a reader looks a name up under: its first letter, or the
// letter that this is a form of; of kana the row; of Chinese characters the letter of
// their pinyin, or one heading for all where their reading cannot be known.
func (a *Alphabet) Letter(name string) string {
	first := first(name)
	switch {
	case unicode.Is(unicode.Han, first) && a.pinyin:
		return a.floor(string(first), pinyin)
	case unicode.Is(unicode.Han, first):
		return "漢字"
	case unicode.In(first, unicode.Hiragana, unicode.Katakana):
		return a.floor(string(first), kana)
	}
	letter := strings.ToUpper(string(first))
	plain := strings.ToUpper(Unaccented(string(first)))
	if plain == "" || !a.same(letter, plain) {
		return letter
	}
	return string([]rune(plain)[:1])
}

// same tells whether a letter is no other one here than its plain form. A hamza makes no
// letter of its own: أ is looked up under ا.
func (a *Alphabet) same(letter, plain string) bool {
	return a.letters.CompareString(letter, plain) == 0 || unicode.Is(unicode.Arabic, []rune(letter)[0])
}

// first is the first letter or digit of a name, or else its first character.
func first(name string) rune {
	name = norm.NFC.String(name)
	for _, r := range strings.TrimLeftFunc(name, silent) + name {
		return r
	}
	return ' '
}

// bucket is a heading, with the first in order of what stands under it.
type bucket struct{ heading, from string }

// floor is the heading of the last bucket that does not begin behind a character.
func (a *Alphabet) floor(character string, all []bucket) string {
	heading := all[0].heading
	for _, b := range all {
		if a.letters.CompareString(b.from, character) <= 0 {
			heading = b.heading
		}
	}
	return heading
}

// buckets reads headings and what they begin with.
func buckets(all string) (list []bucket) {
	for pair := range strings.FieldsSeq(all) {
		heading, from, _ := strings.Cut(pair, "=")
		list = append(list, bucket{heading, from})
	}
	return list
}

// pinyin and kana are the index characters of CLDR's alphabetic index for Chinese, with
// the first character of each, and the rows of the syllabary.
var (
	pinyin = buckets("A=阿 B=八 C=嚓 D=哒 E=妸 F=发 G=旮 H=哈 J=讥 K=咔 L=垃 M=妈 N=拏 O=噢 P=妑 Q=七 R=呥 S=仨 T=他 W=屲 X=夕 Y=丫 Z=帀")
	kana   = buckets("あ=あ か=か さ=さ た=た な=な は=は ま=ま や=や ら=ら わ=わ")
)
