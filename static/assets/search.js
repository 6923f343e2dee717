// Search in the browser, over the files that package search makes (their format is
// documented there). Nothing is fetched: files are scripts, so a page opened from
// disk can search too.
//
// It mounts on every <form data-search> that holds an <input type="search">, and
// shows results in the form's (or else the page's) [data-search-results]. A form with
// data-search="page" is the search page's: it offers filters, reads ?q= and ?in= and
// shows more on demand; every other one is a box that opens under its field. The
// attributes of <html> used: data-root (path to the site's root), lang, and
// data-search-key="off", which keeps "/" from focusing the field.

const root = document.documentElement.dataset.root || "";

// Files

const files = new Map(); // name → promise of its data
const arrived = new Map(); // name → data

window.glossator = window.glossator || {};
window.glossator.search = (name, data) => arrived.set(name, data);

let version = "";

function load(name) {
  if (!files.has(name)) {
    files.set(name, new Promise((done, failed) => {
      const script = document.createElement("script");
      script.src = `${root}search/${name}.js${version && "?v=" + version}`;
      script.onload = () => (arrived.has(name) ? done(arrived.get(name)) : failed(new Error(name)));
      script.onerror = () => {
        files.delete(name); // the next search tries again
        failed(new Error(name));
      };
      document.head.append(script);
    }));
  }
  return files.get(name);
}

let site; // what meta says

async function open() {
  if (site) return site;
  const meta = await load("meta");
  version = meta.version;
  const prefixes = (list) => (list === undefined ? null : new Set(list.split(" ")));
  site = { ...meta, words: prefixes(meta.words), ends: prefixes(meta.ends), labels: meta.labels || {} };
  return site;
}

const label = (text) => (site && site.labels[text]) || text;

// node is the file of the longest prefix of the word that has one.
function node(name, word) {
  const letters = Array.from(word);
  for (let n = letters.length; n > 0; n--) {
    const prefix = letters.slice(0, n).join("");
    if (site[name].has(prefix)) {
      const safe = letters.slice(0, n).map((c) => (/[a-z0-9]/.test(c) ? c : "_" + c.codePointAt(0).toString(16)));
      return { file: `${name}-${safe.join("")}`, prefix };
    }
  }
  return { file: name, prefix: "" };
}

// Words: the same rules as internal/search/word.go.

const wordly = "(?![\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}])[\\p{L}\\p{M}\\p{N}\\u00AD\\u200C-\\u200F\\u2060\\uFEFF]";
const pattern = new RegExp(
  `[\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}]|\\p{L}(?:\\.(?![\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}])\\p{L}(?!${wordly}))+(?!${wordly})|(?:${wordly})+(?:(?<=[0-9])[.,](?=[0-9])(?:${wordly})+)*`,
  "gu");
const spelled = { ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", þ: "th", ł: "l", ı: "i", ħ: "h", ς: "σ" };

function fold(word) {
  const letters = Array.from(word, (c) => (/[가-힣]/.test(c) ? c : c.normalize("NFKD")).replace(/[^\p{L}\p{N}\p{Mc}]/gu, "").toLowerCase());
  if (/[0-9]\.[0-9]/.test(word)) Array.from(word).forEach((c, i) => { if (c === ".") letters[i] = c; });
  return Array.from(letters.join("").replace(/[ßæœøđðþłıħς]/g, (c) => spelled[c])).slice(0, 40).join("");
}

// words lists a text's words as {word, start, end}.
function words(text) {
  const all = [];
  for (const m of text.matchAll(pattern)) {
    const word = fold(m[0]);
    if (word) all.push({ word, start: m.index, end: m.index + m[0].length });
  }
  return all;
}

// Matching

const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const value = Object.fromEntries(Array.from(digits, (c, i) => [c, i]));

function numbers(list) {
  const all = [];
  let at = -1, n = 0, shift = 0;
  for (const c of list) {
    const d = value[c];
    n += (d & 31) << shift;
    shift += 5;
    if (d < 32) {
      at += n + 1;
      all.push(at);
      n = shift = 0;
    }
  }
  return all;
}

// slips is in how many letters two words differ (a letter wrong, missing, too many, or
// two exchanged: optimal string alignment), or most+1 where they differ in more. With
// begun, the end of b does not count.
function slips(a, b, most, begun) {
  if (!begun && Math.abs(a.length - b.length) > most) return most + 1;
  const width = Math.min(b.length, a.length + most);
  let before = [], row = Array.from({ length: width + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    let least = i;
    for (let j = 1; j <= width; j++) {
      let d = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) d = Math.min(d, before[j - 2] + 1);
      next.push(d);
      least = Math.min(least, d);
    }
    if (least > most) return most + 1;
    before = row;
    row = next;
  }
  return begun ? Math.min(...row) : width < b.length ? most + 1 : row[width];
}

function forgiven(word) {
  return /[0-9]/.test(word) ? 0 : word.length >= 8 ? 2 : word.length >= 4 ? 1 : 0;
}

// lines reads a words file: [word, lists] of each word.
const read = new Map();
async function lines({ file, prefix }) {
  if (!read.has(file)) {
    const data = await load(file);
    read.set(file, data.split(";").slice(0, -1).map((line) => {
      const gap = line.indexOf(" ");
      return [prefix + line.slice(0, gap), line.slice(gap + 1)];
    }));
  }
  return read.get(file);
}

// candidates are the index's words that a typed word may stand for, each with how
// near it is (1: the same).
async function candidates(word, last) {
  const here = await lines(node("words", word));
  let found = [];
  for (const [w, lists] of here) {
    if (w === word) found.push({ word: w, lists, near: 1 });
    else if (w.startsWith(word) && (last || word.length > 2)) found.push({ word: w, lists, near: 0.2 + (0.6 * word.length) / w.length });
  }
  if (found.length > 40) found = found.sort((a, b) => (b.near === 1) - (a.near === 1) || b.lists.length - a.lists.length).slice(0, 40);
  const most = forgiven(word);
  if (found.length || !most) return found;
  for (const [w, lists] of here) {
    const n = slips(word, w, most, last);
    if (n <= most) found.push({ word: w, lists, near: 0.4 / n });
  }
  if (found.length || !site.ends) return nearest(found);
  const { file, prefix } = node("ends", Array.from(word).reverse().join(""));
  const alike = (await load(file)).split(";").slice(0, -1)
    .map((end) => Array.from(prefix + end).reverse().join(""))
    .filter((w) => slips(word, w, most) <= most)
    .sort((a, b) => slips(word, a, most) - slips(word, b, most))
    .slice(0, 3);
  for (const w of alike) {
    const line = (await lines(node("words", w))).find(([x]) => x === w);
    if (line) found.push({ word: w, lists: line[1], near: 0.4 / slips(word, w, most) });
  }
  return nearest(found);
}

// nearest drops words with two slips where one with a single slip is known.
function nearest(found) {
  const best = Math.max(0, ...found.map((c) => c.near));
  return found.filter((c) => c.near === best).slice(0, 20);
}

const articleLists = 4, named = 5, marked = 7; // lists: see package search
const weights = [1, 1.6, 2.2, 4, 1.5, 6, 9];

// find answers a query: its results' numbers, best first, and every word that counts
// as a hit. filter is "", "articles" or a facet's id.
async function find(query, filter) {
  await open();
  let typed = words(query).map((w) => w.word);
  if (typed.some((w) => w.length > 1)) typed = typed.filter((w) => w.length > 1 || w > "\u02ff" || /[0-9]/.test(w));
  typed = [...new Set(typed)].slice(0, 8);
  const unfinished = /[\p{L}\p{M}\p{N}]$/u.test(query);
  const facet = site.facets.findIndex(([id]) => id === filter);
  const articles = new Tally(filter === "" || filter === "articles" || facet >= 0);
  const entries = new Tally(filter === "" || facet >= 0);
  const hits = new Set();
  const all = await Promise.all(typed.map((w, i) => candidates(w, unfinished && i === typed.length - 1)));
  const inMarks = new Set();
  all.forEach((found) => {
    for (const { word, lists, near } of found) {
      hits.add(word);
      const of = lists.split(",").map(numbers);
      const count = (from, to) => of.slice(from, to).reduce((n, list) => n + list.length, 0);
      const rareArticle = Math.log(1 + site.articles / (1 + count(0, articleLists))) + 0.1;
      const rareEntry = Math.log(1 + site.entries / (1 + count(articleLists, marked))) + 0.1;
      of.slice(0, marked).forEach((list, i) => {
        if (i < articleLists) articles.add(list, near * weights[i] * rareArticle);
        else entries.add(list, near * weights[i] * rareEntry, i >= named);
      });
      if (facet >= 0 && of[marked + facet]) of[marked + facet].forEach((n) => inMarks.add(n));
    }
    articles.next();
    entries.next();
  });
  if (facet >= 0) articles.keep((n) => inMarks.has(n));
  if (facet >= 0) entries.keep((n) => facetOf(n) === facet);
  const results = [...entries.list("entries"), ...articles.list("articles")];
  const most = Math.max(0, ...results.map((r) => r.words));
  return {
    hits,
    facet,
    results: results.filter((r) => r.words === most)
      .sort((a, b) => (b.named === most) - (a.named === most) || b.score - a.score || (a.kind === "entries" ? a.number - b.number : b.number - a.number)),
  };
}

// near is the query as it was read where a word of it stands nowhere: the words nearest to
// those typed. It is "" where every word was found.
function near(query, hits) {
  let other = false;
  const read = words(query).map(({ word }) => {
    if ([...hits].some((h) => h.startsWith(word))) return word;
    const best = [...hits].sort((a, b) => slips(word, a, 2, true) - slips(word, b, 2, true))[0];
    if (!best || slips(word, best, 2, true) > 2) return word;
    other = true;
    return best;
  });
  return other ? read.join(" ") : "";
}

function facetOf(entry) {
  let facet = 0;
  site.facets.forEach(([, , first], i) => { if (entry >= first) facet = i; });
  return facet;
}

// Tally adds up the documents' scores: of each typed word the best counts.
class Tally {
  constructor(wanted) {
    this.wanted = wanted;
    this.all = new Map();
    this.word = new Map();
  }
  add(list, score, named) {
    if (!this.wanted) return;
    for (const n of list) {
      const was = this.word.get(n);
      if (!was) this.word.set(n, { score, named });
      else {
        was.score = Math.max(was.score, score);
        was.named = was.named || named;
      }
    }
  }
  next() {
    for (const [n, { score, named }] of this.word) {
      const sum = this.all.get(n) || { score: 0, words: 0, named: 0 };
      sum.score += score;
      sum.words++;
      if (named) sum.named++;
      this.all.set(n, sum);
    }
    this.word.clear();
  }
  keep(good) {
    for (const n of this.all.keys()) if (!good(n)) this.all.delete(n);
  }
  list(kind) {
    return Array.from(this.all, ([number, sum]) => ({ kind, number, ...sum }));
  }
}

// Results

// text is a result's document.
async function text({ kind, number }) {
  const group = kind === "articles" ? site.group : site.entryGroup;
  const [path, title, day, about, body] = (await load(`${kind}-${Math.floor(number / group)}`))[number % group];
  return { path, title, day, about, body };
}

// sentences lists a body's sentences, each with its plain text and its marks.
function sentences(body) {
  return body.split("\x01").slice(1).flatMap((block) => {
    const [paragraph, ...list] = block.split("\x02");
    return list.map((drawn) => {
      const marks = [];
      let plain = "";
      for (const piece of drawn.split(/([\x03\x0e-\x1f])/)) {
        const code = piece.length === 1 ? piece.charCodeAt(0) : 32;
        if (code >= 14 && code < 32) marks.push({ facet: code - 14, start: plain.length, end: plain.length });
        else if (code === 3 && marks.length) marks[marks.length - 1].end = plain.length;
        else plain += piece;
      }
      return { paragraph, plain, marks };
    });
  });
}

// passage is the sentence to show: the one with most of the hits, the filter's marks
// first.
function passage(body, { hits, facet }) {
  let best, most = -1;
  for (const s of sentences(body)) {
    const found = words(s.plain).filter((w) => hits.has(w.word));
    const inside = found.some((w) => s.marks.some((m) => m.facet === facet && m.start <= w.start && w.end <= m.end));
    const score = 2 * new Set(found.map((w) => w.word)).size + (inside ? 20 : 0) + (s.marks.length && found.length ? 1 : 0);
    if (score > most) {
      best = { ...s, found };
      most = score;
    }
  }
  return best;
}

const element = (name, ...children) => {
  const e = document.createElement(name);
  e.append(...children);
  return e;
};

// drawn is a sentence as nodes: hits in <mark>, an entry's mention in
// <span data-facet>. Long ones are cut around the first hit.
function drawn({ plain, marks, found }) {
  const longest = 260;
  let from = 0, to = plain.length;
  if (to > longest) {
    const first = found.length ? found[0].start : 0;
    from = Math.max(0, Math.min(first - 80, to - longest));
    if (from > 0) from = plain.indexOf(" ", from) + 1;
    if (from + longest < to) to = plain.lastIndexOf(" ", from + longest);
  }
  const clip = (n) => Math.max(from, Math.min(to, n));
  const withHits = (start, end) => {
    const nodes = [];
    let at = start;
    for (const w of found) {
      if (w.start < at || w.end > end) continue;
      nodes.push(plain.slice(at, w.start), element("mark", plain.slice(w.start, w.end)));
      at = w.end;
    }
    return [...nodes, plain.slice(at, end)];
  };
  const nodes = [from > 0 ? "… " : ""];
  let at = from;
  for (const m of marks) {
    const start = clip(m.start), end = clip(m.end);
    if (start >= end) continue;
    const span = element("span", ...withHits(start, end));
    span.dataset.facet = site.facets[m.facet][0];
    nodes.push(...withHits(at, start), span);
    at = end;
  }
  nodes.push(...withHits(at, to), to < plain.length ? " …" : "");
  return nodes.filter((n) => n !== "");
}

async function item(result, answer) {
  const doc = await text(result);
  const best = passage(doc.body, answer);
  const li = element("li");
  const entry = result.kind === "entries";
  const link = element("a", ...drawn({ plain: doc.title, marks: [], found: words(doc.title).filter((w) => answer.hits.has(w.word)) }));
  link.href = root + doc.path + (!entry && best && best.found.length && best.paragraph ? "#p" + best.paragraph : "");
  const about = element("small", doc.about);
  if (entry) li.dataset.facet = site.facets[facetOf(result.number)][0];
  if (doc.day) {
    const time = element("time", shownDay(doc.day));
    time.dateTime = doc.day;
    about.append(doc.about ? ", " : "", time);
  }
  li.append(link, " ", about);
  if (best) li.append(element("p", ...drawn(best)));
  return li;
}

function shownDay(day) {
  const [year, month, date] = day.split("-").map(Number);
  return new Date(Date.UTC(year, month - 1, date)).toLocaleDateString(document.documentElement.lang || undefined,
    { timeZone: "UTC", year: "numeric", month: "long", day: "numeric" });
}

// The form

const batch = 5; // results shown at once: each may be a file

function mount(form) {
  const input = form.querySelector("input[type=search]");
  const place = form.querySelector("[data-search-results]") || document.querySelector("[data-search-results]:not(form *)");
  if (!input || !place) return;
  const whole = form.dataset.search === "page";
  const status = element("p");
  status.setAttribute("role", "status");
  const list = element("ol");
  const more = element(whole ? "button" : "a");
  if (whole) more.type = "button";
  const filters = element("fieldset");
  place.append(...(whole ? [filters] : []), status, list, more);
  filters.hidden = more.hidden = true;
  place.hidden = !whole;

  let turn = 0; // of the newest query: answers to older ones are dropped
  let answer = null;

  const chosen = () => (filters.querySelector("input:checked") || { value: "" }).value;

  async function run() {
    const mine = ++turn;
    const query = input.value.trim();
    if (!query) return clear();
    place.hidden = false;
    if (!site) status.textContent = label("Searching…");
    try {
      await open();
      if (whole) offerFilters();
      const found = await find(input.value.trimStart(), chosen());
      const items = await Promise.all(found.results.slice(0, batch).map((r) => item(r, found)));
      if (mine !== turn) return;
      answer = found;
      list.replaceChildren(...items);
      if (index) index.hidden = items.length > 0;
      const n = found.results.length;
      const meant = near(query, found.hits);
      status.textContent = (meant ? `${label("Showing results for")} “${meant}”. ` : "") + (n === 0 ? label("No results") : n === 1 ? label("One result") : `${label("Results")}${label(": ")}${n.toLocaleString(document.documentElement.lang || undefined)}`);
      showMore();
      if (whole) remember(query);
    } catch (e) {
      if (mine === turn) status.textContent = label("The index could not be read");
    }
  }

  function clear() {
    turn++;
    answer = null;
    list.replaceChildren();
    status.textContent = "";
    more.hidden = true;
    place.hidden = !whole;
    if (index) index.hidden = false;
    if (whole) remember("");
  }

  function showMore() {
    more.hidden = !answer || answer.results.length <= list.children.length;
    more.textContent = label(whole ? "More results" : "All results");
    if (!whole) more.href = `${form.getAttribute("action")}?${new URLSearchParams({ q: input.value.trim() })}`;
  }

  async function add() {
    const mine = turn, shown = list.children.length;
    const items = await Promise.all(answer.results.slice(shown, shown + 2 * batch).map((r) => item(r, answer)));
    if (mine !== turn) return;
    list.append(...items);
    showMore();
    items[0].querySelector("a").focus();
  }

  // remember keeps the query in the address. Pages opened from disk may not change
  // theirs.
  function remember(query) {
    const now = new URLSearchParams();
    if (query) now.set("q", query);
    if (query && chosen()) now.set("in", chosen());
    try {
      history.replaceState(null, "", location.pathname + (query ? "?" + now : ""));
    } catch (e) { /* as said */ }
  }

  function offerFilters() {
    if (filters.childElementCount) return;
    const wanted = new URLSearchParams(location.search).get("in") || "";
    filters.append(element("legend", label("Show")));
    const all = [["", label("All")], ...site.facets, ["articles", label("Articles")]];
    for (const [id, plural] of all) {
      const radio = element("input");
      Object.assign(radio, { type: "radio", name: "in", value: id, checked: id === wanted });
      filters.append(element("label", radio, " " + plural));
    }
    if (!filters.querySelector("input:checked")) filters.querySelector("input").checked = true;
    filters.hidden = false;
    filters.addEventListener("change", run);
  }

  const close = () => { place.hidden = !whole; };
  const index = whole ? document.querySelector(".index") : null; // every entry, for when nothing is asked

  function key(event) {
    const links = [...place.querySelectorAll("li a, [data-search-results] > a:not([hidden])")];
    const at = links.indexOf(document.activeElement);
    if (event.key === "Escape" && !place.hidden) {
      if (whole && !input.value) return;
      event.preventDefault();
      if (whole) {
        input.value = "";
        clear();
      } else close();
      input.focus();
    } else if (event.key === "ArrowDown" && at + 1 < links.length && (at >= 0 || event.target === input)) {
      event.preventDefault();
      place.hidden = false;
      links[at + 1].focus();
    } else if (event.key === "ArrowUp" && at >= 0) {
      event.preventDefault();
      (at ? links[at - 1] : input).focus();
    }
  }

  form.addEventListener("keydown", key);
  if (!form.contains(place)) place.addEventListener("keydown", key);
  input.addEventListener("input", run);
  input.addEventListener("focus", () => { open().catch(() => {}); }); // so that the first letter finds it there
  input.addEventListener("click", () => { if (answer) place.hidden = false; });
  more.addEventListener("click", () => { if (whole) add(); });
  if (whole) {
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const first = list.querySelector("a");
      if (first) first.focus();
    });
    const query = new URLSearchParams(location.search).get("q");
    if (query) input.value = query;
    if (input.value.trim()) run();
  } else {
    const outside = (event) => { if (event.target instanceof Node && !form.contains(event.target) && !place.contains(event.target)) close(); };
    document.addEventListener("pointerdown", outside);
    document.addEventListener("focusin", outside);
  }
}

document.querySelectorAll("form[data-search]").forEach(mount);

document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  if (document.documentElement.dataset.searchKey === "off") return;
  if (event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]")) return;
  const input = document.querySelector("form[data-search=page] input[type=search]") || document.querySelector("form[data-search] input[type=search]");
  if (!input) return;
  event.preventDefault();
  input.focus();
  input.select();
});
