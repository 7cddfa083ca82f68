// The one stream of a browser that has no worker for all its pages, as Chrome on Android has none: a page that is seen
// leads, has the stream, and tells the others over a channel. (Locks would choose it too, but only over https.)
//
// Said on the channel: {wants}, who would lead; {leads}, who does, once a second; {resigns}, who no longer does; {from,
// role}, that a page listens; {to, by, said}, what the leader tells one page. Of two the lesser name leads.

import { hub } from "./hub.js";

const CHANNEL = "runofshow";
const HERE = 1000; // ms between two words of a page
const UNHEARD = 2; // so many of them without an answer, and another leads
const ASKING = 150; // ms that who leads already has to say so

/** Listen as `role` to the stream of the page that leads, or lead: `open()` and `close()`, as live.js asks. */
export function ledStream(role, on) {
  const me = Math.random().toString(36).slice(2);
  let channel = null;
  let leader = null;
  let own = null; // the hub, while this page leads
  let ports = new Map(); // those of the other pages, for it
  let timer = 0;
  let asking = 0;
  let unanswered = 0;

  function open() {
    if (channel === null) {
      channel = new BroadcastChannel(CHANNEL);
      channel.onmessage = ({ data }) => hear(data);
    }
    clearInterval(timer);
    timer = setInterval(say, HERE, false);
    say(true);
  }

  function close() {
    clearInterval(timer);
    clearTimeout(asking);
    asking = 0;
    if (own !== null) channel.postMessage({ resigns: me });
    else channel?.postMessage({ from: me, role: null });
    stepDown();
    channel?.close();
    channel = null;
  }

  function say(isOverdue) {
    if (own !== null) {
      channel.postMessage({ leads: me });
      own.hear(here, { role, isOverdue });
      return;
    }
    if (unanswered++ >= UNHEARD) leader = null;
    if (leader === null) ask();
    else channel.postMessage({ from: me, role, isOverdue });
  }

  function ask() {
    if (asking !== 0) return;
    channel.postMessage({ wants: me });
    asking = setTimeout(lead, ASKING);
  }

  function lead() {
    asking = 0;
    leader = me;
    own = hub();
    channel.postMessage({ leads: me });
    own.hear(here, { role, isOverdue: true });
  }

  function stepDown() {
    leader = null;
    own?.close();
    own = null;
    ports = new Map();
  }

  const here = { postMessage: take };

  function take({ name, data, age }) {
    unanswered = 0;
    if (channel !== null && name !== "here") on(name, data, age);
  }

  function portOf(page) {
    if (!ports.has(page)) ports.set(page, { postMessage: (said) => channel?.postMessage({ to: page, by: me, said }) });
    return ports.get(page);
  }

  function hear({ wants, leads, resigns, from, to, by, said, ...asked }) {
    if (wants !== undefined) othersWish(wants);
    else if (leads !== undefined) otherLeads(leads);
    else if (resigns !== undefined && resigns === leader) {
      leader = null;
      ask();
    } else if (from !== undefined) own?.hear(portOf(from), asked);
    else if (to === me && by === leader) take(said);
  }

  function othersWish(other) {
    if (own !== null) channel.postMessage({ leads: me });
    else if (asking !== 0 && other < me) {
      clearTimeout(asking);
      asking = 0;
    } else if (asking !== 0) channel.postMessage({ wants: me });
  }

  function otherLeads(other) {
    if (own !== null && other > me) return channel.postMessage({ leads: me });
    if (own !== null) stepDown();
    clearTimeout(asking);
    asking = 0;
    if (leader === other) return;
    [leader, unanswered] = [other, 0];
    // a picture of its own comes first: changes of two leaders do not fit each other
    channel.postMessage({ from: me, role, isOverdue: true });
  }

  return { open, close };
}
