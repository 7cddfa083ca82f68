// A change laid on a picture: a JSON merge patch (RFC 7396), but that the rows of `items` and `cues` come by id, their
// order apart, and what moves alike on row after row as one number; so do the people of a batch, wherever they stand.
// core/change.py says how, and writes it.

import { IDS, INNER_IDS } from "./fields.js";

const INNER_ORDERS = Object.keys(INNER_IDS).map((name) => `${name}_order`);

/** `picture` with a change laid on; neither is changed. */
export function changed(picture, change) {
  const rest = { ...change };
  const lists = {};
  for (const [name, id] of Object.entries(IDS)) {
    const { [name]: told, [`${name}_order`]: order, [`${name}_shift`]: shifts } = rest;
    if (told !== undefined && !isObject(told)) continue;
    for (const one of [name, `${name}_order`, `${name}_shift`]) delete rest[one];
    if (told || order || shifts) lists[name] = rowsChanged(picture[name] ?? [], id, new Map(Object.entries(told ?? {})), order, shifts ?? []);
  }
  return { ...merged(picture, rest), ...lists };
}

function rowsChanged(rows, id, told, order, shifts) {
  const then = new Map(rows.map((row) => [row[id], row]));
  const ids = (order ?? [...then.keys()]).filter((one) => told.get(one) !== null);
  const now = ids.map((one) => then.get(one) ?? {});
  for (const { from, to, names, by_s: by } of shifts) {
    const last = ids.indexOf(to);
    for (let at = ids.indexOf(from); at <= last; at++) now[at] = later(now[at], names, by);
  }
  return now.map((row, at) => (told.has(ids[at]) ? merged(row, told.get(ids[at])) : row));
}

function later(row, names, by) {
  const moved = { ...row };
  for (const name of names) {
    if (typeof row[name] === "string") moved[name] = laterMoment(row[name], by);
    else if (typeof row[name] === "number") moved[name] = Math.round((row[name] + by) * 1000) / 1000;
  }
  return moved;
}

/** With the offset that it had: people read it as it is written. */
function laterMoment(text, by) {
  const [offset, sign, hours, minutes] = /([+-])(\d\d):(\d\d)$/.exec(text);
  const ahead = (sign === "-" ? -60000 : 60000) * (60 * hours + Number(minutes));
  return new Date(Date.parse(text) + Math.round(by * 1000) + ahead).toISOString().slice(0, -1) + offset;
}

/** `target` with a merge patch laid on: null takes a member away, an object is merged, anything else replaces. */
export function merged(target, patch) {
  if (!isObject(patch)) return patch;
  const result = isObject(target) ? { ...target } : {};
  for (const [name, value] of Object.entries(patch)) {
    if (Object.hasOwn(INNER_IDS, name) && Array.isArray(result[name]) && isObject(value)) {
      result[name] = rowsChanged(result[name], INNER_IDS[name], new Map(Object.entries(value)), patch[`${name}_order`], []);
    } else if (INNER_ORDERS.includes(name)) continue;
    else if (value === null) delete result[name];
    else {
      // "__proto__" is a name like any other here
      Object.defineProperty(result, name, {
        value: merged(Object.hasOwn(result, name) ? result[name] : undefined, value),
        configurable: true,
        enumerable: true,
        writable: true,
      });
    }
  }
  return result;
}

function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
