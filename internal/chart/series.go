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

// Count is how often something was met on a day.
type Count struct {
	Day, N      int
	Title, Href string
}

// Spark is a small drawing of counts over time.
type Spark struct {
	Box
	Base  float64 // Y of the line on which the stems stand
	Stems []Stem
	Ticks []Tick
}

// Stem is a count as it is drawn: a line up from the base, R the size of its head.
type Stem struct {
	X, Y1, Y2, R float64
	N            int
	Title, Href  string
}

// DrawSpark draws counts over the days from..to; counts outside are left out. The
// highest stem is four times as high as the words.
func DrawSpark(counts []Count, from, to int, style Style) Spark {
	st := style.filled()
	sc := scale{from, to, st.Font, st.Width - 2*st.Font}
	r := st.Font * 0.3
	tall, most := st.Font*4, 1
	for _, c := range counts {
		most = max(most, c.N)
	}
	base := tall + 2*r
	s := Spark{Base: round(base), Box: box(st.Width, base+st.Font*1.8)}
	for _, c := range counts {
		if c.Day < from || c.Day > to {
			continue
		}
		top := base - tall*float64(c.N)/float64(most)
		s.Stems = append(s.Stems, Stem{round(sc.x(c.Day)), round(base), round(top), round(r), c.N, c.Title, c.Href})
	}
	s.Ticks = sc.ticks(st.Font, base, base+st.Font*0.4)
	for i := range s.Ticks {
		s.Ticks[i].Label.Y = round(base + st.Font*1.5)
	}
	return s
}
