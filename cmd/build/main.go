// Build publishes a site: go run ./cmd/build --help.
package main

import (
	"os"

	"glossator/internal/command"
)

func main() { os.Exit(command.Build(os.Args[1:])) }
