package pdf

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"time"

	"github.com/klippa-app/go-pdfium"
	broken "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/responses"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

// letter is one letter, or several that are set as one, in points; y rises from the foot
// of the page.
type letter struct {
	text                     string
	left, right, top, bottom float64
	size                     float64
	turned                   bool
}

// engine is PDFium, compiled for this machine. That takes seconds, so the result is kept
// in the user's folder for such things, where it can be deleted at any time.
var engine = sync.OnceValues(func() (wazero.RuntimeConfig, error) {
	config := wazero.NewRuntimeConfig().
		WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling).
		WithMemoryLimitPages(mostMemory >> 16).
		WithCloseOnContextDone(true)
	if dir, err := os.UserCacheDir(); err == nil {
		if cache, err := wazero.NewCompilationCacheWithDir(filepath.Join(dir, "glossator", "pdf")); err == nil {
			return config.WithCompilationCache(cache), nil
		}
	}
	return config.WithCompilationCache(wazero.NewCompilationCache()), nil
})

// letters are the letters of each page. A file that makes PDFium fail has a sandbox of its
// own, which is thrown away.
func letters(ctx context.Context, data []byte) (pages [][]letter, err error) {
	defer func() {
		if fell := recover(); fell != nil {
			err = fmt.Errorf("%w: %v", ErrBroken, fell)
		}
	}()
	config, err := engine()
	if err != nil {
		return nil, err
	}
	pool, err := webassembly.Init(webassembly.Config{
		Context: experimental.WithCompilationWorkers(ctx, runtime.GOMAXPROCS(0)),
		MinIdle: 1, MaxIdle: 1, MaxTotal: 1,
		FSConfig: wazero.NewFSConfig(), Stdout: io.Discard, Stderr: io.Discard,
		RuntimeConfig: config,
	})
	if err != nil {
		return nil, fmt.Errorf("starting the reader of PDFs: %w", err)
	}
	defer pool.Close()
	reader, err := pool.GetInstance(time.Minute)
	if err != nil {
		return nil, fmt.Errorf("starting the reader of PDFs: %w", err)
	}
	opened, err := reader.OpenDocument(&requests.OpenDocument{File: &data})
	switch {
	case errors.Is(err, broken.ErrPassword), errors.Is(err, broken.ErrSecurity):
		return nil, ErrLocked
	case err != nil:
		return nil, ErrBroken
	}
	count, err := reader.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: opened.Document})
	switch {
	case err != nil:
		return nil, ErrBroken
	case count.PageCount > mostPages:
		return nil, ErrLarge
	}
	for i := range count.PageCount {
		page, err := lettersOf(reader, opened.Document, i)
		if err != nil {
			return nil, fmt.Errorf("%w: page %d", ErrBroken, i+1)
		}
		pages = append(pages, page)
	}
	return pages, nil
}

func lettersOf(reader pdfium.Pdfium, document references.FPDF_DOCUMENT, page int) (all []letter, err error) {
	r, err := reader.GetPageTextStructured(&requests.GetPageTextStructured{
		Page: requests.Page{ByIndex: &requests.PageByIndex{Document: document, Index: page}},
		Mode: requests.GetPageTextStructuredModeChars, CollectFontInformation: true,
	})
	if err != nil {
		return nil, err
	}
	for _, c := range r.Chars {
		all = append(all, letterOf(c))
	}
	return all, nil
}

func letterOf(c *responses.GetPageTextStructuredChar) letter {
	at := c.PointPosition
	l := letter{text: c.Text, left: at.Left, right: at.Right, top: at.Top, bottom: at.Bottom, turned: c.Angle > 0.1 && c.Angle < 6.2}
	if f := c.FontInformation; f != nil {
		l.size = max(f.RenderedSize, 0)
		if l.size == 0 {
			l.size = f.Size
		}
	}
	return l
}
