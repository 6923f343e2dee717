package compare

import (
	"fmt"
	"strings"
	"testing"

	"glossator/internal/language"
	"glossator/internal/source"
)

// pieceOf is a word as it stands in a text: N:Falk is part of a name, “word in a quotation.
func pieceOf(t *text, word string) piece {
	word, name := strings.CutPrefix(word, "N:")
	word, quoted := strings.CutPrefix(word, "“")
	p := t.piece(word, source.Span{})
	if p.name = name; quoted {
		p.quote = 1
	}
	return p
}

// TestWhichWordsStandAgainstWhich: what it gains to set two words against each other, the
// surer the more; 0 is never done.
func TestWhichWordsStandAgainstWhich(t *testing.T) {
	x := &text{pack: language.English()}
	for pair, want := range map[string]int32{
		"quay quay": 28, "the the": 16, "'s is": 16, "is 's": 16, "has 's": 16, "was 's": 0, // the same word
		"5 five": 26, "5 6": 12, "5 quay": 3, "quay five": 3, "5 the": 3, // numbers
		"Mr. Falk": 0, "Falk Mr.": 0, "Mr. Mrs.": 24, // Mr.
		"N:Falk N:Falck": 26, "N:Falk N:Lund": 10, "N:Falk N:Fa": 10, "N:Falk quay": 4, "quay N:Falk": 4, "N:Danes Dane": 4, // names
		"the a": 10, "the of": 0, "of in": 10, "the quay": 0, "quay the": 0, "he who": 10, // little words
		"Monday Friday": 12, "Monday quay": 0, "quay Monday": 0, "march Friday": 0, // days
		"boat boats": 24, "walk walking": 24, // forms of one word
		"quay pier": 7, "running quay": 5, "running waiting": 7, "cried tried": 7, "badly sadly": 7, "badly cried": 5, "cities boats": 5, "boats quays": 7, "bed cried": 5, "king waiting": 5, "quing waiting": 5, // others
		"policy rule": 11, "minister governor": 11, "policy minister": 7, "“quay pier": 5, "“quay “pier": 7, "“policy rule": 9,
	} {
		one, other, _ := strings.Cut(pair, " ")
		a, b := pieceOf(x, one), pieceOf(x, other)
		if got := x.alike(&a, &b); got != want {
			t.Errorf("%s: %d, want %d", pair, got, want)
		}
	}
	for word, want := range map[string]int{"the": 1, "Mr.": 1, "N:Falk": 4, "5": 4, "five": 4, "Monday": 4, "quay": 2, "policy": 2} {
		p := pieceOf(x, word)
		if got := kindWeight(&p); got != want {
			t.Errorf("%s weighs %d, want %d", word, got, want)
		}
	}
}

// TestNumbersAreReadAsOne: what a row of words says in numbers and days.
func TestNumbersAreReadAsOne(t *testing.T) {
	x := &text{pack: language.English()}
	for words, want := range map[string]string{
		"5": "5", "1,200": "1200", "1.5": "1.5", "twelve": "12", "twenty five": "25", "twenty fifty": "20 50", "ninety nine": "99", "ten five": "10 5",
		"two hundred": "200", "two hundred and five": "205", "two hundred and twenty five": "225", "twelve thousand": "12000", "12 thousand": "12000",
		"1.2 million": "1.2e+06", "two million three hundred thousand and six": "2.300006e+06", "twenty twenty": "20 20", "a hundred and twenty five": "125", "a hundred twenty fifty": "120 50", "five 5": "5 5", "5 6": "5 6", "5 quay 6": "5 6",
		"11th": "11th", "5 11th six": "5 11th 6", "dozens": "12s", "Monday": "weekday-1", "5 March": "5 month-3", "Jan. 5": "month-1 5", "quay": "", "": "",
		"five and six": "5 6", "twenty six seven": "26 7", "hundred": "100", "thousand": "1000", "five hundred thousand": "500000",
	} {
		var ps []piece
		for w := range strings.FieldsSeq(words) {
			ps = append(ps, x.piece(w, source.Span{}))
		}
		if got := strings.TrimSpace(x.values(ps)); got != want {
			t.Errorf("%s: %q, want %q", words, got, want)
		}
	}
	for word, want := range map[string]bool{"1998": true, "2024": true, "1898": false, "19": false, "19,98": false, "19985": false, "twenty": false} {
		p := x.piece(word, source.Span{})
		if year(&p) != want {
			t.Errorf("%s is a year: %v", word, !want)
		}
	}
}

// TestNamesThatAreOneWithAMistake: and those that are two.
func TestNamesThatAreOneWithAMistake(t *testing.T) {
	for pair, want := range map[string]bool{
		"falk falck": true, "falk funk": false, "falk balk": false, "ab abc": false, "abc abd": true, "abc ab": false, "abcde abc": false, "ahlgrensson ahlgrenson": true,
		"friedrich fredrik": false, "friedrich frodrik": false, "lopez lópez": true, "sands san": false, "anna an": false, "karlsson karlson": true, "karlsso karlnnn": false,
	} {
		a, b, _ := strings.Cut(pair, " ")
		if variant(a, b) != want || variant(b, a) != want {
			t.Errorf("%s: %v, want %v", pair, variant(a, b), want)
		}
	}
	for word, want := range map[string]bool{"US": true, "U.S.": true, "APEC": true, "UNESC": true, "UNESCO": false, "A": false, "A.": false, "Us": false, "us": false, "U2": false, "": false} {
		if acronym(word) != want {
			t.Errorf("%q is short for others: %v", word, !want)
		}
	}
}

// TestBuckets: what it means to share one, by how many articles are in it.
func TestBuckets(t *testing.T) {
	for _, c := range []struct{ size, weight, reach int }{
		{2, 3, 2}, {3, 2, 3}, {4, 2, 4}, {5, 1, 5}, {allPairs, 1, allPairs}, {allPairs + 1, 1, chain}, {neighbours, 1, chain}, {neighbours + 1, 1, 0},
	} {
		if w, r := bucketWeight(c.size), reachOf(c.size); w != c.weight || r != c.reach {
			t.Errorf("%d: weighs %d, reaches %d, want %+v", c.size, w, r, c)
		}
		same := shapeOf(c.size) == shapeOf(c.size+1)
		if change := c.size == 2 || c.size == 4 || c.size == allPairs || c.size == neighbours; same == change {
			t.Errorf("%d and %d: the same shape is %v", c.size, c.size+1, same)
		}
	}
	var met []string
	meetings([]uint64{1<<indexBits | 7, 1<<indexBits | 3, 1<<indexBits | 9}, func(pair uint64, weight int) {
		met = append(met, fmt.Sprint(pair>>32, " ", uint32(pair), " ", weight))
	})
	if got := strings.Join(met, ", "); got != "3 7 2, 7 9 2, 3 9 2" {
		t.Error(got)
	}
	in := []uint64{1<<indexBits | 1, 1<<indexBits | 2, 2<<indexBits | 1, 4<<indexBits | 1}
	for key, want := range map[uint64]int{0: 0, 1: 2, 2: 1, 3: 0, 4: 1, 5: 0} {
		if got := bucketOf(in, key<<indexBits|9); len(got) != want {
			t.Errorf("bucket %d holds %d, want %d", key, len(got), want)
		}
	}
	var big []uint64
	for i := range uint64(20) {
		big = append(big, 1<<indexBits|i)
	}
	for member, want := range map[uint64]string{0: "0 2", 1: "0 3", 10: "8 12", 18: "16 19", 19: "17 19"} {
		a := around(big, 1<<indexBits|member)
		if got := fmt.Sprint(a[0]&indexMask, " ", a[len(a)-1]&indexMask); got != want {
			t.Errorf("around %d: %s, want %s", member, got, want)
		}
	}
	for in, want := range map[string]string{"1 3|2 3 4": "[1 2 4]", "1|1": "[]", "|5": "[5]", "5 6|": "[5 6]", "1 2 3|1 3 4": "[2 4]"} {
		one, other, _ := strings.Cut(in, "|")
		var a, b []uint64
		for _, f := range strings.Fields(one) {
			a = append(a, uint64(f[0]-'0'))
		}
		for _, f := range strings.Fields(other) {
			b = append(b, uint64(f[0]-'0'))
		}
		if got := fmt.Sprint(apart(a, b)); got != want {
			t.Errorf("%s: %s, want %s", in, got, want)
		}
	}
}

// TestWhatTwoListsShare: entries in one order, and how many of the chief ones.
func TestWhatTwoListsShare(t *testing.T) {
	list := func(s string) (all []uint32) {
		for _, r := range s {
			all = append(all, uint32(r))
		}
		return all
	}
	for pair, want := range map[string]int{
		"abcdef abcdef": 100, "abcdef fedcba": 16, "abcde abcde": 0, "abcdef abcde": 0, "abcdefgh abxdefyh": 75, "abcdef xaxbxcxdxexf": 100, "ababab bababa": 83, "abcdef uvwxyz": 0,
	} {
		a, b, _ := strings.Cut(pair, " ")
		if got := inOrder(list(a), list(b)); got != want || got != inOrder(list(b), list(a)) {
			t.Errorf("%s: %d, want %d", pair, got, want)
		}
	}
	if n := inCommon([]int{1, 2, 3}, []int{3, 4, 1}); n != 2 {
		t.Error(n)
	}
	for _, c := range []struct {
		percent, of int
		want        float64
	}{{80, 24, .8}, {80, 48, .8}, {80, 12, .4}, {100, 24, .99}, {99, 24, .99}, {98, 24, .98}} {
		if got := sure(c.percent, c.of); got != c.want {
			t.Errorf("%+v: %v", c, got)
		}
	}
}

// TestSentencesThatAreOne: the gain of a pair of sentences at its bar, and what two
// sentences share with one.
func TestSentencesThatAreOne(t *testing.T) {
	for _, c := range []struct{ shared, weights, bar, want int }{{10, 20, 50, 1000}, {5, 20, 50, 0}, {4, 20, 50, -200}} {
		if got := gain(c.shared, c.weights, c.bar); got != c.want {
			t.Errorf("%+v: %d", c, got)
		}
	}
	v := func(terms ...term) vector {
		v := vector{terms: fold(terms)}
		for _, x := range v.terms {
			v.weight += x.n * 10
		}
		return v
	}
	a := []vector{v(term{0, 1}, term{1, 2}), v(term{3, 1}), {}}
	b := []vector{v(term{1, 1}, term{2, 1}), v(term{0, 3}, term{3, 1}), {}}
	s := newScores(a, b, []int{10, 10, 10, 10})
	var got []string
	for i := range a {
		for j := range b {
			got = append(got, fmt.Sprint(s.at(i, j), "/", s.dice(i, j)))
		}
	}
	if want := "10/40 10/28 0/0 0/0 10/40 0/0 0/0 0/0 0/0"; strings.Join(got, " ") != want {
		t.Errorf("%s, want %s", strings.Join(got, " "), want)
	}
	if got := s.overlap(a[0], b[0], b[1]); got != 20 {
		t.Error(got)
	}
	if got := s.overlap(b[1], a[0], a[1]); got != 20 {
		t.Error(got)
	}
}

// TestRareWordsWeighMore: names and numbers most, little words one, whatever else is told of
// them; the more sentences of both texts hold a word, the less.
func TestRareWordsWeighMore(t *testing.T) {
	pack := language.English()
	textOf := func(sentences ...string) *text {
		x := &text{pack: pack}
		for _, s := range sentences {
			lo := len(x.tokens)
			for w := range strings.FieldsSeq(s) {
				x.tokens = append(x.tokens, pieceOf(x, w))
			}
			x.sentences = append(x.sentences, sentence{lo: lo, hi: len(x.tokens)})
		}
		return x
	}
	va, vb, weight := vectors(textOf("the quay quay", "the N:Falk", "pier 5"), textOf("the pier", "pier", "pier pier", "the oar"))
	var got []string
	for _, vs := range [][]vector{va, vb} {
		for _, v := range vs {
			s := ""
			for _, x := range v.terms {
				s += fmt.Sprintf(" %d×%d", x.n, weight[x.id])
			}
			got = append(got, fmt.Sprint(v.weight, s))
		}
	}
	want := "21 1×1 2×10, 13 1×1 1×12, 18 1×6 1×12, 7 1×1 1×6, 6 1×6, 12 2×6, 11 1×1 1×10"
	if strings.Join(got, ", ") != want {
		t.Errorf("%s\nwant %s", strings.Join(got, ", "), want)
	}
}
