import { each } from "./dom.js";

// acts gives every paragraph, quotation, figure, entry and event one quiet button: to link
// to it, cite it, share it. What the button opens is loaded when it is first pressed, and so
// are the formats in which an article is cited.
const places = ".prose > p[id], .numbers dl > div[id], .figures-row, .year li[id], .entry > .head, .quotes > li, .path > li[id], .terms > div[id], .findings li[id], .misquoted[id], .kind-timeline .head";

export function acts(main) {
  const template = document.getElementById("share");
  if (!template) return;
  const label = template.content.firstElementChild.getAttribute("aria-label");
  each(places, (e) => {
    if (e.matches(".front p")) return; // the home page is no source
    const button = document.createElement("button");
    button.type = "button";
    button.className = "act";
    button.textContent = "⋯";
    button.setAttribute("aria-label", `${label}: ${e.textContent.trim().split(/\s+/).slice(0, 5).join(" ")} …`);
    (e.parentElement.matches("dl") ? e.querySelector("dd") : e).append(button);
  }, main);
  main.addEventListener("click", (event) => {
    const button = event.target.closest(".act");
    if (!button) return;
    use((g) => g.share(button));
  });
  each(".cite", (details) => details.addEventListener("toggle", () => use((g) => g.cite(details)), { once: true }), main);

  function use(run) {
    if (window.glossator && window.glossator.share) return run(window.glossator);
    const script = document.createElement("script");
    script.src = template.dataset.script;
    script.onload = () => run(window.glossator);
    document.head.append(script);
  }
}
