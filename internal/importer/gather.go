package importer

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"glossator/internal/source"
)

// extensions are the file names that are taken for articles when a folder is walked.
var extensions = []string{".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".mhtml", ".mht", ".eml", ".pdf", ".docx", ".docm", ".odt", ".fodt"}

// companions are how browsers name the folder of a saved page's parts, after the
// page's own name.
var companions = []string{"_files", ".files", "-Dateien", "_archivos", "_fichiers", "_ficheiros", "_bestanden", "_pliki"}

// input is a file to read.
type input struct {
	path string // as it was given, or as it was met in a folder
	data []byte
}

// gathered is what the paths of a request lead to.
type gathered struct {
	inputs   []input
	passed   int // files in folders that are no articles
	problems []source.Problem
	seen     map[string]string // real path to the path as given
}

// gather reads the files, and those in the folders, in order. What cannot be read is
// a problem; the rest goes on.
func gather(paths []string) *gathered {
	g := &gathered{seen: map[string]string{}}
	for _, p := range paths {
		info, err := os.Stat(p)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			g.problems = append(g.problems, whole(p, "no-file", "there is no such file or folder", "check the name"))
		case err != nil:
			g.problems = append(g.problems, whole(p, "unreadable", "the file cannot be read: "+cause(err), "check its permissions"))
		case info.IsDir():
			g.folder(p)
		default:
			g.file(p)
		}
	}
	return g
}

// folder takes the articles of a folder and of those in it, in order of their names.
func (g *gathered) folder(dir string) {
	before := len(g.inputs) + len(g.problems)
	_ = filepath.WalkDir(dir, func(p string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			g.problems = append(g.problems, whole(p, "unreadable", "it cannot be read: "+cause(err), "check its permissions"))
			if d != nil && d.IsDir() {
				return fs.SkipDir
			}
		case p != dir && (source.Ignored(d.Name()) || d.IsDir() && companion(p)):
			if d.IsDir() {
				return fs.SkipDir
			}
		case d.IsDir():
		case slices.Contains(extensions, strings.ToLower(filepath.Ext(p))):
			if info, err := os.Stat(p); err == nil && !info.Mode().IsRegular() {
				g.problems = append(g.problems, whole(p, "no-file", "it is no file, and is not read", "give it by its own name where it is meant").As(source.Warning))
				break // reading a pipe may never end
			}
			g.file(p)
		default:
			g.passed++
		}
		return nil
	})
	if before == len(g.inputs)+len(g.problems) {
		g.problems = append(g.problems, whole(dir, "no-articles", "there are no articles in the folder", "articles are "+strings.Join(extensions, ", ")))
	}
}

// companion tells whether a folder holds the parts of a page saved beside it.
func companion(dir string) bool {
	for _, c := range companions {
		page, ok := strings.CutSuffix(dir, c)
		for _, ext := range []string{".html", ".htm", ".xhtml"} {
			if _, err := os.Stat(page + ext); ok && err == nil {
				return true
			}
		}
	}
	return false
}

// largest is how many bytes a file has at most: a text as many as a site's, one that holds
// pictures, which are not read, more.
func largest(p string) int64 {
	switch strings.ToLower(filepath.Ext(p)) {
	case ".pdf", ".docx", ".docm", ".odt", ".mhtml", ".mht", ".eml":
		return 128 << 20
	}
	return 32 << 20
}

func (g *gathered) file(p string) {
	same := p
	if real, err := filepath.EvalSymlinks(p); err == nil {
		same = real
	}
	if abs, err := filepath.Abs(same); err == nil {
		same = abs
	}
	if other, twice := g.seen[same]; twice {
		g.problems = append(g.problems, whole(p, "given-twice", fmt.Sprintf("the file was given before, as %s", filepath.ToSlash(other)), "it is imported once").As(source.Warning))
		return
	}
	g.seen[same] = p
	if info, err := os.Stat(p); err == nil && info.Size() > largest(p) {
		g.problems = append(g.problems, whole(p, "too-large", fmt.Sprintf("the file has %d MB: more than %d are not read", info.Size()>>20, largest(p)>>20), "save the text alone, without pictures and what else the page holds"))
		return
	}
	data, err := os.ReadFile(p)
	if err != nil {
		g.problems = append(g.problems, whole(p, "unreadable", "the file cannot be read: "+cause(err), "check its permissions"))
		return
	}
	g.inputs = append(g.inputs, input{p, data})
}

// cause is an error without the path, which the problem shows already.
func cause(err error) string {
	var path *fs.PathError
	if errors.As(err, &path) {
		return path.Err.Error()
	}
	return err.Error()
}
