// The stage's screen: the whole running order with its own cues in it, and the cue light. Where the plan has no cue
// for it, it is the chairman's and the deputy's, to read.

import { answering } from "./answer.js";
import { count } from "./count.js";
import { cueRow, isOver, tickCues } from "./cues.js";
import { dayStrip } from "./day.js";
import { draw, el, mark, put } from "./dom.js";
import { messaging } from "./messages.js";
import { columns, following, rows } from "./order.js";
import { peopleLine } from "./people.js";
import { roundFacts, roundLine } from "./round.js";
import { open, phaseWord } from "./screen.js";
import { speechLine } from "./speech.js";
import { timecodeLine } from "./timecode.js";
import { timesLine } from "./times.js";
import { words } from "./words.js";

const main = document.getElementById("main");
const hand = document.getElementById("hand");
const digits = el("p", { class: "digits", role: "timer" });
const label = el("p", { class: "label" });
const current = el("div", { class: "item" });
const times = el("p", { class: "times-line" });
const speech = speechLine();
const timecode = timecodeLine();
const day = dayStrip();
const list = el("ol", { class: "order", tabindex: "0", "aria-label": words.order });
main.append(el("section", { class: "top" }, el("div", { class: "counted" }, digits, label), current, speech.node, times, timecode.node, day.node), list);
const follow = following(list);
const talk = messaging();
hand.append(talk.waiting);
const answer = answering(hand, talk.drawer);

open({ paint, tick });

function paint(picture, show) {
  mark(hand, "data-cues", picture.cues?.length > 0);
  talk.paint(picture, show);
  answer.paint(picture, show);
  draw(current, [picture.current?.item_id, picture.current?.title, picture.current?.by, picture.next, picture.phase, roundFacts(picture.round), peopleLine(picture, show)], () => head(picture, show));
  draw(times, [picture.over_under_s, picture.slack_s, picture.session, picture.outlook, picture.phase], () => timesLine(picture, show));
  timecode.paint(picture.timecode, show);
  day.paint(picture, show);
  if (draw(list, [picture.items, picture.cues, picture.next?.item_id], () => [columns(), order(picture, show)])) follow();
}

function tick(picture, show) {
  const counted = count(picture, show.now());
  put(digits, counted?.text ?? "–:––");
  put(label, counted?.label ?? words[phaseWord(picture)]);
  mark(digits.parentElement, "data-tone", counted?.tone ?? "calm");
  speech.paint(picture.speech, show.now());
  day.tick(picture, show);
  tickCues(list, picture.cues ?? [], show);
  answer.tick(picture, show);
}

function head(picture, show) {
  const { current, next } = picture;
  return [
    el("p", { class: "now" }, el("span", { class: "label" }, current ? words.now : words[phaseWord(picture)]), " ", current && [el("span", { class: "number" }, current.number), " ", el("strong", {}, current.title)]),
    current?.by && el("p", { class: "by" }, current.by),
    el("p", { class: "next" }, el("span", { class: "label" }, words.next), " ", next ? `${next.number} ${next.title} · ${show.at(next.expected_start)}` : words.nothing_next),
    peopleLine(picture, show) && el("p", { class: "people-line" }, peopleLine(picture, show)),
    roundLine(picture.round, show),
  ];
}

function order({ items = [], cues = [], next }, show) {
  const coming = cues.find((cue) => !isOver(cue));
  const own = {};
  for (const cue of cues) (own[cue.item_id] ??= []).push(cueRow(cue, show, cue === coming));
  return rows(items, show, next?.item_id, null, (item) => own[item.item_id] && el("li", { class: "own" }, el("ol", { class: "cues" }, own[item.item_id])));
}
