// How an article is cited in the formats of reference managers, made of what its page says of
// itself for machines: the original and, where ours is an account of it, the account. The
// same files are made by internal/export/cite.go where site.yaml asks for them; a test holds
// these to those.

// cite adds the links to a page's "Cite or share", unless files stand there.
export function cite(details) {
  const list = details.querySelector("[data-formats]");
  if (!list || list.querySelector("[href$='.bib'], [download]")) return;
  const name = decodeURIComponent(location.pathname.replace(/.*\//, "").replace(/\.html$/, "")), all = works(name);
  for (const [label, ending, type, made] of [
    ["BibTeX", ".bib", "application/x-bibtex", bibtex],
    ["RIS", ".ris", "application/x-research-info-systems", ris],
    ["CSL-JSON", ".csl.json", "application/vnd.citationstyles.csl+json", csl],
  ]) {
    const a = document.createElement("a");
    a.href = `data:${type};charset=utf-8,${encodeURIComponent(made(all))}`;
    a.download = name + ending;
    a.textContent = label;
    if (list.firstChild) list.append(" · ");
    list.append(a);
  }
  list.parentElement.hidden = false;
}

const some = (...words) => words.filter(Boolean);

// works reads the page: a key, a kind, a title, authors, a container, a day, an address.
function works(name) {
  const said = JSON.parse(document.querySelector("script[type='application/ld+json']").textContent);
  const based = said.isBasedOn, of = based || said;
  const key = name.replace(/[^\x00-\x7f]/gu, "_"), language = said.inLanguage, container = (of.publisher || {}).name;
  const here = said.url || (/^http/.test(location.protocol) ? location.href.replace(/[#?].*/, "") : "");
  const original = {
    key, kind: "article-newspaper", container, day: of.datePublished, language,
    authors: (of.author || []).map((a) => person(a.name, container)),
  };
  if (!based) return [{ ...original, title: said.alternativeHeadline || said.headline, url: said.sameAs || here }];
  // A title is never invented: square brackets say that this is a description.
  const title = based.headline || `[${some(container, said.contentLocation, based.datePublished).join(", ")}]`;
  const site = document.querySelector("meta[property='og:site_name']").content;
  return [{ ...original, key: `${key}-original`, title, url: based.url }, {
    key, kind: "webpage", title: said.headline, authors: [{ literal: said.author.name }], container: site, day: said.dateModified,
    url: here, language, abstract: said.description, note: some(container, based.headline, based.datePublished).join(", "),
  }];
}

// particles belong to the family name.
const particles = "de del della di da do dos van von der den ter la le el al bin ibn".split(" ");

// person takes a name apart: the last word is the family name, with the particles before it.
// A publisher, or a single word, is not taken apart.
function person(name, publisher) {
  const comma = name.indexOf(","), words = name.split(/\s+/).filter(Boolean);
  if (comma >= 0) return { family: name.slice(0, comma).trim(), given: name.slice(comma + 1).trim() };
  if (words.length < 2 || name === publisher || words[0] === "The") return { literal: name };
  let cut = words.length - 1;
  while (cut > 1 && particles.includes(words[cut - 1])) cut--;
  return { family: words.slice(cut).join(" "), given: words.slice(0, cut).join(" ") };
}

const signs = { "\\": "\\textbackslash{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}", "\n": " " };
const tex = (words = "") => words.replace(/[\\{}&%$#_~^\n]/g, (c) => signs[c] || `\\${c}`);

function bibtex(all) {
  return all.map((c) => {
    const web = c.kind === "webpage", [year, month] = (c.day || "").split("-");
    const fields = [
      ["author", c.authors.map((a) => a.literal ? `{${tex(a.literal)}}` : `${tex(a.family)}, ${tex(a.given)}`).join(" and ")],
      ["title", `{${tex(c.title)}}`], [web ? "howpublished" : "journal", tex(c.container)],
      ["year", year], ["month", (month || "").replace(/^0/, "")], ["date", c.day],
      ["url", (c.url || "").replace(/[{}\\]/g, encodeURIComponent)], ["note", tex(c.note)],
    ];
    return `@${web ? "misc" : "article"}{${c.key}${fields.filter((f) => f[1]).map(([k, v]) => `,\n  ${k} = {${v}}`).join("")}\n}\n`;
  }).join("");
}

// ris: two letters, two spaces, a hyphen; lines end in CR LF.
function ris(all) {
  return all.map((c) => [
    ["TY", c.kind === "webpage" ? "ELEC" : "NEWS"], ...c.authors.map((a) => ["AU", some(a.literal || a.family, a.given).join(", ")]),
    ["TI", c.title], ["T2", c.container], ["PY", (c.day || "").slice(0, 4)], ["DA", (c.day || "").replace(/-/g, "/")],
    ["UR", c.url], ["LA", c.language], ["AB", c.abstract], ["N1", c.note],
  ].filter((f) => f[1]).map(([k, v]) => `${k}  - ${v.trim().replace(/\s+/g, " ")}\r\n`).join("") + "ER  - \r\n").join("");
}

// csl: citeproc-js.readthedocs.io/en/latest/csl-json/markup.html
function csl(all) {
  return `${JSON.stringify(all.map((c) => ({
    id: c.key, type: c.kind, title: c.title, author: c.authors.length ? c.authors : undefined, "container-title": c.container,
    issued: c.day ? { "date-parts": [c.day.split("-").map(Number)] } : undefined,
    URL: c.url || undefined, language: c.language, abstract: c.abstract, note: c.note || undefined,
  })))}\n`;
}
