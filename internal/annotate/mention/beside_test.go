package mention

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"glossator/internal/catalogue"
	"glossator/internal/lexicon"
	"glossator/internal/reading"
)

// TestNamesInScriptsWithoutSpaces: a name is none inside a longer one; titles and words beside
// it are no part of it.
func TestNamesInScriptsWithoutSpaces(t *testing.T) {
	c := catalogue.New([]catalogue.Facet{{ID: "who"}}, []*catalogue.Entry{
		{ID: "aoki", Kind: "person", Name: "青木"}, {ID: "east", Kind: "organization", Name: "東川"}, {ID: "office", Kind: "organization", Name: "港湾局"},
		{ID: "mill", Kind: "person", Name: "ミラー", Aliases: words("ジョン・ミラー")}, {ID: "wang", Kind: "person", Name: "王明"}, {ID: "port", Kind: "organization", Name: "港务局"},
		{ID: "bridge", Kind: "organization", Name: "長橋"},
	})
	for language, want := range map[string]string{
		"ja": "東川市は{東川=east}の{港湾局=office}と話した。{青木=aoki}市長は青木ヶ原で{青木=aoki}さんと元{青木=aoki}氏の話をした。大東川町と東川市長、北港湾局は別だ。{港湾局=office}長と{港湾局=office}側は黙った。青木太郎は知らない。" +
			"{ジョン・ミラー=mill}氏と{ミラー=mill}首相。メアリー・ミラーとミラーズとサミラーは別人だ。{青木=aoki}・{ミラー=mill}会談。",
		"zh": "{王明=wang}说，{港务局=port}会开会。王明亮不是{王明=wang}。东港务局、港务局路不同于{港务局=port}。记者问{王明=wang}市长，{港务局=port}局长反对，批评{港务局=port}。王明芳来了。",
		"en": "{長橋=bridge} and 大長橋 are two; so are 長橋局 and “{長橋=bridge}”.",
	} {
		d := article(unlinked(want))
		ms, _ := new(Finder).Find(reading.New(d, lexicon.New(c, language)))
		if diff := cmp.Diff(want, linked(d, ms)); diff != "" {
			t.Errorf("%s: %s", language, diff)
		}
	}
}

// TestNamesBehindJoinedLetters: in Arabic "and", "in", "for" and "as" are joined to the word
// behind them, and are no part of a name; they are parted from no word that is known with them.
func TestNamesBehindJoinedLetters(t *testing.T) {
	c := catalogue.New([]catalogue.Facet{{ID: "who"}}, []*catalogue.Entry{
		{ID: "salma", Kind: "person", Name: "سلمى حداد"}, {ID: "port", Kind: "organization", Name: "هيئة الميناء"}, {ID: "bandar", Kind: "person", Name: "بندر"},
		{ID: "nadr", Kind: "person", Name: "ندر"}, {ID: "dock", Kind: "organization", Name: "المرفأ"},
		{ID: "free", Kind: "organization", Name: "حر"},
	})
	want := "قالت {سلمى حداد=salma} إن {هيئة الميناء=port} ستجتمع. و{سلمى حداد=salma} التقت ب{هيئة الميناء=port}، وب{سلمى حداد=salma} رحبت. " +
		"والتقى ب{بندر=bandar} و{بندر=bandar}، ثم {بندر=bandar} وحده. شكرا ل{لمرفأ=dock} ول{لمرفأ=dock} وب{المرفأ=dock} و{المَرفأ=dock}. " +
		"هو {حر=free} في بحر." // two letters may be the end of any word
	d := article(unlinked(want))
	ms, _ := new(Finder).Find(reading.New(d, lexicon.New(c, "ar")))
	if diff := cmp.Diff(want, linked(d, ms)); diff != "" {
		t.Error(diff)
	}
}
