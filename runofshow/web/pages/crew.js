// The hands in the wings, at the lights and at the screen: who is needed where, what is handed over, and
// the cues of this hand.

import { answering } from "./answer.js";
import { award } from "./award.js";
import { cueLists, tickCues } from "./cues.js";
import { draw, el, put } from "./dom.js";
import { countDown } from "./formats.js";
import { messaging } from "./messages.js";
import { open, role } from "./screen.js";
import { say, words } from "./words.js";

const main = document.getElementById("main");
const hand = document.getElementById("hand");
const isCrew = role === "crew";
const ahead = el("section", { class: "needs", "aria-label": isCrew ? words.needed : words.next });
const list = el("div");
main.append(ahead, el("section", { class: "all" }, el("h2", {}, words.cues), list));
const talk = messaging();
hand.append(talk.waiting);
const answer = answering(hand, talk.drawer);

open({ paint, tick });

function paint(picture, show) {
  const cues = picture.cues ?? [];
  if (isCrew) draw(ahead, [picture.needs, picture.current?.item_id], () => needs(picture, show));
  else draw(ahead, [picture.current?.item_id, picture.next, picture.after, picture.needs], () => itemsAhead(picture, show));
  cueLists(list, cues, show);
  talk.paint(picture, show);
  answer.paint(picture, show);
}

function tick(picture, show) {
  answer.tick(picture, show);
  tickCues(list, picture.cues ?? [], show);
  for (const node of ahead.querySelectorAll("[data-at]")) {
    const wait = Date.parse(node.dataset.at) - show.now();
    put(node, wait > 0 ? `${show.at(node.dataset.at)} · ${say(words.due_in, { count: countDown(wait) })}` : show.at(node.dataset.at));
  }
}

function needs(picture, show) {
  const wanted = picture.needs ?? [];
  return [
    el("h2", {}, words.needed),
    wanted.length ? wanted.map((need) => card(need.item, picture, show, need)) : el("p", { class: "quiet" }, words.nobody_needed),
  ];
}

function itemsAhead(picture, show) {
  const { current, next, after } = picture;
  const need = (item) => (picture.needs ?? []).find((one) => one.item.item_id === item.item_id);
  return [current && card(current, picture, show, need(current)), next && card(next, picture, show, need(next)), after && card(after, picture, show), !next && el("p", { class: "quiet" }, words.nothing_next)];
}

function card(item, picture, show, need = {}) {
  const isNow = picture.current?.item_id === item.item_id;
  const label = isNow ? words.now : picture.next?.item_id === item.item_id ? words.next : words.after;
  return el(
    "article",
    { class: isNow ? "need now" : "need", "data-item": item.item_id },
    el("p", { class: "when" }, el("strong", {}, isNow ? `▶ ${label}` : label), " ", !isNow && item.expected_start ? el("span", { "data-at": item.expected_start }) : null),
    el("h3", {}, el("span", { class: "number" }, item.number), " ", item.heading && item.heading !== item.title ? el("span", { class: "heading-of" }, `${item.heading}: `) : null, item.title),
    item.by ? el("p", { class: "by" }, item.by) : need.unassigned && el("p", { class: "by nobody" }, words.unassigned),
    need.award && award(need.award),
    need.backdrop && el("p", { class: "backdrop" }, el("span", { class: "quiet" }, `▭ ${words.backdrop}: `), need.backdrop),
    need.notes && el("p", { class: "notes" }, need.notes),
  );
}
