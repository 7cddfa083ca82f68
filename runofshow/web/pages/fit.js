// Text as large as its room allows: by trying, since no rule knows how a title will wrap.

const fitted = new WeakMap();

/** Set the font size of `node`, in px between `least` and `most`, so that it does not overflow its box. */
export function fit(node, least, most) {
  const key = `${node.dataset.columns}|${node.textContent}|${node.clientWidth}|${node.clientHeight}|${innerWidth}|${most}`;
  if (fitted.get(node) === key) return;
  // a bar to scroll by would take room while we try, and keep itself in being
  node.style.overflowY = "hidden";
  let low = least;
  let high = Math.max(least, most);
  while (high - low > 0.5) {
    const size = (low + high) / 2;
    node.style.fontSize = `${size}px`;
    if (overflows(node)) high = size;
    else low = size;
  }
  node.style.fontSize = `${low}px`;
  if (overflows(node)) node.style.overflowY = "auto";
  fitted.set(node, `${node.dataset.columns}|${node.textContent}|${node.clientWidth}|${node.clientHeight}|${innerWidth}|${most}`);
}

// What is painted counts and not only the lines: WebKit leaves tails that hang below the last line out of its heights.
function overflows(node) {
  if (node.scrollHeight > node.clientHeight + 1 || node.scrollWidth > node.clientWidth + 1) return true;
  const inside = document.createRange();
  inside.selectNodeContents(node);
  const [painted, box] = [inside.getBoundingClientRect(), node.getBoundingClientRect()];
  return painted.height > box.height + 1;
}
