// Why a tick was not taken: it stays in reach of the thumb, wherever the list is scrolled, until it was read.

import { el, put } from "./dom.js";
import { words } from "./words.js";

/** `node` for the hand's part of a page; `tell(text)` shows why, and an earlier one with it until they are put away. */
export function refusing() {
  const list = el("ul", {});
  const node = el("section", { class: "refusing", role: "alert", hidden: true }, list, el("button", { type: "button", "data-key": "refusal read", onclick: read }, words.answer_known));

  function tell(text) {
    const said = `✗ ${words.refused}: ${text}`;
    if ([...list.children].some((one) => one.textContent === said)) return;
    const line = el("li", {});
    put(line, said);
    list.append(line);
    node.hidden = false;
  }

  function read() {
    list.replaceChildren();
    node.hidden = true;
  }
  return { node, tell };
}
