// The hand's end of the cue light: a lamp that says its state in a word, a shape and a colour, always in the
// same place, and one large button to answer with.

import { isAsked, lampOf, whatOf } from "./cues.js";
import { draw, el, mark, put } from "./dom.js";
import { countDown } from "./formats.js";
import { nextSound } from "./machine.js";
import { ask } from "./orders.js";
import { say, words } from "./words.js";

const LOOKS = {
  idle: ["○", words.lamp_idle],
  soon: ["○", words.lamp_idle],
  standby: ["◐", words.cue_standby],
  due: ["◐", words.cue_due],
  ready: ["●", words.cue_ready],
  go: ["▶", words.lamp_go],
};

/** Build it into `place` as `node`, with `beside` next to the lamp; `paint(picture, show)` and `tick` keep it true. */
export function answering(place, beside = null) {
  const shape = el("span", { class: "shape", "aria-hidden": "true" });
  const word = el("strong", { class: "word" });
  const when = el("span", { class: "when" });
  const what = el("span", { class: "cue-text" });
  const lamp = el("div", { class: "lamp", role: "group", "aria-label": words.lamp }, shape, el("span", { class: "said" }, word, " ", when), what);
  const told = el("p", { class: "told", role: "status" });
  const button = el("button", { type: "button", class: "known", "data-key": "known" }, words.cue_ready);
  const node = el("section", { class: "answer" }, lamp, beside, told, button);
  place.append(node);

  let asked = null;
  let sent = null;
  let state = "";

  button.addEventListener("click", async () => {
    if (asked === null || sent === asked.cue_id) return;
    const cue = asked;
    sent = cue.cue_id;
    put(told, words.sending);
    const refusal = await ask({ do: "ack", cue_id: cue.cue_id });
    put(told, refusal === null ? "" : `${words.refused}: ${refusal}`);
    // refused or unsent: the button answers again
    if (refusal !== null) sent = null;
  });

  function tick(picture, show) {
    const now = show.now();
    const lit = lampOf(picture, now);
    asked = lit.asked;
    const [form, name] = LOOKS[lit.state];
    mark(lamp, "data-state", lit.state);
    mark(lamp, "data-lamp", lit.cue?.lamp);
    mark(node, "data-for", whomFor(lit, picture.cues ?? []));
    put(shape, form);
    put(word, name);
    put(when, whenOf(lit, now));
    draw(what, lit.cue && [lit.cue.cue_id, lit.cue.text, lit.cue.mark, lit.cue.number, lit.cue.track_title], () =>
      lit.cue ? [el("span", { class: "number" }, lit.cue.number), " ", whatOf(lit.cue)] : words.no_cues,
    );
    mark(button, "aria-disabled", asked === null ? "true" : null);
    mark(button, "data-for", asked?.cue_id ?? null);
    const changed = `${lit.state} ${lit.cue?.cue_id ?? ""}`;
    if (changed !== state) {
      if (state !== "" && ["standby", "due", "go", "ready"].includes(lit.state)) show.announce(`${name} ${lit.cue.number} ${lit.cue.text}`);
      state = changed;
    }
  }

  function paint(picture, show) {
    if (sent !== null && !(picture.cues ?? []).some((cue) => cue.cue_id === sent && isAsked(cue))) sent = null;
    tick(picture, show);
  }
  return { node, paint, tick };
}

// Where a player is, GO says what is ready, and the decks say what sounds: the light is for what is left to a hand.
function whomFor({ state, cue, asked }, cues) {
  if (asked !== null) return asked.cue_id === nextSound(cues)?.cue_id ? "button" : "hand";
  return state === "go" && !["fade", "stop"].includes(cue.do) ? "hand" : "nobody";
}

function whenOf({ state, cue }, now) {
  if (cue === null || state === "go") return "";
  if (state === "soon") {
    const wait = cue.standby_at == null ? 0 : Date.parse(cue.standby_at) - now;
    return wait > 0 && wait < 3600000 ? say(words.lamp_soon, { count: countDown(wait) }) : "";
  }
  const wait = cue.expected_at == null ? 0 : Date.parse(cue.expected_at) - now;
  const soon = wait > 0 ? say(words.due_in, { count: countDown(wait) }) : "";
  if (state === "ready") return soon ? `${words.wait_for_go} · ${soon}` : words.wait_for_go;
  return soon;
}
