// Which console is asked: so far the one that the page came from. Every address of the show's own is made here.

const at = ""; // its address; empty for the one that the page came from

/** The address of `path` there, asked with `query`. */
export function reach(path, query = {}) {
  return `${at}${path}?${new URLSearchParams(query)}`;
}
