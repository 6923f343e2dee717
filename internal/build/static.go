package build

import (
	"cmp"
	"fmt"
	"path"
	"strings"

	"glossator/internal/source"
)

// statics adds the files of static/ that are served as they are. One that has the
// address of a folder, or whose folder has the address of a file or differs from another
// in capitals alone, could not be published.
func (r *Result) statics(files []*source.File, add func(*claimed)) (problems []source.Problem) {
	told := map[string]bool{}
	clash := func(f *source.File, msg string) {
		if told[msg] {
			return // of another file in the same folder
		}
		told[msg] = true
		problems = append(problems, source.Problem{Pos: source.Pos{Path: f.Path}, Rule: "same-address", Msg: msg, Hint: "rename one of them"})
	}
	folders := r.folders()
	for _, f := range files {
		p := rel(f.Path)
		if strings.HasPrefix(p, "assets/") {
			continue
		}
		add(atHand(p, f.Data, f.Path))
		for dir := path.Dir(p); dir != "."; dir = path.Dir(dir) {
			if other := folders[source.Fold(dir)]; other != "" && other != dir {
				clash(f, fmt.Sprintf("the folders %s and %s are one on some disks", dir, other))
			}
			folders[source.Fold(dir)] = cmp.Or(folders[source.Fold(dir)], dir)
			if o := cmp.Or(r.outputs[source.Fold(dir)], r.folded[source.Fold(dir)]); o != nil {
				clash(f, fmt.Sprintf("its folder has the address %s, which is taken by %s", o.path, o.claimant()))
			}
		}
	}
	for _, f := range files {
		if dir := folders[source.Fold(rel(f.Path))]; dir != "" {
			clash(f, fmt.Sprintf("the address %s is that of a folder of the site", dir))
		}
	}
	return problems
}

// folders are the folders of the site without static/, each by its folded path.
func (r *Result) folders() map[string]string {
	all := map[string]string{"search": "search", "articles": "articles"}
	for _, dir := range r.dirs {
		for ; dir != "." && all[dir] == ""; dir = path.Dir(dir) {
			all[dir] = dir
		}
	}
	return all
}
