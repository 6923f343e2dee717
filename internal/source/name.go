package source

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Ignored tells whether a file name is an editor's or a system's, not an author's.
// Of the names with a leading dot only .well-known is an author's.
func Ignored(base string) bool {
	return hidden(base) || strings.HasSuffix(base, "~") ||
		strings.HasPrefix(base, "#") && strings.HasSuffix(base, "#") ||
		strings.HasSuffix(base, ".swp") || strings.HasSuffix(base, ".tmp") || base == "4913" || base == "Thumbs.db"
}

// hidden tells whether a name has a leading dot, and so is for no reader.
func hidden(base string) bool { return base != ".well-known" && strings.HasPrefix(base, ".") }

// leftover tells whether a hidden file is a program's, of which nobody need hear.
func leftover(base string) bool {
	return strings.HasPrefix(base, "._") || strings.HasPrefix(base, ".#") || strings.HasPrefix(base, ".git") ||
		base == ".DS_Store" || base == ".directory" || base == ".editorconfig" ||
		strings.HasSuffix(base, "~") || strings.HasSuffix(base, ".tmp") || swap(base)
}

// swap tells of vim's files: .a.md.swp, and .swo to .saa where there are several.
func swap(base string) bool {
	i := strings.LastIndexByte(base, '.')
	return i > 0 && len(base)-i == len(".swp") && base[i+1] == 's'
}

// texts are the ends of names that hold an author's words, if any do.
var texts = []string{
	".md", ".markdown", ".mdown", ".mkd", ".mdx", ".qmd", ".rmd", ".txt", ".text", ".rst", ".adoc", ".asciidoc", ".org", ".textile", ".tex",
	".html", ".htm", ".xhtml", ".shtml", ".mhtml", ".mht", ".xml", ".yaml", ".yml", ".toml", ".json", ".csv", ".tsv",
	".doc", ".docx", ".odt", ".rtf", ".pages", ".pdf", ".epub", ".fodt", ".wpd",
}

// LooksLikeText tells whether a file's name ends as those of texts and tables do, in
// small letters or capitals, with a dot or a space behind it or none.
func LooksLikeText(base string) bool {
	base = strings.ToLower(strings.TrimRight(base, ". "))
	i := strings.LastIndexByte(base, '.')
	return i >= 0 && slices.Contains(texts, base[i:])
}

// Fold is a path as a disk may compare it that tells neither capitals from small
// letters nor the ways in which an accent is written apart: equal folds, one file.
func Fold(p string) string {
	capitals := false
	for i := range len(p) {
		if p[i] >= utf8.RuneSelf {
			return norm.NFC.String(strings.ToLower(strings.ToUpper(norm.NFC.String(p))))
		}
		capitals = capitals || 'A' <= p[i] && p[i] <= 'Z'
	}
	if !capitals {
		return p
	}
	return strings.ToLower(p)
}

// Unportable says why a path cannot be a file's on every system, and what to do; ""
// where it can. Windows keeps some names for devices, whatever their ending.
func Unportable(p string) (why, hint string) {
	for name := range strings.SplitSeq(p, "/") {
		if plain(name) {
			continue
		}
		stem, _, _ := strings.Cut(name, ".")
		switch last := len(name) - 1; {
		case devices[strings.ToLower(strings.TrimRight(stem, " "))]:
			return fmt.Sprintf("Windows keeps the name %q for a device", stem), "rename it"
		case last >= 0 && (name[last] == '.' || name[last] == ' '):
			return fmt.Sprintf("Windows takes the %q from the end of %q", name[last:], name), "rename it, without that end"
		}
		for _, r := range name {
			if strings.ContainsRune(`<>:"|?*\`, r) || unprintable(r) {
				return fmt.Sprintf("no file can be called %q on every system: it holds %q", name, r), "rename it, without that character"
			}
		}
	}
	return "", ""
}

// plain tells of a name that is a file's on every system, as nearly all are: small letters,
// digits, hyphens and full stops, and no device's.
func plain(name string) bool {
	stem := len(name)
	for i := range len(name) {
		switch c := name[i]; {
		case 'a' <= c && c <= 'z', '0' <= c && c <= '9', c == '-':
		case c == '.' && i < len(name)-1:
			stem = min(stem, i)
		default:
			return false
		}
	}
	return stem > longest || !devices[name[:stem]]
}

// unprintable tells of characters that no name should hold: nobody sees them.
func unprintable(r rune) bool { return r < ' ' || Unfit(r) }

// SafeName tells whether a name can be a file's and an address anywhere.
func SafeName(s string) bool {
	if s == "" || s[0] == '-' || len(s) > 120 || devices[s] {
		return false
	}
	for i := range len(s) {
		if c := s[i]; c != '-' && (c < 'a' || c > 'z') && (c < '0' || c > '9') {
			return false
		}
	}
	return true
}

// SafeNameHint says how a name is safe.
const SafeNameHint = "use small letters, digits and hyphens, and no name that Windows keeps for a device, as con and aux are"

// longest is how many bytes a device's name has at most.
const longest = len("conout$")

// devices are the names that Windows keeps, in small letters.
var devices = func() map[string]bool {
	all := map[string]bool{"con": true, "prn": true, "aux": true, "nul": true, "conin$": true, "conout$": true}
	for _, n := range strings.Split("0123456789¹²³", "") {
		all["com"+n], all["lpt"+n] = true, true
	}
	return all
}()
