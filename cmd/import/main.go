// Import makes content of raw articles: go run ./cmd/import --help.
package main

import (
	"os"

	"glossator/internal/command"
)

func main() { os.Exit(command.Import(os.Args[1:])) }
