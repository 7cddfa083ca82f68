// Small choices of this device: letter size, reading pace, theme. A browser may forbid keeping them.

/** What was kept under `name`, else `otherwise`. */
export function kept(name, otherwise) {
  try {
    return localStorage.getItem(`runofshow.${name}`) ?? otherwise;
  } catch {
    return otherwise;
  }
}

/** Keep `value`; without storage the choice lasts as long as the page. */
export function keep(name, value) {
  try {
    localStorage.setItem(`runofshow.${name}`, value);
  } catch {
    return;
  }
}
