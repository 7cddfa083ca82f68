// The chairman's and the deputy's screen: the whole running order, to read.

import { count } from "./count.js";
import { draw, el, mark, put } from "./dom.js";
import { saidTo } from "./known.js";
import { columns, following, rows } from "./order.js";
import { open, phaseWord } from "./screen.js";
import { timesLine } from "./times.js";
import { words } from "./words.js";

const main = document.getElementById("main");
const digits = el("p", { class: "digits", role: "timer" });
const label = el("p", { class: "label" });
const current = el("div", { class: "item" });
const times = el("p", { class: "times-line" });
const list = el("ol", { class: "order", tabindex: "0", "aria-label": words.order });
const said = saidTo("stage");
main.append(said.node, el("section", { class: "top" }, el("div", { class: "counted" }, digits, label), current, times), list);
const follow = following(list);

open({ paint, tick });

function paint(picture, show) {
  said.paint(picture);
  draw(current, [picture.current?.item_id, picture.current?.title, picture.current?.by, picture.next, picture.phase], () => head(picture, show));
  draw(times, [picture.over_under_s, picture.slack_s, picture.session, picture.phase], () => timesLine(picture, show));
  if (draw(list, [picture.items, picture.next?.item_id], () => [columns(), rows(picture.items ?? [], show, picture.next?.item_id)])) follow();
}

function tick(picture, show) {
  const counted = count(picture, show.now());
  put(digits, counted?.text ?? "–:––");
  put(label, counted?.label ?? words[phaseWord(picture)]);
  mark(digits.parentElement, "data-tone", counted?.tone ?? "calm");
}

function head(picture, show) {
  const { current, next } = picture;
  return [
    el("p", { class: "now" }, el("span", { class: "label" }, current ? words.now : words[phaseWord(picture)]), " ", current && [el("span", { class: "number" }, current.number), " ", el("strong", {}, current.title)]),
    current?.by && el("p", { class: "by" }, current.by),
    el("p", { class: "next" }, el("span", { class: "label" }, words.next), " ", next ? `${next.number} ${next.title} · ${show.at(next.expected_start)}` : words.nothing_next),
  ];
}
