package main

import (
	"fmt"
	"html"
	"math"
	"strings"
)

// panel is one picture of a graph: how much of something is needed, in lines over how many
// there are of something else.
type panel struct {
	title string // "seconds"
	of    string // "articles"
	lines []drawn
}

// drawn is a line through points.
type drawn struct {
	name   string
	points [][2]float64
}

// The graph's measures, in pixels.
const (
	panelWide, panelHigh = 330, 250
	plotLeft, plotTop    = 52, 40
	plotWide, plotHigh   = panelWide - plotLeft - 28, panelHigh - plotTop - 46
)

// graph draws panels, two in a row, as SVG. Both axes are logarithmic: what grows as fast as
// what it is drawn over goes up by one decade for each to the right.
func graph(panels []panel) string {
	rows := (len(panels) + 1) / 2
	var b strings.Builder
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" font-family="sans-serif" font-size="12">`, 2*panelWide, rows*panelHigh, 2*panelWide)
	b.WriteString(`<style>text{fill:#222}.axis{stroke:#bbb}.line{fill:none;stroke-width:2}.l0{stroke:#9b1c1c}.d0{fill:#9b1c1c}.l1{stroke:#3b6ea5;stroke-dasharray:5 3}.d1{fill:#3b6ea5}` +
		`@media(prefers-color-scheme:dark){text{fill:#ddd}.axis{stroke:#555}.l0{stroke:#ff8a80}.d0{fill:#ff8a80}.l1{stroke:#8ab8e8}.d1{fill:#8ab8e8}}</style>` + "\n")
	for i, p := range panels {
		fmt.Fprintf(&b, `<g transform="translate(%d %d)">`+"\n", i%2*panelWide, i/2*panelHigh)
		p.draw(&b)
		b.WriteString("</g>\n")
	}
	b.WriteString("</svg>\n")
	return b.String()
}

// scale is whole decades from the least to the most.
type scale struct{ from, to float64 }

func scaleOf(lines []drawn, axis int) scale {
	s := scale{math.Inf(1), math.Inf(-1)}
	for _, l := range lines {
		for _, at := range l.points {
			s.from, s.to = min(s.from, math.Floor(math.Log10(at[axis]))), max(s.to, math.Ceil(math.Log10(at[axis])))
		}
	}
	s.to = max(s.to, s.from+1)
	return s
}

// at is where a value lies, from 0 to 1.
func (s scale) at(v float64) float64 { return (math.Log10(v) - s.from) / (s.to - s.from) }

func (p panel) draw(b *strings.Builder) {
	across, up := scaleOf(p.lines, 0), scaleOf(p.lines, 1)
	x := func(v float64) float64 { return plotLeft + plotWide*across.at(v) }
	y := func(v float64) float64 { return plotTop + plotHigh*(1-up.at(v)) }
	fmt.Fprintf(b, `<text x="%d" y="18" font-weight="bold">%s over %s</text>`+"\n", plotLeft, html.EscapeString(p.title), html.EscapeString(p.of))
	for e := across.from; e <= across.to; e++ {
		v := math.Pow(10, e)
		fmt.Fprintf(b, `<line class="axis" x1="%.1f" x2="%.1f" y1="%d" y2="%d"/><text x="%.1f" y="%d" text-anchor="middle">%s</text>`+"\n",
			x(v), x(v), plotTop, plotTop+plotHigh, x(v), plotTop+plotHigh+18, power(v))
	}
	for e := up.from; e <= up.to; e++ {
		v := math.Pow(10, e)
		fmt.Fprintf(b, `<line class="axis" x1="%d" x2="%d" y1="%.1f" y2="%.1f"/><text x="%d" y="%.1f" text-anchor="end">%s</text>`+"\n",
			plotLeft, plotLeft+plotWide, y(v), y(v), plotLeft-6, y(v)+4, power(v))
	}
	for i, l := range p.lines {
		var through []string
		for _, at := range l.points {
			through = append(through, fmt.Sprintf("%.1f,%.1f", x(at[0]), y(at[1])))
		}
		fmt.Fprintf(b, `<polyline class="line l%d" points="%s"/>`, i, strings.Join(through, " "))
		for _, at := range l.points {
			fmt.Fprintf(b, `<circle class="d%d" cx="%.1f" cy="%.1f" r="3"><title>%s, %s %s: %s %s</title></circle>`, i, x(at[0]), y(at[1]),
				html.EscapeString(l.name), thousands(int(at[0])), html.EscapeString(p.of), seconds(at[1]), html.EscapeString(p.title))
		}
		fmt.Fprintf(b, `<rect class="d%d" x="%d" y="%d" width="10" height="3"/><text x="%d" y="%d">%s</text>`+"\n", i, plotLeft+90*i, plotTop-12, plotLeft+90*i+15, plotTop-7, html.EscapeString(l.name))
	}
}

// power is a power of ten as an axis has it.
func power(v float64) string {
	if v < 1 {
		return fmt.Sprintf("%g", v)
	}
	return thousands(int(v + .5))
}
