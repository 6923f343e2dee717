import { all, each, kept } from "./dom.js";

// marks makes the switches work: one for each facet, and one for everything that is drawn
// in the text. What is switched off stays off on the next page.
export function marks(main) {
  const hidden = new Set((kept.get("marks") || "").split(" ").filter(Boolean));
  const switches = all(".switch", main);
  if (!switches.length) return;
  const names = switches.map((s) => s.dataset.marks).filter((n) => n !== "all");
  const off = (name) => hidden.has("all") || hidden.has(name);

  function show() {
    const none = names.every(off);
    main.classList.toggle("plain", none);
    for (const n of names) each(`.prose .mention.${n}, h1 .mention.${n}, .glosses .${n}`, (e) => quiet(e, off(n)), main);
    each(".prose .date, .prose a.figure", (e) => quiet(e, none), main);
    for (const s of switches) {
      const n = s.dataset.marks;
      s.setAttribute("aria-pressed", String(n === "all" ? !names.some(off) : !off(n)));
    }
  }

  for (const s of switches) {
    s.addEventListener("click", () => {
      const n = s.dataset.marks, on = s.getAttribute("aria-pressed") === "true";
      if (n === "all") {
        hidden.clear();
        if (on) hidden.add("all");
      } else {
        if (hidden.delete("all")) names.forEach((x) => hidden.add(x));
        if (on) hidden.add(n);
        else hidden.delete(n);
      }
      kept.set("marks", [...hidden].join(" "));
      show();
    });
  }
  if (hidden.size) show();
}

// quiet takes from a mark what makes it more than its words, and gives it back: a link, a
// stop of the Tab key, what a screen reader would say.
const loud = ["href", "tabindex", "role", "aria-label", "data-says", "data-verdict"];
const taken = new WeakMap();

function quiet(e, off) {
  e.classList.toggle("off", off);
  if (off === taken.has(e)) return;
  if (off) {
    taken.set(e, loud.map((name) => [name, e.getAttribute(name)]));
    loud.forEach((name) => e.removeAttribute(name));
    return;
  }
  for (const [name, value] of taken.get(e)) if (value !== null) e.setAttribute(name, value);
  taken.delete(e);
}
