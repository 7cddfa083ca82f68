// Which console is asked: the one that the page came from, until the show's other one calls. Every address of the
// show's own is made here. The worker that pages share and each page know it for themselves.

let at = ""; // its address; empty for the one that the page came from
let highest = 0; // the term that is obeyed; no console of a lower one is
let others = []; // the addresses of the other console
const passes = new Map(); // role -> what opens the other console: the cookie belongs to the one that gave it

/** The address of `path` there, asked with `query`, which says as which roles. */
export function reach(path, query) {
  const asked = new URLSearchParams(query);
  if (at !== "") for (const role of (query.share ?? query.as).split(",")) if (passes.has(role)) asked.append("pass", passes.get(role));
  return `${at}${path}?${asked}`;
}

/** What the stream told of the other console as `role`: {urls, pass, term}. */
export function learn(role, told) {
  passes.set(role, told.pass);
  others = told.urls;
  highest = Math.max(highest, told.term);
}

/** Where the other console is watched as one of `roles`, by its place in the list; null while none is known. */
export function watchOf(roles, place) {
  const role = roles.find((one) => passes.has(one));
  if (role === undefined || others.length === 0) return null;
  const url = others[place % others.length];
  return { url, address: `${url}/api/watch?${new URLSearchParams({ as: role, pass: passes.get(role) })}` };
}

/** Ask the console at `url` from now on, which calls in `term`; whether that is news. */
export function turnTo(url, term) {
  if (term <= highest) return false;
  [at, highest] = [url, term];
  return true;
}
