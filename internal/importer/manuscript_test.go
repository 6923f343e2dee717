package importer

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"
)

// zipped is an archive of parts, given as name, content, name, content …
func zipped(t testing.TB, parts ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(parts); i += 2 {
		w, err := z.Create(parts[i])
		if err == nil {
			_, err = w.Write([]byte(parts[i+1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

const (
	wordRoot  = `<Relationships><Relationship Id="r1" Type="x/officeDocument" Target="word/document2.xml"/></Relationships>`
	wordLinks = `<Relationships><Relationship Id="l1" Type="x/hyperlink" Target="https://www.google.com/url?q=https://example.org/log%3Fa%3D1&amp;sa=D"/>
<Relationship Id="a" Type="x/styles" Target="styles.xml"/><Relationship Id="b" Type="x/numbering" Target="/word/numbering.xml"/>
<Relationship Id="c" Type="x/footnotes" Target="footnotes.xml"/><Relationship Id="d" Type="x/comments" Target="comments.xml"/>
<Relationship Id="e" Type="x/header" Target="header1.xml"/></Relationships>`
	wordStyles = `<w:styles xmlns:w="w"><w:style w:styleId="Titel"><w:name w:val="Title"/></w:style>
<w:style w:styleId="berschrift2"><w:name w:val="heading 2"/></w:style><w:style w:styleId="Mein"><w:name w:val="Mine"/><w:basedOn w:val="berschrift2"/></w:style>
<w:style w:styleId="Zitat"><w:name w:val="Quote"/></w:style><w:style w:styleId="V1"><w:name w:val="toc 1"/></w:style></w:styles>`
	wordLists = `<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:num w:numId="4"><w:abstractNumId w:val="0"/></w:num></w:numbering>`
	wordNotes    = `<w:footnotes xmlns:w="w"><w:footnote w:type="separator" w:id="0"><w:p/></w:footnote><w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t> The quay has no light.</w:t></w:r></w:p></w:footnote></w:footnotes>`
	wordComments = `<w:comments xmlns:w="w"><w:comment w:id="1"><w:p><w:r><w:t>Who says so?</w:t></w:r></w:p></w:comment></w:comments>`
	wordHeader   = `<w:hdr xmlns:w="w"><w:p><w:r><w:t>Brisa Post, draft</w:t></w:r></w:p></w:hdr>`
	wordCore     = `<cp:coreProperties xmlns:cp="cp" xmlns:dc="dc" xmlns:dcterms="t"><dc:title>Template of 2019</dc:title><dc:creator>Ana Luz</dc:creator><dcterms:created>2024-06-03T09:00:00Z</dcterms:created></cp:coreProperties>`
)

// p is a paragraph of Word's: a style, or properties, and what stands in it.
func p(style, inside string) string {
	properties := `<w:pStyle w:val="` + style + `"/>`
	if strings.HasPrefix(style, "<") {
		properties = style
	}
	return `<w:p><w:pPr>` + properties + `</w:pPr>` + inside + `</w:p>`
}

func r(words string) string { return `<w:r><w:t xml:space="preserve">` + words + `</w:t></w:r>` }

func wordFile(t testing.TB, body string) []byte {
	return zipped(t, "_rels/.rels", wordRoot, "word/document2.xml", `<w:document xmlns:w="w" xmlns:r="r"><w:body>`+body+`</w:body></w:document>`, "word/_rels/document2.xml.rels", wordLinks,
		"word/styles.xml", wordStyles, "word/numbering.xml", wordLists, "word/footnotes.xml", wordNotes, "word/comments.xml", wordComments, "word/header1.xml", wordHeader, "docProps/core.xml", wordCore)
}

// What Word writes, part by part.
func TestWord(t *testing.T) {
	const item = `<w:numPr><w:ilvl w:val="LEVEL"/><w:numId w:val="4"/></w:numPr>`
	level := func(n string) string { return strings.Replace(item, "LEVEL", n, 1) }
	for name, c := range map[string]struct{ in, want, left string }{
		"deleted and inserted":           {p("", r("The ferry ")+`<w:del><w:r><w:delText>sank</w:delText></w:r></w:del><w:ins>`+r("was late")+`</w:ins>`+r(".")), "The ferry was late.", "sank"},
		"the end of a paragraph deleted": {p(`<w:rPr><w:del/></w:rPr>`, r("The ferry ")) + p("", r("was late.")), "The ferry was late.", ""},
		"moved":                          {p("", `<w:moveFrom>`+r("Late. ")+`</w:moveFrom>`+r("The ferry. ")+`<w:moveTo>`+r("Late.")+`</w:moveTo>`), "The ferry. Late.", ""},
		"hidden":                         {p("", r("The ferry.")+`<w:r><w:rPr><w:vanish/></w:rPr><w:t>Call Ana.</w:t></w:r>`), "The ferry.", "Call Ana."},
		"a comment's mark":               {p("", `<w:commentRangeStart w:id="1"/>`+r("The ferry.")+`<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>`), "The ferry.", ""},
		"a note":                         {p("", r("The quay")+`<w:r><w:footnoteReference w:id="2"/></w:r>`+r(" is dark.")), "The quay[^1] is dark.\n\n[^1]: The quay has no light.", ""},
		"a link by way of Google":        {p("", `<w:hyperlink r:id="l1">`+r("The log")+`</w:hyperlink>`+r(" says so.")), "[The log](https://example.org/log?a=1) says so.", ""},
		"a link that is a field":         {p("", `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "https://example.org/" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>`+r("The log")+`<w:r><w:fldChar w:fldCharType="end"/></w:r>`+r(" says so.")), "[The log](https://example.org/) says so.", ""},
		"lists":                          {p(level("0"), r("one")) + p(level("1"), r("deeper")) + p(level("0"), r("two")) + p("", r("Words.")) + p(level("0"), r("three")), "1. one\n   - deeper\n2. two\n\nWords.\n\n3. three", ""},
		"styles":                         {p("Mein", r("Of lights")) + p("V1", r("Of lights 3")) + p("Zitat", r("Nobody.")), "## Of lights\n\n> Nobody.", "Of lights 3"},
		"a table": {`<w:tbl><w:tr><w:tc>` + p("", r("Boat")) + `</w:tc><w:tc>` + p("", r("Day")) + `</w:tc></w:tr><w:tr><w:trPr><w:del/></w:trPr><w:tc>` + p("", r("Sol")) + `</w:tc></w:tr><w:tr><w:tc>` + p("", r("Luz")) + `</w:tc><w:tc>` + p("", r("12")) + `</w:tc></w:tr></w:tbl>`,
			"| Boat | Day |\n| --- | --- |\n| Luz | 12 |", "Sol"},
		"a text box, written twice": {p("", r("Before.")+`<w:r><mc:AlternateContent xmlns:mc="mc"><mc:Choice><w:drawing><w:txbxContent>`+p("", r("In a box."))+`</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>`+p("", r("In a box."))+`</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>`), "Before.\n\nIn a box.", ""},
		"words like marks":          {p("", r("[^1]: *not* a note")), `\[^1]: \*not\* a note`, ""},
	} {
		t.Run(name, func(t *testing.T) {
			a, problems := read(input{"a.docx", wordFile(t, p("Titel", r("The night ferry"))+p("", r("By Luis Rey"))+c.in)})
			if a == nil {
				t.Fatal(problems)
			}
			same(t, strings.TrimSpace(a.Body), c.want)
			same(t, a.Title+"|"+strings.Join(a.Authors, ",")+"|"+string(a.Published)+"|"+string(a.made), "The night ferry|Luis Rey||2024-06-03")
			same(t, strings.TrimSpace(strings.ReplaceAll(strings.ReplaceAll(strings.Join(a.Left, ";"), "Who says so?;Brisa Post, draft", ""), ";", "")), c.left)
		})
	}
}

// What is known of a file by its properties is told as that.
func TestWordProperties(t *testing.T) {
	a, problems := read(input{"a.docx", wordFile(t, p("", r("The ferry was late on Sunday, and nobody was hurt.")))})
	if a == nil {
		t.Fatal(problems)
	}
	same(t, a.Title+"|"+strings.Join(a.Authors, ","), "Template of 2019|Ana Luz")
	var rules []string
	for _, p := range problems {
		rules = append(rules, p.Rule)
	}
	same(t, strings.Join(rules, " "), "comment author")
	if !strings.Contains(a.String(), "\n# published: 2024-06-03 is when the file was made") || strings.Contains(a.String(), "\npublished:") {
		t.Error(a.String())
	}
}

const openHead = `<office:document xmlns:office="o" xmlns:text="t" xmlns:style="s" xmlns:fo="f" xmlns:table="b" xmlns:xlink="x" xmlns:draw="d" xmlns:dc="c" xmlns:meta="m">
<office:meta><dc:title>Untitled 1</dc:title><meta:creation-date>2024-06-03T09:00:00</meta:creation-date></office:meta>
<office:styles><style:style style:name="Title" style:family="paragraph"/><style:style style:name="Quotations" style:family="paragraph"/>
<style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style><style:style style:name="T2" style:family="text"><style:text-properties text:display="none"/></style:style>
<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1"/><text:list-level-style-bullet text:level="2"/></text:list-style></office:styles>
<office:master-styles><style:master-page><style:footer><text:p>Brisa Post</text:p></style:footer></style:master-page></office:master-styles><office:body><office:text>`

// What LibreOffice writes.
func TestOpenDocument(t *testing.T) {
	for name, c := range map[string]struct{ in, want, left string }{
		"deleted":     {`<text:tracked-changes><text:changed-region><text:deletion><office:change-info><dc:creator>Ana</dc:creator></office:change-info><text:p>sank</text:p></text:deletion></text:changed-region></text:tracked-changes><text:p>The ferry <text:change/><text:change-start/>was late<text:change-end/>.</text:p>`, "The ferry was late.", "sank"},
		"a comment":   {`<text:p>The ferry<office:annotation><dc:creator>Ana</dc:creator><text:p>Who says so?</text:p></office:annotation>.</text:p>`, "The ferry.", "Who says so?"},
		"hidden":      {`<text:p>The ferry.<text:span text:style-name="T2">Call Ana.</text:span></text:p><text:section text:display="none"><text:p>Not this.</text:p></text:section>`, "The ferry.", "Call Ana. Not this."},
		"a note":      {`<text:p>The quay<text:note><text:note-citation>7</text:note-citation><text:note-body><text:p>It has no light.</text:p></text:note-body></text:note> is <text:span text:style-name="T1">dark</text:span>.</text:p>`, "The quay[^1] is **dark**.\n\n[^1]: It has no light.", ""},
		"a heading":   {`<text:list><text:list-item><text:h text:outline-level="2">Of lights</text:h></text:list-item></text:list><text:p text:style-name="Quotations">Nobody.</text:p>`, "## Of lights\n\n> Nobody.", ""},
		"lists":       {`<text:list text:style-name="L1"><text:list-item><text:p>one</text:p><text:list><text:list-item><text:p>deeper</text:p></text:list-item></text:list></text:list-item></text:list><text:p>Words.</text:p><text:list text:style-name="L1" text:continue-numbering="true"><text:list-item><text:p>two</text:p></text:list-item></text:list>`, "1. one\n   - deeper\n\nWords.\n\n2. two", ""},
		"spaces":      {`<text:p>The<text:s text:c="3"/>ferry<text:tab/>was<text:line-break/>late.</text:p>`, "The ferry was\\\nlate.", ""},
		"a link":      {`<text:p><text:a xlink:href="https://example.org/">The log</text:a> says <text:a xlink:href="javascript:x()">so</text:a>.</text:p>`, "[The log](https://example.org/) says so.", ""},
		"a table":     {`<table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>Boat</text:p></table:table-cell><table:table-cell><text:p>Day</text:p></table:table-cell></table:table-row></table:table-header-rows><table:table-row><table:table-cell><text:p>Luz</text:p></table:table-cell><table:table-cell><text:p>12</text:p></table:table-cell></table:table-row></table:table>`, "| Boat | Day |\n| --- | --- |\n| Luz | 12 |", ""},
		"a text box":  {`<text:p>Before.<draw:frame><draw:text-box><text:p>In a box.</text:p></draw:text-box></draw:frame></text:p>`, "Before.\n\nIn a box.", ""},
		"of contents": {`<text:table-of-content><text:index-body><text:p>Of lights 3</text:p></text:index-body></text:table-of-content><text:p>Words.</text:p>`, "Words.", "Of lights 3"},
	} {
		t.Run(name, func(t *testing.T) {
			flat := openHead + `<text:p text:style-name="Title">The night ferry</text:p>` + c.in + `</office:text></office:body></office:document>`
			for form, in := range map[string]input{"flat": {"a.fodt", []byte(flat)}, "packed": {"a.odt", zipped(t, "mimetype", "x", "content.xml", flat)}} {
				a, problems := read(in)
				if a == nil {
					t.Fatal(form, problems)
				}
				same(t, strings.TrimSpace(a.Body), c.want)
				same(t, a.Title+"|"+string(a.made), "The night ferry|2024-06-03")
				same(t, strings.TrimSpace(strings.ReplaceAll(strings.Join(a.Left, " "), "Brisa Post", "")), c.left)
			}
		})
	}
}

// Archives that no word processor wrote, damaged ones, and such as would fill a machine.
func TestHostileArchives(t *testing.T) {
	body := p("", r("The ferry was late."))
	deep := strings.Repeat("<w:ins>", 400) + strings.Repeat("</w:ins>", 400)
	good := wordFile(t, body)
	for name, data := range map[string][]byte{
		"another archive":     zipped(t, "a.txt", "x"),
		"cut off":             good[:len(good)/2],
		"damaged":             bytes.Replace(good, []byte("PK\x01\x02"), []byte("PK\x01\x03"), 1),
		"blown up":            wordFile(t, p("", r(strings.Repeat("a", 40<<20)))),
		"packed very tightly": wordFile(t, p("", r(strings.Repeat("a", 5<<20)))),
		"very deep":           wordFile(t, p("", deep)),
		"an entity":           zipped(t, "content.xml", `<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>`),
		"a part twice":        zipped(t, "content.xml", "<a/>", "content.xml", "<a/>"),
		"no text":             wordFile(t, ""),
		"a main part missing": zipped(t, "_rels/.rels", wordRoot),
	} {
		if a, problems := read(input{"a.docx", data}); a != nil || len(problems) == 0 || problems[0].Pos.Path != "a.docx" || problems[0].Hint == "" {
			t.Error(name, a != nil, problems)
		}
	}
}

func FuzzWord(f *testing.F) {
	f.Add(p("Titel", r("a")+`<w:r><w:footnoteReference w:id="2"/></w:r>`)+`<w:tbl><w:tr><w:tc>`+p("", r("b"))+`</w:tc></w:tr></w:tbl>`, wordStyles, wordLists, wordNotes)
	f.Fuzz(func(t *testing.T, body, styles, lists, notes string) {
		data := zipped(t, "_rels/.rels", wordRoot, "word/document2.xml", `<w:document><w:body>`+body+`</w:body></w:document>`, "word/_rels/document2.xml.rels", wordLinks,
			"word/styles.xml", styles, "word/numbering.xml", lists, "word/footnotes.xml", notes)
		if a, problems := read(input{"a.docx", data}); a == nil && len(problems) == 0 {
			t.Error("no article and no problem")
		}
	})
}

func FuzzOpenDocument(f *testing.F) {
	f.Add(openHead + `<text:p>a<text:note><text:note-body><text:p>b</text:p></text:note-body></text:note></text:p></office:text></office:body></office:document>`)
	f.Fuzz(func(t *testing.T, flat string) {
		if a, problems := read(input{"a.fodt", []byte(flat)}); a == nil && len(problems) == 0 {
			t.Error("no article and no problem")
		}
	})
}
