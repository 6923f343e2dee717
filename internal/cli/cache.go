package cli

import (
	"os"
	"path/filepath"
)

// CacheFolder is where commands keep what later ones need not find again: a folder of the
// user's for such things, or the one that GLOSSATOR_CACHE names in the environment. It is ""
// where there is none, or where that is "off".
func CacheFolder() string {
	switch named := os.Getenv("GLOSSATOR_CACHE"); named {
	case "off":
		return ""
	case "":
		user, err := os.UserCacheDir()
		if err != nil {
			return ""
		}
		return filepath.Join(user, "glossator", "made")
	default:
		return named
	}
}
