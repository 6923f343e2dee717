package build

import (
	"debug/elf"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"

	"glossator/internal/source"
)

// version is what the linker was told the program's version is: -X glossator/internal/build.version=1.2.3.
var version string

// Called is how a command of this program is called: as it is run from its sources, or as the
// one program that was released.
func Called(command string) string {
	if name := strings.TrimSuffix(filepath.Base(os.Args[0]), ".exe"); name == "glossator" {
		return name + " " + command
	}
	return "go run ./cmd/" + command
}

// Version is the program's own as a person reads it: that of a release, the module's, or the
// commit it was built from.
func Version() string {
	if version != "" {
		return version
	}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "unknown"
	}
	v := info.Main.Version
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" && (v == "" || v == "(devel)") {
			v = s.Value[:min(12, len(s.Value))]
		}
	}
	return strings.TrimPrefix(v, "v")
}

// program is what names the running program's code: pages are keyed with it, so that
// a changed program makes every page anew. The linker writes such a name (the build
// ID, a digest of all that was linked) into ELF files; elsewhere the whole file is
// digested, and where it cannot be read the version must do.
func program() string {
	path, err := os.Executable()
	if err != nil {
		return Version()
	}
	if f, err := elf.Open(path); err == nil {
		defer f.Close()
		if s := f.Section(".note.go.buildid"); s != nil {
			if id, err := s.Data(); err == nil && len(id) > 16 {
				return string(source.DigestOfBytes(id))
			}
		}
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return Version()
	}
	return string(source.DigestOfBytes(data))
}
