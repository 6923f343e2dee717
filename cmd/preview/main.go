// Preview serves the site from memory and follows every save: go run ./cmd/preview --help.
package main

import (
	"os"

	"glossator/internal/command"
)

func main() { os.Exit(command.Preview(os.Args[1:])) }
