// Check reports every problem of a site and publishes nothing: go run ./cmd/check --help.
package main

import (
	"os"

	"glossator/internal/command"
)

func main() { os.Exit(command.Check(os.Args[1:])) }
