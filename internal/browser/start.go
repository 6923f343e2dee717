package browser

import (
	"bufio"
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

func chromium(home string, scheme Scheme) (wire, error) {
	return chromiumAs(home, scheme, map[string]any{})
}

func phone(home string, scheme Scheme) (wire, error) {
	return chromiumAs(home, scheme, map[string]any{"mobileEmulation": map[string]any{
		"deviceMetrics": map[string]any{"width": 360, "height": 640, "pixelRatio": 2, "mobile": true, "touch": true},
	}})
}

// chromiumAs starts Chromium with what its driver is asked for besides.
func chromiumAs(home string, scheme Scheme, options map[string]any) (wire, error) {
	path, err := exec.LookPath("chromium")
	if err != nil {
		return nil, err
	}
	preferred := map[Scheme]string{Dark: "0", Light: "1"}[scheme]
	options["binary"] = path
	options["args"] = []string{"--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars",
		"--force-prefers-reduced-motion", // nothing moves on while it is tapped
		"--blink-settings=preferredColorScheme=" + preferred}
	return behind(home, "chromedriver", map[string]any{"goog:chromeOptions": options})
}

// webkit needs a screen. Its own sandbox does not work for root, as whom tests in
// containers run; the pages that it sees here are ours.
func webkit(home string, scheme Scheme) (wire, error) {
	display, off, err := screen()
	if err != nil {
		return nil, err
	}
	theme := map[Scheme]string{Dark: "Adwaita:dark", Light: "Adwaita"}[scheme]
	w, err := behind(home, "WebKitWebDriver", map[string]any{}, "DISPLAY="+display, "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS=1",
		"LIBGL_ALWAYS_SOFTWARE=1", "NO_AT_BRIDGE=1", "GTK_THEME="+theme)
	if err != nil {
		off()
		return nil, err
	}
	s := w.(*session)
	driver := s.ends
	s.ends = func() { driver(); off() }
	return s, nil
}

// behind starts a driver, and a browser by it.
func behind(home, driver string, capabilities any, env ...string) (wire, error) {
	host, port, err := free()
	if err != nil {
		return nil, err
	}
	end, err := start(home, exec.Command(driver, "--port="+port), env...)
	if err != nil {
		return nil, err
	}
	return newSession(net.JoinHostPort(host, port), capabilities, end)
}

func firefox(home string, scheme Scheme) (wire, error) {
	prefs := "user_pref(\"marionette.port\", 0);\nuser_pref(\"dom.w3c_touch_events.enabled\", 1);\n" +
		fmt.Sprintf("user_pref(\"layout.css.prefers-color-scheme.content-override\", %d);\n", map[Scheme]int{Dark: 0, Light: 1}[scheme])
	if err := os.WriteFile(filepath.Join(home, "user.js"), []byte(prefs), 0o600); err != nil {
		return nil, err
	}
	end, err := start(home, exec.Command("firefox-esr", "--headless", "--marionette", "--no-remote", "--profile", home))
	if err != nil {
		return nil, err
	}
	for tries := patience / (20 * time.Millisecond); tries > 0; tries-- { // it writes where it listens
		if port, err := os.ReadFile(filepath.Join(home, "MarionetteActivePort")); err == nil && len(port) > 0 {
			return newMarionette("127.0.0.1:"+strings.TrimSpace(string(port)), end)
		}
		time.Sleep(20 * time.Millisecond)
	}
	end()
	return nil, errors.New("firefox does not say where it listens")
}

// screen is an X server without a screen; the number of the display is free.
func screen() (display string, off func(), err error) {
	r, w, err := os.Pipe()
	if err != nil {
		return "", nil, err
	}
	defer r.Close()
	c := exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", "1400x1000x24", "-nolisten", "tcp")
	c.ExtraFiles = []*os.File{w}
	off, err = start("", c)
	w.Close()
	if err != nil {
		return "", nil, err
	}
	line, err := bufio.NewReader(r).ReadString('\n') // written when it is ready
	if err != nil {
		off()
		return "", nil, err
	}
	return ":" + strings.TrimSpace(line), off, nil
}

// start starts a program with a home of its own, and returns what ends it.
func start(home string, c *exec.Cmd, env ...string) (end func(), err error) {
	c.Env = append(os.Environ(), env...)
	if home != "" {
		c.Env = append(c.Env, "HOME="+home, "TMPDIR="+home)
	}
	if err := c.Start(); err != nil {
		return nil, err
	}
	return func() {
		_ = c.Process.Kill() // unless it has ended
		_ = c.Wait()
	}, nil
}
