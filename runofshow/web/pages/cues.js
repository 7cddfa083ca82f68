// Cues as a hand sees them: what state they are in, in a shape, a word and a colour, and what must never be
// confused about a recording.

import { on } from "./count.js";
import { draw, el, put } from "./dom.js";
import { countDown } from "./formats.js";
import { armedWords } from "./machine.js";
import { say, words } from "./words.js";

const OVER = ["gone", "missed", "stood_down"];
const SHAPES = { later: "○", standby: "◐", overdue: "◐", ready: "●", failed: "✗", gone: "▶", missed: "✗", stood_down: "–" };

/** It will not be called any more. */
export const isOver = (cue) => OVER.includes(cue.phase);

/** The hand was told, and has not answered. What the machine carries out is no hand's to answer for. */
export const isAsked = (cue) => !cue.by_machine && (cue.lamp === "standby" || cue.lamp === "overdue");

/** GO may be green: the hand has answered, or the player has it armed. */
export const isReady = (cue) => cue.lamp === "ready";

const isTold = (cue) => cue.by_machine && !isOver(cue);

/** The shape of its lamp: ○ ◐ ● ▶ ✗ –. */
export const shapeOf = (cue) => SHAPES[cue.lamp];

/** Its phase in a few words, with the time where a clock knows it. */
export function phaseOf(cue, show) {
  if (!isTold(cue)) return plainPhase(cue, show);
  const armed = armedWords(cue);
  if (cue.phase === "later") return cue.armed || cue.failure ? `${armed} · ${plainPhase(cue, show)}` : plainPhase(cue, show);
  return [armed, cue.phase === "due" ? words.cue_due : dueIn(cue, show)].filter(Boolean).join(" · ");
}

/** `sau 0:42`, where a clock knows its moment. */
export function dueIn(cue, show) {
  const wait = cue.expected_at == null ? 0 : Date.parse(cue.expected_at) - show.now();
  return wait > 0 ? say(words.due_in, { count: countDown(wait) }) : "";
}

function plainPhase(cue, show) {
  switch (cue.phase) {
    case "later": {
      const wait = cue.standby_at == null ? 0 : Date.parse(cue.standby_at) - show.now();
      return wait > 0 && wait < 3600000 ? say(words.lamp_soon, { count: countDown(wait) }) : words.cue_later;
    }
    case "gone":
      return say(words.cue_gone, { at: show.at(cue.gone_at) });
    default:
      return words[`cue_${cue.phase}`];
  }
}

/** `♪ KHÔNG LỜI` and `♪ CÓ LỜI` differ in word, in shape and in fill; nothing for a plain recording. */
export function badge(cue) {
  switch (cue.mark) {
    case "anthem_without_words":
      return el("span", { class: "badge without" }, `■ ${words.without_words}`);
    case "anthem_with_words":
      return el("span", { class: "badge with" }, `“ ” ${words.with_words}`);
    case "clip":
      return el("span", { class: "badge clip" }, `▷ ${words.clip}`);
    default:
      return null;
  }
}

/** What is done to a recording, in a word; nothing for any other cue. */
export const doingOf = (cue) => ({ play: words.do_play, fade: words.do_fade, stop: words.do_stop })[cue.do];

/** What it asks for, with its mark: `Quốc ca không lời ■ KHÔNG LỜI`. */
export const whatOf = (cue) => [el("span", { class: "what" }, cue.text || cue.track_title || doingOf(cue) || ""), " ", badge(cue)];

/** The title of its recording, `~` before one that was guessed; what it asks for where it has none. */
export const recordingOf = (cue) => `${cue.track_assumed ? "~ " : ""}${cue.track_title ?? cue.text}`;

/** The recording and what is done to it, where the text does not say so already. */
function trackOf(cue) {
  const doing = doingOf(cue);
  if (!doing) return null;
  const title = cue.track_title ?? (cue.track || cue.do !== "play" ? null : words.no_track);
  if (title === null) return null;
  return el("span", { class: "track" }, title === cue.text ? doing : `${doing}: ${title}`);
}

/** A cue in a list; `isNext` marks the one to come. */
export function cueRow(cue, show, isNext = false) {
  return el(
    "li",
    { class: "cue", "data-phase": cue.phase, "data-lamp": cue.lamp, "data-cue": cue.cue_id, "data-machine": isTold(cue) ? "yes" : null, "aria-current": isNext ? "step" : null },
    el("span", { class: "shape", "aria-hidden": "true" }, shapeOf(cue)),
    el("span", { class: "number" }, cue.number),
    el("span", { class: "body" }, whatOf(cue), trackOf(cue)),
    el("span", { class: "phase" }, el("span", { class: "wait" }, phaseOf(cue, show)), cue.go === "auto" && !isOver(cue) ? ` · ${words.automatic}` : ""),
  );
}

/** The cues as two lists in `place`: what is to come, the next one marked, and what is over, folded away. */
export function cueLists(place, cues, show) {
  const coming = cues.filter((cue) => !isOver(cue));
  const over = cues.filter(isOver);
  const wasOpen = place.querySelector("details")?.open ?? false;
  draw(place, cues, () => [
    el("ol", { class: "cues" }, coming.length ? coming.map((cue, at) => cueRow(cue, show, at === 0)) : el("li", { class: "quiet" }, words.no_cues)),
    over.length
      ? el("details", { class: "over", open: wasOpen }, el("summary", {}, `${words.cues_over} · ${over.length}`), el("ol", { class: "cues" }, over.reverse().map((cue) => cueRow(cue, show))))
      : null,
  ]);
}

/** Keep the counts in a list of cues true. */
export function tickCues(place, cues, show) {
  for (const row of place.querySelectorAll('.cue:is([data-phase="later"], [data-machine])')) {
    const cue = cues.find((one) => one.cue_id === row.dataset.cue);
    if (cue) put(row.querySelector(".wait"), phaseOf(cue, show));
  }
}

/** What the cue light shows at `now`: its `state`, the `cue` it speaks of, and `asked`, which the button answers. */
export function lampOf(picture, now) {
  const light = on(picture.light, now);
  const find = (id) => (picture.cues ?? []).find((cue) => cue.cue_id === id) ?? null;
  return { state: light.state, cue: find(light.cue_id), asked: find(light.asked) };
}
