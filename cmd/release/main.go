// Release builds the program for every system and packs each with its license and the folder
// for a new site's repository, with checksums: go run ./cmd/release --help.
//
// Two runs of one version from the same sources give the same bytes: paths of this machine are
// left out of the programs, and every file in an archive has the time that --time says.
package main

import (
	"crypto/sha256"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"github.com/alecthomas/kong"
)

// targets are the systems and processors that the program is built for.
var targets = []struct{ os, arch string }{
	{"linux", "amd64"}, {"linux", "arm64"}, {"darwin", "amd64"}, {"darwin", "arm64"}, {"windows", "amd64"}, {"windows", "arm64"},
}

type flags struct {
	Version string   `help:"Version of the release: 1.2.3." required:"" placeholder:"VERSION"`
	Out     string   `help:"Folder for the archives (default: dist)." default:"dist" placeholder:"DIR"`
	Time    int64    `help:"Time of every file in the archives, in seconds since 1970 (default: SOURCE_DATE_EPOCH, else 2000-01-01)." env:"SOURCE_DATE_EPOCH" default:"946684800" placeholder:"SECONDS"`
	Only    []string `help:"Build for these alone: linux/amd64, windows/arm64 …" placeholder:"OS/ARCH,…"`
}

func main() {
	var f flags
	kong.Parse(&f, kong.Name("go run ./cmd/release"), kong.Description("Builds the program for every system, packed, with checksums."))
	if err := f.run(); err != nil {
		fmt.Fprintln(os.Stderr, "release:", err)
		os.Exit(1)
	}
}

func (f *flags) run() error {
	if err := os.MkdirAll(f.Out, 0o755); err != nil {
		return err
	}
	room, err := os.MkdirTemp("", "release-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(room)
	beside, err := filesOf("LICENSE", "README.md", "starter")
	if err != nil {
		return err
	}
	version := strings.TrimPrefix(f.Version, "v")
	var sums strings.Builder
	for _, t := range targets {
		if !f.wanted(t.os + "/" + t.arch) {
			continue
		}
		program, err := build(room, version, t.os, t.arch)
		if err != nil {
			return err
		}
		name := strings.Join([]string{"glossator", version, t.os, t.arch}, "_")
		data, ext, err := packed(name, append([]file{program}, beside...), t.os == "windows", time.Unix(f.Time, 0).UTC())
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(f.Out, name+ext), data, 0o644); err != nil {
			return err
		}
		fmt.Fprintf(&sums, "%x  %s\n", sha256.Sum256(data), name+ext)
		fmt.Printf("packed   %s, %d KB\n", filepath.Join(f.Out, name+ext), len(data)>>10)
	}
	return os.WriteFile(filepath.Join(f.Out, "SHA256SUMS"), []byte(sums.String()), 0o644)
}

func (f *flags) wanted(target string) bool {
	for _, only := range f.Only {
		if only == target {
			return true
		}
	}
	return len(f.Only) == 0
}

// build builds the program for a system.
func build(room, version, system, arch string) (file, error) {
	name := "glossator"
	if system == "windows" {
		name += ".exe"
	}
	out := filepath.Join(room, name)
	c := exec.Command("go", "build", "-trimpath", "-buildvcs=false", "-ldflags", "-s -w -X glossator/internal/build.version="+version, "-o", out, "./cmd/glossator")
	c.Env = append(os.Environ(), "CGO_ENABLED=0", "GOOS="+system, "GOARCH="+arch)
	if said, err := c.CombinedOutput(); err != nil {
		return file{}, fmt.Errorf("building for %s/%s: %w\n%s", system, arch, err, said)
	}
	data, err := os.ReadFile(out)
	return file{name, data, true}, err
}
