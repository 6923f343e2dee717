package build_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"glossator/internal/build"
)

// TestCardsSayTheirWords: where the fonts of cards lack letters there is no card, no page
// names one, and the report says so.
func TestCardsSayTheirWords(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "content/site.yaml", strings.Replace(quaySite, "title: ", "title: X ", 1)+"language: ja\n")
	write(t, dir, "content/who/ana-luz.md", "---\nname: Ana Luz\nkind: person\n---\nAna Luz.\n")
	write(t, dir, "content/articles/quay.md", "---\ntitle: The quay\npublished: 2021-06-02\nrights: own\n---\nAna Luz.\n")
	write(t, dir, "content/articles/hashi.md", "---\ntitle: 橋の町\npublished: 2021-06-03\nrights: own\n---\nAna Luz.\n")
	site, r := publish(t, build.Config{Site: dir, BaseURL: "https://example.org/"})
	clean(t, r)
	var cards []string
	for _, p := range slices.Sorted(maps.Keys(site)) {
		if strings.HasPrefix(p, "cards/articles/") {
			cards = append(cards, p)
		}
	}
	if want := []string{"cards/articles/quay.png"}; !slices.Equal(cards, want) {
		t.Errorf("cards %q, want %q", cards, want)
	}
	if strings.Contains(site["articles/hashi.html"], "og:image") || !strings.Contains(site["articles/quay.html"], "cards/articles/quay.png") {
		t.Error("a page names a card that is not there, or not its own")
	}
	var text strings.Builder
	r.Report.WriteText(&text)
	has(t, "the report", text.String(), "cards      none of 1 article")
}

// TestAddressesAreRemembered: whatever changes which files stand beside articles, a builder
// that knows the site before lists the addresses that a new one lists.
func TestAddressesAreRemembered(t *testing.T) {
	dir := t.TempDir()
	cfg := build.Config{Site: dir}
	article := func(title string) string {
		return "---\ntitle: " + title + "\npublished: 2021-06-02\nrights: own\n---\nAna Luz.\n"
	}
	write(t, dir, "content/site.yaml", quaySite)
	write(t, dir, "content/who/ana-luz.md", "---\nname: Ana Luz\nkind: person\n---\nAna Luz.\n")
	write(t, dir, "content/articles/quay.md", article("The quay"))
	write(t, dir, "content/articles/river.md", article("The river"))
	warm := build.New(cfg)
	for _, edit := range []struct{ what, file, text string }{
		{"nothing", "content/site.yaml", quaySite},
		{"a title that no card says", "content/articles/quay.md", article("橋の町")},
		{"a text", "content/articles/quay.md", article("橋の町") + "More.\n"},
		{"a title again", "content/articles/quay.md", article("The quay")},
		{"an article before the others", "content/articles/bridge.md", article("A bridge")},
		{"the title of the site", "content/site.yaml", strings.Replace(quaySite, "title: ", "title: 橋 ", 1)},
		{"what is made", "content/site.yaml", quaySite + "exports: [cards]\n"},
	} {
		write(t, dir, edit.file, edit.text)
		r, err := warm.Build("*")
		if err != nil {
			t.Fatal(err)
		}
		anew, err := build.New(cfg).Build()
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(anew.Planned(), r.Planned()); d != "" {
			t.Errorf("%s: not remembered (-), remembered (+):\n%s", edit.what, d)
		}
	}
}
