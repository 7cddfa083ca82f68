// Cues as a hand sees them: what state they are in, in a shape, a word and a colour, and what must never be
// confused about a recording.

import { draw, el, put } from "./dom.js";
import { countDown } from "./formats.js";
import { armedShape, armedState, armedWords, isProved } from "./machine.js";
import { say, words } from "./words.js";

const OVER = ["gone", "missed", "stood_down"];
const SHAPES = { later: "○", standby: "◐", ready: "●", due: "●", gone: "▶", missed: "✗", stood_down: "–" };
const FRESH = 6000; // ms a GO stays lit

/** It will not be called any more. */
export const isOver = (cue) => OVER.includes(cue.phase);

/** The hand was told, and has not answered. What the machine carries out is no hand's to answer for. */
export const isAsked = (cue) => !cue.by_machine && (cue.phase === "standby" || cue.phase === "due") && cue.acked_at == null;

/** GO may be green: the hand has answered, or the player has it armed. */
export const isReady = (cue) => (cue.phase === "ready" || cue.phase === "due") && (cue.by_machine ? isProved(cue) : cue.acked_at != null);

const isTold = (cue) => cue.by_machine && !isOver(cue);

/** The shape of its phase: ○ ◐ ● ▶ ✗ –. */
export const shapeOf = (cue) => (isTold(cue) ? armedShape(cue) : cue.phase === "due" && isAsked(cue) ? "◐" : SHAPES[cue.phase]);

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

function cueRow(cue, show, isNext = false) {
  return el(
    "li",
    { class: "cue", "data-phase": cue.phase, "data-cue": cue.cue_id, "data-acked": cue.acked_at != null && !isOver(cue), "data-armed": isTold(cue) ? armedState(cue) : null, "aria-current": isNext ? "step" : null },
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
  for (const row of place.querySelectorAll('.cue:is([data-phase="later"], [data-armed])')) {
    const cue = cues.find((one) => one.cue_id === row.dataset.cue);
    if (cue) put(row.querySelector(".wait"), phaseOf(cue, show));
  }
}

/**
 * What the cue light shows now. `state` is idle, soon, standby, ready, go or missed; `asked` is the cue the
 * button answers; what the machine carries out has no light. A GO is lit for a few seconds, unless another cue already waits for an answer.
 */
export function lampOf(picture, now) {
  const cues = (picture.cues ?? []).filter((cue) => !cue.by_machine);
  const asked = cues.find(isAsked) ?? null;
  const gone = latest(cues, "gone", now);
  if (gone && (asked === null || now - Date.parse(gone.gone_at) < FRESH / 2)) return { state: "go", cue: gone, asked };
  if (asked) return { state: asked.phase === "due" ? "due" : "standby", cue: asked, asked };
  const ready = cues.find((cue) => cue.phase === "ready" || (cue.phase === "due" && cue.acked_at != null));
  if (ready) return { state: "ready", cue: ready, asked };
  const later = cues.find((cue) => cue.phase === "later");
  return { state: later ? "soon" : "idle", cue: later ?? null, asked };
}

function latest(cues, phase, now) {
  let found = null;
  for (const cue of cues) {
    if (cue.phase !== phase || cue.gone_at == null) continue;
    if (now - Date.parse(cue.gone_at) < FRESH && (!found || cue.gone_at > found.gone_at)) found = cue;
  }
  return found;
}
