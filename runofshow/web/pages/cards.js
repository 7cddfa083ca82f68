// The field for the code on a recipient's card. A scanner in the hand types it like a keyboard and ends with Enter or
// Tab, so digits that are typed anywhere on the page go there. A phone's camera would need https, which the hall has not.

import { draw, el, mark, put } from "./dom.js";
import { asked } from "./orders.js";
import { batchName } from "./round.js";
import { say, words } from "./words.js";

const SHORTEST = 8; // digits, as core/card_code.py makes them

/** `node` holds the field and what came of the last card. */
export function cardField() {
  const field = el("input", { id: "card", name: "card", inputmode: "numeric", autocomplete: "off", maxlength: "40", enterkeyhint: "done", "data-key": "card" });
  const told = el("div", { class: "card-told", role: "status" });
  const node = el("form", { class: "card" }, el("label", { for: "card" }, `▦ ${words.card_code}`), field, el("button", { class: "main" }, words.card_say), told);
  let count = 0;

  node.addEventListener("submit", (event) => {
    event.preventDefault();
    take();
  });
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Tab" || event.shiftKey || field.value.replace(/\D/g, "").length < SHORTEST) return;
    event.preventDefault();
    take();
  });
  document.addEventListener("keydown", ({ key, ctrlKey, altKey, metaKey }) => {
    if (!/^\d$/.test(key) || ctrlKey || altKey || metaKey || document.querySelector("dialog[open]")) return;
    if (["INPUT", "TEXTAREA", "SELECT"].includes(document.activeElement?.tagName)) return;
    field.focus();
  });

  async function take() {
    const code = field.value.trim();
    if (!code) return;
    // the next card may be scanned before the answer is here
    field.value = "";
    const [of, found] = [++count, { code }];
    if (of === count) show(of, { is: "asked", said: `${code} · ${words.sending}` });
    const refusal = await asked({ do: "see", person: code }, undefined, (answer) => Object.assign(found, answer));
    const one = found.person ?? refusal?.person;
    if (refusal === null && one) return show(of, { is: "here", one });
    if (refusal === null) return show(of, { is: "here", said: code });
    if (one) return show(of, { is: "again", one });
    show(of, { is: "wrong", said: refusal.reason === "unknown_person" ? words.card_unknown : refusal.said, code });
  }

  // of two that are on their way the newer one counts
  function show(of, result) {
    if (of !== count) return;
    mark(told, "data-is", result.is);
    draw(told, [of, result], () => (result.one ? whose(result.one, result.is) : [el("p", { class: "said" }, result.is === "wrong" ? "✗ " : result.is === "here" ? "✓ " : "", result.said), result.code && el("p", { class: "quiet" }, result.code)]));
  }

  function whose(one, is) {
    const left = ["skipped", "aside"].includes(one.state) ? "left_out" : one.state;
    const place = one.place == null ? words.award.off_tray : say(words.award.on_tray, one);
    return [
      el("p", { class: "said" }, is === "again" ? "● " : "✓ ", el("strong", {}, one.shown), is === "again" && ` · ${words.card_again}`),
      one.unit && !one.shown.includes(one.unit) && el("p", { class: "fact" }, one.unit),
      one.proxy && el("p", { class: "proxy" }, `⇄ ${say(words.award.proxy, { proxy: one.proxy })}`),
      el("p", { class: "where" }, el("strong", {}, `${batchName(one, one)} · ${place}`), ` · ${words.award[`batch_${left}`]}`),
      el("p", { class: "fact" }, one.title),
      one.here && el("button", { type: "button", "data-key": "take-back", onclick: () => takeBack(one) }, words.card_take_back),
    ];
  }

  async function takeBack(one) {
    const of = ++count;
    const refusal = await asked({ do: "see", person: one.person_id, here: null });
    show(of, refusal === null ? { is: "asked", said: say(words.card_taken_back, { name: one.shown }) } : { is: "wrong", said: refusal.said });
  }
  return { node };
}
