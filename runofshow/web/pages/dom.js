// Making and changing elements. Text is always set as text: nothing anybody wrote is ever read as HTML.

/** An element with its attributes (`class`, `data-x`, `on…` handlers, `hidden` …) and children. */
export function el(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else if (value === true) made.setAttribute(key, "");
    else if (value !== false && value != null) made.setAttribute(key, value);
  }
  made.append(...children.flat(Infinity).filter((child) => child != null && child !== false));
  return made;
}

/** Set the text only when it differs: setting the same text still costs, and is spoken again. */
export function put(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

/** Set or take away an attribute, only when it differs. */
export function mark(node, name, value) {
  if (value == null || value === false) {
    if (node.hasAttribute(name)) node.removeAttribute(name);
  } else if (node.getAttribute(name) !== String(value)) node.setAttribute(name, String(value));
}

const drawn = new WeakMap();

/**
 * Fill `node` with what `build` makes, but only when `facts` have changed since the last time, so that
 * focus, scroll and a finger on a button are not lost to a change elsewhere. True when it was drawn.
 */
export function draw(node, facts, build) {
  const key = JSON.stringify(facts ?? null);
  if (drawn.get(node) === key) return false;
  drawn.set(node, key);
  const held = node.contains(document.activeElement) ? document.activeElement.dataset.key : undefined;
  node.replaceChildren(...[build()].flat(Infinity).filter((child) => child != null && child !== false));
  if (held) [...node.querySelectorAll("[data-key]")].find((child) => child.dataset.key === held)?.focus();
  return true;
}
