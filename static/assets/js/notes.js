import { all, each } from "./dom.js";

// notes lights a note with its phrases and the phrases with their note, under the
// pointer and under the focus, and opens the folded notes where they stand beside the
// prose and the browser cannot show them by style alone.
export function notes(main) {
  let lit = [];
  const light = (event) => {
    lit.forEach((e) => e.classList.remove("lit"));
    lit = [];
    if (event.type.endsWith("out") || !(event.target instanceof Element)) return;
    const at = event.target.closest("[data-entry], .noteref, .note.own");
    if (!at) return;
    if (at.dataset.entry) lit = all(`[data-entry="${CSS.escape(at.dataset.entry)}"]`, main);
    else if (at.matches(".noteref")) lit = [document.getElementById(decodeURIComponent(at.firstChild.hash.slice(1)))].filter(Boolean);
    else lit = all(`[href="#${CSS.escape(at.id)}"]`, main);
    lit = lit.filter((e) => e.matches(".note") ? nearest(e, at) : true);
    lit.forEach((e) => e.classList.add("lit"));
  };
  for (const type of ["mouseover", "mouseout", "focusin", "focusout"]) main.addEventListener(type, light);

  // A note in a folded details is shown when its number is followed.
  const unfold = () => {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const details = target && target.closest("details:not([open])");
    if (!details || details.matches(".notes details") && matchMedia("(min-width: 64rem)").matches) return;
    details.open = true;
    target.scrollIntoView();
  };
  addEventListener("hashchange", unfold);
  unfold();

  if (CSS.supports("selector(::details-content)")) return;
  const wide = matchMedia("(min-width: 64rem)");
  const fold = () => each(".notes details", (d) => { d.open = wide.matches; }, main);
  let folded = null; // on paper, what was folded on the screen
  wide.addEventListener("change", () => folded || fold());
  addEventListener("beforeprint", () => {
    folded = all("details:not([open])");
    folded.forEach((d) => { d.open = true; });
  });
  addEventListener("afterprint", () => {
    folded.forEach((d) => { d.open = false; });
    folded = null;
  });
  fold();
}

// nearest tells whether a note is near enough to its phrase to light: notes of far
// paragraphs would only flicker out of sight.
function nearest(note, at) {
  const top = (e) => e.getBoundingClientRect().top;
  return note === at || Math.abs(top(note) - top(at)) < innerHeight;
}
