// The music operator's screen: what plays, what comes, and every music cue. The two anthems cannot be confused.

import { answering } from "./answer.js";
import { badge, cueLists, doingOf, isOver, phaseOf, shapeOf, tickCues } from "./cues.js";
import { draw, el, put } from "./dom.js";
import { messaging } from "./messages.js";
import { open, phaseWord } from "./screen.js";
import { words } from "./words.js";

const main = document.getElementById("main");
const hand = document.getElementById("hand");
const playing = el("section", { class: "deck playing", "aria-label": words.playing });
const coming = el("section", { class: "deck coming", "aria-label": words.comes });
const list = el("div");
const runs = el("p", { class: "runs" });
main.append(runs, playing, coming, el("section", { class: "all" }, el("h2", {}, words.all_cues), list));
const talk = messaging();
hand.append(talk.waiting);
const answer = answering(hand, talk.drawer);

open({ paint, tick });

function paint(picture, show) {
  const cues = picture.cues ?? [];
  const plays = playingOf(cues);
  const comes = cues.find((cue) => !isOver(cue));
  draw(playing, plays ?? null, () => deck(words.playing, plays, words.silence, show));
  draw(coming, comes ?? null, () => deck(words.comes, comes, words.nothing_comes, show));
  draw(runs, [picture.current?.number, picture.current?.title, picture.next?.number, picture.next?.title, picture.phase], () => itemsLine(picture));
  cueLists(list, cues, show);
  talk.paint(picture, show);
  answer.paint(picture, show);
}

function tick(picture, show) {
  answer.tick(picture, show);
  tickCues(list, picture.cues ?? [], show);
  const comes = (picture.cues ?? []).find((cue) => !isOver(cue));
  const phase = coming.querySelector(".phase");
  if (comes && phase) put(phase, `${shapeOf(comes)} ${phaseOf(comes, show)}`);
}

function itemsLine({ current, next, ...picture }) {
  const named = (item) => [el("span", { class: "number" }, item.number), " ", el("strong", {}, item.title)];
  return [
    el("span", {}, el("span", { class: "label" }, current ? words.now : words[phaseWord(picture)]), " ", current && named(current)),
    next && el("span", {}, el("span", { class: "label" }, words.next), " ", named(next)),
  ];
}

// What was started last plays until it was faded or stopped.
function playingOf(cues) {
  const gone = cues.filter((cue) => cue.phase === "gone" && cue.gone_at != null && ["play", "fade", "stop"].includes(cue.do));
  const last = gone.reduce((a, b) => (a === null || b.gone_at >= a.gone_at ? b : a), null);
  return last?.do === "play" ? last : null;
}

function deck(label, cue, nothing, show) {
  if (!cue) return [el("h2", {}, label), el("p", { class: "quiet" }, nothing)];
  const doing = doingOf(cue);
  return [
    el("h2", {}, label, " ", el("span", { class: "number" }, cue.number)),
    el("p", { class: "track" }, cue.track_title ?? cue.text),
    el("p", { class: "marks" }, badge(cue), doing && el("span", { class: `doing ${cue.do}` }, doing), cue.go === "auto" && el("span", { class: "doing" }, words.automatic)),
    cue.track_title && cue.text !== cue.track_title && el("p", { class: "text" }, cue.text),
    el("p", { class: "phase", "data-phase": cue.phase }, `${shapeOf(cue)} ${phaseOf(cue, show)}`),
  ];
}
