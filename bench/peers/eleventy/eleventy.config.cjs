// Used from a project folder with src/. AUTOLINK=1: links in the text, by one big regular expression.
const fs = require("fs"), path = require("path");
const KINDS = ["who", "plans", "works"];
module.exports = function (cfg) {
  cfg.addPassthroughCopy({ "src/css": "css" });
  cfg.addWatchTarget("src/css");
  for (const k of KINDS)
    cfg.addCollection(k, (c) => c.getFilteredByGlob(`src/${k}/*.md`).sort((a, b) => (a.data.title < b.data.title ? -1 : 1)));
  cfg.addCollection("articles", (c) =>
    c.getFilteredByGlob("src/articles/*.md").sort((a, b) => b.date - a.date));
  cfg.addCollection("mentions", (c) => {
    const m = new Map();
    for (const a of c.getFilteredByGlob("src/articles/*.md").sort((x, y) => y.date - x.date))
      for (const k of KINDS)
        for (const s of a.data[k] || []) {
          const key = `/${k}/${s}/`;
          if (!m.has(key)) m.set(key, []);
          m.get(key).push(a);
        }
    return m;
  });
  cfg.addCollection("byUrl", (c) => {
    const m = new Map();
    for (const k of KINDS) for (const e of c.getFilteredByGlob(`src/${k}/*.md`)) m.set(e.url, e);
    return m;
  });
  let re, url; // alias -> url, one regex, longest first; made once per build
  cfg.on("eleventy.before", () => (re = null));
  cfg.addJavaScriptFunction("autolink", function (html, collections) {
    if (!process.env.AUTOLINK) return html;
    if (!re) {
      url = new Map();
      for (const k of KINDS)
        for (const e of collections[k]) for (const f of [e.data.title, ...(e.data.aliases || [])]) url.set(f, e.url);
      const alts = [...url.keys()].sort((a, b) => b.length - a.length).map((s) => s.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
      re = new RegExp(`\\b(?:${alts.join("|")})\\b`, "g");
    }
    return html.replace(re, (f) => `<a class="m" href="${url.get(f)}">${f}</a>`);
  });
  cfg.addJavaScriptFunction("d", (date) => date.toISOString().slice(0, 10));
  return { dir: { input: "src", output: "_site" }, markdownTemplateEngine: false, htmlTemplateEngine: false, templateFormats: ["md", "11ty.js"] };
};
