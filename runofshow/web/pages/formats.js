// How counts, times of day, lengths and lateness are written: the same as on the console.

import { say, words } from "./words.js";

const LONGEST = 99 * 3600 + 59 * 60 + 59;

function colons(seconds) {
  const whole = Math.min(Math.max(seconds, 0), LONGEST);
  const two = (number) => String(number).padStart(2, "0");
  const minutes = Math.floor(whole / 60) % 60;
  const hours = Math.floor(whole / 3600);
  return hours ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}

/** What is left, rounded up: 7:00 stands for the whole first second, and 0:00 means now. */
export const countDown = (ms) => colons(Math.ceil(ms / 1000));

/** What has passed, rounded down. */
export const countUp = (ms) => colons(Math.floor(ms / 1000));

/** `08:42` in the hall; dashes when nobody knows. */
export function timeOfDay(at, zone, withSeconds = false) {
  if (at == null) return "--:--";
  const moment = new Date((typeof at === "number" ? at : Date.parse(at)) + zone * 60000);
  return moment.toISOString().slice(11, withSeconds ? 19 : 16);
}

/** `7'`, `1'30`, `45"`: a planned length. */
export function length(seconds) {
  const whole = Math.round(Math.abs(seconds));
  const sign = seconds < 0 ? "-" : "";
  const rest = whole % 60;
  if (whole < 60 && rest) return `${sign}${rest}"`;
  return `${sign}${Math.floor(whole / 60)}'${rest ? String(rest).padStart(2, "0") : ""}`;
}

/** Whole minutes towards zero: 59 seconds late is not yet a minute late. */
export const wholeMinutes = (seconds) => Math.trunc(seconds / 60);

/** `chậm 3'`, `sớm 2'`, else `đúng giờ`; positive is late. */
export function lateness(seconds) {
  const minutes = wholeMinutes(seconds ?? 0);
  if (minutes > 0) return say(words.late, { minutes });
  return minutes < 0 ? say(words.early, { minutes: -minutes }) : words.on_time;
}

/** `+3`, `-2`, nothing when on time or unknown. */
export function difference(seconds) {
  const minutes = seconds == null ? 0 : wholeMinutes(seconds);
  return minutes ? (minutes > 0 ? `+${minutes}` : `${minutes}`) : "";
}
