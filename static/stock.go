// Package static carries the stock style sheet, scripts and fonts in the program. A
// site's own static files replace them file by file.
package static

import "embed"

// FS holds assets (bundled) and whatever else is published as it is.
//
//go:embed assets favicon.svg fonts-license.txt
var FS embed.FS
