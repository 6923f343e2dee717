import { all } from "./dom.js";

// arrive leads an address whose place is no longer there to where it is now: of a text that
// was changed, and of the time when marks were numbered (#m15, #q3, #e7).
export function arrive(main) {
  const go = () => {
    const name = decodeURIComponent(location.hash.slice(1).split(":~:")[0]);
    if (!name || document.getElementById(name)) return;
    const to = numbered(name, main) || moved(name, main);
    if (to) location.replace(`#${to.id}`);
  };
  addEventListener("hashchange", go);
  addEventListener("load", () => setTimeout(go)); // before that Firefox goes nowhere
}

function numbered(name, main) {
  const [, kind, number] = name.match(/^([mqe])(\d+)$/) || [];
  if (!kind) return null;
  const marks = all({ m: ".mention[id]", q: ".quote[id]", e: ".year li[id]" }[kind], main);
  const notes = marks.filter((m) => m.closest(".note.own")); // they are read last
  return [...marks.filter((m) => !notes.includes(m)), ...notes][number - 1];
}

// moved finds what a place was named for in another paragraph, else the paragraph.
function moved(name, main) {
  const [, at, what] = name.match(/^([pq]b?\d+|b\d+)\.(.+)$/) || [];
  if (!what) return null;
  const first = what.replace(/\.\d+$/, "");
  const same = (e) => e.id.slice(e.id.indexOf(".") + 1) === first && e.id[0] === name[0];
  return all(".mention[id], .quote[id]", main).find(same) || document.getElementById(at.replace("q", "p"));
}
