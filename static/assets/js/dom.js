// Small words for the document.

export const all = (selector, within = document) => [...within.querySelectorAll(selector)];

export const each = (selector, run, within) => all(selector, within).forEach(run);

// kept reads and writes what this reader chose. Pages opened from disk, and readers
// who keep nothing, may refuse.
export const kept = {
  get(name) {
    try {
      return localStorage.getItem(name);
    } catch {
      return null;
    }
  },
  set(name, value) {
    try {
      localStorage.setItem(name, value);
    } catch {
      // it holds for this page
    }
  },
};
