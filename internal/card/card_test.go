package card

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"
)

var says = map[string]string{
	"short":    "Title 42",
	"usual":    "Ecuador's president visits in the week set for the rule's end",
	"long":     strings.Repeat("Who decided, under which rule, and what happened to people at the harbour; ", 5),
	"accents":  "Łódź, Čapek, Iván Duque Márquez: “¿Qué señal?” – naïve, œuvre, Ångström",
	"other":    "Привет, Ελλάδα, 東京",
	"unbroken": strings.Repeat("Donaudampfschiff", 12),
	"empty":    "",
}

func TestCards(t *testing.T) {
	for name, title := range says {
		data := PNG(Words{Title: title, Kicker: "Policy · public health order", Line: "The Harbour, Annotated — 19 December 2022"}, Style{})
		if again := PNG(Words{Title: title, Kicker: "Policy · public health order", Line: "The Harbour, Annotated — 19 December 2022"}, Style{}); !bytes.Equal(again, data) {
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
	for name, title := range says {
		f, lines := fit(title, measure, titleEnd-titleTop)
		if len(lines)*f.leading > titleEnd-titleTop {
			t.Errorf("%s: %d lines of %d", name, len(lines), f.leading)
		}
		for _, l := range lines {
			if l.width() > measure {
				t.Errorf("%s: %q is %d wide", name, string(l.letters), l.width())
			}
		}
	}
	_, lines := fit(says["long"], measure, titleEnd-titleTop)
	if last := string(lines[len(lines)-1].letters); !strings.HasSuffix(last, "…") {
		t.Errorf("cut without saying so: %q", last)
	}
}

func TestEvenLines(t *testing.T) {
	set, lines := newFace(serif, 68).wrap("The harbour council decides that no ship may leave at night", measure)
	if len(lines) != 2 || set.part(lines[1]).width() < set.part(lines[0]).width()*2/3 {
		t.Errorf("%v", lines)
	}
}

func BenchmarkPNG(b *testing.B) {
	for b.Loop() {
		PNG(Words{Title: says["usual"], Kicker: "Policy", Line: "The Harbour, Annotated"}, Style{})
	}
}

// TestWhatNoCardCanShowIsNotMeasured: titles that differ behind the last letter that may
// fit make one image, also of letters that take no room.
func TestWhatNoCardCanShowIsNotMeasured(t *testing.T) {
	for name, unit := range map[string]string{"words": "word ", "one word": "w", "narrow": "i", "marks without a width": "\u0301"} {
		var last []byte
		for _, n := range []int{2 * most, 200 * most} {
			long := strings.Repeat(unit, n)
			got := PNG(Words{Title: long, Kicker: long, Line: long}, Style{})
			if last != nil && !bytes.Equal(got, last) {
				t.Errorf("%s: %d are another card than fewer", name, n)
			}
			last = got
		}
	}
}

// TestEveryPlateCanBeRead: what is on a plate is what another program reads, whatever it
// is: also all one colour, noise, and what no card is like.
func TestEveryPlateCanBeRead(t *testing.T) {
	chance := rand.New(rand.NewPCG(1, 2))
	for name, pixel := range map[string]func(i int) byte{
		"paper":         func(int) byte { return 0 },
		"one colour":    func(int) byte { return 0x77 },
		"noise":         func(int) byte { return byte(chance.Uint32()) },
		"a rare colour": func(i int) byte { return byte(chance.ExpFloat64() * 2) },
		"stems":         func(i int) byte { return byte(i % (stride - 1) % 7) },
		"rows":          func(i int) byte { return byte(i / (stride - 1)) },
	} {
		p := plates.New().(*plate)
		for i := range Height * (stride - 1) {
			p.row(i / (stride - 1))[i%(stride-1)] = pixel(i)
		}
		for y := range p.drawn {
			p.drawn[y] = true
		}
		img, err := png.Decode(bytes.NewReader(p.png(Style{}.filled())))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		got := img.(*image.Paletted)
		for i := range Width * Height {
			want := p.row(i / Width)[i%Width/2] >> (4 - i%2*4) & 0xf
			if got.Pix[i] != want {
				t.Errorf("%s: pixel %d is %d, want %d", name, i, got.Pix[i], want)
				break
			}
		}
	}
}

// TestLettersAreSharp: letters are set at quarters of a pixel and in eight steps of ink;
// no pixel is far from what the font's own outline covers.
func TestLettersAreSharp(t *testing.T) {
	p := plates.New().(*plate)
	const size, x, y = 56, 72, 300
	f := newFace(serif, size)
	p.write(f, f.set("Quay workers’ fjord vowels"), x, y, ink)
	img, err := png.Decode(bytes.NewReader(p.png(Style{}.filled())))
	if err != nil {
		t.Fatal(err)
	}
	exact := image.NewAlpha(img.Bounds())
	face, err := opentype.NewFace(serif()[0], &opentype.FaceOptions{Size: size, DPI: 72})
	if err != nil {
		t.Fatal(err)
	}
	(&font.Drawer{Dst: exact, Src: image.NewUniform(color.Alpha{255}), Face: face, Dot: fixed.P(x, y)}).DrawString("Quay workers’ fjord vowels")
	inked := 0
	for i, want := range exact.Pix {
		level := int(img.(*image.Paletted).Pix[i]) * 255 / int(ink.steps)
		if diff := level - int(want); diff > 70 || diff < -70 {
			t.Fatalf("pixel %d,%d is covered %d of 255, want %d", i%Width, i/Width, level, want)
		}
		if want > 0 {
			inked++
		}
	}
	if inked < 5000 {
		t.Errorf("%d pixels of ink", inked)
	}
}

// TestDrawn: a card is made of words that its fonts can write, and of no others.
func TestDrawn(t *testing.T) {
	for title, want := range map[string]bool{
		"Title 42": true, "Łódź, Čapek, Iván Duque Márquez: “¿Qué señal?” – naïve, œuvre, Ångström": true, "Привет, Ελλάδα — № 5": true, "": true,
		"東京": false, "国境の町": false, "الحدود": false, "גבול": false, "Café 東": false, "서울": false, "ไทย": false, "bad \xff": false,
	} {
		for _, w := range []Words{{Title: title}, {Kicker: title}, {Line: title}} {
			if w.Drawn() != want {
				t.Errorf("%+v: %v, want %v", w, w.Drawn(), want)
			}
		}
	}
}

// TestWordsUnderATitle: what is struck is drawn in the accent and struck through, what is
// not in ink, and neither reaches the rule below.
func TestWordsUnderATitle(t *testing.T) {
	accents := func(under ...Piece) (in, all int) {
		img, err := png.Decode(bytes.NewReader(PNG(Words{Title: "“The quay stays closed”", Kicker: "Ana Luz", Line: "The Harbour", Under: under}, Style{})))
		if err != nil {
			t.Fatal(err)
		}
		strong := Style{}.filled().Accent
		for y := underTop - 10; y < ruleEnd; y++ {
			for x := range Width {
				r, g, b, _ := img.At(x, y).RGBA()
				if r>>8 == uint32(strong.R) && g>>8 == uint32(strong.G) && b>>8 == uint32(strong.B) {
					in++
				}
				if g>>8 < 200 {
					all++
				}
				if g>>8 < 200 && (x < margin-4 || x > Width-margin+4 || y > ruleEnd-4) {
					t.Fatalf("drawn at %d, %d", x, y)
				}
			}
		}
		return in, all
	}
	none, plain := accents(Piece{"The pier stays shut", false})
	some, _ := accents(Piece{"The", false}, Piece{"pier", true}, Piece{"stays", false}, Piece{"shut", true})
	whole, _ := accents(Piece{"The pier stays shut", true})
	if none != 0 || plain < 1000 || some < 500 || whole < some*3/2 {
		t.Errorf("%d of %d, %d, %d", none, plain, some, whole)
	}
	for _, long := range []string{strings.Repeat("many more words ", 40), strings.Repeat("x", 900), ""} {
		accents(Piece{long, true}, Piece{"end", false})
	}
}
