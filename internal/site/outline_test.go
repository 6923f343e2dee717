package site

import (
	"strings"
	"testing"
)

func TestOutlineIsReadWhereverItStands(t *testing.T) {
	for name, c := range map[string]struct {
		data         string
		areas, lines int
		err          string
	}{
		"a polygon with a hole": {`{"type": "Polygon", "coordinates": [[[0,0],[1,0],[1,1],[0,0]], [[0.2,0.1],[0.3,0.1],[0.3,0.2],[0.2,0.1]]]}`, 2, 0, ""},
		"features": {`{"type": "FeatureCollection", "features": [
			{"type": "Feature", "properties": {"type": "island"}, "geometry": {"type": "MultiPolygon", "coordinates": [[[[0,0],[1,0],[1,1],[0,0]]], [[[4,0],[5,0],[5,1],[4,0]]]]}},
			{"type": "Feature", "geometry": {"type": "GeometryCollection", "geometries": [{"type": "LineString", "coordinates": [[0,0,12],[1,1,12]]}, {"type": "Point", "coordinates": [1,1]}]}},
			{"type": "Feature", "geometry": null}]}`, 2, 1, ""},
		"borders":     {`{"type": "MultiLineString", "coordinates": [[[0,0],[1,1]],[[2,2],[3,3]]]}`, 0, 2, ""},
		"nothing":     {`{"type": "FeatureCollection", "features": []}`, 0, 0, "no areas or lines"},
		"half a file": {`{"type": "Polygon", "coord`, 0, 0, "unexpected end"},
		"meters":      {`{"type": "LineString", "coordinates": [[500000, 4649776], [500100, 4649776]]}`, 0, 0, "no place on earth"},
		"words":       {`{"type": "LineString", "coordinates": "here"}`, 0, 0, "cannot unmarshal"},
	} {
		o, err := readOutline(c.data)
		if c.err == "" && err != nil || c.err != "" && (err == nil || !strings.Contains(err.Error(), c.err)) {
			t.Errorf("%s: error %v, want %q", name, err, c.err)
		}
		if len(o.Areas) != c.areas || len(o.Lines) != c.lines {
			t.Errorf("%s: %d areas and %d lines, want %d and %d", name, len(o.Areas), len(o.Lines), c.areas, c.lines)
		}
	}
}
