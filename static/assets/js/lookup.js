// lookup loads the search only when the reader goes to the look-up box: until then a
// page does not pay for it. The box works without it, by the search page.
export function lookup() {
  const form = document.querySelector("form[data-search][data-script]");
  if (!form) return;
  const input = form.querySelector("input");
  let asked = false;
  const load = () => {
    if (asked) return;
    asked = true;
    const script = document.createElement("script");
    script.src = form.dataset.script;
    script.onload = () => {
      if (document.activeElement === input) input.dispatchEvent(new Event(input.value ? "input" : "focus"));
    };
    document.head.append(script);
  };
  input.addEventListener("focus", load);
  if (document.activeElement === input) load();

  if (document.documentElement.dataset.searchKey === "off") return;
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]")) return;
    event.preventDefault();
    input.focus();
  });
}
