import { each, kept } from "./dom.js";

// marks makes the switches of the panel work: one for each facet, and one for all
// where there is more than one. What is switched off stays off on the next page.
export function marks(main) {
  const hidden = new Set((kept.get("marks") || "").split(" ").filter(Boolean));
  const switches = [...main.querySelectorAll(".switch")];
  const names = switches.map((s) => s.dataset.marks).filter((n) => n !== "all");

  function show() {
    for (const n of names) main.classList.toggle(`hide-${n}`, hidden.has(n));
    for (const s of switches) {
      const n = s.dataset.marks;
      s.setAttribute("aria-pressed", String(n === "all" ? !names.some((x) => hidden.has(x)) : !hidden.has(n)));
    }
  }

  each(".switch", (s) => s.addEventListener("click", () => {
    const on = s.getAttribute("aria-pressed") === "true";
    for (const n of s.dataset.marks === "all" ? names : [s.dataset.marks]) {
      if (on) hidden.add(n);
      else hidden.delete(n);
    }
    kept.set("marks", [...hidden].join(" "));
    show();
  }), main);
  show();
}
