// Build publishes a site: go run ./cmd/build --help.
package main

import (
	"os"

	"glossator/internal/command/publish"
)

func main() { os.Exit(publish.Run(os.Args[1:])) }
