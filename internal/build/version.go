package build

import (
	"os"
	"runtime/debug"
	"strings"

	"glossator/internal/source"
)

// Version is the program's own as a person reads it: the module's version, or the
// commit it was built from.
func Version() string {
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

// program is the digest of the running program. Pages are keyed with it, so that a
// changed program makes every page anew. Where it cannot be read its version must do.
func program() string {
	path, err := os.Executable()
	if err != nil {
		return Version()
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return Version()
	}
	return string(source.DigestOf(string(data)))
}
