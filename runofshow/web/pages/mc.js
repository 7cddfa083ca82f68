// The MC's screen: the words to say now and next, large, and the cue light in thumb's reach.

import { answering } from "./answer.js";
import { award } from "./award.js";
import { isOver } from "./cues.js";
import { draw, el, mark, put } from "./dom.js";
import { messaging } from "./messages.js";
import { prompter, wordsIn } from "./prompter.js";
import { peopleLine } from "./people.js";
import { batchView } from "./round.js";
import { voteOf } from "./order.js";
import { open } from "./screen.js";
import { speechLine } from "./speech.js";
import { words } from "./words.js";

const CALLED_OUT = ["flag_salute", "moment_of_silence"];
const IDLE = 20000; // ms the reader has not scrolled before the page may turn over by itself
const NUMBERED = /^\d+\. /; // a line of the words that names one of a list
const READ = 100; // words a minute of a slow reader: by then the words of an item have been said

const main = document.getElementById("main");
const hand = document.getElementById("hand");
mark(main, "tabindex", "0");

const reading = prompter(main, isAtNext);
const turn = el("button", { type: "button", onclick: () => turnTo(turn.dataset.to) });
const talk = messaging();
const peopled = el("p", { class: "people-line" });
const own = speechLine();
const speech = speechLine();
hand.append(talk.waiting, peopled, own.node, speech.node, el("div", { class: "tools" }, turn, reading.node, talk.drawer));
const answer = answering(hand);
const ticked = new Map(); // item id -> the commands already called, by their place
const batches = new Map(); // item id -> the list of its batch, which stays while it is in the picture
let turned = null; // the item whose next words were turned to

open({ paint, tick, letters: true });

function paint(picture, show) {
  const { current, next } = picture;
  const shown = paintBatches(picture, show);
  const facts = [shown, current?.item_id, current?.title, current?.by, current?.kind, current?.number, current?.vote, picture.words, picture.words_assumed, next, picture.next_words, picture.next_words_assumed, picture.phase, picture.needs];
  const anchor = anchored();
  if (draw(main, facts.map((fact) => (fact && fact === next ? [next.item_id, next.title, next.by, next.number, next.kind] : fact)), () => sections(picture))) {
    restore(anchor);
  }
  turn.hidden = current == null || next == null;
  pointTurn();
  put(peopled, peopleLine(picture, show));
  talk.paint(picture, show);
  answer.paint(picture, show);
}

main.addEventListener("scroll", pointTurn, { passive: true });

function isAtNext() {
  const next = main.querySelector(".say.next");
  return next !== null && next.getBoundingClientRect().top < main.getBoundingClientRect().top + main.clientHeight / 3;
}

// One button: to the next words, or back to these.
function pointTurn() {
  const isThere = isAtNext();
  mark(turn, "data-to", isThere ? "now" : "next");
  put(turn, isThere ? `▲ ${words.to_now}` : `▼ ${words.to_next}`);
}

function tick(picture, show) {
  answer.tick(picture, show);
  own.paintWords(picture.mc_speech, show.now());
  speech.paint(picture.speech, show.now());
  turnOver(picture, show.now());
}

function sections(picture) {
  const { current, next, phase } = picture;
  if (phase === "ended") return el("p", { class: "quiet" }, words.no_more_words);
  return [
    current && section("now", words.say_now, current, picture.words ?? "", picture.words_assumed, picture),
    next && section("next", words.say_next, next, picture.next_words ?? "", picture.next_words_assumed, picture),
    !next && el("p", { class: "quiet" }, words.nothing_next),
  ];
}

// The names stand where the words name them; where these do not, behind them.
function paintBatches(picture, show) {
  const { round, current, next } = picture;
  const found = [[current, picture.words], [next, picture.next_words]].flatMap(([item, text]) => {
    const batch = [round?.running, round?.next].find((one) => one && item && one.item_id === item.item_id);
    return batch?.people.length ? [[batch, text ?? ""]] : [];
  });
  for (const id of batches.keys()) if (!found.some(([batch]) => batch.item_id === id)) batches.delete(id);
  for (const [batch, text] of found) {
    if (!batches.has(batch.item_id)) batches.set(batch.item_id, batchView({ isMarked: true }));
    batches.get(batch.item_id).paint(batch, round, "", show, named(batch, text));
  }
  return found.map(([batch]) => batch.item_id);
}

// How the words call each of them, where they do so in a list of their own.
function named(batch, text) {
  const present = batch.people.filter((one) => !one.absent);
  const said = text.split("\n").filter((line) => NUMBERED.test(line));
  return said.length === present.length ? said.map((line) => line.replace(NUMBERED, "")) : [];
}

function withNames(lines, batch) {
  const paragraphs = [];
  let isIn = false;
  for (const line of lines) {
    if (!NUMBERED.test(line)) paragraphs.push(el("p", { class: isDirection(line) ? "direction" : null }, line));
    else if (!isIn) {
      paragraphs.push(batch.node);
      isIn = true;
    }
  }
  return isIn ? paragraphs : [...paragraphs, batch.node];
}

function section(part, label, item, text, isAssumed, picture) {
  const need = (picture.needs ?? []).find((one) => one.item.item_id === item.item_id);
  const given = need?.award;
  const lines = text.split("\n").filter((line) => line.trim());
  const batch = batches.get(item.item_id);
  const said = batch ? withNames(lines, batch) : CALLED_OUT.includes(item.kind) && lines.length ? commands(item.item_id, lines) : lines.map((line) => el("p", { class: isDirection(line) ? "direction" : null }, line));
  return el(
    "section",
    { class: `say ${part}`, "data-item": item.item_id, "aria-labelledby": `say-${part}` },
    el("h2", { id: `say-${part}` }, el("span", { class: "part" }, label), " ", el("span", { class: "number" }, item.number), " ", el("span", { class: "title" }, item.title)),
    item.by ? el("p", { class: "by" }, item.by) : need?.unassigned && el("p", { class: "by nobody" }, words.unassigned),
    // where the words do not say it
    item.vote && !text.includes(voteOf(item)) && el("p", { class: "vote" }, voteOf(item)),
    isAssumed && lines.length ? el("p", { class: "quiet" }, `~ ${words.assumed}`) : null,
    el("div", { class: "words" }, lines.length || batch ? said : el("p", { class: "quiet" }, words.no_words)),
    given && !batch && award(given),
  );
}

// What tells who reads, and is not to be said.
function isDirection(line) {
  return line.startsWith("→ ");
}

function commands(itemId, lines) {
  const called = ticked.get(itemId) ?? new Set();
  ticked.set(itemId, called);
  const rows = [];
  const list = lines.map((line) => {
    if (isDirection(line)) return el("li", { class: "direction" }, line);
    const at = rows.length;
    const box = el("input", { type: "checkbox", checked: called.has(at), "data-key": `${itemId} ${at}` });
    box.addEventListener("change", () => {
      if (box.checked) called.add(at);
      else called.delete(at);
      point();
    });
    const row = el("li", {}, el("label", {}, box, el("span", {}, line)));
    rows.push(row);
    return row;
  });
  // the first one not yet called is the one to call
  const point = () => {
    const first = rows.findIndex((_, at) => !called.has(at));
    rows.forEach((row, at) => mark(row, "aria-current", at === first ? "step" : null));
  };
  point();
  return el("ol", { class: "commands", "aria-label": words.commands }, list);
}

// The words a reader looks at stay where they are when the next item becomes the current one.
function anchored() {
  const top = main.getBoundingClientRect().top;
  const seen = [...main.querySelectorAll(".say")].find((node) => node.getBoundingClientRect().bottom > top + 60);
  return seen && { item: seen.dataset.item, top: seen.getBoundingClientRect().top };
}

function restore(anchor) {
  const same = anchor && [...main.querySelectorAll(".say")].find((node) => node.dataset.item === anchor.item);
  main.scrollTop = same ? main.scrollTop + same.getBoundingClientRect().top - anchor.top : 0;
}

function turnTo(part) {
  const node = main.querySelector(`.say.${part}`);
  if (!node) return;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  main.scrollTo({ top: node.offsetTop - main.offsetTop, behavior: calm ? "auto" : "smooth" });
}

// Once the words of an item must have been said, and nobody is scrolling, the next ones come into view.
function turnOver(picture, now) {
  const { current, next } = picture;
  if (!current || !next || current.protected || turned === current.item_id || reading.isRunning()) return;
  if (performance.now() - reading.touchedAt() < IDLE || main.contains(document.activeElement) && main.querySelector(":focus-visible")) return;
  if ((picture.cues ?? []).some((cue) => cue.item_id === current.item_id && !isOver(cue))) return;
  const saying = (wordsIn(picture.words ?? "") / READ) * 60000 + IDLE;
  if (now - Date.parse(current.started_at) < saying) return;
  turned = current.item_id;
  turnTo("next");
}
