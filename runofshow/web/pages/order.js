// The running order as a list: what was planned, what is expected, who, how long, how late.

import { el } from "./dom.js";
import { difference, length } from "./formats.js";
import { say, words } from "./words.js";

const SHAPES = { done: "✓", running: "▶", upcoming: "○", skipped: "–", aside: "·" };

/** The names of the columns, where there is room for columns. */
export const columns = () =>
  el(
    "li",
    { class: "columns", "aria-hidden": "true" },
    el("span"),
    el("span", { class: "times" }, el("span", { class: "now" }, words.column_now), el("span", { class: "plan" }, words.column_plan)),
    el("span", { class: "body" }, el("span", {}, words.forms.field_title), el("span", {}, words.forms.field_by)),
    el("span", { class: "minutes" }, words.column_minutes),
    el("span", { class: "late" }, "±"),
  );

/** Rows for `items`; with `choose(item)`, each is a button; `under(item)` is a row beneath it. */
export function rows(items, show, nextId, choose = null, under = () => null) {
  if (!items.length) return el("li", { class: "quiet" }, words.no_items);
  const parents = new Set(items.map((item) => item.parent_id).filter(Boolean));
  return items.map((item) => [row(item, show, item.item_id === nextId, parents.has(item.item_id), choose), under(item)]);
}

function row(item, show, isNext, isHeading, choose) {
  const at = item.actual_start ?? item.expected_start;
  const late = ["skipped", "aside"].includes(item.state) ? "" : difference(item.late_s);
  const inside = [
    el("span", { class: "shape", "aria-hidden": "true" }, isNext ? "›" : SHAPES[item.state]),
    el(
      "span",
      { class: "times" },
      el("time", { class: "now" }, show.at(at)),
      item.planned_start && show.at(item.planned_start) !== show.at(at) ? el("time", { class: "plan" }, show.at(item.planned_start)) : null,
    ),
    el(
      "span",
      { class: "body" },
      el(
        "span",
        { class: "title" },
        el("span", { class: "number" }, item.number),
        " ",
        item.title,
        item.protected ? [" ", el("span", { class: "kept", role: "img", "aria-label": words.protected, title: words.protected }, "◆")] : null,
      ),
      item.by ? el("span", { class: "by" }, item.by) : null,
      item.vote ? el("span", { class: "vote" }, voteOf(item)) : null,
      flags(item, isNext, isHeading),
    ),
    el("span", { class: "minutes" }, `${item.assumed ? "~" : ""}${length(item.planned_s)}`, item.added_s ? el("span", { class: "added" }, ` ${item.added_s > 0 ? "+" : ""}${length(item.added_s)}`) : null),
    el("span", { class: "late", "data-late": late.startsWith("+") ? "yes" : null }, late),
  ];
  const classes = ["row", item.parent_id ? "part" : null, isHeading ? "heading" : null].filter(Boolean).join(" ");
  const made = el("li", { class: classes, "data-state": item.state, "data-item": item.item_id, "aria-current": item.state === "running" && !isHeading ? "true" : null });
  if (choose) made.append(el("button", { type: "button", class: "inside", "data-key": item.item_id, onclick: () => choose(item) }, inside));
  else made.append(el("div", { class: "inside" }, inside));
  return made;
}

/** How the vote on an item went. */
export function voteOf(item) {
  return `${words.forms.vote}: ${say(words.forms.vote_counted, item.vote)}`;
}

function flags(item, isNext, isHeading) {
  const told = [
    isNext ? words.next : null,
    item.state === "running" && !isHeading ? words.now : null,
    item.optional ? words.optional : null,
    item.state === "skipped" ? words.skipped : null,
    item.state === "aside" ? words.aside : null,
  ].filter(Boolean);
  return told.length ? el("span", { class: "flags" }, told.join(" · ")) : null;
}

/** Keep the running row in view, unless somebody has scrolled by hand in the last 20 seconds. */
export function following(scroller) {
  let touched = -Infinity;
  const look = () => {
    if (performance.now() - touched < 20000) return;
    const row = scroller.querySelector(".row[aria-current]") ?? scroller.querySelector('.row[data-state="upcoming"]:not(.heading)');
    row?.scrollIntoView({ block: "center" });
  };
  addEventListener("resize", look);
  for (const sign of ["wheel", "touchmove", "keydown", "pointerdown"]) scroller.addEventListener(sign, () => (touched = performance.now()), { passive: true });
  return look;
}
