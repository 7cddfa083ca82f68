// Keeps the screen awake. A secure page asks the browser (Screen Wake Lock). On the hall's plain http that
// does not exist, so the first tap starts a video of one still colour behind the page: a playing video
// keeps a phone's screen on. It fills the window, since browsers do not count a video that is too small to
// be watched; WebKit wants one with sound, not muted and not looping, so there it gets a silent track.

const GESTURES = ["pointerup", "keydown", "touchend"];

/** Begin. `tell(isAwake)` hears whether the screen is kept on now. */
export function keepAwake(tell) {
  let lock = null;
  let video = null;

  async function byLock() {
    lock = await navigator.wakeLock.request("screen");
    lock.addEventListener("release", () => tell(false));
    tell(true);
  }

  async function byVideo() {
    video ??= stillVideo();
    await video.play();
    tell(true);
  }

  async function start() {
    if (document.visibilityState !== "visible") return;
    try {
      await ("wakeLock" in navigator ? byLock() : byVideo());
    } catch {
      // Low battery, or no gesture yet: the next tap tries again, by the other way too.
      tell(false);
    }
  }

  async function onGesture() {
    if (lock !== null && !lock.released) return;
    if (video !== null && !video.paused) return;
    await start();
    if ((lock === null || lock.released) && (video === null || video.paused)) await byVideo().catch(() => tell(false));
  }

  for (const gesture of GESTURES) addEventListener(gesture, onGesture, { passive: true });
  document.addEventListener("visibilitychange", start);
  tell(false);
  if ("wakeLock" in navigator) start();
}

function stillVideo() {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 16;
  const brush = canvas.getContext("2d", { alpha: false });
  let odd = false;
  const ground = () => getComputedStyle(document.documentElement).backgroundColor;
  const stroke = () => {
    brush.fillStyle = ground();
    brush.fillRect(0, 0, 16, 16);
    // one corner a shade off, in turn: a stream without new frames counts as stalled
    brush.fillStyle = odd ? "rgb(127 127 127 / 2%)" : "rgb(127 127 127 / 3%)";
    brush.fillRect(0, 0, 1, 1);
    odd = !odd;
  };
  stroke();
  setInterval(stroke, 500);

  const stream = canvas.captureStream(2);
  const isWebKit = navigator.vendor.startsWith("Apple");
  if (isWebKit && "AudioContext" in window) {
    const sound = new AudioContext();
    for (const track of sound.createMediaStreamDestination().stream.getAudioTracks()) stream.addTrack(track);
  }
  const video = document.createElement("video");
  video.className = "awake";
  video.muted = !isWebKit;
  video.playsInline = true;
  video.tabIndex = -1;
  video.setAttribute("aria-hidden", "true");
  video.disableRemotePlayback = true;
  video.srcObject = stream;
  document.body.prepend(video);
  return video;
}
