package page_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"glossator/internal/browser"
	"glossator/internal/meta"
	"glossator/internal/site"
)

// inForce are the rules that were in force on a day, as the model knows them.
func inForce(s *site.Site, day meta.Day) (names []string) {
	var all []int
	for i := range s.Profiles {
		all = append(all, i)
	}
	for _, st := range s.RulesOn(day, all) {
		if st.Word == "in force" {
			names = append(names, s.Profiles[st.Profile].Entry.Name)
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// listed are the names that the first group of a page's list shows.
const listed = `(d) => [...d.querySelector(".stood-group").querySelectorAll("li")].filter((li) => !li.hidden).map((li) => li.querySelector("a").textContent).sort()`

const slider = `[...document.querySelectorAll("[role=slider]")].find((e) => e.getClientRects().length)`

// TestTheDayMoves moves the day in the timeline, by its address, by keys, by pointer and
// with a link, in each browser: the list tells what the model does.
func TestTheDayMoves(t *testing.T) {
	browser.Each(t, browser.Light, func(t *testing.T, b *browser.Tab) {
		r, served := watched(t)
		b.Size(1300, 900)
		holds := func(how string, day meta.Day) {
			t.Helper()
			b.Until(fmt.Sprintf(`document.querySelector(".day-shown time").dateTime === %q`, day))
			names := browser.Value[[]string](b, `(`+listed+`)(document)`)
			slices.Sort(names)
			if want := inForce(r.Site, day); !slices.Equal(names, want) {
				t.Errorf("%s, %s: listed %q, want %q", how, day, names, want)
			}
			b.Until(fmt.Sprintf(`location.search === "?on=%s"`, day))
			says := browser.Value[string](b, slider+`.getAttribute("aria-valuetext")`)
			if !strings.Contains(says, day.Year()) || !strings.HasSuffix(says, fmt.Sprint(len(names))) {
				t.Errorf("%s: the slider says %q of %s", how, says, day)
			}
			if bold := browser.Value[int](b, `document.querySelectorAll(".lying-row.on").length`); bold < len(names) {
				t.Errorf("%s: %d rows are marked, %d are in force", how, bold, len(names))
			}
		}
		day := r.Site.Articles[0].Doc.Day()
		b.Open(served + "timeline.html?on=" + string(day))
		holds("address", day)
		b.Do(slider + `.focus()`)
		b.Type(browser.Right)
		holds("a key", day.Add(1))
		b.Type(browser.PageUp + browser.Left)
		holds("keys", day.Add(30))
		b.Drag(`.day-line[data-axis="x"]`, 60, 0)
		b.Until(fmt.Sprintf(`document.querySelector(".day-shown time").dateTime > %q`, day.Add(90)))
		b.Until(`location.search === "?on=" + document.querySelector(".day-shown time").dateTime`)
		holds("dragged", meta.Day(browser.Value[string](b, `document.querySelector(".day-shown time").dateTime`)))
		b.Click(`.meetings a`)
		holds("a link", day)
		if n := browser.Value[int](b, `[...document.querySelectorAll(".drawing a, .drawing [tabindex]")].filter((e) => e.tabIndex >= 0 && e.getClientRects().length && !e.closest(".word, .drawing-keys")).length`); n != 1 {
			t.Errorf("the drawing has %d tab stops", n)
		}
		for _, wrong := range browser.Value[[]string](b, `wrong`) {
			t.Error(wrong)
		}
		unscripted(t, b, served, inForce(r.Site, r.Site.Articles[len(r.Site.Articles)-1].Doc.Day()), day, inForce(r.Site, day))
	})
}

// unscripted looks at the timeline, and at the page of a day that it leads to, where no
// script runs.
func unscripted(t *testing.T, b *browser.Tab, served string, last []string, day meta.Day, then []string) {
	t.Helper()
	open := func(p string) []string {
		b.Open(served + "narrow.html?404.html")
		b.Do(`document.querySelector("iframe").sandbox = "allow-same-origin"; document.querySelector("iframe").src = "` + p + `"`)
		b.Until(`frames[0].document.querySelector(".stood-group") && frames[0].document.readyState === "complete"`)
		names := browser.Value[[]string](b, `(`+listed+`)(frames[0].document)`)
		slices.Sort(names)
		return names
	}
	if names := open("timeline.html"); !slices.Equal(names, last) {
		t.Errorf("without scripts: listed %q, want %q", names, last)
	}
	unfit := browser.Value[[]string](b, `(() => {
		const d = frames[0].document, seen = (e) => e && e.getClientRects().length;
		return ["slider: [role=slider]", "field: input[type=date]", "filter: .filters"].filter((s) => seen(d.querySelector(s.split(": ")[1])))
			.concat(seen(d.querySelector(".standing svg")) ? [] : ["no drawing"], d.querySelector('.meetings a[href="days/`+string(day)+`.html"]') ? [] : ["no link"]);
	})()`)
	if len(unfit) > 0 {
		t.Errorf("without scripts: %q", unfit)
	}
	if names := open("days/" + string(day) + ".html"); !slices.Equal(names, then) {
		t.Errorf("the page of %s lists %q, want %q", day, names, then)
	}
}

// TestTheDayCrossesNoWords moves the day through the drawing: its line passes over no word,
// or behind it, where the paper's colour around the word breaks the line.
func TestTheDayCrossesNoWords(t *testing.T) {
	ctx := chromium(t)
	r, root := serve(t)
	for _, width := range []int64{360, 768, 1024, 1300} {
		do(t, ctx, screen(width), chromedp.Navigate(root+"timeline.html?on="+string(r.Site.Articles[0].Doc.Day())), chromedp.WaitReady(".moves"))
		crossed := eval[[]string](t, ctx, `(() => {
			const line = [...document.querySelectorAll(".day-line")].find((e) => e.getClientRects().length), lies = line.dataset.axis === "x";
			const texts = [...line.closest(".lying, .standing").querySelectorAll("text")], crossed = new Set(), paper = getComputedStyle(document.body).backgroundColor;
			texts.forEach((text) => { text.style.pointerEvents = "all" });
			for (let key = 0; key < 90; key++) {
				line.dispatchEvent(new KeyboardEvent("keydown", {key: "PageUp"}));
				const at = line.getBoundingClientRect(), x = at.left + at.width / 2, y = at.top + at.height / 2;
				for (const text of texts) {
					const box = text.getBoundingClientRect(), style = getComputedStyle(text);
					if (lies ? box.left > x || box.right < x || box.bottom < at.top : box.top + 3 > y || box.bottom - 3 < y) continue; // what is around a word is of its box
					text.scrollIntoView({block: "center", behavior: "instant"});
					const now = line.getBoundingClientRect(), over = text.getBoundingClientRect();
					const top = lies ? document.elementFromPoint(x, over.top + over.height / 2) : document.elementFromPoint(over.left + over.width / 2, now.top + now.height / 2);
					if (line.contains(top) || style.paintOrder.split(" ")[0] !== "stroke" || style.stroke !== paper) crossed.add(text.textContent);
				}
				line.dispatchEvent(new KeyboardEvent("keydown", {key: lies ? "ArrowRight" : "ArrowDown"}));
				if (!key) line.dispatchEvent(new KeyboardEvent("keydown", {key: "Home"}));
			}
			return texts.length < 9 ? ["too few words"] : [...crossed];
		})()`)
		for _, words := range crossed {
			t.Errorf("%d px: the day's line crosses %q", width, words)
		}
	}
}
