package date

import (
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"glossator/internal/golden"
)

// TestPhrases: behind each line of words stand the times found in it and where they lie.
func TestPhrases(t *testing.T) {
	golden.Phrases(t, "testdata/phrases.txt", func(line string) []string {
		day, lang, text := article(line)
		return told(datesOf(day, lang, text))
	})
}

// Without an article's day, a time lies where its own words say, or nowhere.
func TestNothingIsPlacedFromNoDay(t *testing.T) {
	data, err := os.ReadFile("testdata/phrases.txt")
	if err != nil {
		t.Fatal(err)
	}
	placed := 0
	for line := range strings.Lines(string(data)) {
		if strings.HasPrefix(line, "\t") || strings.HasPrefix(line, "#") {
			continue
		}
		_, lang, text := article(line)
		for _, d := range told(datesOf("", lang, text)) {
			words, day, _ := strings.Cut(d, "=")
			if day == "?" {
				continue
			}
			placed++
			if !strings.ContainsAny(text, "0123456789") && !yearWords.MatchString(text) {
				t.Errorf("%s: “%s” lies in %s", text, words, day)
			}
			if year, _ := strconv.Atoi(day[:4]); year < 1700 || year > 2100 {
				t.Errorf("%s: “%s” lies in %s", text, words, day)
			}
		}
	}
	if placed < 100 {
		t.Error("times that tell their year:", placed)
	}
}

var yearWords = regexp.MustCompile("nineteen|twenty|eighteen|seventeen|thousand|11 September")

// article takes a line apart: "2022-03-10 en-GB: It sailed.".
func article(line string) (day, lang, text string) {
	day, lang, text = "2022-03-10", "en", line
	if about, rest, ok := strings.Cut(line, ": "); ok && articleHead.MatchString(about) {
		text = rest
		for _, word := range strings.Fields(about) {
			if word[0] == '-' || word[0] == '2' {
				day = strings.TrimPrefix(word, "-")
			} else {
				lang = word
			}
		}
	}
	return day, lang, strings.ReplaceAll(text, " | ", "\n\n")
}

var articleHead = regexp.MustCompile(`^(-|\d{4}-\d\d-\d\d)?( ?[a-z]{2}(-[A-Z]{2})?)?$`)

func told(dates string) []string {
	if dates == "" {
		return nil
	}
	return strings.Split(dates, "|")
}
