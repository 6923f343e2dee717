package chart

// Value is one number of a series. Words is the number as it is read, in the page's
// language.
type Value struct {
	Label, Words, Class string
	Value               float64
}

// Series is a drawing of values as horizontal bars from a common zero.
type Series struct {
	Box
	Zero   float64    // X of the zero line
	Top    float64    // and its ends
	Bottom float64    // the lower end of the zero line
	Bars   []ValueBar // one for each value
}

// ValueBar is a value as it is drawn.
type ValueBar struct {
	Bar
	Label, Words Text // its name, and the number as it is read
}

// DrawSeries draws values as bars, each named before it, or above it where the names
// would take more than a third of the width.
func DrawSeries(values []Value, style Style) Series {
	st := style.filled()
	gap := st.Font * 0.5
	names, words := 0.0, 0.0
	low, high := 0.0, 0.0
	for _, v := range values {
		names = max(names, TextWidth(v.Label, st.Font))
		words = max(words, TextWidth(v.Words, st.Font))
		low, high = min(low, v.Value), max(high, v.Value)
	}
	above := names > st.Width/3
	left := names + gap
	if above {
		left = 0
	}
	if low < 0 {
		left += words + gap // room for the words of the bars that run left
	}
	room := max(leastBar, st.Width-left-words-gap)
	unit := 0.0
	if high > low {
		unit = room / (high - low)
	}
	s := Series{Zero: round(left - low*unit), Top: 0}
	y := 0.0
	for _, v := range values {
		at := y + st.Font // the baseline of the name
		if above {
			y += st.Font * 1.4
		}
		height := max(st.Bar, st.Font)
		end := round(s.Zero + v.Value*unit)
		x, w := min(s.Zero, end), max(end, s.Zero)-min(s.Zero, end)
		b := ValueBar{Bar: Bar{X: round(x), Y: round(y + (height-st.Bar)/2), W: round(w), H: st.Bar, Class: v.Class}}
		b.Label = Text{v.Label, 0, round(at), "start"}
		b.Words = Text{v.Words, round(end + gap), round(y + height/2 + st.Font*0.35), "start"}
		if v.Value < 0 {
			b.Words.X, b.Words.Anchor = round(end-gap), "end"
		}
		s.Bars = append(s.Bars, b)
		y += height + st.Font*0.5
	}
	s.Bottom = round(y)
	s.Box = box(st.Width, y)
	return s
}
