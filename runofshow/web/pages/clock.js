// The server's clock, carried between its beats by the browser's own steady one.

const KEPT = 8; // beats the best one is chosen from
const STEP = 1500; // ms: a larger difference is a stepped clock or a slept device, not a slow network

/** A clock that is told the server's time now and then and knows it in between. */
export function serverClock() {
  let samples = [];
  let speed = 1;
  let offset = null;
  let zone = 0;

  return {
    /** The server said `age` milliseconds ago that it is `iso`; a rehearsal may run `pace` times as fast. */
    hear(iso, pace = 1, age = 0) {
      const steady = performance.now() - age;
      if (pace !== speed) samples = [];
      speed = pace;
      zone = zoneOf(iso);
      const sample = Date.parse(iso) - steady * speed;
      if (offset !== null && Math.abs(sample - offset) > STEP * speed) samples = [];
      samples = [...samples, sample].slice(-KEPT);
      // what came late looks earlier than it is, so the largest is the truest
      offset = Math.max(...samples);
    },
    /** Milliseconds since 1970 where the show is; null before the first word from it. */
    now() {
      return offset === null ? null : offset + performance.now() * speed;
    },
    /** The same, so many of this device's milliseconds ago. */
    ago(ms) {
      return offset === null ? null : offset + (performance.now() - ms) * speed;
    },
    /** Minutes east of Greenwich in the hall, whatever the phone believes. */
    zone: () => zone,
  };
}

function zoneOf(iso) {
  const found = /([+-])(\d\d):(\d\d)(?::\d\d)?$/.exec(iso);
  if (!found) return 0;
  return (found[1] === "-" ? -1 : 1) * (Number(found[2]) * 60 + Number(found[3]));
}
