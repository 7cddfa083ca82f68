// The whole day by the hours: the plan above, what was and is expected below, the hour it is, what stands at an hour.
// Nothing is reckoned here: moments of the picture are put in their places, as the console's core/day.py puts them.

import { draw, el, mark, put } from "./dom.js";
import { lateness } from "./formats.js";
import { say, words } from "./words.js";

const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440].map((minutes) => minutes * 60000);
const LEAST = 600000; // ms that it shows
const HOUR = 64; // pixels from one hour to the next at least
const FEWEST_WORDS = 2; // of a title that is cut
const GAP = 0.01; // of the width, between two labels
const LINE = 1.4; // em from one label to the next beneath it
const PADDING = 8; // pixels of a bar that its label does not have, and one to spare
const GONE = ["skipped", "aside"];

/** `node` for the page; `paint` puts everything in its place, `tick` moves the line of now. */
export function dayStrip() {
  const now = el("i", { class: "now-line" });
  const late = el("span", { class: "late" });
  const body = el("div", { class: "body" });
  const node = el("section", { class: "day", "aria-label": words.day, hidden: true }, body, now, late);
  let day = null;
  let painted = null;
  new ResizeObserver(() => painted && paint(...painted)).observe(node);

  function paint(picture, show) {
    painted = [picture, show];
    day = dayOf(picture, show);
    mark(node, "hidden", day ? null : "");
    if (!day) return;
    const { leaders = [] } = picture.people ?? {};
    draw(body, [picture.items, picture.session, picture.outlook, leaders, node.clientWidth], () => drawn(day, node, show));
    tick(picture, show);
  }

  function tick(picture, show) {
    if (!day) return;
    const at = Math.min(1, Math.max(0, share(day, show.now())));
    now.style.left = percent(at);
    put(late, lateness(picture.over_under_s, picture.slack_s < 0));
    late.style.left = percent(at);
    late.style.transform = `translateX(${-100 * at}%)`;
  }

  return { node, paint, tick };
}

const share = ({ start, end }, at) => (at - start) / (end - start);
const percent = (part) => `${(100 * part).toFixed(3)}%`;
const isOf = (date, at, show) => at != null && show.midnight(at) === date;

/** What there is on the day of the session; null while nothing has an hour. */
function dayOf({ items = [], session, people, outlook, floating, phase }, show) {
  if (floating || phase === "ended") return null;
  const date = show.midnight(session.start);
  const span = (from, to) => (from == null || to == null ? null : [Date.parse(from), Math.max(Date.parse(from), Date.parse(to))]);
  const pieces = items
    .filter((row) => row.parent_id == null && isOf(date, row.planned_start ?? row.expected_start, show))
    .map((row) => ({
      row,
      plan: row.planned_start == null ? null : [Date.parse(row.planned_start), Date.parse(row.planned_start) + 1000 * row.planned_s],
      course: GONE.includes(row.state) ? null : span(row.expected_start, row.expected_end),
    }));
  if (!pieces.length) return null;
  // what ends at an hour is as long as it is now: by plan it ends where the next begins
  const starts = pieces.flatMap(({ plan }) => (plan ? [plan[0]] : []));
  for (const { plan } of pieces) if (plan) plan[1] = Math.min(plan[1], ...starts.filter((at) => at > plan[0]));
  const named = (one) => one.name.split(", ")[0];
  const posts = [[session.hard_out, "firm", say(words.hard_out, { at: show.at(session.hard_out) })]];
  for (const one of people?.leaders ?? []) {
    if (!one.here) posts.push([one.arrives_at, "", say(words.day_arrives, { name: named(one), at: show.at(one.arrives_at) })]);
    posts.push([one.leaves_at, "", say(words.day_leaves, { name: named(one), at: show.at(one.leaves_at) })]);
  }
  const shown = posts.filter(([at]) => isOf(date, at, show)).map(([at, kind, text]) => ({ at: Date.parse(at), kind, text }));
  const edge = outlook == null ? null : [Date.parse(outlook.low), Date.parse(outlook.high)];
  const moments = [...pieces.flatMap(({ plan, course }) => [...(plan ?? []), ...(course ?? [])]), ...shown.map(({ at }) => at), ...(edge ? [edge[1]] : [])];
  return { pieces, posts: shown, edge, first: Math.min(...moments), last: Math.max(...moments) };
}

function drawn(day, node, show) {
  const last = Math.max(day.last, day.first + LEAST);
  const least = ((last - day.first) * HOUR) / Math.max(node.clientWidth, HOUR);
  const step = STEPS.find((each) => each >= least) ?? STEPS.at(-1) * Math.ceil(least / STEPS.at(-1));
  const midnight = show.midnight(day.first);
  day.start = midnight + step * Math.floor((day.first - midnight) / step);
  day.end = midnight + step * Math.ceil((last - midnight) / step);
  const hours = [];
  for (let at = day.start; at < day.end; at += step) hours.push(placed(el("span", {}, show.at(at)), day, at));
  const bars = (which) => day.pieces.filter((piece) => piece[which]).map((piece) => bar(piece, piece[which], day, node));
  const edge = day.edge && placed(el("i", { class: "edge" }), day, ...day.edge);
  const posts = el("div", { class: "posts" });
  const taken = [];
  for (const { at, kind, text } of day.posts) {
    const wide = widthOf(text, node, kind === "firm") / node.clientWidth;
    const left = Math.max(0, Math.min(share(day, at) - wide / 2, 1 - wide));
    const touched = taken.filter((other) => left < other.left + other.wide + GAP && other.left < left + wide + GAP).map(({ row }) => row);
    let row = 0;
    while (touched.includes(row)) row += 1;
    taken.push({ left, wide, row });
    const label = el("span", { class: kind }, text);
    label.style.left = percent(left);
    label.style.top = `${LINE * row}em`;
    posts.append(label);
  }
  posts.style.height = `${LINE * (1 + Math.max(-1, ...taken.map(({ row }) => row)))}em`;
  const lines = day.posts.map(({ at, kind }) => placed(el("i", { class: `post ${kind}` }), day, at));
  return [el("div", { class: "hours" }, hours), el("div", { class: "bars plan" }, bars("plan")), el("div", { class: "bars course" }, bars("course"), edge), ...lines, posts];
}

function placed(node, day, from, to = null) {
  node.style.left = percent(share(day, from));
  if (to != null) node.style.width = percent(share(day, to) - share(day, from));
  return node;
}

const pen = document.createElement("canvas").getContext("2d");

function widthOf(text, node, isBold) {
  const { fontSize, fontFamily } = getComputedStyle(node);
  pen.font = `${isBold ? 700 : 400} ${fontSize} ${fontFamily}`;
  return pen.measureText(text).width;
}

// The number and the title where both fit, or whole words of it; else the number, else nothing.
function bar({ row }, [from, to], day, node) {
  const room = (share(day, to) - share(day, from)) * node.clientWidth - PADDING;
  const said = row.title.split(/\s+/);
  const labels = [`${row.number} ${said.join(" ")}`];
  for (let count = said.length - 1; count >= FEWEST_WORDS; count -= 1) labels.push(`${row.number} ${said.slice(0, count).join(" ").replace(/[,;:–“(-]+$/, "")}…`);
  const label = [...labels, row.number].find((each) => widthOf(each, node, row.state === "running") <= room) ?? "";
  return placed(el("span", { "data-state": row.state, title: `${row.number} ${row.title}` }, label), day, from, to);
}
