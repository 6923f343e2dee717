// Package templates carries the stock templates in the program. A site's own
// templates replace them file by file.
package templates

import "embed"

// FS holds the page kinds, base.html, and parts.
//
//go:embed *.html parts
var FS embed.FS
