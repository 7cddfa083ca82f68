// The ways back when it is late: of each when it ends and what it changes. A press asks once, then takes all of it.

import { question } from "./dialogs.js";
import { draw, el } from "./dom.js";
import { inMinutes, length } from "./formats.js";
import { inPercent } from "./times.js";
import { say, words } from "./words.js";

const PEOPLE = ["paper", "speech", "directive", "greeting"]; // kinds of which each part is somebody who speaks

/** A section of its own, gone while nothing is in danger; `order` takes the order that takes a way. */
export function waysView(order) {
  const list = el("ul", { class: "ways" });
  const node = el("section", { class: "all", hidden: true }, el("h2", {}, words.recovery.title), list);

  function paint(picture, show) {
    const ways = picture.ways ?? [];
    node.hidden = ways.length === 0;
    draw(list, [ways, picture.session?.hard_out], () => ways.map((way, at) => row(way, at, picture, show)));
  }

  function row(way, at, picture, show) {
    const head = headOf(way, picture.session?.hard_out, show);
    const lines = way.changes.map((change) => lineOf(change, picture.items ?? []));
    const take = async () => {
      if (await question(head, lines.join(" · "), words.recovery.take)) order({ do: "recover", changes: way.changes });
    };
    return el("li", {}, el("button", { type: "button", class: "way", "data-key": `way-${at}`, onclick: take }, el("strong", {}, head), lines.map((line) => el("span", {}, line))));
  }
  return { node, paint };
}

function headOf(way, hardOut, show) {
  const said = [say(words.recovery.ends, { end: show.at(way.expected_end) })];
  if (hardOut != null) {
    const spare = (Date.parse(hardOut) - Date.parse(way.expected_end)) / 60000;
    const by = inMinutes(spare < 0 ? Math.ceil(-spare) : Math.floor(spare), "'");
    said.push(say(spare < 0 ? words.recovery.over : words.recovery.in_time, { by }));
  }
  if (way.chance != null) said.push(say(words.recovery.chance, { chance: inPercent(way.chance) }));
  const by = length(Math.abs(way.saves_s));
  said.push(way.saves_s > 0 ? say(words.recovery.saves, { by }) : way.saves_s < 0 ? say(words.recovery.later, { by }) : words.recovery.same);
  return said.join(" · ");
}

/** `6 Tham luận: mỗi người còn 6' (−3' × 4)`. */
function lineOf(change, items) {
  const of = (id) => items.find((one) => one.item_id === id);
  const named = (item) => `${item?.number ?? ""} ${item?.title ?? ""}`.trim();
  if (change.what === "before") return `${named(of(change.item_id))}: ${say(words.recovery.before, { before: of(change.before)?.number ?? "" })}`;
  if (change.what === "drop") return `${named(of(change.item_id))}: ${say(words.recovery.drop, { by: length(of(change.item_id)?.planned_s ?? 0) })}`;
  const rows = change.item_ids.map(of).filter(Boolean);
  const isOne = rows.length < 2;
  const heading = isOne ? undefined : of(rows[0].parent_id);
  const what = isOne || heading ? named(heading ?? rows[0]) : rows.map((one) => one.number).join(", ");
  const longest = Math.max(0, ...rows.map((one) => one.planned_s));
  const by = `${length(Math.abs(longest - change.to_s))}${isOne ? "" : ` × ${rows.length}`}`;
  const phrase = isOne ? words.recovery.shorten : PEOPLE.includes(rows[0].kind) ? words.recovery.shorten_people : words.recovery.shorten_parts;
  return `${what}: ${say(phrase, { to: length(change.to_s), by })}`;
}
