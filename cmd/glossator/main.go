// Glossator is all commands in one program: glossator build, check, preview, import.
package main

import (
	"os"

	"glossator/internal/command"
)

func main() { os.Exit(command.Main(os.Args[1:], os.Stdout, os.Stderr)) }
