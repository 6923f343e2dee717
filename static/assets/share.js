// What the quiet button of a paragraph, a quotation, a figure, an entry or an event opens: a
// link to it, a citation of it, sharing it. Of a paragraph each sentence has a link too.
// Loaded by js/acts.js when the first of the buttons is pressed, or "Cite or share" opens.

import { cite } from "./js/cite.js";

const template = document.getElementById("share");
let card = null, from = null;

function share(button) {
  const again = from === button;
  close();
  if (again) return;
  from = button;
  card = template.content.firstElementChild.cloneNode(true);
  const what = of(button);
  const status = card.querySelector("[role=status]");
  const copy = (text) => write(text).then(() => { status.textContent = status.dataset.done; }, () => byHand(status, text));
  card.querySelector(".link").addEventListener("click", () => copy(what.address));
  card.querySelector(".citation").addEventListener("click", () => copy(what.citation));
  const embed = card.querySelector(".embed");
  if (embed) {
    embed.hidden = !what.embed;
    embed.addEventListener("click", () => copy(what.embed));
  }
  const send = card.querySelector(".send");
  send.hidden = !navigator.share;
  const report = document.querySelector(".report a");
  if (report) {
    const link = report.cloneNode(true);
    link.href += encodeURIComponent(`\n\n“${what.words}”\n${what.address}\n${what.entries.join(", ")}`);
    send.after(" ", link);
  }
  send.addEventListener("click", () => navigator.share({ title: document.title, text: what.words, url: what.address }).catch(() => {}));
  card.querySelector(".sentences").hidden = what.sentences.length < 2;
  card.querySelector("ol").append(...what.sentences.map((words) => {
    const li = document.createElement("li"), b = document.createElement("button");
    b.type = "button";
    b.textContent = words;
    b.addEventListener("click", () => copy(what.address.replace(/:~:.*/, "") + fragment(words)));
    li.append(b);
    return li;
  }));
  card.addEventListener("keydown", leave);
  button.setAttribute("aria-expanded", "true");
  document.body.append(card);
  place();
  card.focus({ preventScroll: true });
}

// of tells what a button stands for: its address, its words, how it is cited.
function of(button) {
  const place = button.closest("dl > *") || button.parentElement, quoted = place.querySelector(":scope > q");
  const to = quoted && place.querySelector("a[href]");
  const base = location.href.replace(/#.*/, "");
  const address = to ? to.href : place.id ? `${base}#${place.id}` : base;
  const paragraph = place.matches(".prose > p");
  const words = said(paragraph || quoted ? quoted || place : place.querySelector("h1, h2, h3, dt") || place);
  const head = said(document.querySelector("h1")), site = said(document.querySelector(".site"));
  const short = words.split(" ").length > 14 ? `${words.split(" ").slice(0, 14).join(" ")} …` : words;
  const parts = [words === head ? "" : `“${short}”`, `“${head}”`, site, address];
  const entries = [...new Set([...place.querySelectorAll(":scope [data-entry]")].map((e) => e.dataset.entry))];
  return { address, words, entries, embed: embedded(place, words), citation: parts.filter(Boolean).join(", "), sentences: paragraph ? sentences(words) : [] };
}

// embedded is what the author of another site writes to show this in a page of theirs: a
// frame. "" where there is no page for that, or where this one is read from a disk.
function embedded(place, words) {
  const heights = Object.fromEntries((template.dataset.embeds || "").split(", ").map((x) => x.split(" ")));
  const name = place.matches(".entry > .head") ? `entry-${decodeURI(location.pathname).split("/").pop().replace(/\.html$/, "")}`
    : place.matches(".kind-timeline .head") ? "timeline" : place.matches(".figures-row") ? `fig-${place.id}` : place.id;
  const height = heights[name.split("-")[0]];
  if (!height || location.protocol === "file:") return "";
  const address = new URL(`${document.documentElement.dataset.root}embed/${name}.html`, location.href).href;
  const title = `${words}, ${said(document.querySelector(".site"))}`.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;");
  return `<iframe src="${address}" title="${title}" width="100%" height="${height}" style="border:0" loading="lazy"></iframe>`;
}

// said is the words of an element: without numbers of notes and without the button.
function said(e) {
  const copy = e.cloneNode(true);
  copy.querySelectorAll("sup, .act, template").forEach((x) => x.remove());
  return copy.textContent.replace(/\s+/g, " ").trim();
}

// sentences divides a paragraph: a stop, then a space and a capital or a quotation mark. No
// stop ends a sentence behind one capital or a short word with one: "U.S.", "Mr.", "No.".
function sentences(text) {
  const all = [];
  let at = 0;
  for (const m of text.matchAll(/([.!?…][”"’)]*)\s+(?=["“‘(¿¡]?\p{Lu})|[。！？][」』]?/gu)) {
    const end = m.index + m[0].trimEnd().length;
    if (/(^|[\s.(“])\p{Lu}\p{L}{0,2}\.$/u.test(text.slice(at, end))) continue;
    all.push(text.slice(at, end).trim());
    at = end;
  }
  all.push(text.slice(at).trim());
  return all.filter(Boolean);
}

// fragment leads a browser to a sentence by its first and last words.
function fragment(sentence) {
  const words = sentence.split(" "), part = (list) => encodeURIComponent(list.join(" ")).replace(/-/g, "%2D");
  return ":~:text=" + (words.length < 9 ? part(words) : `${part(words.slice(0, 4))},${part(words.slice(-3))}`);
}

function write(text) {
  return navigator.clipboard ? navigator.clipboard.writeText(text) : Promise.reject(new Error("no clipboard"));
}

// byHand shows what could not be copied, marked, so that the reader can.
function byHand(status, text) {
  const field = document.createElement("input");
  field.value = text;
  field.readOnly = true;
  field.setAttribute("aria-label", status.dataset.byHand);
  status.replaceChildren(`${status.dataset.byHand} `, field);
  field.select();
}

function place() {
  if (matchMedia("(max-width: 40rem)").matches) return;
  const at = from.getBoundingClientRect(), wide = document.documentElement.clientWidth;
  card.style.left = `${Math.max(8, Math.min(at.left, wide - card.offsetWidth - 16)) + scrollX}px`;
  const below = at.bottom + 8 + card.offsetHeight <= innerHeight || at.top < card.offsetHeight + 8;
  card.style.top = `${(below ? at.bottom + 8 : at.top - card.offsetHeight - 8) + scrollY}px`;
}

function leave(event) {
  if (event.key !== "Tab") return;
  const stops = [...card.querySelectorAll("button, input")].filter((e) => e.offsetParent);
  const end = event.shiftKey ? stops[0] : stops[stops.length - 1];
  if (document.activeElement === end || document.activeElement === card && event.shiftKey) {
    event.preventDefault();
    close(true);
  }
}

function close(back) {
  if (!card) return;
  card.remove();
  from.removeAttribute("aria-expanded");
  if (back) from.focus({ preventScroll: true });
  card = from = null;
}

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !card || event.defaultPrevented) return;
  event.preventDefault();
  close(true);
});
document.addEventListener("click", (event) => {
  if (card && !card.contains(event.target) && !event.target.closest(".act")) close();
});

window.glossator = window.glossator || {};
window.glossator.share = share;
window.glossator.cite = cite;
