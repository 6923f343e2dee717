package quote

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"glossator/internal/annotate/sample"
)

// quoted makes a text of quotations, their cues, and what may be meant by a pronoun.
func quoted(r *rand.Rand) string {
	parts := strings.Split(`“We wait,” ~“It leaks.” ~“Who waits?” ~'a ruin' ~"soft" ~“We go on. ~he said. ~she added. ~said the mayor. ~the board said. ~Ruiz said. ~`+
		`said Maria Lopez. ~Lopez warned that ~Peter Stone, the pilot, called it ~{ana-ruiz|Ana Ruiz} said ~{ana-ruiz|Ruiz}'s vow to ~{the-board|The Board} denounced ~`+
		`{tom-hale|Tom Hale}, who sails, told ~It closed. ~the agency said it was ~A harbor official, who was tired, said ~the woman ~according to ~Stone: ~who ~that ~`+
		`, ~. ~; ~and ~but ~while ~the “north” gate ~(~) ~Mr. ~of the pier ~on Monday ~in 2021 ~`+"\n\n~\n\n~\n\n", "~")
	var b strings.Builder
	b.WriteString("The tide is late. ")
	for range 5 + r.IntN(40) {
		b.WriteString(parts[r.IntN(len(parts))])
	}
	return b.String()
}

// times is how often a law is tried: a tenth as often where tests are to be short.
func times(n int) int {
	if testing.Short() {
		return n / 10
	}
	return n
}

// TestBriefReadingIsWhole holds the reading of the sentences with quotations alone to
// that of the whole text, in order.
func TestBriefReadingIsWhole(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 7))
	brief := 0
	for range times(3000) {
		in := quoted(r)
		x, ms := sample.Text("2022-03-10", "en", in)
		a := new(Finder)
		got, gotDoubts := a.Find(x, ms)
		if len(got) > 0 && !a.asked {
			brief++
		}
		a.begin()
		if a.mate(); len(a.pairs) == 0 {
			continue
		}
		a.room()
		a.place(ms)
		a.readBlocks()
		a.fill()
		a.headlines()
		want, wantDoubts := a.result()
		if diff := cmp.Diff(want, got) + cmp.Diff(wantDoubts, gotDoubts); diff != "" {
			t.Fatalf("%s\n%s", in, diff)
		}
	}
	if brief < times(100) {
		t.Errorf("only %d texts were read so", brief)
	}
}

// TestWhatFollowsTheLastQuotationSaysNothing adds paragraphs without quotations.
func TestWhatFollowsTheLastQuotationSaysNothing(t *testing.T) {
	r := rand.New(rand.NewPCG(8, 8))
	compared := 0
	for range times(1000) {
		in := quoted(r) + "\n\nThe pier is old."
		x, ms := sample.Text("2022-03-10", "en", in)
		y, more := sample.Text("2022-03-10", "en", in+"\n\nMaria Lopez said so. He told {tom-hale|Hale} that it was late.\n\nShe agreed:")
		if !strings.HasPrefix(y.Prose, x.Prose) {
			continue // the lines were taken for wrapped ones
		}
		compared++
		want, _ := new(Finder).Find(x, ms)
		got, _ := new(Finder).Find(y, more)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("%s\n%s", in, diff)
		}
	}
	if compared < times(500) {
		t.Errorf("only %d texts were compared", compared)
	}
}
