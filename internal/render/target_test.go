package render

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"glossator/internal/source"
)

// feature is something that the oldest browsers pages are written for don't have:
// Chrome 109, Firefox 115 and Safari 16.4 (see Bundle). It may be used where a style
// sheet asks for it first, by an @supports that names it. What is only dropped, and
// costs looks alone (text-wrap, size-adjust), is not listed.
type feature struct {
	name    string
	pattern string // of its use
	asked   string // what an @supports around it says; "": none helps
}

var inStyles = []feature{
	{name: "a thickness, style or colour in the short form of text-decoration (Safari 26.2)", pattern: `^text-decoration:\s*\S+\s+\S`},
	{name: "text-decoration of a variable (Safari 26.2, where it holds more than a line)", pattern: `^text-decoration:.*var\(`},
	{name: "color-mix() (Chrome 111)", pattern: `color-mix\(`, asked: "color-mix("},
	{name: "lab, lch, oklab, oklch and color() (Chrome 111)", pattern: `\b(ok)?l(ab|ch)\(|\bcolor\(`, asked: "color:"},
	{name: "colours from others (Chrome 119, Firefox 128, Safari 18)", pattern: `\b(rgba?|hsla?|hwb)\(\s*from\b`, asked: "from"},
	{name: "light-dark() (Chrome 123, Firefox 120, Safari 17.5)", pattern: `light-dark\(`, asked: "light-dark("},
	{name: ":has() (Firefox 121)", pattern: `:has\(`, asked: "selector(:has("},
	{name: ":dir(), :open, :user-valid, :state()", pattern: `:(dir\(|open\b|user-(in)?valid|state\(|target-current|popover-open|active-view-transition|autofill)`, asked: "selector("},
	{name: "::details-content (Chrome 131, Firefox 143, Safari 18.4)", pattern: `::details-content`, asked: "selector(::details-content)"},
	{name: "::highlight() and ::target-text", pattern: `::(highlight\(|target-text|spelling-error|grammar-error|scroll-|view-transition|checkmark|picker)`, asked: "selector("},
	{name: ":nth-child(… of …) (Chrome 111)", pattern: `:nth-(last-)?child\([^)]*\bof\b`, asked: "selector("},
	{name: "@scope, @starting-style, @property, @view-transition, @position-try, @function", pattern: `^@(scope|starting-style|property|view-transition|position-try|function|font-palette-values|counter-style)\b`},
	{name: "style() and scroll-state() of containers", pattern: `^@container.*(style|scroll-state)\(`},
	{name: "@when, @else, @custom-media", pattern: `^@(when|else|custom-media|custom-selector|mixin|apply)\b`},
	{name: "subgrid (Chrome 117)", pattern: `\bsubgrid\b`, asked: "subgrid"},
	{name: "masonry", pattern: `\bmasonry\b|\bgrid-lanes\b`, asked: "masonry"},
	{name: "anchors", pattern: `\banchor(-name|-scope|-size)?[(:]|^position-(anchor|area|try)`, asked: "anchor-name"},
	{name: "other words for content (Firefox 128, Safari 17.4)", pattern: `^content:.*["')]\s*/`},
	{name: "content-visibility (Firefox 125, Safari 18)", pattern: `^content-visibility:`, asked: "selector(::details-content)"},
	{name: "animations by scrolling", pattern: `^(animation-(timeline|range)|scroll-timeline|view-timeline|timeline-scope)\S*:`, asked: "animation-timeline"},
	{name: "mask without a prefix (Chrome 120)", pattern: `^mask(-\w+)?:`, asked: "mask"},
	{name: "image-set() without a prefix (Chrome 113)", pattern: `[^-]\bimage-set\(`, asked: "image-set("},
	{name: "round(), mod(), sin() and their like (Chrome 125)", pattern: `\b(round|rem|mod|abs|sign|sin|cos|tan|asin|acos|atan2?|pow|sqrt|hypot|log|exp|progress|sibling-index|sibling-count|random)\(`, asked: "("},
	{name: "linear() of an animation (Chrome 113, Safari 17.2)", pattern: `[^-]\blinear\(`, asked: "linear("},
	{name: "if(), attr() with a type", pattern: `[^-\w]if\(|attr\([^)]*\b(type|px|number)\b`, asked: "("},
}

var inScripts = []feature{
	{name: "copies of arrays (Chrome 110)", pattern: `\.(toSorted|toReversed|toSpliced)\(`},
	{name: "methods of sets (Chrome 122, Firefox 127, Safari 17)", pattern: `\.(union|intersection|difference|symmetricDifference|isSubsetOf|isSupersetOf|isDisjointFrom)\(`},
	{name: "groupBy, fromAsync, withResolvers, Promise.try", pattern: `\b(Object|Map)\.groupBy\b|Array\.fromAsync\b|Promise\.(withResolvers|try)\b`},
	{name: "iterators' methods (Chrome 122)", pattern: `\bIterator\b|\.(values|keys|entries|matchAll)\([^()]*\)\.(map|filter|take|drop|toArray|some|every|find|reduce|forEach|flatMap)\(`},
	{name: "well-formed strings (Chrome 111, Firefox 119)", pattern: `\.(isWellFormed|toWellFormed)\(`},
	{name: "RegExp.escape, flags v and modifiers", pattern: `RegExp\.escape\b|/[dgimsuy]*v[dgimsuy]*[.,;) ]|\(\?[ims]*-?[ims]+:|"[dgimsuy]*v"\)`},
	{name: "the navigation, scheduler and view transition APIs", pattern: `\bnavigation\.|\bscheduler\.|startViewTransition|\bURLPattern\b|\bcookieStore\b|\bdocumentPictureInPicture\b`},
	{name: "popovers (Chrome 114, Firefox 125, Safari 17)", pattern: `\.(show|hide|toggle)Popover\(|\.popover\b|closedBy|showPicker\(|moveBefore\(`},
	{name: "the Highlight API (Firefox 140, Safari 17.2)", pattern: `\bCSS\.highlights\b|\bnew Highlight\(|registerProperty`},
	{name: "Intl.Segmenter and DurationFormat (Firefox 125)", pattern: `Intl\.(Segmenter|DurationFormat)\b`},
	{name: "checkVisibility (Safari 17.4), scrollend (Safari)", pattern: `\.checkVisibility\(|scrollend|scrollIntoViewIfNeeded`},
	{name: "requestIdleCallback (Safari)", pattern: `\brequestIdleCallback\b`},
	{name: "AbortSignal.any, URL.canParse (Chrome 120, Safari 17)", pattern: `AbortSignal\.any\b|URL\.(canParse|parse)\b`},
	{name: "setHTML, getHTML, caretPositionFromPoint", pattern: `\.(setHTML|getHTML|setHTMLUnsafe)\(|caretPositionFromPoint`},
	{name: "base64 and Float16 of arrays, Math.sumPrecise", pattern: `\.(toBase64|fromBase64|toHex|fromHex)\(|Float16Array|Math\.(sumPrecise|f16round)`},
	{name: "attributes of imports, using", pattern: `\bimport\b[^;\n]*\bwith\s*\{|^\s*(await )?using \w+ =`},
}

// inReaders is what holds of the pages that readers see, in every language.
var inReaders = []feature{
	{name: "a side of the page, which is another where it is read from the right: inline-start, inline-end", pattern: `^((margin|padding|border)-)?(left|right)\b|^text-align:\s*(left|right)`},
}

var inPages = []feature{
	{name: "popovers", pattern: `\spopover(target|targetaction)?[\s=>]`},
	{name: "<search> (Chrome 118, Firefox 118, Safari 17)", pattern: `<search\b`},
	{name: "closedby, commandfor", pattern: `\s(closedby|commandfor|command)=`},
	{name: "until-found (Safari)", pattern: `until-found`},
	{name: "shadow roots in HTML (Firefox 123)", pattern: `shadowrootmode`},
	{name: "blocking, fetchpriority (Firefox 132)", pattern: `\sblocking=`},
	{name: "a style or a script of its own, which nothing lowers", pattern: `<style\b|<script>`},
}

// TestNothingNewerThanTheOldestBrowser reads what pages are made of.
func TestNothingNewerThanTheOldestBrowser(t *testing.T) {
	read := func(pattern string, features []feature, pieces func(text string) []piece) {
		files, err := filepath.Glob(pattern)
		if err != nil || len(files) == 0 {
			t.Fatal(pattern, err)
		}
		for _, f := range files {
			if strings.HasSuffix(f, ".min.js") {
				continue // of others, who ask before they use
			}
			data, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			for _, found := range tooNew(pieces(string(data)), features) {
				t.Errorf("%s: %s", f, found)
			}
		}
	}
	for _, dir := range []string{"../../static/assets/", "../../static/assets/css/", "../preview/client/"} {
		read(dir+"*.css", inStyles, declarations)
	}
	read("../../static/assets/css/*.css", inReaders, declarations)
	for _, dir := range []string{"../../static/assets/", "../../static/assets/js/", "../preview/client/"} {
		read(dir+"*.js", inScripts, whole)
	}
	read("../../templates/*.html", inPages, whole)
	read("../../templates/parts/*.html", inPages, whole)
}

// TestTooNewIsFound holds the test above to examples.
func TestTooNewIsFound(t *testing.T) {
	for _, c := range []struct {
		features []feature
		text     string
		found    bool
	}{
		{inStyles, `a { text-decoration: underline }`, false},
		{inStyles, `a { text-decoration: underline 1px }`, true},
		{inStyles, `a { color: red; text-decoration: underline var(--line) }`, true},
		{inStyles, `a { text-decoration: var(--all) }`, true},
		{inStyles, `a { text-decoration-line: var(--where, underline); text-decoration-thickness: 1px }`, false},
		{inStyles, `a { background: color-mix(in srgb, red, var(--c)) }`, true},
		{inStyles, `@supports (color: color-mix(in srgb, red, red)) { @media print { a { background: color-mix(in srgb, red, var(--c)) } } }`, false},
		{inStyles, `@supports (color: color-mix(in srgb, red, red)) { a { color: red } } b { color: color-mix(in srgb, red, blue) }`, true},
		{inStyles, `/* color-mix( */ a { content: "color-mix(" }`, false},
		{inStyles, `ul:has(li) { color: red }`, true},
		{inStyles, `@media print { details::details-content { color: red } }`, true},
		{inStyles, `a::after { content: "x" / "" }`, true},
		{inStyles, `a { grid-template: subgrid }`, true},
		{inStyles, `@property --x { syntax: "*" }`, true},
		{inScripts, `const a = list.toSorted()`, true},
		{inScripts, `const a = [...list].sort()`, false},
		{inScripts, `const r = /a/v;`, true},
		{inScripts, `for (const m of text.matchAll(pattern)) {}`, false},
		{inScripts, `text.matchAll(pattern).map((m) => m)`, true},
		{inScripts, `// a.toSorted()`, false},
		{inPages, `<div popover>`, true},
		{inPages, `<div class="popover">`, false},
	} {
		pieces := whole
		if &c.features[0] == &inStyles[0] {
			pieces = declarations
		}
		if found := tooNew(pieces(c.text), c.features); (len(found) > 0) != c.found {
			t.Errorf("%s: %q", c.text, found)
		}
	}
}

// TestBundlerKnowsTheTargets: it says when it cannot lower the syntax of a script.
func TestBundlerKnowsTheTargets(t *testing.T) {
	for text, fine := range map[string]bool{
		`document.title = window.a?.b ?? 1`:                   true,
		`class A { static #b = 1; static { this.#b ||= 2 } }`: true,
		`document.title = await 1`:                            false,
	} {
		_, _, problems := Bundle([]*source.File{source.NewFile("static/assets/a.js", text)})
		if (len(problems) == 0) != fine {
			t.Errorf("%s: %v", text, problems)
		}
	}
	assets, _, problems := Bundle([]*source.File{source.NewFile("static/assets/a.css", "a { color: red; &:hover { inset: 0 } }")})
	if len(problems) > 0 || strings.Contains(assets[0].Data, "&") {
		t.Errorf("%v %v: nested rules are newer than the targets", assets, problems)
	}
}

// piece is a part of a file, with the conditions under which it is read.
type piece struct {
	text  string
	asked string
}

func tooNew(pieces []piece, features []feature) (found []string) {
	for _, f := range features {
		pattern := regexp.MustCompile(f.pattern)
		for _, p := range pieces {
			asked := f.asked != "" && strings.Contains(p.asked, f.asked)
			if !asked && pattern.MatchString(p.text) {
				found = append(found, f.name+": "+p.text[:min(len(p.text), 120)])
			}
		}
	}
	return found
}

var (
	blockComment = regexp.MustCompile(`(?s)/\*.*?\*/`)
	lineComment  = regexp.MustCompile(`(?m)(^|\s)//.*$`)
	inQuotes     = regexp.MustCompile(`"[^"]*"|'[^']*'`)
)

// declarations are a style sheet's selectors, at-rules and declarations.
func declarations(text string) (all []piece) {
	text = inQuotes.ReplaceAllString(blockComment.ReplaceAllString(text, ""), `""`)
	var open []string // the selectors and at-rules around
	for text != "" {
		i := strings.IndexAny(text, "{};")
		if i < 0 {
			i = len(text) - 1
		}
		head := strings.Join(strings.Fields(text[:i]), " ")
		asked := ""
		for _, o := range open {
			if strings.HasPrefix(o, "@supports") {
				asked += o
			}
		}
		if head != "" && !strings.HasPrefix(head, "@supports") {
			all = append(all, piece{head, asked})
		}
		switch text[i] {
		case '{':
			open = append(open, head)
		case '}':
			open = open[:max(0, len(open)-1)]
		}
		text = text[i+1:]
	}
	return all
}

// whole is a script's or a template's lines.
func whole(text string) (all []piece) {
	text = lineComment.ReplaceAllString(blockComment.ReplaceAllString(text, ""), "")
	for line := range strings.Lines(text) {
		all = append(all, piece{text: line})
	}
	return all
}
