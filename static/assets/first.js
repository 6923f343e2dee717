// What is known before anything is painted: whether this reader has met what a mark does, by
// opening one, on another article, or by switching them off. Then no article says it again.
try {
  const hint = localStorage.getItem("hint");
  if (hint && hint !== location.pathname || localStorage.getItem("marks")) document.documentElement.classList.add("knows");
} catch {
  // nothing is kept: the hint stands
}
