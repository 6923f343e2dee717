package page_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"glossator/internal/browser"
	"glossator/internal/catalogue"
	"glossator/internal/site"
)

// reader reads with a finger on a small phone, and counts how often it taps.
type reader struct {
	t    *testing.T
	b    *browser.Tab
	task string
	taps int
}

// opens begins a task on a page.
func (r *reader) opens(address string) {
	r.b.Open(address)
	r.taps = 0
}

// tap touches what a selector finds first, as one does who has scrolled to it: nothing else
// lies there, and it is no smaller than a fingertip, unless it is words in a line.
func (r *reader) tap(selector string) {
	r.t.Helper()
	if wrong := browser.Value[[]string](r.b, fmt.Sprintf(`(() => {
		const e = document.querySelector(%q);
		if (!e) return ["not there"];
		e.scrollIntoView({block: "center", behavior: "instant"});
		const box = e.getClientRects()[0], at = box && document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
		if (!at || !e.contains(at)) return ["hidden", at?.outerHTML.slice(0, 80)];
		return getComputedStyle(e).display !== "inline" && Math.min(box.width, box.height) < 24 ? ["small", box.width, box.height].map(String) : [];
	})()`, selector)); len(wrong) > 0 {
		r.t.Errorf("%s: %s: %q", r.task, selector, wrong)
		return
	}
	r.b.Tap(selector)
	r.taps++
}

// sees tells whether what a selector finds, with these words in it, is on the screen.
func (r *reader) sees(selector, words string) {
	r.t.Helper()
	r.b.Until(fmt.Sprintf(`[...document.querySelectorAll(%q)].some((e) => {
		const box = e.getBoundingClientRect();
		return e.textContent.includes(%q) && box.height > 0 && box.top >= 0 && Math.min(box.bottom, box.top + 24) <= innerHeight;
	})`, selector, words))
}

func (r *reader) tapped(most int) {
	r.t.Helper()
	if r.taps > most {
		r.t.Errorf("%s: %d taps, of %d", r.task, r.taps, most)
	}
}

// TestTasksByTouch does what readers come for, on a small phone and with a finger, and counts
// the taps that it takes them.
func TestTasksByTouch(t *testing.T) {
	b := browser.Phone(t)
	r, root := watched(t)
	home, s := root+"index.html", r.Site
	task := func(name string, do func(*reader)) { do(&reader{t: t, b: b, task: name}) }

	for _, edition := range []string{"", "es/"} {
		task("what the site is, and that marked words open", func(r *reader) {
			r.opens(root + edition + "index.html")
			r.sees(".summary", "")
			r.sees(".start", "")
			r.sees(".sample h2", "")
		})
	}
	task("what ended the rule that is asked for most", func(r *reader) {
		r.opens(home)
		over := browser.Value[[2]string](b, `(() => { const a = document.querySelector(".answers a[class]"); return [a.textContent, a.getAttribute("href")]; })()`)
		i := slices.IndexFunc(s.Profiles, func(p *site.Profile) bool { return p.Path == over[1] })
		periods := s.Profiles[i].Entry.Periods
		end := slices.IndexFunc(periods, func(p catalogue.Period) bool { return p.Ended() && p.Note != "" })
		r.tap(".answers a[class]")
		r.sees("h1", over[0])
		r.sees(".glance dd", periods[end].Note)
		r.tapped(1)
	})
	task("all that somebody said", func(r *reader) {
		for _, p := range s.Profiles {
			if len(p.Said) < 2 {
				continue
			}
			r.opens(home)
			r.tap(".menu summary")
			r.tap(`.menu a[href="quotes.html"]`)
			r.b.Until(`document.querySelector(".jump")`)
			place := browser.Value[string](b, fmt.Sprintf(`[...document.querySelectorAll(".jump a")].find((a) => a.textContent === %q).getAttribute("href")`, p.Entry.Name))
			link := fmt.Sprintf(`.jump a[href=%q]`, place)
			told := browser.Value[int](b, fmt.Sprintf(`Number(document.querySelector(%q).nextElementSibling.textContent)`, link))
			r.tap(link)
			r.sees(place+" h2", p.Entry.Name)
			r.tapped(3)
			const words = `[...document.querySelectorAll("%s .quotes > li > q")].map((q) => q.textContent).sort()`
			listed := browser.Value[[]string](b, fmt.Sprintf(words, place))
			b.Open(root + p.Path)
			if own := browser.Value[[]string](b, fmt.Sprintf(words, "#said")); len(own) != told || !slices.Equal(own, listed) {
				r.t.Errorf("%s: of %s %d are told, listed are %q, on the own page %q", r.task, p.Entry.Name, told, listed, own)
			}
		}
	})
	task("the number that is wrong", func(r *reader) {
		r.opens(home)
		i := slices.IndexFunc(s.Figures, func(f site.Figure) bool { return f.Agrees.Text == "no" })
		r.tap(fmt.Sprintf(`.answers a[href="figures.html#%s"]`, s.Figures[i].ID))
		r.sees(".figures-row h2", s.Figures[i].Said)
		r.sees(".figures-row .verdict.no", "")
		r.sees(".official", s.Figures[i].Official)
		r.tapped(1)
	})
	task("what the copy changed", func(r *reader) {
		r.opens(home)
		r.tap(`.answers a[href^="compare/"]`)
		r.b.Until(`document.querySelectorAll(".findings li").length > 9 && document.querySelectorAll(".misquoted").length > 2`)
		r.tapped(1)
	})
	task("the rules of a day", func(r *reader) {
		for _, a := range s.Articles {
			r.opens(home)
			r.tap(fmt.Sprintf(`.answers a[href="days/%s.html"]`, a.Doc.Day()))
			r.sees("h1", a.Doc.Day().Year())
			names := browser.Value[[]string](b, `(`+listed+`)(document)`)
			slices.Sort(names)
			if want := inForce(s, a.Doc.Day()); !slices.Equal(names, want) {
				r.t.Errorf("%s: %s lists %q, want %q", r.task, a.Doc.Day(), names, want)
			}
			r.tapped(1)
		}
	})
	for _, a := range s.Articles {
		for _, edition := range []string{"", "es/"} {
			task("cite "+edition+a.Path, func(r *reader) {
				r.opens(root + edition + a.Path)
				r.sees(".cite summary", "")
				if r.b.Tap(".cite summary"); !strings.Contains(browser.Value[string](b, `document.querySelector(".cite[open]").textContent`), a.Doc.Day().Year()) {
					r.t.Errorf("%s: no citation opens", r.task)
				}
			})
		}
	}
	article := root + anArticle(t, r)
	task("a link to one sentence", func(r *reader) {
		r.opens(article)
		r.tap("#p2 > .act")
		r.b.Until(`document.querySelector(".share li button")`)
		r.tap(".share li button")
		r.b.Until(`/#p2:~:text=/.test(document.documentElement.dataset.copied)`)
		r.tapped(2)
	})
	task("a mark opens and closes", func(r *reader) {
		const card = `document.querySelector(".card[role=dialog]")`
		r.opens(article)
		r.tap(".prose .mention")
		r.b.Until(card)
		r.sees(".card .more", "")
		r.tap(".card .close")
		r.b.Until(`!` + card)
		r.tap(".prose .mention")
		r.b.Until(card)
		r.tap(".kicker")
		r.b.Until(`!` + card)
	})
	task("marks off", func(r *reader) {
		r.opens(article)
		r.tap(".switch[data-marks=all]")
		r.b.Until(`![...document.querySelectorAll(".prose > p a.mention")].some((m) => m.href || getComputedStyle(m).textDecorationLine !== "none")`)
		r.tapped(1)
	})
}
