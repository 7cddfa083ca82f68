// What an agent proposes: who, why, and what it would change. A press asks: take all of it, none, or later.

import { answerTo } from "./dialogs.js";
import { draw, el } from "./dom.js";
import { length } from "./formats.js";
import { say, words } from "./words.js";

const FIELDS = ["title", "by", "mc", "notes", "presenter", "seconds", "start", "until"];

/** A section of its own, gone while nothing waits; `order` takes the order that answers. */
export function proposalsView(order) {
  const list = el("ul", { class: "ways" });
  const node = el("section", { class: "all", hidden: true }, el("h2", {}, words.proposals.title), list);

  function paint(picture, show) {
    const waiting = picture.proposals ?? [];
    node.hidden = waiting.length === 0;
    draw(list, [waiting, picture.items], () => waiting.map((one) => row(one, picture.items ?? [], show)));
  }

  function row(one, items, show) {
    const head = say(words.proposals.by, { who: one.who, at: show.at(one.at), why: one.why });
    const lines = one.changes.map((change) => lineOf(change, items, show));
    const answer = async () => {
      const said = await answerTo(head, lines.join(" · "), words.proposals.take, words.proposals.decline);
      if (said) order({ do: said === "yes" ? "take_proposal" : "decline_proposal", proposal_id: one.proposal_id });
    };
    return el("li", {}, el("button", { type: "button", class: "way", "data-key": one.proposal_id, onclick: answer }, el("strong", {}, head), lines.map((line) => el("span", {}, line))));
  }
  return { node, paint };
}

/** `6 Thảo luận: thời lượng «30'» thành «20'»`. */
function lineOf(change, items, show) {
  const of = (id) => items.find((one) => one.item_id === id);
  const named = (id) => `${of(id)?.number ?? ""} ${of(id)?.title ?? id}`.trim();
  const item = named(change.item_id);
  if (change.what === "skip") return say(words.proposals.skip, { item });
  if (change.what === "move") return say(change.before ? words.proposals.move_before : words.proposals.move_last, { item, before: named(change.before) });
  if (change.what === "add_time") return say(change.seconds > 0 ? words.proposals.more : words.proposals.less, { item, length: length(Math.abs(change.seconds)) });
  if (change.what === "insert") {
    const beside = change.before ? say(words.proposals.before, { item: named(change.before) }) : say(words.proposals.after, { item: named(change.after) });
    const place = change.before || change.after ? beside : words.proposals.first;
    return say(change.by ? words.proposals.insert_by : words.proposals.insert, { title: change.title, length: length(change.seconds), by: change.by, place });
  }
  const row = of(change.item_id) ?? {};
  const was = { title: row.title, by: row.by, seconds: row.planned_s };
  const now = { ...change, start: change.start_at, until: change.until_at };
  const parts = FIELDS.filter((name) => now[name] != null).map((name) => {
    const before = shown(name, was[name], show);
    const after = shown(name, now[name], show);
    const phrase = !after ? words.proposals.emptied : before ? words.proposals.replaced : words.proposals.set;
    return say(phrase, { field: words.proposals[`field_${name}`], before, after });
  });
  return `${item}: ${parts.join("; ")}`;
}

function shown(name, value, show) {
  if (value == null) return "";
  return name === "seconds" ? length(value) : name === "start" || name === "until" ? show.at(value) : String(value);
}
