// A plan without hours begins now until its first call, so all its moments move with the clock by the same
// length. The server sends none of that; it is reckoned here, from the `now` of the picture.

import { PLANNED } from "./fields.js";

/** `picture` as it is at `now`, in milliseconds; itself when its plan has hours. */
export function floated(picture, now) {
  if (!picture.floating) return picture;
  const by = now - Date.parse(picture.now);
  return moved(picture, by);
}

function moved(value, by) {
  if (Array.isArray(value)) return value.map((one) => moved(one, by));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, PLANNED.includes(name) && one !== null ? new Date(Date.parse(one) + by).toISOString() : moved(one, by)]));
}
