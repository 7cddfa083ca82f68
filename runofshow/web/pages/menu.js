// The options of this device: ground, letters, language, another screen, whether the screen is kept awake.

import { el, mark, put } from "./dom.js";
import { keep, kept } from "./kept.js";
import { words } from "./words.js";

const root = document.documentElement;
const SIZES = [0.8, 0.9, 1, 1.15, 1.3, 1.5, 1.75, 2, 2.4];

/** The menu's `node`, and `awake(isAwake)` that says so in it. `letters`: this screen's text has a size to choose. */
export function menu({ letters }) {
  const awake = el("p", { class: "awake-word" });
  const panel = el("div", { class: "panel" }, awake, grounds(), letters ? sizes() : null, links());
  const opener = el("summary", { "aria-label": words.menu, title: words.menu }, "⋯");
  const node = el("details", { class: "menu" }, opener, panel);
  node.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !node.open) return;
    node.open = false;
    opener.focus();
  });
  addEventListener("pointerdown", (event) => {
    if (node.open && !node.contains(event.target)) node.open = false;
  });
  return {
    node,
    awake(isAwake) {
      put(awake, isAwake ? `● ${words.awake}` : `○ ${words.awake_after_tap}`);
      mark(opener, "data-awake", isAwake ? "yes" : "no");
    },
  };
}

function grounds() {
  const chosen = root.dataset.ground;
  const choice = (value, label) => {
    const input = el("input", { type: "radio", name: "ground", value, checked: chosen === value });
    input.addEventListener("change", () => {
      mark(root, "data-ground", value);
      keep("theme", value);
    });
    return el("label", {}, input, " ", label);
  };
  return el(
    "fieldset",
    {},
    el("legend", {}, words.ground),
    choice("auto", words.ground_auto),
    choice("light", words.ground_light),
    choice("dark", words.ground_dark),
  );
}

function sizes() {
  let at = Math.max(0, SIZES.indexOf(Number(kept("letters", "1"))));
  const set = (next) => {
    at = Math.min(SIZES.length - 1, Math.max(0, next));
    root.style.setProperty("--letters", SIZES[at]);
    keep("letters", SIZES[at]);
  };
  set(at);
  const button = (label, text, by) => el("button", { type: "button", "aria-label": label, onclick: () => set(at + by) }, text);
  return el(
    "fieldset",
    {},
    el("legend", {}, words.letters),
    button(words.letters_smaller, "A−", -1),
    button(words.letters_larger, "A+", 1),
  );
}

function links() {
  const other = root.lang === "en" ? "vi" : "en";
  const address = new URL(location.href);
  address.searchParams.set("lang", other);
  return el(
    "p",
    { class: "links" },
    el("a", { href: address.pathname + address.search, lang: other, hreflang: other }, words.other_language),
    el("a", { href: `/?choose&lang=${root.lang}` }, words.other_screen),
  );
}
