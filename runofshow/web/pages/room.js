// How large the window is, for letters that grow with it: hundredths of it in px, as --vw, --vh and --vmin.
//
// The units of CSS would do, but WebKit reckons a font size in vw or cqw without the zoom of the page and then
// zooms it too: at 200 % such letters are twice too large.

/** Keep them true on the root. */
export function followRoom() {
  const { style } = document.documentElement;
  const measure = () => {
    const [width, height] = [innerWidth / 100, innerHeight / 100];
    for (const [name, length] of Object.entries({ vw: width, vh: height, vmin: Math.min(width, height) })) style.setProperty(`--${name}`, `${length}px`);
  };
  addEventListener("resize", measure);
  measure();
}
