package output

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"time"

	"github.com/gofrs/flock"

	"glossator/internal/source"
)

// A place is locked twice, by locks that the system takes back when their holder ends,
// however it ends. Neither leaves anything in the published folder.
//
// A file in the user's cache, named for the place, works on every system; beside it
// stands the number of the process, for the message. It is not seen by another user or from a
// container that shares the folder. The folder itself is locked for them: that asks
// nothing of names, but isn't possible on Windows and on some network drives.
type locks struct {
	held   []*flock.Flock
	holder string // the file that tells this process's number
}

// Busy is the error of a place that another publish has.
type Busy struct {
	Dir     string
	Process int // 0 where it is not known
}

func (b *Busy) Error() string {
	who := "another build"
	if b.Process != 0 {
		who += fmt.Sprintf(" (process %d)", b.Process)
	}
	return fmt.Sprintf("%s is publishing to %s: nothing was changed", who, b.Dir)
}

const again = 20 * time.Millisecond // from one try to the next

// lockName names a place's files in the cache. Where a disk may fold case, one place
// has many names.
func lockName(root string) string {
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		root = strings.ToLower(root)
	}
	return string(source.DigestOf(root))
}

// take locks the place's file in the cache, or in the folder for temporary files where
// the cache cannot be written to. Without either the folder's own lock must do.
func (l *locks) take(ctx context.Context, p *Place) error {
	for _, dir := range lockDirs() {
		name := filepath.Join(dir, lockName(p.root))
		err := l.wait(ctx, flock.New(name+".lock"))
		if err == nil {
			l.holder = name + ".pid"
			_ = os.WriteFile(l.holder, strconv.AppendInt(nil, int64(os.Getpid()), 10), 0o600)
			return nil
		}
		if ctx.Err() != nil {
			return p.busy(err, name+".pid")
		}
	}
	return nil
}

// busy tells whose the place is, where that is why it could not be locked.
func (p *Place) busy(err error, holder string) error {
	if !errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	number, _ := os.ReadFile(holder)
	process, _ := strconv.Atoi(string(number))
	return &Busy{p.shown, process}
}

// lockDirs are the folders in which the user may keep locks, the best first.
func lockDirs() (dirs []string) {
	if cache, err := os.UserCacheDir(); err == nil {
		dirs = append(dirs, filepath.Join(cache, "glossator", "locks"))
	}
	dirs = append(dirs, filepath.Join(os.TempDir(), "glossator-locks-"+strconv.Itoa(os.Getuid())))
	usable := dirs[:0]
	for _, dir := range dirs {
		err := os.MkdirAll(dir, 0o700)
		if info, e := os.Lstat(dir); err == nil && e == nil && info.IsDir() {
			usable = append(usable, dir)
		}
	}
	return usable
}

// folder locks the place's folder itself.
func (l *locks) folder(ctx context.Context, p *Place) error {
	err := l.wait(ctx, folderLock(p.root))
	switch {
	case err == nil:
		return nil
	case ctx.Err() != nil:
		return p.busy(err, "")
	case len(l.held) > 0 && !errors.Is(err, fs.ErrNotExist):
		return nil // folders cannot be locked here; the file is
	}
	return fmt.Errorf("cannot lock %s: %w", p.shown, err)
}

func folderLock(dir string) *flock.Flock { return flock.New(dir, flock.SetFlag(os.O_RDONLY)) }

// wait takes a lock as soon as nobody has it. It gives up when ctx is done, and says why
// that is.
func (l *locks) wait(ctx context.Context, f *flock.Flock) error {
	for {
		ok, err := f.TryLock()
		if ok {
			l.held = append(l.held, f)
		}
		if ok || err != nil {
			return err
		}
		select {
		case <-ctx.Done():
			return context.Cause(ctx)
		case <-time.After(again):
		}
	}
}

// hold locks a folder that this run has made, where folders can be locked.
func (l *locks) hold(dir string) {
	f := folderLock(dir)
	if ok, _ := f.TryLock(); ok {
		l.held = append(l.held, f)
	}
}

func (l *locks) release() {
	if l.holder != "" {
		_ = os.Remove(l.holder)
	}
	for _, f := range l.held {
		_ = f.Unlock()
	}
	*l = locks{}
}

// taken tells whether a running publish has a folder locked.
func taken(dir string) bool {
	f := folderLock(dir)
	ok, err := f.TryLock()
	_ = f.Unlock()
	return !ok && err == nil
}
