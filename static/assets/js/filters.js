import { all, each } from "./dom.js";

// filters shows or hides rows by the boxes above them: a row stays while one of its looks
// is chosen. Rows without a look stay. What the day hides is hidden in another way.
export function filters(main) {
  each(".filters", (box) => {
    box.hidden = false;
    const rows = all("[data-looks]", main);
    const show = () => {
      const chosen = new Set(all("input[value^=f]:checked", box).map((i) => i.value));
      for (const row of rows) {
        const looks = row.dataset.looks.split(" ").filter(Boolean);
        row.classList.toggle("filtered", looks.length > 0 && !looks.some((l) => chosen.has(l)));
      }
      each("[data-group]", (group) => { group.classList.toggle("filtered", all("[data-looks]", group).every((r) => r.classList.contains("filtered"))); }, main);
    };
    box.addEventListener("change", show);
  }, main);
}
