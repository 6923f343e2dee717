package preview

import (
	"fmt"
	"strings"
	"time"

	"glossator/internal/source"
	"glossator/internal/watch"
)

// show swaps the view and says in one line what was saved, what changed and how long
// it took; then the problems, when they are others than before.
func (p *previewer) show(next View, l watch.Look) {
	before := p.view
	p.view = next
	d := p.server.Show(next)
	if !d.Any() && (l.Idle || len(l.Paths) == 0) || l.Saved.IsZero() && !d.Problems {
		return
	}
	if !l.Saved.IsZero() {
		fmt.Fprintf(p.cfg.Log, "%s: %s, %s\n", saved(l), changed(d), short(time.Since(l.Saved)))
	}
	if !d.Problems {
		return
	}
	errors := 0
	for _, problem := range next.Problems {
		if problem.Severity == source.Error {
			errors++
		}
		if problem.Severity != source.Note && !known(before.Problems, problem) {
			fmt.Fprintln(p.cfg.Log, problem.Problem)
		}
	}
	switch was := count(before.Problems); {
	case errors > 0:
		fmt.Fprintf(p.cfg.Log, "%s: the last good pages stay\n", plural(errors, "error"))
	case was > 0:
		fmt.Fprintln(p.cfg.Log, "all errors are mended")
	}
}

func known(all []Problem, p Problem) bool {
	for _, q := range all {
		if p.Problem == q.Problem {
			return true
		}
	}
	return false
}

func count(all []Problem) (errors int) {
	for _, p := range all {
		if p.Severity == source.Error {
			errors++
		}
	}
	return errors
}

func saved(l watch.Look) string {
	switch {
	case l.Idle:
		return "found while looking at everything"
	case len(l.Paths) == 0:
		return "saved (directories)"
	case len(l.Paths) > 2:
		return fmt.Sprintf("saved %s and %d more", l.Paths[0], len(l.Paths)-1)
	}
	return "saved " + strings.Join(l.Paths, ", ")
}

func changed(d Shown) string {
	var parts []string
	for _, x := range []struct {
		paths []string
		word  string
	}{{d.Changed, "changed"}, {d.Added, "new"}, {d.Gone, "gone"}} {
		switch n := len(x.paths); {
		case n == 1:
			parts = append(parts, x.paths[0]+" "+x.word)
		case n > 1:
			parts = append(parts, fmt.Sprintf("%d files %s", n, x.word))
		}
	}
	if len(parts) == 0 {
		return "nothing changed"
	}
	return strings.Join(parts, ", ")
}

func plural(n int, what string) string {
	if n != 1 {
		what += "s"
	}
	return fmt.Sprintf("%d %s", n, what)
}

func short(d time.Duration) string {
	if d < time.Second {
		return fmt.Sprintf("%d ms", d.Milliseconds())
	}
	return fmt.Sprintf("%.1f s", d.Seconds())
}
