// The hands in the wings, at the lights and at the screen: who is needed where, what is handed over, and
// the cues of this hand. In the wings the batches of an award round are ticked, by hand or by a card.

import { answering } from "./answer.js";
import { award } from "./award.js";
import { cardField } from "./cards.js";
import { cueLists, tickCues } from "./cues.js";
import { draw, el, mark, put } from "./dom.js";
import { countDown } from "./formats.js";
import { messaging } from "./messages.js";
import { asked } from "./orders.js";
import { peopleView } from "./people.js";
import { refusing } from "./refusing.js";
import { batchesOf, roundView } from "./round.js";
import { open, role } from "./screen.js";
import { speechLine } from "./speech.js";
import { say, words } from "./words.js";

const main = document.getElementById("main");
const hand = document.getElementById("hand");
const isCrew = role === "crew";
const ahead = el("section", { class: "needs", "aria-label": isCrew ? words.needed : words.next });
const list = el("div");
const refusal = refusing();
const card = cardField();
const wings = roundView(tickPerson);
const round = el("div", { class: "wings", hidden: true }, card.node, wings.node);
const people = peopleView(refusal.tell);
const speech = speechLine();
main.append(speech.node, round, ahead, people.node, el("section", { class: "all" }, el("h2", {}, words.cues), list));
const talk = messaging();
hand.append(refusal.node, talk.waiting);
const answer = answering(hand, talk.drawer);

open({ paint, tick });

function paint(picture, show) {
  const cues = picture.cues ?? [];
  // what runs is looked at first; what is still to come waits below what is needed now
  mark(main, "data-round", picture.round ? (picture.round.running ? "running" : "ahead") : null);
  mark(hand, "data-cues", cues.length > 0);
  round.hidden = !isCrew || !picture.round;
  if (isCrew) wings.paint(picture.round ?? null, show);
  people.paint(picture.people ?? null, show);
  if (isCrew) draw(ahead, [picture.needs, picture.current?.item_id, batchesOf(picture.round).map(([batch]) => batch.item_id)], () => needs(picture, show));
  else draw(ahead, [picture.current?.item_id, picture.next, picture.after, picture.needs], () => itemsAhead(picture, show));
  cueLists(list, cues, show);
  talk.paint(picture, show);
  answer.paint(picture, show);
}

function tick(picture, show) {
  answer.tick(picture, show);
  speech.paint(picture.speech, show.now());
  tickCues(list, picture.cues ?? [], show);
  for (const node of ahead.querySelectorAll("[data-at]")) {
    const wait = Date.parse(node.dataset.at) - show.now();
    put(node, wait > 0 ? `${show.at(node.dataset.at)} · ${say(words.due_in, { count: countDown(wait) })}` : show.at(node.dataset.at));
  }
}

async function tickPerson(one, here) {
  const refused = await asked({ do: "see", person: one.person_id, here });
  // that somebody else has said so meanwhile is no mistake
  if (refused !== null && refused.reason !== "empty") refusal.tell(`${one.shown} · ${refused.said}`);
}

function needs(picture, show) {
  const inRound = batchesOf(picture.round).map(([batch]) => batch.item_id);
  // the later batches of the round come up in its own list, one behind the other
  const isLater = ({ award, item }) => award && item.heading && item.heading === picture.round?.title;
  const wanted = (picture.needs ?? []).filter((need) => need.notes || need.backdrop || !(inRound.includes(need.item.item_id) || isLater(need)));
  return [
    el("h2", {}, words.needed),
    wanted.length ? wanted.map((need) => needed(need.item, picture, show, need)) : el("p", { class: "quiet" }, words.nobody_needed),
  ];
}

function itemsAhead(picture, show) {
  const { current, next, after } = picture;
  const need = (item) => (picture.needs ?? []).find((one) => one.item.item_id === item.item_id);
  return [current && needed(current, picture, show, need(current)), next && needed(next, picture, show, need(next)), after && needed(after, picture, show), !next && el("p", { class: "quiet" }, words.nothing_next)];
}

function needed(item, picture, show, need = {}) {
  const isInRound = batchesOf(picture.round).some(([batch]) => batch.item_id === item.item_id);
  const isNow = picture.current?.item_id === item.item_id;
  const label = isNow ? words.now : picture.next?.item_id === item.item_id ? words.next : words.after;
  return el(
    "article",
    { class: isNow ? "need now" : "need", "data-item": item.item_id },
    el("p", { class: "when" }, el("strong", {}, isNow ? `▶ ${label}` : label), " ", !isNow && item.expected_start ? el("span", { "data-at": item.expected_start }) : null),
    el("h3", {}, el("span", { class: "number" }, item.number), " ", item.heading && item.heading !== item.title ? el("span", { class: "heading-of" }, `${item.heading}: `) : null, item.title),
    item.by ? el("p", { class: "by" }, item.by) : need.unassigned && el("p", { class: "by nobody" }, words.unassigned),
    need.award && !isInRound && award(need.award),
    need.backdrop && el("p", { class: "backdrop" }, el("span", { class: "quiet" }, `▭ ${words.backdrop}: `), need.backdrop),
    need.notes && el("p", { class: "notes" }, need.notes),
  );
}
