import { all, each } from "./dom.js";

// folds opens what stands open beside the text on a wide screen, so that it is heard as it
// is seen, and shuts it again where it is in the way.
export function folds() {
  for (const [selector, query] of [[".menu", "(min-width: 64rem)"], [".panel details", "(min-width: 77rem)"]]) {
    const wide = matchMedia(query);
    const fold = () => each(selector, (d) => { d.open = wide.matches; });
    if (wide.matches) fold();
    wide.addEventListener("change", fold);
  }
}

// tags keeps the names over quotations from standing out of their paragraphs.
export function tags(main) {
  const speakers = all(".prose .speaker", main);
  const place = () => {
    for (const s of speakers) s.style.removeProperty("--back");
    const out = speakers.map((s) => {
      const room = s.parentElement.closest("p, li, td, blockquote, .prose").getBoundingClientRect(), at = s.getBoundingClientRect();
      const width = parseFloat(getComputedStyle(s, "::before").width) || 0;
      return document.dir === "rtl" ? room.left - (at.right - width) : at.left + width - room.right;
    });
    speakers.forEach((s, i) => { if (out[i] > 0) s.style.setProperty("--back", `${-out[i]}px`); });
  };
  if (!speakers.length) return;
  place();
  document.fonts.ready.then(place);
  addEventListener("resize", place);
}
