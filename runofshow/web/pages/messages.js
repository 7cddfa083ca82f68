// What was said to this hand, with quick answers, and a way to write to the caller.

import { draw, el, put } from "./dom.js";
import { ask } from "./orders.js";
import { role } from "./screen.js";
import { say, words } from "./words.js";

const ANSWERS = [words.answer_known, words.answer_wait, words.answer_not_ready, words.answer_help];

/** `waiting`: the messages not yet answered; `drawer`: a way to write. `paint(picture, show)` keeps them true. */
export function messaging() {
  const waiting = el("section", { class: "waiting", role: "status", "aria-label": words.messages });
  const told = el("p", { class: "told", role: "status" });
  const field = el("input", { type: "text", name: "text", maxlength: 400, autocomplete: "off", "aria-label": words.free_text, placeholder: words.free_text });
  const form = el("form", { class: "write" }, field, el("button", {}, words.forms.send));
  const drawer = el(
    "details",
    { class: "drawer" },
    el("summary", { title: words.write_to_caller, "aria-label": words.write_to_caller }, "✉"),
    el("div", { class: "panel" }, el("h3", {}, words.write_to_caller), el("div", { class: "quick" }, ANSWERS.map(quick)), form, told),
  );
  addEventListener("pointerdown", (event) => {
    if (drawer.open && !drawer.contains(event.target)) drawer.open = false;
  });

  async function send(text) {
    if (!text.trim()) return false;
    put(told, words.sending);
    const refusal = await ask({ do: "message", to: "caller", text: text.trim() });
    put(told, refusal === null ? say(words.message_sent, { text }) : `${words.refused}: ${refusal}`);
    return refusal === null;
  }

  function quick(text) {
    return el("button", { type: "button", "data-key": `quick ${text}`, onclick: () => send(text) }, text);
  }

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (await send(field.value)) field.value = "";
  });

  function paint(picture, show) {
    draw(waiting, unanswered(picture), () => unanswered(picture).map((message) => card(message, show)));
  }

  function card(message, show) {
    return el(
      "article",
      { class: "message", "data-message": message.id },
      el("h3", {}, `✉ ${say(words.message_from, { who: words.roles[message.by] ?? message.by })} · ${show.at(message.at)}`),
      el("p", { class: "text" }, message.text),
      el("div", { class: "quick" }, ANSWERS.slice(0, 3).map(quick)),
    );
  }
  return { waiting, drawer, paint };
}

/** What was said to this role and waits: words of its own answer all of it. */
export function unanswered(picture) {
  return (picture.messages ?? []).filter((message) => message.to === role && message.answered_at == null);
}
