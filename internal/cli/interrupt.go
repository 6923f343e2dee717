package cli

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"syscall"
)

// Interrupted is why a command was stopped: a signal. Programs that end by one end with
// 128 and its number: 130 after Ctrl-C, 143 when they are terminated.
type Interrupted struct{ Signal syscall.Signal }

func (i Interrupted) Error() string { return fmt.Sprintf("interrupted (%v)", i.Signal) }

func (i Interrupted) code() int { return 128 + int(i.Signal) }

// UntilInterrupted is a context that is done when the user or the system asks the
// program to end; its cause is then Interrupted. Who asks again ends it at once.
func UntilInterrupted() (ctx context.Context, stop func()) {
	ctx, cancel := context.WithCancelCause(context.Background())
	asked := make(chan os.Signal, 1)
	signal.Notify(asked, os.Interrupt, syscall.SIGTERM)
	if !signal.Ignored(syscall.SIGHUP) { // nohup stays nohup
		signal.Notify(asked, syscall.SIGHUP)
	}
	go func() {
		select {
		case s := <-asked:
			signal.Stop(asked)
			by, _ := s.(syscall.Signal)
			cancel(Interrupted{by})
		case <-ctx.Done():
		}
	}()
	return ctx, func() { signal.Stop(asked); cancel(nil) }
}

// Whole lets what writes an author's files end, which takes but a moment, whatever signal
// comes meanwhile. It then tells of the signal.
func Whole(write func() error) error {
	ctx, stop := UntilInterrupted()
	defer stop()
	if err := write(); err != nil {
		return err
	}
	if ctx.Err() != nil {
		return fmt.Errorf("all was written, then: %w", context.Cause(ctx))
	}
	return nil
}
