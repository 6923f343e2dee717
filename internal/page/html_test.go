package page_test

import (
	"io"
	"path"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

var void = strings.Fields("area base br col embed hr img input link meta source track wbr")

// blocks may not stand in a paragraph.
var blocks = strings.Fields("p div section article aside header footer nav ul ol dl table blockquote figure details h1 h2 h3 h4 form fieldset main pre")

// TestHTMLIsValid reads every page strictly: elements are closed as they were opened,
// ids are unique, a section has a heading, nothing stands where it may not.
func TestHTMLIsValid(t *testing.T) {
	r, err := published()
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range r.Paths() {
		if path.Ext(p) != ".html" {
			continue
		}
		data, _, problem, _ := r.Get(p)
		if problem != nil {
			t.Fatal(problem)
		}
		for _, fault := range faults(string(data)) {
			t.Errorf("%s: %s", p, fault)
		}
	}
}

func faults(page string) (all []string) {
	z := html.NewTokenizer(strings.NewReader(page))
	var open []string
	ids := map[string]bool{}
	h1, level := 0, 0
	var headed []bool // of each open section, whether it has a heading of its own
	say := func(words ...string) { all = append(all, strings.Join(words, " ")+", in "+strings.Join(open, ">")) }
	for {
		switch z.Next() {
		case html.ErrorToken:
			if z.Err() != io.EOF {
				say(z.Err().Error())
			}
			if len(open) > 0 {
				say("not closed:", open[len(open)-1])
			}
			if h1 != 1 {
				say("not one h1")
			}
			return all
		case html.StartTagToken, html.SelfClosingTagToken:
			token := z.Token()
			name := token.Data
			if slices.Contains(open, "p") && slices.Contains(blocks, name) {
				say(name, "in a paragraph")
			}
			if slices.Contains([]string{"a", "button", "summary", "label"}, name) && slices.Contains(open, name) {
				say(name, "in its like")
			}
			if name == "a" && slices.Contains(open, "button") || name == "button" && slices.Contains(open, "a") {
				say(name, "in something else to press")
			}
			if name == "li" && !slices.Contains([]string{"ul", "ol"}, last(open)) {
				say("li outside a list")
			}
			if n := len(name); n == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6' {
				at := int(name[1] - '0')
				if at > level+1 && !slices.Contains(open, "template") {
					say("h", string(name[1]), "after a higher one left out")
				}
				if !slices.Contains(open, "template") {
					level = at
				}
				if at == 1 {
					h1++
				}
				if len(headed) > 0 {
					headed[len(headed)-1] = true
				}
			}
			if name == "section" {
				headed = append(headed, false)
			}
			for _, a := range token.Attr {
				switch {
				case a.Key == "id" && (ids[a.Val] || a.Val == ""):
					say("id", a.Val, "twice")
				case a.Key == "id":
					ids[a.Val] = true
				case a.Key == "style" || strings.HasPrefix(a.Key, "on"):
					say(name, "has", a.Key)
				}
			}
			if !slices.Contains(void, name) && !(token.Type == html.SelfClosingTagToken) {
				open = append(open, name)
			}
		case html.EndTagToken:
			name, _ := z.TagName()
			if last(open) != string(name) {
				say("closed out of turn:", string(name))
				return all
			}
			open = open[:len(open)-1]
			if string(name) == "section" {
				if !headed[len(headed)-1] {
					say("a section without a heading")
				}
				headed = headed[:len(headed)-1]
			}
		}
	}
}

func last(open []string) string {
	if len(open) == 0 {
		return ""
	}
	return open[len(open)-1]
}

func TestFaultsAreFound(t *testing.T) {
	for in, want := range map[string]string{
		`<h1>x</h1><p><div></div></p>`:                 "div in a paragraph",
		`<h1>x</h1><b><i></b></i>`:                     "closed out of turn",
		`<h1>x</h1><a id="a"></a><a id="a"></a>`:       "id a twice",
		`<h1>x</h1><a href="x">b<a href="y">c</a></a>`: "a in its like",
		`<h1>x</h1><h3>y</h3>`:                         "after a higher one",
		`<p>no head</p>`:                               "not one h1",
		`<h1 style="color:red">x</h1>`:                 "has style",
		`<h1>x</h1><button><a href="x">y</a></button>`: "something else to press",
		`<h1>x</h1><div><li>y</li></div>`:              "outside a list",
		`<h1>x</h1><section><p>y</p></section>`:        "without a heading",
	} {
		if got := faults(in); len(got) == 0 || !strings.Contains(got[0], want) {
			t.Errorf("%s: %q, want %q", in, got, want)
		}
	}
}
