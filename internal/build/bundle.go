package build

import (
	"encoding/json"
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
	if data, ok := kept.Get(name, nil); ok {
		if b.assets.assets, ok = assetsOf(data); ok {
			return b.assets
		}
	}
	if b.bundle(files); len(b.assets.problems) == 0 {
		kept.Put(name, recordOf(b.assets.assets))
	}
	return b.assets
}

// keptAsset is an asset in a record: a font is no text.
type keptAsset struct {
	Name, Path string
	Data       []byte
}

func recordOf(assets []render.Asset) []byte {
	all := make([]keptAsset, len(assets))
	for i, a := range assets {
		all[i] = keptAsset{a.Name, a.Path, []byte(a.Data)}
	}
	data, err := json.Marshal(all)
	if err != nil {
		panic("build: assets that are no JSON: " + err.Error())
	}
	return data
}

func assetsOf(record []byte) (assets []render.Asset, ok bool) {
	var all []keptAsset
	if json.Unmarshal(record, &all) != nil {
		return nil, false
	}
	for _, a := range all {
		assets = append(assets, render.Asset{Name: a.Name, Path: a.Path, Data: string(a.Data)})
	}
	return assets, true
}

func (b *Builder) bundle(files []*source.File) {
	var unused []*source.File
	b.assets.assets, unused, b.assets.problems = render.Bundle(files)
	b.assets.problems = append(b.assets.problems, b.unpublished(unused)...)
}
