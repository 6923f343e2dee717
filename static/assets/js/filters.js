import { all, each } from "./dom.js";

// filters shows or hides the rows of a list by the boxes above it: a row stays while
// one of its looks is chosen. Rows without a look stay.
export function filters(main) {
  each(".filters", (box) => {
    box.hidden = false;
    const rows = all("[data-looks]", main);
    const show = () => {
      const chosen = new Set(all("input:checked", box).map((i) => i.value));
      for (const row of rows) {
        const looks = row.dataset.looks.split(" ").filter(Boolean);
        row.toggleAttribute("hidden", looks.length > 0 && !looks.some((l) => chosen.has(l)));
      }
      each("[data-group]", (group) => { group.hidden = !all("[data-looks]", group).some((r) => !r.hasAttribute("hidden")); }, main);
    };
    box.addEventListener("change", show);
  }, main);
}
