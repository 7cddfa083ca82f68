// An award round: the batches that are on stage or come up, and their people in tray order. One drawing of a list for
// everybody; whoever stands in the wings ticks in it, and the MC reads from it.
//
// Rows are kept while their person is in the list: a tick on another phone must not take the button from under a finger.

import { draw, el, mark, put } from "./dom.js";
import { say, words } from "./words.js";

const FRESH = 12000; // ms that a change stays marked
const SHAPES = { here: "✓", unseen: "○", missing: "✗", absent: "–" };

/** What is known of one: `here`, `missing` (looked for in vain), `absent` (taken out), else `unseen`. */
export function standing(one) {
  if (one.absent) return "absent";
  if (one.here === true) return "here";
  return one.here === false ? "missing" : "unseen";
}

/** Whether its people were called onto the stage and stand there: nobody looks for them any more. */
export const hasCome = ({ step, steps }) => step != null && steps.includes("call") && steps.indexOf(step) > steps.indexOf("call");

/** `Đợt 2/6`. */
export const batchName = (batch, round) => (round.batches > 1 ? say(words.award.batch_of, { batch: batch.batch, batches: round.batches }) : words.award.single_batch);

/** `Đợt 2/6 · Giấy khen của Chủ tịch UBND phường` */
export const batchCalled = (batch, round) => `${batchName(batch, round)} · ${batch.form || round.title}`;

/** `▶ trao → chụp ảnh`; empty for a batch that does not run. */
export function stepLine(batch) {
  if (!batch.step) return "";
  const following = stepAfter(batch);
  return `▶ ${words.award[`step_${batch.step}`]}${following ? ` → ${words.award[`step_${following}`]}` : ""}`;
}

/** The step that comes after the one at which a batch stands. */
export const stepAfter = (batch) => batch.steps[batch.steps.indexOf(batch.step) + 1] ?? null;

/** `đã chờ 7/9 · chưa thấy 2`; of a batch that stands on stage what is on its tray, and who was not to be found. */
export function countLine(batch) {
  const wanted = batch.people.filter((one) => !one.absent);
  const of = (state) => wanted.filter((one) => standing(one) === state).length;
  const isUp = hasCome(batch);
  const said = [isUp ? say(words.award.tray, { count: wanted.length }) : say(words.counted_here, { here: of("here"), all: wanted.length })];
  if (of("unseen") && !isUp) said.push(say(words.award.counted_unseen, { count: of("unseen") }));
  if (of("missing")) said.push(say(words.award.counted_missing, { count: of("missing") }));
  return !isUp && wanted.length && of("here") === wanted.length ? `${said[0]} · ${words.award.all_here}` : said.join(" · ");
}

/** The batches that a picture has, with the phrase for where each stands: on stage, next, after. */
export function batchesOf(round) {
  if (!round) return [];
  const { running, next, after } = round;
  const called = (batch, phrase, alone) => (round.batches > 1 ? say(phrase, { batch: batch.batch, batches: round.batches }) : alone);
  return [
    running && [running, words.on_stage_now],
    next && [next, called(next, words.award.batch_next, words.next)],
    after && [after, called(after, words.award.batch_after, words.after)],
  ].filter(Boolean);
}

/** One of a list: their number, their name whole, and everything that is known of them. `called` is how they are read. */
export function person(one, called = "") {
  const name = called || one.shown;
  // the words begin a title of address with a small letter
  const isNews = (text) => text && !name.toLowerCase().includes(text.toLowerCase());
  const facts = [
    called && !called.toLowerCase().includes(one.name.toLowerCase()) && say(words.written_as, { name: one.shown }),
    !called && one.said && say(words.award.read_as, { said: one.said }),
    [one.post, one.unit].filter(isNews).join(", "),
    one.posthumous && isNews(`(${words.award.posthumous})`) && words.award.posthumous,
    one.note,
  ].filter(Boolean);
  return [
    el("span", { class: "place" }, one.place ?? "–"),
    el(
      "span",
      { class: "who" },
      nameOf(one, called),
      facts.length > 0 && el("span", { class: "fact" }, facts.join(" · ")),
      one.proxy && isNews(one.proxy) && el("span", { class: "proxy" }, `⇄ ${say(words.award.proxy, { proxy: one.proxy })}`),
    ),
  ];
}

// Before the unit that the words name with them, the name stands out.
function nameOf(one, called) {
  const name = one.said || one.name;
  // which begins with a capital there
  const at = called.toLowerCase().indexOf(name.toLowerCase());
  if (!called) return el("strong", { class: "name" }, one.address && !one.shown.toLowerCase().startsWith(one.address.toLowerCase()) ? `${one.address} ${one.shown}` : one.shown);
  if (at < 0) return el("strong", { class: "name" }, called);
  return el("span", { class: "name" }, el("strong", {}, called.slice(0, at + name.length)), called.slice(at + name.length));
}

// Where the plan had them. The numbers of the printed sheets are for who stacks the tray.
function moves(one, isOnTray) {
  const said = [
    one.moved_from != null && say(words.award.moved_from, { batch: one.moved_from }),
    isOnTray && one.planned_place != null && say(words.award.was_place, { place: one.planned_place }),
    one.added && words.award.added,
  ].filter(Boolean);
  return said.length ? `↷ ${said.join(" · ")}` : "";
}

/** A list that stands: of people who are no rows of a round. */
export const standingList = (people) => el("ol", { class: "people" }, people.map((one) => el("li", { class: "person" }, el("div", { class: "inside" }, person(one)))));

/**
 * The list of a batch. With `tick(one, here)` each row is a button; with `isMarked` what changed is marked for some
 * seconds, and each is shown as they are called. `paint(batch, called)`: `called` is how the words do, where they do.
 */
function peopleList({ tick, isMarked }) {
  const node = el("ol", { class: "people" });
  const rows = new Map();
  let isFirst = true;

  function paint(batch, called) {
    const shown = isMarked ? batch.people.filter((one) => !one.absent) : batch.people;
    const ids = new Set(shown.map((one) => one.recipient_id));
    for (const [id, row] of rows) {
      if (ids.has(id)) continue;
      row.node.remove();
      rows.delete(id);
      if (isMarked) gone(row.name());
    }
    let place = 0;
    const isUp = hasCome(batch);
    shown.forEach((one, at) => {
      let row = rows.get(one.recipient_id);
      if (row === undefined) rows.set(one.recipient_id, (row = personRow(tick, isMarked && !isFirst)));
      row.paint(one, one.absent ? "" : called[place] ?? (isMarked ? one.called : ""), isUp);
      place += !one.absent;
      if (node.children[at] !== row.node) node.insertBefore(row.node, node.children[at] ?? null);
    });
    isFirst = false;
  }

  function gone(name) {
    const told = el("li", { class: "gone-now", role: "status" }, say(words.gone_just_now, { name }));
    node.append(told);
    setTimeout(() => told.remove(), FRESH);
  }
  return { node, paint };
}

function personRow(tick, isNew) {
  const inside = tick ? el("button", { type: "button", class: "inside", onclick: () => tick(now, now.here === true ? null : true) }) : el("div", { class: "inside" });
  const state = el("span", { class: "state" });
  const fresh = el("span", { class: "fresh", hidden: true }, words.changed_just_now);
  const moved = el("span", { class: "moved" });
  const body = el("span", { class: "of" });
  const missing = tick && el("button", { type: "button", class: "missing", onclick: () => tick(now, now.here === false ? null : false) }, SHAPES.missing);
  inside.append(body, el("span", { class: "line" }, state, moved, fresh));
  const node = el("li", { class: "person" }, inside, missing);
  let now = null;
  let calledNow = "";
  let wasUp = false;
  let known = isNew ? "" : null;
  let timer = 0;

  function paint(one, called, isUp) {
    // of two thousand a tick changes one
    if (now === one && calledNow === called && wasUp === isUp) return;
    [now, calledNow, wasUp] = [one, called, isUp];
    const is = standing(one);
    mark(node, "data-id", one.recipient_id);
    mark(node, "data-state", is);
    const { here, place, planned_place: planned, ...facts } = one;
    const told = JSON.stringify(tick ? [facts, place, planned] : [facts, called]);
    draw(body, [told, place], () => person(one, called));
    put(moved, moves(one, tick !== null));
    // an MC reads on, and is told of those alone who are not to be found
    draw(state, [is, isUp], () => ((tick && !(isUp && is === "unseen")) || is === "missing" ? [el("span", { class: "shape", "aria-hidden": "true" }, SHAPES[is]), " ", words.award[is]] : null));
    if (tick) {
      for (const button of [inside, missing]) mark(button, "disabled", one.absent);
      mark(inside, "aria-pressed", String(here === true));
      mark(inside, "data-key", `here ${one.recipient_id}`);
      mark(missing, "aria-pressed", String(here === false));
      mark(missing, "aria-label", say(words.mark_missing, { name: one.shown }));
      mark(missing, "data-key", `missing ${one.recipient_id}`);
    }
    if (known !== null && known !== told) marked();
    known = told;
  }

  function marked() {
    fresh.hidden = false;
    mark(node, "data-fresh", "yes");
    clearTimeout(timer);
    timer = setTimeout(() => {
      fresh.hidden = true;
      mark(node, "data-fresh", null);
    }, FRESH);
  }
  return { node, paint, name: () => now.shown };
}

/**
 * One batch: its head, its list, and what is to come off its tray. `paint(batch, round, label, show)`; it keeps its rows
 * from picture to picture, also when the batch goes on stage.
 */
export function batchView({ tick = null, isMarked = false } = {}) {
  const head = el("header", { class: "batch-head" });
  const about = el("div", { class: "batch-about" });
  const more = el("div", { class: "batch-about" });
  const list = peopleList({ tick, isMarked });
  const off = el("div", { class: "off-tray" });
  const node = el("section", { class: "batch" }, head, about, list.node, off, more);

  function paint(batch, round, label, show, called = []) {
    mark(node, "data-item", batch.item_id);
    mark(node, "data-now", batch.step ? "yes" : null);
    const counted = countLine(batch);
    draw(head, [label, batch.batch, round.batches, batch.step, batch.steps, batch.split_from, batch.expected_start, tick && counted], () => [
      el("h2", {}, label && el("span", { class: "label" }, label), " ", (!label || batch.step || round.batches === 1) && el("strong", {}, batchName(batch, round)), !batch.step && batch.expected_start && el("span", { class: "quiet" }, ` ${show.at(batch.expected_start)}`), batch.split_from != null && ` · ${say(words.award.split_from, { batch: batch.split_from })}`),
      batch.step && el("p", { class: "step" }, stepLine(batch)),
      tick && el("p", { class: "counted", role: "status" }, counted),
    ]);
    const tray = batch.people.filter((one) => !one.absent).length;
    draw(about, [batch.form, batch.presenter, batch.people.length], () => [
      tick && batch.form && el("p", { class: "fact" }, el("strong", {}, batch.form)),
      batch.presenter && el("p", { class: "fact" }, `${words.award.presenter}: `, el("strong", {}, batch.presenter)),
      tick && !batch.people.length && el("p", { class: "fact" }, words.no_recipients),
    ]);
    list.paint(batch, called);
    draw(off, [batch.moved_out], () => (batch.moved_out ?? []).length > 0 && el("ul", {}, batch.moved_out.map((one) => el("li", {}, `⊖ ${say(one.to == null ? words.award.moved_out_of_round : words.award.moved_out, { name: one.shown, batch: one.to })}`))));
    // the names are counted above the fold; what is read once stands behind them
    draw(more, [batch.decision, batch.reader, batch.called_before_reading, tick && tray], () => [
      tick && tray > 0 && el("p", { class: "fact" }, `▤ ${say(words.tray, { count: tray })}`),
      tick && batch.decision && el("p", { class: "fact" }, `${words.decision}: `, el("strong", {}, batch.decision)),
      tick && batch.reader && el("p", { class: "fact" }, `${words.award.reader}: `, el("strong", {}, batch.reader)),
      tick && el("p", { class: "fact" }, batch.called_before_reading ? `▲ ${words.called_before}` : `▼ ${words.called_after}`),
    ]);
  }
  return { node, paint };
}

/** All batches of a picture one below the other; `paint(round, show)`. */
export function roundView(tick) {
  const node = el("section", { class: "round", "aria-label": words.award.award_round });
  const views = new Map();

  function paint(round, show) {
    const shown = batchesOf(round);
    const ids = shown.map(([batch]) => batch.item_id);
    for (const [id, view] of views) {
      if (ids.includes(id)) continue;
      view.node.remove();
      views.delete(id);
    }
    shown.forEach(([batch, label], at) => {
      let view = views.get(batch.item_id);
      if (view === undefined) views.set(batch.item_id, (view = batchView({ tick })));
      view.paint(batch, round, label, show);
      if (node.children[at] !== view.node) node.insertBefore(view.node, node.children[at] ?? null);
    });
    mark(node, "hidden", shown.length === 0);
  }
  return { node, paint };
}

/** The round in a line for who only looks on: batch, step, how many wait, when it should be over. */
export function roundLine(round, show) {
  const batch = round?.running ?? round?.next;
  if (!batch) return null;
  const ends = round.expected_end && say(words.award.round_ends, { at: show.at(round.expected_end) });
  const pace = round.pace_s && round.left ? say(words.award.batches_left, { count: round.left }) : null;
  return el("p", { class: "round-line" }, el("span", { class: "label" }, words.award.award_round), " ", el("strong", {}, batchCalled(batch, round)), " ", [stepLine(batch), countLine(batch), pace, ends].filter(Boolean).join(" · "));
}

/** What `roundLine` is drawn by. */
export const roundFacts = (round) => {
  const batch = round?.running ?? round?.next;
  return batch ? [batch.item_id, batch.batch, round.batches, batch.step, batch.steps, countLine(batch), round.expected_end, round.left] : null;
};
