package render

import (
	"fmt"
	"path"
	"strings"
	"sync"

	"github.com/evanw/esbuild/pkg/api"

	"glossator/internal/source"
)

// Asset is a bundled style sheet or script, or a file that one of them names.
type Asset struct {
	Name string // as templates ask for it: site.css
	Path string // in the published site: assets/site-XXXX.css
	Data string
}

// Bundle bundles and minifies the style sheets and scripts that lie directly in
// static/assets. What they import is taken from the same files, by relative path;
// fonts and pictures keep their content and get a fingerprint in their names too. A
// file named NAME.inline.EXT becomes part of what names it. Syntax that the oldest
// browsers of the guide (docs/templates.md) don't have is written otherwise; what
// cannot be is a problem. esbuild knows nothing of functions, nor of what stands behind
// var() in a style sheet. unused are the files that none of them names.
func Bundle(files []*source.File) (assets []Asset, unused []*source.File, problems []source.Problem) {
	byPath, loaded := map[string]*source.File{}, &sync.Map{}
	var entries []api.EntryPoint
	for _, f := range files {
		p := assetPath(f.Path)
		byPath[p] = f
		if ext := path.Ext(p); !strings.Contains(p, "/") && (ext == ".css" || ext == ".js") {
			entries = append(entries, api.EntryPoint{InputPath: p, OutputPath: strings.TrimSuffix(p, ext)})
		}
	}
	if len(entries) == 0 {
		return nil, files, nil
	}
	r := api.Build(api.BuildOptions{
		EntryPointsAdvanced: entries, Bundle: true, Write: false, Outdir: "/assets", AbsWorkingDir: "/",
		EntryNames: "[name]-[hash]", AssetNames: "[name]-[hash]", Target: api.ES2020, Format: api.FormatIIFE,
		MinifyWhitespace: true, MinifyIdentifiers: true, MinifySyntax: true, LegalComments: api.LegalCommentsNone,
		LogLevel: api.LogLevelSilent, Metafile: false,
		Engines: []api.Engine{{Name: api.EngineChrome, Version: "109"}, {Name: api.EngineFirefox, Version: "115"}, {Name: api.EngineSafari, Version: "16.4"}},
		Loader:  map[string]api.Loader{".woff2": api.LoaderFile, ".svg": api.LoaderFile, ".png": api.LoaderFile},
		Plugins: []api.Plugin{fromFiles(byPath, loaded)},
	})
	for _, m := range append(r.Errors, r.Warnings...) {
		p := source.Problem{Pos: source.Pos{Path: "static/assets"}, Rule: "asset", Msg: m.Text}
		if m.Location != nil {
			p.Pos = source.Pos{Path: m.Location.File, Line: m.Location.Line, Col: m.Location.Column + 1}
			if f := byPath[strings.TrimPrefix(m.Location.File, "site:")]; f != nil {
				p.Pos.Path = f.Path
			}
		}
		problems = append(problems, p)
	}
	for _, f := range files {
		if _, used := loaded.Load(assetPath(f.Path)); !used && len(r.Errors) == 0 {
			unused = append(unused, f)
		}
	}
	for _, o := range r.OutputFiles {
		base := path.Base(strings.ReplaceAll(o.Path, "\\", "/"))
		assets = append(assets, Asset{Name: withoutHash(base), Path: "assets/" + base, Data: string(o.Contents)})
	}
	return assets, unused, problems
}

// assetPath is a file's path below the assets directory.
func assetPath(p string) string {
	if i := strings.LastIndex(p, "assets/"); i >= 0 {
		return p[i+len("assets/"):]
	}
	return path.Base(p)
}

// withoutHash turns site-ABCD1234.css into site.css.
func withoutHash(base string) string {
	ext := path.Ext(base)
	stem := strings.TrimSuffix(base, ext)
	if i := strings.LastIndexByte(stem, '-'); i > 0 {
		return stem[:i] + ext
	}
	return base
}

// fromFiles lets esbuild read from what was read already, and from nowhere else, and
// keeps what it took.
func fromFiles(files map[string]*source.File, loaded *sync.Map) api.Plugin {
	loaders := map[string]api.Loader{".css": api.LoaderCSS, ".js": api.LoaderJS, ".woff2": api.LoaderFile, ".svg": api.LoaderFile, ".png": api.LoaderFile}
	return api.Plugin{Name: "files", Setup: func(b api.PluginBuild) {
		b.OnResolve(api.OnResolveOptions{Filter: ".*"}, func(a api.OnResolveArgs) (api.OnResolveResult, error) {
			p := a.Path
			if a.Importer != "" {
				p = path.Join(path.Dir(a.Importer), a.Path)
			}
			if files[p] == nil {
				return api.OnResolveResult{}, fmt.Errorf("there is no file %q in static/assets", p)
			}
			return api.OnResolveResult{Path: p, Namespace: "site"}, nil
		})
		b.OnLoad(api.OnLoadOptions{Filter: ".*", Namespace: "site"}, func(a api.OnLoadArgs) (api.OnLoadResult, error) {
			loaded.Store(a.Path, true)
			loader := loaders[path.Ext(a.Path)]
			if strings.Contains(path.Base(a.Path), ".inline.") {
				loader = api.LoaderDataURL
			}
			return api.OnLoadResult{Contents: &files[a.Path].Data, Loader: loader}, nil
		})
	}}
}
