package build

import (
	"encoding/json"
	"slices"
	"strconv"

	"glossator/internal/render"
	"glossator/internal/source"
)

// bundle remembers what was made of which assets.
type bundle struct {
	key      uint64 // of the files
	assets   []render.Asset
	problems []source.Problem
}

// bundled bundles the assets, or takes what an earlier build or process made of the same files.
func (b *Builder) bundled(files []*source.File) bundle {
	key := source.Key(files)
	if b.assets.key == key {
		return b.assets
	}
	b.assets = bundle{key: key}
	if b.builds > 1 || b.cfg.Cache == "" {
		b.bundle(files)
		return b.assets
	}
	name := source.DigestOf(b.program(), "assets", strconv.FormatUint(key, 16))
	kept := b.folder().New(string(name))
	if !b.cfg.Clean {
		kept = b.folder().Open(string(name))
	}
	defer kept.Save()
	var made keptBundle
	if data, ok := kept.Get(name, nil); ok && json.Unmarshal(data, &made) == nil {
		b.assets.assets, b.assets.problems = made.assets(), b.unpublished(named(files, made.Unused))
		return b.assets
	}
	if unused, right := b.bundle(files); right {
		kept.Put(name, recordOf(b.assets.assets, unused))
	}
	return b.assets
}

// keptBundle is a bundle in which nothing is wrong, as a record. A font is no text.
type keptBundle struct {
	Assets []keptAsset
	Unused []string // paths of the files that nothing names
}

type keptAsset struct {
	Name, Path string
	Data       []byte
}

func recordOf(assets []render.Asset, unused []*source.File) []byte {
	var k keptBundle
	for _, a := range assets {
		k.Assets = append(k.Assets, keptAsset{a.Name, a.Path, []byte(a.Data)})
	}
	for _, f := range unused {
		k.Unused = append(k.Unused, f.Path)
	}
	data, err := json.Marshal(k)
	if err != nil {
		panic("build: assets that are no JSON: " + err.Error())
	}
	return data
}

func (k *keptBundle) assets() (all []render.Asset) {
	for _, a := range k.Assets {
		all = append(all, render.Asset{Name: a.Name, Path: a.Path, Data: string(a.Data)})
	}
	return all
}

// named are the files of these paths.
func named(files []*source.File, paths []string) []*source.File {
	return slices.DeleteFunc(slices.Clone(files), func(f *source.File) bool { return !slices.Contains(paths, f.Path) })
}

// bundle bundles files; right is false where one of them is wrong.
func (b *Builder) bundle(files []*source.File) (unused []*source.File, right bool) {
	assets, unused, wrong := render.Bundle(files)
	b.assets.assets, b.assets.problems = assets, append(wrong, b.unpublished(unused)...)
	return unused, len(wrong) == 0
}
