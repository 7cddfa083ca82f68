// How counts, times of day, lengths and lateness are written: the same as on the console.

import { say, words } from "./words.js";

const MINUTES_ALONE = 120; // nobody reckons 323 minutes
const DAY = 86400000; // ms
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

/** When the day of a moment began in the hall, in milliseconds. */
export function midnight(at, zone) {
  const there = (typeof at === "number" ? at : Date.parse(at)) + zone * 60000;
  return there - (((there % DAY) + DAY) % DAY) - zone * 60000;
}

/** `7'`, `1'30`, `45"`, from two hours on `2h15`: a planned length. */
export function length(seconds) {
  const whole = Math.round(Math.abs(seconds));
  const sign = seconds < 0 ? "-" : "";
  const rest = whole % 60;
  if (whole < 60 && rest) return `${sign}${rest}"`;
  if (whole >= MINUTES_ALONE * 60) return sign + inMinutes(Math.floor(whole / 60));
  return `${sign}${Math.floor(whole / 60)}'${rest ? String(rest).padStart(2, "0") : ""}`;
}

/** Whole minutes towards zero: 59 seconds late is not yet a minute late. */
export const wholeMinutes = (seconds) => Math.trunc(seconds / 60);

/** Whole minutes as they are read: `7` and the sign for minutes behind it, from two hours on `5h23`. */
export function inMinutes(minutes, sign = "") {
  const size = Math.abs(minutes);
  const said = size < MINUTES_ALONE ? `${size}${sign}` : `${Math.floor(size / 60)}h${String(size % 60).padStart(2, "0")}`;
  return minutes < 0 ? `-${said}` : said;
}

/** `chậm 3'`, `sớm 2'`, else `đúng giờ`; positive is late. Nobody is on time who is past the hard out. */
export function lateness(seconds, pastHardOut = false) {
  const minutes = wholeMinutes(seconds ?? 0);
  if (minutes) return say(minutes > 0 ? words.late : words.early, { length: inMinutes(Math.abs(minutes), "'") });
  return pastHardOut ? words.as_planned : words.on_time;
}

/** `+3`, `-2`, `+5h23`, nothing when on time or unknown. */
export function difference(seconds) {
  const minutes = seconds == null ? 0 : wholeMinutes(seconds);
  return minutes ? `${minutes > 0 ? "+" : ""}${inMinutes(minutes)}` : "";
}
