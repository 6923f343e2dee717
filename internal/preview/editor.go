package preview

import (
	"fmt"
	"maps"
	"net/url"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// Editor is how an editor's links are written: {path} is the file's full path,
// {url} the same with the signs escaped that a query doesn't allow, {line} and
// {column} are 1-based. "" has no links: a place is shown as text to copy.
type Editor string

// editors are the forms that the editors themselves document.
var editors = map[string]Editor{
	"vscode":   "vscode://file{path}:{line}:{column}",
	"codium":   "vscodium://file{path}:{line}:{column}",
	"cursor":   "cursor://file{path}:{line}:{column}",
	"windsurf": "windsurf://file{path}:{line}:{column}",
	"zed":      "zed://file{path}:{line}:{column}",
	"idea":     "idea://open?file={url}&line={line}&column={column}",
	"pycharm":  "pycharm://open?file={url}&line={line}&column={column}",
	"webstorm": "webstorm://open?file={url}&line={line}&column={column}",
	"goland":   "goland://open?file={url}&line={line}&column={column}",
	"subl":     "subl://open?url=file://{url}&line={line}&column={column}",
	"textmate": "txmt://open?url=file://{url}&line={line}&column={column}",
	"macvim":   "mvim://open?url=file://{url}&line={line}&column={column}",
	"emacs":    "emacs://open?url=file://{url}&line={line}&column={column}",
	"nova":     "nova://open?path={url}&line={line}&column={column}",
	"bbedit":   "x-bbedit://open?url=file://{url}&line={line}&column={column}",
}

// EditorNamed is the form of a known editor, or the one written out.
func EditorNamed(name string) (Editor, error) {
	if e, ok := editors[strings.ToLower(name)]; ok || name == "" {
		return e, nil
	}
	if strings.Contains(name, "{path}") || strings.Contains(name, "{url}") {
		return Editor(name), nil
	}
	return "", fmt.Errorf("unknown editor %q: use %s, or a link with {path}, {line} and {column}",
		name, strings.Join(slices.Sorted(maps.Keys(editors)), ", "))
}

// Link leads to a place in a file; "" where the editor has no links.
func (e Editor) Link(file string, line, column int) string {
	if e == "" || file == "" {
		return ""
	}
	if abs, err := filepath.Abs(file); err == nil {
		file = abs
	}
	file = filepath.ToSlash(file)
	if !strings.HasPrefix(file, "/") {
		file = "/" + file // C:/… on Windows
	}
	escaped := (&url.URL{Path: file}).EscapedPath()
	return strings.NewReplacer("{path}", escaped, "{url}", url.QueryEscape(file),
		"{line}", strconv.Itoa(max(1, line)), "{column}", strconv.Itoa(max(1, column))).Replace(string(e))
}
