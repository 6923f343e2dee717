package language

import (
	"slices"
	"strings"
	"testing"
)

// TestAlphabet: names in the order, and under the letters, in which readers of a language
// look for them.
func TestAlphabet(t *testing.T) {
	for _, c := range []struct{ tag, names, want string }{
		{"en", "Zoo Ñandú Øre Åland Łódź Œuvre Æon Bar Nord ana Écija “Öl” 287(g)", "2:287(g) A:Æon A:Åland A:ana B:Bar E:Écija L:Łódź N:Ñandú N:Nord O:Œuvre O:“Öl” O:Øre Z:Zoo"},
		{"es", "Nora Ñandú Oro Ándalus Zoo", "A:Ándalus N:Nora Ñ:Ñandú O:Oro Z:Zoo"},
		{"sv", "Zoo Åland Öl Ärla Ada Örn", "A:Ada Z:Zoo Å:Åland Ä:Ärla Ö:Öl Ö:Örn"},
		{"da", "Zoo Århus Ærø Øre Ada", "A:Ada Z:Zoo Æ:Ærø Ø:Øre Å:Århus"},
		{"nb", "Zoo Ås Æra Øre Ada", "A:Ada Z:Zoo Æ:Æra Ø:Øre Å:Ås"},
		{"pl", "Luba Łódź Mak", "L:Luba Ł:Łódź M:Mak"},
		{"de", "Zoo Österreich Olga Ämter Ada", "A:Ada A:Ämter O:Olga O:Österreich Z:Zoo"},
		{"fr", "Œuvre Élan Eau Çeylan Calais", "C:Calais C:Çeylan E:Eau E:Élan O:Œuvre"},
		{"ru", "Яна Ёлка Ева Йод Иван", "Е:Ева Е:Ёлка И:Иван Й:Йод Я:Яна"},
		{"el", "Ωραία Άννα Βόλος", "Α:Άννα Β:Βόλος Ω:Ωραία"},
		{"ar", "تونس أحمد إياد بيروت", "ا:أحمد ا:إياد ب:بيروت ت:تونس"},
		{"zh", "王 李 上海 北京 陈 Zoo 张", "Z:Zoo B:北京 C:陈 L:李 S:上海 W:王 Z:张"},
		{"ja", "東京 さくら カラス がん あさひ 大阪 ABC", "A:ABC あ:あさひ か:カラス か:がん さ:さくら 漢字:大阪 漢字:東京"},
	} {
		a := AlphabetOf(c.tag)
		names := strings.Fields(c.names)
		slices.SortFunc(names, func(x, y string) int { return strings.Compare(a.Key(x), a.Key(y)) })
		for i, n := range names {
			names[i] = a.Letter(n) + ":" + n
		}
		if got := strings.Join(names, " "); got != c.want {
			t.Errorf("%s: %s\nwant %s", c.tag, got, c.want)
		}
	}
}
