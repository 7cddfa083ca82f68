// The events of a role, from the one stream that all pages of this browser share: in a worker (sharing.js), or where
// there is none in the page that leads (leading.js), else from a stream of this page's own. A browser opens six
// connections to one machine and lets everything else wait, orders too.

import { isShutOut, ownStream, ping } from "./events.js";
import { ledStream } from "./leading.js";
import { learn, turnTo } from "./reaching.js";
import { watch } from "./watching.js";

const HERE = 1000; // how often a tab says to the shared stream that it still listens
const UNHEARD = 4; // so many times without an answer, and the page helps itself

/**
 * A way to listen as `role`, closed at first: `open()`, `close()`, and `hurry()` when news is overdue. `hear(name,
 * data, age)` hears `snapshot`, `change`, `beat` and `out`, and how many milliseconds old it is.
 */
export function live(role, hear) {
  // what tells of consoles is for this page's orders; the rest is the picture
  const about = { second: (told) => learn(role, told), turned: ({ url, term }) => turnTo(url, term) };
  const on = (name, data, age) => (about[name] ?? ((...heard) => hear(name, ...heard)))(data, age);
  const led = () => ("BroadcastChannel" in window ? ledStream(role, on) : null);
  let shared = "SharedWorker" in window ? sharedStream(role, on, helpOneself) : led();
  let own = null;
  let watching = null; // the other console, while the stream is this page's own
  let isOpen = false;

  function helpOneself() {
    shared.close();
    shared = led();
    if (isOpen) open();
  }

  function open() {
    isOpen = true;
    if (shared !== null) return shared.open();
    own?.close();
    own = ownStream({ as: role }, {
      ...Object.fromEntries(["snapshot", "change", "beat"].map((name) => [name, (data) => on(name, data, 0)])),
      second(told) {
        learn(role, told);
        watching?.look();
      },
      async closed() {
        if (await isShutOut(role)) on("out");
      },
    });
    watching ??= watch(() => [role], open);
  }

  function close() {
    isOpen = false;
    shared?.close();
    own?.close();
    own = null;
    watching?.close();
    watching = null;
  }

  return {
    open,
    close,
    hurry() {
      if (shared !== null) shared.open();
      else if (!own?.isTrying()) open();
    },
    /** Sends a beat back, so that the console knows that we are here and how far away. */
    echo(now) {
      if (shared === null) ping(role, now);
    },
  };
}

function sharedStream(role, on, helpOneself) {
  let port = null;
  let timer = 0;
  let unanswered = 0;

  function connect() {
    const worker = new SharedWorker("/assets/sharing.js", { type: "module", name: "runofshow" });
    worker.addEventListener("error", helpOneself);
    port = worker.port;
    port.onmessage = ({ data }) => {
      unanswered = 0;
      if (timer !== 0 && data.name !== "here") on(data.name, data.data, data.age);
    };
  }

  function say() {
    if (unanswered++ >= UNHEARD) return helpOneself();
    port.postMessage({ role });
  }

  return {
    open() {
      if (port === null) connect();
      clearInterval(timer);
      timer = setInterval(say, HERE);
      port.postMessage({ role, isOverdue: true });
    },
    close() {
      clearInterval(timer);
      timer = 0;
      port?.postMessage({ role: null });
    },
  };
}
