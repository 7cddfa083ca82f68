// How counts, hours and lateness are written: as on the console.

/** `7:00`, `1:02:03`: what is left is rounded up, what has passed is rounded down. */
export function count(said, now) {
  if (said === null) return "";
  const until = said.stopped_at == null ? now : Date.parse(said.stopped_at);
  const past = until - Date.parse(said.at);
  if (said.way === "down") return colons(Math.ceil(-past / 1000));
  return `${said.way === "over" ? "+" : ""}${colons(Math.floor(past / 1000))}`;
}

function colons(seconds) {
  const whole = Math.max(seconds, 0);
  const two = (number) => String(number).padStart(2, "0");
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor(whole / 60) % 60;
  return hours ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}

/** `11:20` in the hall: moments come with the hall's own offset. */
export const hour = (moment) => moment?.slice(11, 16) ?? "";

/** `chậm 3'`; positive is late, and 59 seconds are not yet a minute. */
export function lateness(seconds, words) {
  const minutes = Math.trunc((seconds ?? 0) / 60);
  if (minutes === 0) return words.on_time;
  return `${minutes > 0 ? words.late : words.early} ${Math.abs(minutes)}'`;
}
