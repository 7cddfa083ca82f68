// The music operator's hand on the player of the hall: decks, what comes and whether it is armed, GO, silence, and
// the recordings to play by hand.

import { badge, doingOf, dueIn, isReady, phaseOf, recordingOf, shapeOf } from "./cues.js";
import { decks } from "./decks.js";
import { question } from "./dialogs.js";
import { draw, el, mark, put } from "./dom.js";
import { countDown } from "./formats.js";
import { armedWords, nextSound } from "./machine.js";
import { silencing, soundOrders, trackButtons } from "./sounding.js";
import { say, words } from "./words.js";

const GUARD = 700; // two presses of GO within it are one, as on the console

/**
 * Build it: `board` is to be looked at, `hand` to be pressed, `told` what came of it, and `pad` the row of
 * small buttons. `paint(picture, show)` and `tick(picture, show)` keep it true, `reach(isThere)` lets nothing
 * be pressed that cannot be heard.
 */
export function soundDesk() {
  const shown = decks();
  const next = el("ol", { class: "coming-cues" });
  const tracks = el("ol", { class: "tracks" });
  const where = el("p", { class: "where quiet" });
  const nextPart = el("fieldset", { class: "controls next-part" }, el("h2", {}, words.comes), next);
  const trackPart = el("fieldset", { class: "controls track-part" }, el("h2", {}, words.sound.tracks), tracks);
  const board = el("section", { class: "desk", "aria-label": words.roles.music }, shown.node, nextPart, trackPart, where);

  const told = el("p", { class: "told", role: "status" });
  const goWhat = el("span", { class: "go-what" });
  const goState = el("span", { class: "go-state" });
  const go = el("button", { type: "button", class: "go", "data-key": "go", onclick: onGo }, el("strong", { class: "go-word" }, `▶ ${words.go}`), goWhat, goState);
  const orders = soundOrders({ seen: () => picture, tell });
  const silence = silencing(orders, () => clock);
  const pad = el("div", { class: "pad sound-pad" }, silence.buttons);
  const hand = el("fieldset", { class: "controls desk-hand" }, go, pad);

  let picture = null;
  let clock = null;
  let pressedAt = -Infinity;
  let heardOf = null; // the cue and its state that were last announced

  function tell(text, isBad = false) {
    put(told, text);
    mark(told, "data-refused", isBad ? "yes" : null);
  }

  function reach(isThere) {
    for (const part of [nextPart, trackPart, hand]) mark(part, "disabled", !isThere);
  }

  function paint(newest, show) {
    [picture, clock] = [newest, show];
    const { sound, cues } = picture;
    shown.paint(sound);
    put(where, say(words.sound.player, { where: words.players[sound.player] ?? sound.player }));
    const wanted = sound.coming.map((id) => cues.find((cue) => cue.cue_id === id)).filter(Boolean);
    draw(next, wanted, () => (wanted.length ? wanted.map(nextCue) : el("li", { class: "quiet" }, words.nothing_to_load)));
    trackButtons(tracks, sound, orders.play);
    tick(picture, show);
  }

  function tick(newest, show) {
    [picture, clock] = [newest, show];
    shown.tick(picture.sound, show);
    silence.tick();
    paintGo();
    for (const node of next.querySelectorAll("[data-waits]")) {
      const cue = picture.cues.find((one) => one.cue_id === node.dataset.waits);
      if (cue) put(node, stateOf(cue, show));
    }
  }

  function paintGo() {
    const cue = nextSound(picture.cues);
    mark(go, "aria-disabled", cue === null ? "true" : null);
    mark(go, "data-cue", cue?.cue_id);
    mark(go, "data-tone", toneOf(cue));
    draw(goWhat, cue && [cue.number, cue.text, cue.mark, cue.do, cue.track_title], () => (cue === null ? words.nothing_comes : [el("span", { class: "number" }, cue.number), " ", cue.text || cue.track_title || doingOf(cue), " ", badge(cue)]));
    put(goState, cue === null ? "" : stateOf(cue, clock));
    const said = cue?.by_machine ? `${cue.number} ${cue.text} ${armedWords(cue)}` : "";
    if (said && heardOf !== null && said !== heardOf) clock.announce(said);
    heardOf = said;
  }

  function nextCue(cue) {
    const title = recordingOf(cue);
    // where both decks are taken there is nothing to load it on
    const isBare = cue.by_machine && !cue.armed && (cue.failure || !cue.taken);
    return el(
      "li",
      { class: "coming-cue", "data-cue": cue.cue_id, "data-lamp": cue.by_machine ? cue.lamp : null },
      el("p", { class: "what" }, el("span", { class: "number" }, cue.number), " ", title, " ", badge(cue)),
      el("p", { class: "state", "data-waits": cue.cue_id }, stateOf(cue, clock)),
      cue.pre_wait_s > 0 && el("p", { class: "detail" }, say(words.sound.waits, { count: countDown(cue.pre_wait_s * 1000) })),
      cue.failure && el("p", { class: "detail" }, cue.file),
      isBare && el("button", { type: "button", class: "arm", "data-key": `arm ${cue.cue_id}`, "aria-label": `${words.arm}: ${title}`, onclick: () => orders.arm(cue) }, `↻ ${words.arm}`),
    );
  }

  async function onGo() {
    const at = performance.now();
    const cue = nextSound(picture.cues);
    if (at - pressedAt < GUARD || cue === null) return;
    pressedAt = at;
    const title = `${cue.number} ${cue.text}`;
    if (cue.phase === "later" && !(await question(say(words.desk.early, { title }), words.desk.early_why, words.yes_early))) return;
    orders.send({ do: "go", cue_id: cue.cue_id }, say(words.desk.gone, { title }));
  }

  return { board, hand, told, pad, paint, tick, reach };
}

// GO is green for what is armed and whose turn it is, and for what a hand has answered.
function toneOf(cue) {
  if (cue === null) return "over";
  if (isReady(cue)) return "ready";
  return cue.by_machine && cue.phase !== "later" ? cue.lamp : "cue";
}

/** `● ĐÃ NẠP · sau 0:42`. */
function stateOf(cue, show) {
  const isSoon = cue.phase !== "later" || cue.do === "play";
  const said = cue.by_machine && isSoon ? armedWords(cue) : phaseOf(cue, show);
  const when = cue.phase === "due" && cue.by_machine ? words.cue_due : dueIn(cue, show);
  return `${shapeOf(cue)} ${[said, when, cue.go === "auto" && words.automatic].filter(Boolean).join(" · ")}`;
}
