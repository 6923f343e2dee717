// Tells the page around an embed how high it is, whenever that changes. Who does not listen
// sees a frame of the height that it was given, which scrolls.

if (parent !== window) {
  const root = document.documentElement;
  new ResizeObserver(() => parent.postMessage({ type: "glossator-height", height: Math.ceil(root.getBoundingClientRect().height) }, "*")).observe(root);
}
