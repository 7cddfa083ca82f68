// The music operator's screen. Where a player is in the hall it is worked from here (desk.js). Without one it shows
// what plays and what comes by the cues alone, and the hand answers. The two anthems cannot be confused.

import { answering } from "./answer.js";
import { badge, cueLists, doingOf, isOver, phaseOf, recordingOf, shapeOf, tickCues } from "./cues.js";
import { soundDesk } from "./desk.js";
import { draw, el, mark, put } from "./dom.js";
import { countDown } from "./formats.js";
import { messaging } from "./messages.js";
import { batchCalled, roundFacts, stepAfter, stepLine } from "./round.js";
import { open, phaseWord } from "./screen.js";
import { say, words } from "./words.js";

const main = document.getElementById("main");
const hand = document.getElementById("hand");
const playing = el("section", { class: "deck playing", "aria-label": words.playing });
const coming = el("section", { class: "deck coming", "aria-label": words.comes });
const list = el("div");
const runs = el("p", { class: "runs" });
const gone = el("p", { class: "gone", role: "alert", hidden: true }, `✗ ${words.player_gone}`);
const desk = soundDesk();
main.append(runs, gone, playing, coming, desk.board, el("section", { class: "all" }, el("h2", {}, words.all_cues), list));
const talk = messaging();
hand.append(talk.waiting);
const answer = answering(hand, talk.drawer);
hand.append(desk.told, desk.hand);
let hadPlayer = false;

open({ paint, tick, reach: desk.reach });

function paint(picture, show) {
  const cues = picture.cues ?? [];
  draw(runs, [picture.current?.number, picture.current?.title, picture.next?.number, picture.next?.title, picture.phase, roundFacts(picture.round), musicOfStep(picture)?.cue_id], () => itemsLine(picture));
  const hasPlayer = picture.sound?.player != null;
  seat(hasPlayer);
  if (hasPlayer) desk.paint(picture, show);
  else {
    const heard = picture.sound?.heard[0];
    const plays = heard && cues.find((cue) => cue.cue_id === heard.cue_id);
    const comes = cues.find((cue) => !isOver(cue));
    draw(playing, [plays ?? null, heard?.ends_at ?? null], () => [...deck(words.playing, plays, words.silence, show), heard?.ends_at && el("p", { class: "left" })]);
    tickHeard(picture, show);
    draw(coming, comes ?? null, () => deck(words.comes, comes, words.nothing_comes, show));
  }
  cueLists(list, cues, show);
  talk.paint(picture, show);
  answer.paint(picture, show);
}

// The page for a hand that plays, or for one that works the player.
function seat(hasPlayer) {
  mark(gone, "hidden", hasPlayer || !hadPlayer);
  hadPlayer ||= hasPlayer;
  for (const node of [playing, coming]) mark(node, "hidden", hasPlayer);
  for (const node of [desk.board, desk.hand, desk.told]) mark(node, "hidden", !hasPlayer);
  for (const node of [main, hand]) mark(node, "data-player", hasPlayer ? "yes" : null);
  if (hasPlayer && talk.drawer.parentElement !== desk.pad) desk.pad.append(talk.drawer);
  if (!hasPlayer && talk.drawer.parentElement !== answer.node) answer.node.firstElementChild.after(talk.drawer);
}

function tick(picture, show) {
  const cues = picture.cues ?? [];
  answer.tick(picture, show);
  tickCues(list, cues, show);
  if (picture.sound?.player != null) return desk.tick(picture, show);
  tickHeard(picture, show);
  const comes = cues.find((cue) => !isOver(cue));
  const phase = coming.querySelector(".phase");
  if (comes && phase) put(phase, `${shapeOf(comes)} ${phaseOf(comes, show)}`);
}

function itemsLine(picture) {
  const { current, next } = picture;
  const named = (item) => [el("span", { class: "number" }, item.number), " ", el("strong", {}, item.title)];
  return [
    el("span", {}, el("span", { class: "label" }, current ? words.now : words[phaseWord(picture)]), " ", current && named(current)),
    next && el("span", {}, el("span", { class: "label" }, words.next), " ", named(next)),
    stepsLine(picture),
  ];
}

// The music follows the steps of a batch: where it stands, what comes next, and what is played with that.
function stepsLine(picture) {
  const batch = picture.round?.running;
  if (!batch) return null;
  const cue = musicOfStep(picture);
  return el("span", { class: "steps" }, el("span", { class: "label" }, batchCalled(batch, picture.round)), " ", el("strong", {}, stepLine(batch)), cue && ` · ♪ ${say(words.track_of_step, { track: recordingOf(cue) })}`);
}

function musicOfStep({ round, cues = [] }) {
  const step = round?.running && stepAfter(round.running);
  return step ? cues.find((cue) => cue.step === step && !isOver(cue)) : undefined;
}

function tickHeard({ sound }, show) {
  const left = playing.querySelector(".left");
  if (left) put(left, say(words.sound.now, { count: countDown(Date.parse(sound.heard[0].ends_at) - show.now()) }));
}

function deck(label, cue, nothing, show) {
  if (!cue) return [el("h2", {}, label), el("p", { class: "quiet" }, nothing)];
  const what = doingOf(cue);
  const doing = what && cue.do === "play" && !cue.track ? `${what}: ${words.no_track}` : what;
  return [
    el("h2", {}, label, " ", el("span", { class: "number" }, cue.number)),
    el("p", { class: "track" }, recordingOf(cue)),
    el("p", { class: "marks" }, badge(cue), doing && el("span", { class: `doing ${cue.do}` }, doing), cue.go === "auto" && el("span", { class: "doing" }, words.automatic)),
    cue.track_title && cue.text !== cue.track_title && el("p", { class: "text" }, cue.text),
    el("p", { class: "phase", "data-lamp": cue.lamp }, `${shapeOf(cue)} ${phaseOf(cue, show)}`),
  ];
}
