// What the stage manager may do to one row of the running order: its order, its words, its cues, its start.

import { isOver, shapeOf } from "./cues.js";
import { choices, form } from "./dialogs.js";
import { ask } from "./orders.js";
import { say, words } from "./words.js";

const LONG = 10000; // signs of the MC's words

/**
 * What to do with `item` of the newest picture, which `seen()` gives. `order(what)` sends an order and tells what
 * came of it; `callCue(cue)` asks what to do with a cue.
 */
export function amending({ seen, order, tell, callCue }) {
  function onRow(item) {
    const id = item.item_id;
    const { items, cues } = seen();
    const isHeading = items.some((one) => one.parent_id === id);
    const own = (cues ?? []).filter((cue) => cue.item_id === id && !(isOver(cue) && cue.phase === "gone"));
    const options = [];
    if (["upcoming", "aside"].includes(item.state)) options.push([words.jump, () => order({ do: "jump", item_id: id })]);
    if (item.state === "upcoming") options.push([words.skip, () => order({ do: "skip", item_id: id })]);
    if (["skipped", "aside"].includes(item.state)) options.push([words.unskip, () => order({ do: "unskip", item_id: id })]);
    if (item.state === "upcoming") options.push([words.move_up, () => move(item, -1)], [words.move_down, () => move(item, 1)]);
    if (item.actual_start && !isHeading) options.push([words.backdate, () => backdate(item)]);
    if (own.length) options.push([words.cues_of, () => choices(`${item.number} ${item.title}`, own.map((cue) => [`${shapeOf(cue)} ${words.roles[cue.to]}: ${cue.text}`, () => callCue(cue)]))]);
    options.push([words.edit, () => edit(item, isHeading)], [words.insert, () => insert(item, item.item_id)]);
    if (id === items[0]?.item_id && seen().phase === "before") options.push([words.insert_first, () => insert(item, null)]);
    choices(`${item.number} ${item.title}`, options);
  }

  function move(item, by) {
    const level = seen().items.filter((one) => (one.parent_id ?? null) === (item.parent_id ?? null));
    const at = level.findIndex((one) => one.item_id === item.item_id);
    const before = by < 0 ? level[at - 1] : level[at + 2];
    if (at + by < 0 || at + by >= level.length) return tell(words.refusals.bad_place);
    return order({ do: "move", item_id: item.item_id, before: before?.item_id ?? null });
  }

  function backdate(item) {
    const field = { name: "minutes", label: words.field_earlier, value: "1", type: "number", presets: ["1", "2", "5"] };
    form(`${words.backdate} · ${item.number}`, [field], words.save, ({ minutes }) => {
      const seconds = secondsOf(minutes);
      return seconds === null ? words.bad_minutes : ask({ do: "backdate", item_id: item.item_id, seconds }, seen().seq);
    });
  }

  // The words are asked for when they are wanted: every picture would carry them all else.
  async function edit(item, isHeading) {
    tell(words.sending);
    const whole = await wordsOf(item.item_id);
    if (whole === null) return tell(words.not_loaded);
    tell("");
    const was = { title: whole.title, by: whole.by ?? "", minutes: minutesOf(whole.planned_s), mc: whole.mc, notes: whole.notes };
    const fields = [
      ...fieldsOf(was, !isHeading),
      { name: "mc", label: words.field_mc, value: was.mc, type: "long", hint: words.mc_hint, limit: LONG },
      { name: "notes", label: words.field_notes, value: was.notes, type: "long", rows: 2 },
      ...whole.cues.flatMap((cue, at) => [
        { name: `cue${at}`, label: say(words.field_cue, { who: words.roles[cue.to] }), value: cue.text },
        { name: `at${at}`, label: words.field_cue_at, value: cue.at },
      ]),
    ];
    form(`${words.edit} ${item.number}`, fields, words.save, async (values) => {
      const changed = { do: "edit", item_id: item.item_id };
      for (const name of ["title", "by", "mc", "notes"]) if (values[name] !== was[name].trim()) changed[name] = values[name];
      if (!isHeading && values.minutes !== was.minutes) {
        changed.seconds = secondsOf(values.minutes);
        if (changed.seconds === null) return words.bad_minutes;
      }
      const orders = Object.keys(changed).length > 2 ? [changed] : [];
      whole.cues.forEach((cue, at) => {
        const other = { do: "edit_cue", cue_id: cue.cue_id };
        if (values[`cue${at}`] !== cue.text) other.text = values[`cue${at}`];
        if (values[`at${at}`] !== cue.at) other.at = values[`at${at}`];
        if (Object.keys(other).length > 2) orders.push(other);
      });
      for (const one of orders) {
        const refusal = await ask(one);
        if (refusal !== null) return refusal;
      }
      return null;
    });
  }

  function insert(item, after) {
    const kinds = Object.entries(words.kinds);
    const fields = [...fieldsOf({ title: "", by: "", minutes: "5" }, true), { name: "kind", label: words.field_kind, value: "other", choices: kinds }];
    const title = after === null ? words.insert_first : `${words.insert} ${item.number}`;
    form(title, fields, words.insert_button, (values) => {
      const seconds = secondsOf(values.minutes);
      if (seconds === null) return words.bad_minutes;
      return ask({ do: "insert", after, title: values.title, by: values.by || null, kind: values.kind, seconds }, seen().seq);
    });
  }

  return onRow;
}

async function wordsOf(itemId) {
  try {
    const told = await fetch(`/api/item?as=caller&id=${encodeURIComponent(itemId)}`);
    return told.ok ? await told.json() : null;
  } catch {
    return null;
  }
}

function fieldsOf(values, hasLength) {
  return [
    { name: "title", label: words.field_title, value: values.title, type: "line" },
    { name: "by", label: words.field_by, value: values.by, type: "line" },
    ...(hasLength ? [{ name: "minutes", label: words.field_minutes, value: values.minutes, type: "number" }] : []),
  ];
}

const minutesOf = (seconds) => String(Math.round((seconds / 60) * 100) / 100);

function secondsOf(minutes) {
  const seconds = Math.round(Number(minutes.replace(",", ".")) * 60);
  return seconds > 0 ? seconds : null;
}
