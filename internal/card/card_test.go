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

// PNG is a card's bytes.
func PNG(says Words, style Style) []byte {
	var b bytes.Buffer
	_ = Write(&b, says, style)
	return b.Bytes()
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

// BenchmarkPNG draws cards of many titles, as a site has them: what is kept of one is little of
// what the next one needs.
func BenchmarkPNG(b *testing.B) {
	words := strings.Fields("harbour council decides that no quay of seven may leave ships at night before June when pilots weigh every jetty zone again")
	chance := rand.New(rand.NewPCG(1, 2))
	for b.Loop() {
		title := "The"
		for range 6 + chance.IntN(6) {
			title += " " + words[chance.IntN(len(words))]
		}
		PNG(Words{Title: title, Kicker: "Policy", Line: "The Harbour, Annotated"}, Style{})
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

// TestEveryPlateCanBeRead: what is laid on a plate is what another program reads, whatever it
// is: letters that lie over each other or over the edge, bars, noise, and what no card is
// like.
func TestEveryPlateCanBeRead(t *testing.T) {
	chance := rand.New(rand.NewPCG(1, 2))
	for name, pixel := range map[string]func(i int) byte{
		"nothing":       func(int) byte { return 0 },
		"one colour":    func(int) byte { return 0x77 },
		"noise":         func(int) byte { return byte(chance.Uint32()) },
		"a rare colour": func(i int) byte { return byte(chance.ExpFloat64() * 2) },
		"stems":         func(i int) byte { return []byte{0, 0x38, 0x88, 0x80, 0, 0, 0x12}[i%7] },
		"holes":         func(i int) byte { return byte(chance.Uint32()) & -byte(chance.Uint32()&1) },
	} {
		for _, many := range []int{0, 1, 30, 300} {
			p := new(plate)
			var exact [Height][across]byte
			for range many {
				wide, high := 1+chance.IntN(60), 1+chance.IntN(40)
				all := make([]byte, wide*high)
				for i := range all {
					all[i] = pixel(i) & 0x77
				}
				m := newMask(chance.IntN(5)-2, chance.IntN(5)-2, wide, all)
				for range 1 + chance.IntN(2) {
					x, y := chance.IntN(across+40)-20, chance.IntN(Height+40)-20
					p.lay(m, x, y)
					for i, b := range all {
						if x, y := x+m.left+i%wide, y+m.top+i/wide; 0 <= x && x < across && 0 <= y && y < Height {
							darker(exact[y][x:x+1], []byte{b})
						}
					}
				}
			}
			img, err := png.Decode(bytes.NewReader(p.png(Style{}.filled())))
			if err != nil {
				t.Errorf("%s, %d: %v", name, many, err)
				continue
			}
			got := img.(*image.Paletted)
			for i := range Width * Height {
				want := exact[i/Width][i%Width/2] >> (4 - i%2*4) & 0xf
				if got.Pix[i] != want {
					t.Errorf("%s, %d: pixel %d,%d is %d, want %d", name, many, i%Width, i/Width, got.Pix[i], want)
					break
				}
			}
		}
	}
}

// TestLettersAreSharp: letters stand at quarters of a pixel, large ones at whole pixels, in
// four steps of ink; no pixel is far from what the font's own outline covers there, and no
// letter farther than half a step from where it belongs.
func TestLettersAreSharp(t *testing.T) {
	const words, x, y = "Quay workers’ fjord vowels", 72, 300
	for _, c := range []struct {
		size int
		step fixed.Int26_6
	}{{27, 16}, {56, 64}} {
		p, f := new(plate), newFace(serif, c.size)
		letters := f.set(words)
		p.write(f, letters, x, y, ink)
		img, err := png.Decode(bytes.NewReader(p.png(Style{}.filled())))
		if err != nil {
			t.Fatal(err)
		}
		exact := image.NewAlpha(img.Bounds())
		face, err := opentype.NewFace(serif()[0], &opentype.FaceOptions{Size: float64(c.size), DPI: 72})
		if err != nil {
			t.Fatal(err)
		}
		for i, l := range letters.letters {
			at := (fixed.I(x) + letters.from[i] + c.step/2) / c.step * c.step
			(&font.Drawer{Dst: exact, Src: image.NewUniform(color.Alpha{255}), Face: face, Dot: fixed.Point26_6{X: at, Y: fixed.I(y)}}).DrawString(string(l))
		}
		inked := 0
		for i, want := range exact.Pix {
			level := int(img.(*image.Paletted).Pix[i]) * 255 / int(ink.steps)
			if diff := level - int(want); diff > 50 || diff < -50 {
				t.Fatalf("%d px: pixel %d,%d is covered %d of 255, want %d", c.size, i%Width, i/Width, level, want)
			}
			if want > 0 {
				inked++
			}
		}
		if inked < c.size*c.size {
			t.Errorf("%d px: %d pixels of ink", c.size, inked)
		}
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
