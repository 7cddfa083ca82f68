// The frame every screen stands in: the bar with time and count, the connection, the menu, the clockwork.

import { keepAwake } from "./awake.js";
import { serverClock } from "./clock.js";
import { count } from "./count.js";
import { el, mark, put } from "./dom.js";
import { floated } from "./floating.js";
import { countUp, midnight, timeOfDay } from "./formats.js";
import { withPlayer } from "./machine.js";
import { menu } from "./menu.js";
import { role } from "./role.js";
import { followRoom } from "./room.js";
import { follow, SILENCE } from "./stream.js";
import { say, words } from "./words.js";

const TICK = 200;

const root = document.documentElement;
export { role };

/**
 * Open the screen. `paint(picture, show)` draws what has changed, `tick(picture, show)` what only time
 * changes, several times a second. `reach(isThere)` hears that the server went and came back. `show` has
 * `now()` in milliseconds, `at(moment)` as the hall's time of day `midnight(moment)` the beginning of its day there in milliseconds, and `announce(text)` for who listens
 * instead of looking.
 */
export function open({ paint, tick = () => {}, reach = () => {}, letters = false }) {
  const clock = serverClock();
  const bar = document.getElementById("bar");
  const banner = document.getElementById("connection");
  const said = document.getElementById("said");
  const time = el("span", { class: "time" });
  const shape = el("span", { class: "pulse", "aria-hidden": "true" }, "○");
  const mode = el("span", { class: "mode" });
  const of = el("span", { class: "of" });
  const naming = el("span");
  const named = el("span", { class: "named" }, of, naming);
  const counting = el("strong", { class: "counting" });
  const brief = el("span", { class: "brief" }, named, counting);
  const options = menu({ letters });
  bar.append(el("span", { class: "when" }, el("span", {}, shape, time), mode), brief, options.node);
  followRoom();

  let received = null;
  let picture = null;
  let paintedAt = null; // the minute of it
  let lostAt = null;

  const show = {
    now: () => clock.now() ?? Date.now(),
    at: (moment) => timeOfDay(moment, clock.zone()),
    midnight: (moment) => midnight(moment, clock.zone()),
    announce: (text) => put(said, text),
  };

  function paintBar() {
    const isRehearsal = picture.mode === "rehearsal";
    mark(root, "data-mode", picture.mode);
    mark(root, "data-phase", picture.phase);
    mark(root, "data-item", picture.current?.item_id);
    mark(root, "data-protected", picture.current?.protected === true);
    put(mode, isRehearsal ? rehearsalOf(picture) : "");
    const title = picture.current ? `${picture.current.number} ${picture.current.title}` : words[phaseWord(picture)];
    if (show.title !== title) {
      if (show.title !== undefined && role !== "display") show.announce(picture.current ? `${words.now} ${title}` : title);
      show.title = title;
    }
  }

  function paintConnection() {
    if (lostAt === null) return;
    const told = say(words.lost_since, {
      at: timeOfDay(lostAt, clock.zone(), true),
      count: countUp(show.now() - lostAt),
    });
    put(banner.querySelector(".since"), told);
  }

  // what is wrong with the record stands where a lost connection would stand, which comes before it
  function paintRecord() {
    const record = received.record ?? null;
    mark(root, "data-record", record);
    if (lostAt !== null) return;
    mark(banner, "hidden", record === null);
    if (record !== null) put(banner, `✗ ${record === "journal" ? words.record_journal : words.record_slow_disk}`);
  }

  function onTick() {
    paintConnection();
    if (picture === null) return;
    // while nothing is heard the count stands still: a count nobody can confirm is a lie
    if (lostAt !== null) return;
    // a plan without hours moves on by the minute in what is painted, and in the counts at once
    if (received.floating && minute() !== paintedAt) paintAll();
    picture = floated(received, show.now());
    put(time, timeOfDay(show.now(), clock.zone(), true));
    const counted = count(picture, show.now());
    const number = picture.current?.number;
    put(of, counted && number ? `${say(words.item, { number })} · ` : "");
    put(naming, counted?.label ?? words[phaseWord(picture)]);
    put(counting, counted?.text ?? "");
    mark(brief, "data-tone", counted?.tone);
    tick(picture, show);
  }

  const minute = () => Math.floor(show.now() / 60000);

  function paintAll() {
    paintedAt = minute();
    picture = floated(received, show.now());
    paintBar();
    paint(picture, show);
  }

  follow(role, {
    time: clock.hear,
    picture(next) {
      received = withPlayer(next);
      put(shape, "●");
      paintRecord();
      paintAll();
      onTick();
    },
    lost() {
      reach(false);
      lostAt = clock.ago(SILENCE) ?? Date.now() - SILENCE;
      mark(root, "data-lost", true);
      mark(banner, "hidden", false);
      put(shape, "✕");
      banner.replaceChildren(el("strong", {}, `✕ ${words.lost}`), " ", el("span", { class: "since", "aria-hidden": "true" }));
      paintConnection();
    },
    back() {
      reach(true);
      lostAt = null;
      mark(root, "data-lost", false);
      banner.replaceChildren();
      mark(banner, "hidden", true);
      if (received !== null) paintRecord();
      put(shape, "●");
      show.announce(words.back_again);
    },
    out() {
      reach(false);
      lostAt = null;
      mark(root, "data-lost", true);
      mark(banner, "hidden", false);
      put(shape, "✕");
      banner.replaceChildren(el("strong", {}, `✕ ${words.thrown_out}`), " ", el("a", { href: "/" }, words.enter_code));
    },
  });
  setInterval(onTick, TICK);
  keepAwake(options.awake);
  return show;
}

/** The word for a show in which nothing runs. */
export function phaseWord(picture) {
  if (picture.phase === "ended") return "ended";
  return picture.phase === "before" ? "before" : "between";
}

/** `TẬP DUYỆT ×10 · CHỖ NỐI · GIẢ LẬP`: how fast, of the joins alone, with simulated hands. */
function rehearsalOf({ speed, joins, drill }) {
  const pace = speed === 1 ? "" : ` ×${speed}`;
  return [words.rehearsal + pace, joins && words.joins, drill && words.drill].filter(Boolean).join(" · ");
}
