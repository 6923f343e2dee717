package site

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/paulmach/orb"

	"glossator/internal/meta"
	"glossator/internal/source"
)

// Place is a place on a map: its position in degrees north and east, as maps on the web
// copy it ("32.54, -117.03"), and what is to be said of it.
type Place struct {
	At       meta.At    `meta:"-" hash:"ignore"`
	Name     string     `meta:"name,required"`
	Position meta.Word  `meta:"position,required"`
	Point    orb.Point  `meta:"-"` // longitude, latitude
	Text     string     `meta:"text"`
	Entries  []meta.Ref `meta:"entries"`
	Articles []meta.Ref `meta:"articles"` // that tell of it
	Cited    []meta.Ref `meta:"cited"`
}

// Region is a name that stands on a map, about the middle of what it names.
type Region struct {
	At       meta.At   `meta:"-" hash:"ignore"`
	Name     string    `meta:"name,required"`
	Position meta.Word `meta:"position,required"`
	Point    orb.Point `meta:"-"`
}

// Outline is the land of a map, in degrees: areas, whose rims are drawn, and other lines.
type Outline struct {
	Areas []orb.Ring
	Lines []orb.LineString
}

// mostPoints is how many points an outline may have: those of all countries of the world in
// the finest of the public sets are half a million.
const mostPoints = 1_000_000

// positions reads where places and regions lie, and drops those that lie nowhere.
func (x *Exhibit) positions() (problems []source.Problem) {
	wrong := func(at meta.Word, point *orb.Point) bool {
		p, ok := position(at.Text)
		*point = p
		if !ok && at.Text != "" {
			problems = append(problems, x.File.Problem(at.Offset, "exhibit", fmt.Sprintf("%q is no position", at.Text),
				"write degrees north and degrees east, as 32.54, -117.03; south and west are below 0"))
		}
		return !ok
	}
	x.Places = slices.DeleteFunc(x.Places, func(p Place) bool { return p.Name == "" })
	for i := len(x.Places) - 1; i >= 0; i-- {
		if wrong(x.Places[i].Position, &x.Places[i].Point) {
			x.Places = slices.Delete(x.Places, i, i+1)
		}
	}
	for i := len(x.Regions) - 1; i >= 0; i-- {
		if wrong(x.Regions[i].Position, &x.Regions[i].Point) {
			x.Regions = slices.Delete(x.Regions, i, i+1)
		}
	}
	return problems
}

// farthest north or south that a map of this projection reaches.
const farthest = 85.0

func position(text string) (p orb.Point, ok bool) {
	north, east, found := strings.Cut(text, ",")
	lat, err1 := strconv.ParseFloat(strings.TrimSpace(north), 64)
	lon, err2 := strconv.ParseFloat(strings.TrimSpace(east), 64)
	if !found || err1 != nil || err2 != nil || !onEarth(lon, lat) {
		return p, false
	}
	return orb.Point{lon, lat}, true
}

func onEarth(lon, lat float64) bool { return math.Abs(lat) <= farthest && math.Abs(lon) <= 180 }

// outline reads the land of an exhibit's map.
func (s *Site) outline(t *source.Tree, x *Exhibit) []source.Problem {
	r := x.Outline
	if r.ID == "" {
		return nil
	}
	f := t.File(path.Join(ExhibitDir, r.ID))
	if f == nil || path.Ext(r.ID) != ".geojson" {
		return []source.Problem{x.File.Problem(r.Offset, "unknown-outline", fmt.Sprintf("there is no outline %q", r.ID),
			"name a file in "+ExhibitDir+" that ends in .geojson")}
	}
	if !slices.Contains(s.Data, f) {
		s.Data = append(s.Data, f)
	}
	land, err := readOutline(f.Data)
	if err != nil {
		at := 0
		if syntax := (*json.SyntaxError)(nil); errors.As(err, &syntax) {
			at = int(syntax.Offset)
		}
		return []source.Problem{f.Problem(min(at, len(f.Data)), "outline", err.Error(), "an outline is GeoJSON: areas and lines in degrees east and north")}
	}
	x.Land = land
	return nil
}

// geoJSON is what is read of GeoJSON (RFC 7946): areas and lines, wherever they stand.
type geoJSON struct {
	Type        string          `json:"type"`
	Features    []geoJSON       `json:"features"`
	Geometry    *geoJSON        `json:"geometry"`
	Geometries  []geoJSON       `json:"geometries"`
	Coordinates json.RawMessage `json:"coordinates"`
}

func readOutline(data string) (o Outline, err error) {
	var all geoJSON
	if err := json.Unmarshal([]byte(data), &all); err != nil {
		return o, err
	}
	if err := o.add(&all); err != nil {
		return Outline{}, err
	}
	points := 0
	for _, ring := range o.Areas {
		points += len(ring)
	}
	for _, line := range o.Lines {
		points += len(line)
	}
	switch {
	case points == 0:
		return Outline{}, errors.New("no areas or lines in it")
	case points > mostPoints:
		return Outline{}, fmt.Errorf("%d points; at most %d are drawn", points, mostPoints)
	}
	return o, nil
}

func (o *Outline) add(g *geoJSON) (err error) {
	var line orb.LineString
	var lines []orb.LineString
	var polygons [][]orb.LineString
	switch g.Type {
	case "LineString":
		err = json.Unmarshal(g.Coordinates, &line)
		lines = append(lines, line)
	case "MultiLineString":
		err = json.Unmarshal(g.Coordinates, &lines)
	case "Polygon":
		polygons = append(polygons, nil)
		err = json.Unmarshal(g.Coordinates, &polygons[0])
	case "MultiPolygon":
		err = json.Unmarshal(g.Coordinates, &polygons)
	case "FeatureCollection", "Feature", "GeometryCollection":
		return o.inside(g)
	default:
		return nil // points, and what another program keeps with its shapes
	}
	if err != nil {
		return err
	}
	for _, l := range lines {
		o.Lines = append(o.Lines, l)
		err = errors.Join(err, checked(l))
	}
	for _, rings := range polygons {
		for _, l := range rings {
			o.Areas = append(o.Areas, orb.Ring(l))
			err = errors.Join(err, checked(l))
		}
	}
	return err
}

// inside adds what is inside a collection.
func (o *Outline) inside(g *geoJSON) error {
	parts := append(slices.Clone(g.Features), g.Geometries...)
	if g.Geometry != nil {
		parts = append(parts, *g.Geometry)
	}
	for i := range parts {
		if err := o.add(&parts[i]); err != nil {
			return err
		}
	}
	return nil
}

func checked(line orb.LineString) error {
	for _, p := range line {
		if math.Abs(p[0]) > 180 || math.Abs(p[1]) > 90 {
			return fmt.Errorf("%v, %v is no place on earth", p[0], p[1])
		}
	}
	return nil
}
