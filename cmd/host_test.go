package cmd_test

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestBuildScript tells build.sh what each host tells it, and reads which address and
// flags it hands on. A stand-in takes go's place.
func TestBuildScript(t *testing.T) {
	bin := t.TempDir()
	if err := os.WriteFile(filepath.Join(bin, "go"), []byte("#!/bin/sh\necho \"$@\"\n"), 0o755); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ name, env, args, want string }{
		{"nothing known", "", "", "--base-url "},
		{"a flag", "BASE_URL=https://other.example/", "--base-url https://a.example/x/", "--base-url https://a.example/x/"},
		{"a flag with =", "", "--base-url=https://a.example/", "--base-url https://a.example/"},
		{"a variable", "BASE_URL=https://a.example/ NETLIFY=true URL=https://b.example", "", "--base-url https://a.example/"},
		{"Netlify", "NETLIFY=true CONTEXT=production URL=https://a.example", "", "--base-url https://a.example"},
		{"a preview of Netlify", "NETLIFY=true CONTEXT=deploy-preview URL=https://a.example DEPLOY_PRIME_URL=https://p--a.example", "", "--base-url https://p--a.example"},
		{"Cloudflare Pages", "CF_PAGES_URL=https://a.pages.dev", "", "--base-url https://a.pages.dev"},
		{"a project on GitHub", "GITHUB_ACTIONS=true GITHUB_REPOSITORY=ann/harbor GITHUB_REPOSITORY_OWNER=ann", "", "--base-url https://ann.github.io/harbor/"},
		{"a person's page on GitHub", "GITHUB_ACTIONS=true GITHUB_REPOSITORY=ann/ann.github.io GITHUB_REPOSITORY_OWNER=ann", "", "--base-url https://ann.github.io/"},
		{"flags for the build", "", "--site harbor --out www", "--base-url  --site harbor --out www"},
		{"a flag that would take strictness back", "", "--strict=false", "--base-url  --strict=false"},
	} {
		t.Run(c.name, func(t *testing.T) {
			command := exec.Command("../build.sh", strings.Fields(c.args)...)
			command.Env = append(strings.Fields(c.env), "PATH="+bin+string(os.PathListSeparator)+os.Getenv("PATH"))
			out, err := command.CombinedOutput()
			if want := "run ./cmd/build --strict " + c.want + " --strict\n"; err != nil || string(out) != want {
				t.Errorf("got %q, %v\nwant %q", out, err, want)
			}
		})
	}
}

// TestAHostCannotPublishWhatIsNotForPublishing hands build.sh every flag that could
// weaken it, over a site with a private text and a draft.
func TestAHostCannotPublishWhatIsNotForPublishing(t *testing.T) {
	site := t.TempDir()
	for name, text := range map[string]string{
		"content/site.yaml":           "title: The island\nfacets:\n  - {id: who, dir: people, singular: person, plural: People, question: Who is this?}\n",
		"content/articles/private.md": "---\ntitle: Theirs\nrights: private\n---\nThe ferry came.\n",
		"content/articles/draft.md":   "---\ntitle: Not yet\nrights: own\ndraft: true\n---\nThe ferry came.\n",
	} {
		place := filepath.Join(site, filepath.FromSlash(name))
		if err := errors.Join(os.MkdirAll(filepath.Dir(place), 0o755), os.WriteFile(place, []byte(text), 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	for _, flags := range []string{"", "--strict=false", "--force", "--drafts", "--force --drafts --strict=false", "--no-strict", "--strict=0 --force", "-- --strict=false"} {
		out := filepath.Join(t.TempDir(), "public")
		command := exec.Command("../build.sh", append([]string{"--site", site, "--out", out, "--quiet"}, strings.Fields(flags)...)...)
		command.Env = append(os.Environ(), "STRICT=false", "GLOSSATOR_STRICT=false", "DRAFTS=true", "FORCE=true")
		if said, err := command.CombinedOutput(); err == nil {
			t.Errorf("build.sh %s ended well: %s", flags, said)
		}
		if _, err := os.Stat(out); err == nil {
			t.Errorf("build.sh %s published", flags)
		}
	}
}
