// The switch between languages keeps the place: the paragraph that stands at the top of the
// window, or left it last, has the same id in the page's other language. It is left out
// where a site has one language.
import { all, each } from "./dom.js";

each(".langs a", (a) => a.addEventListener("click", () => {
  a.hash = all("p[id]").findLast((e) => e.getBoundingClientRect().top < 99)?.id || "";
}));
