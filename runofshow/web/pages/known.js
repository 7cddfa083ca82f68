// What was said to the speaker's screen, which answers with one button, and that it was read: a fact, seen by the caller.

import { draw, el, mark, put } from "./dom.js";
import { ask } from "./orders.js";
import { words } from "./words.js";

/** `node` holds the newest message to `to` that waits; `paint(picture)` keeps it true and gives that message. */
export function saidTo(to, fitted = () => {}) {
  const node = el("section", { class: "said-to", role: "status", "aria-label": words.message });

  function paint(picture) {
    const message = waiting(picture, to);
    draw(node, message?.id, () => message && card(message));
    fitted();
    return message;
  }

  function card(message) {
    const told = el("p", { class: "told", role: "status" });
    const known = el("button", { type: "button", class: "known", "data-key": "known" }, words.cue_ready);
    // the message goes when the record has the answer, and the picture comes without it
    known.addEventListener("click", async () => {
      mark(known, "aria-disabled", "true");
      put(told, words.sending);
      const refusal = await ask({ do: "answer", message_id: message.id });
      mark(known, "aria-disabled", null);
      put(told, refusal === null ? "" : `${words.refused}: ${refusal}`);
      fitted();
    });
    return [el("p", { class: "text" }, message.text), known, told];
  }
  return { node, paint };
}

// The newest of the running item: what was said to the speaker before is no longer for this one.
function waiting(picture, to) {
  const since = picture.current?.started_at ?? "";
  const told = (picture.messages ?? []).filter((one) => one.to === to && one.at >= since && one.answered_at == null);
  return told.at(-1) ?? null;
}
