package card

import (
	"bytes"
	"image/png"
	"os"
	"strings"
	"testing"
)

var titles = map[string]string{
	"short":    "Title 42",
	"usual":    "Ecuador's president visits in the week set for the rule's end",
	"long":     strings.Repeat("Who decided, under which rule, and what happened to people at the harbour; ", 5),
	"accents":  "Łódź, Čapek, Iván Duque Márquez: “¿Qué señal?” – naïve, œuvre, Ångström",
	"other":    "Привет, Ελλάδα, 東京",
	"unbroken": strings.Repeat("Donaudampfschiff", 12),
	"empty":    "",
}

func TestCards(t *testing.T) {
	for name, title := range titles {
		data, err := PNG(Words{title, "Policy · public health order", "The Harbour, Annotated — 19 December 2022"}, Style{})
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if again, _ := PNG(Words{title, "Policy · public health order", "The Harbour, Annotated — 19 December 2022"}, Style{}); !bytes.Equal(again, data) {
			t.Errorf("%s: two cards of one title differ", name)
		}
		img, err := png.Decode(bytes.NewReader(data))
		if err != nil || img.Bounds().Dx() != Width || img.Bounds().Dy() != Height {
			t.Errorf("%s: %v %v", name, img.Bounds(), err)
		}
		if len(data) > 40_000 {
			t.Errorf("%s: %d bytes", name, len(data))
		}
		if dir := os.Getenv("CARDS"); dir != "" { // to look at them
			if err := os.WriteFile(dir+"/"+name+".png", data, 0o666); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func TestTitlesStayInTheMargins(t *testing.T) {
	f, err := openFonts()
	if err != nil {
		t.Fatal(err)
	}
	for name, title := range titles {
		w, lines := f.fit(title, Width-2*margin, titleEnd-titleTop)
		if len(lines)*w.leading > titleEnd-titleTop {
			t.Errorf("%s: %d lines of %d", name, len(lines), w.leading)
		}
		for _, l := range lines {
			if w.width(l) > Width-2*margin {
				t.Errorf("%s: %q is %d wide", name, l, w.width(l))
			}
		}
	}
	_, lines := f.fit(titles["long"], Width-2*margin, titleEnd-titleTop)
	if !strings.HasSuffix(lines[len(lines)-1], "…") {
		t.Errorf("cut without saying so: %q", lines)
	}
}

func TestEvenLines(t *testing.T) {
	f, err := openFonts()
	if err != nil {
		t.Fatal(err)
	}
	w := f.writer(serif, 68)
	lines := w.wrap("The harbour council decides that no ship may leave at night", Width-2*margin)
	if len(lines) != 2 || w.width(lines[1]) < w.width(lines[0])*2/3 {
		t.Errorf("%q", lines)
	}
}

func BenchmarkPNG(b *testing.B) {
	for b.Loop() {
		if _, err := PNG(Words{titles["usual"], "Policy", "The Harbour, Annotated"}, Style{}); err != nil {
			b.Fatal(err)
		}
	}
}

// TestWhatNoCardCanShowIsNotMeasured: titles that differ behind the last letter that may
// fit make one image, also of letters that take no room.
func TestWhatNoCardCanShowIsNotMeasured(t *testing.T) {
	for name, unit := range map[string]string{"words": "word ", "one word": "w", "narrow": "i", "marks without a width": "\u0301"} {
		var last []byte
		for _, n := range []int{2 * most, 200 * most} {
			long := strings.Repeat(unit, n)
			got, err := PNG(Words{long, long, long}, Style{})
			if err != nil {
				t.Fatal(err)
			}
			if last != nil && !bytes.Equal(got, last) {
				t.Errorf("%s: %d are another card than fewer", name, n)
			}
			last = got
		}
	}
}
