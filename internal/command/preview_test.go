package command

import (
	"testing"

	"glossator/internal/cli"
	"glossator/internal/preview"
)

// TestTheDeskIsASwitch: alone it is on, with a word what the word says.
func TestTheDeskIsASwitch(t *testing.T) {
	for _, c := range []struct {
		args []string
		want preview.Switch
		ok   bool
	}{
		{nil, preview.Auto, true}, {[]string{"--desk"}, preview.On, true}, {[]string{"--desk=on"}, preview.On, true}, {[]string{"--desk=off"}, preview.Off, true},
		{[]string{"--desk", "--quiet"}, preview.On, true}, {[]string{"--desk=perhaps"}, preview.Auto, false},
	} {
		var f struct {
			cli.Flags
			Desk deskSwitch
		}
		if ok, _ := cli.Parse("preview", aboutPreview, &f, c.args); ok != c.ok || ok && f.Desk.Switch != c.want {
			t.Errorf("%v: %v %v", c.args, ok, f.Desk.Switch)
		}
	}
}
