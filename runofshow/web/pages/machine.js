// What the player of the hall carries out: no hand answers for it. A recording is ready when the player has proved
// that it is loaded; for a fade or a stop there is nothing to load.

import { words } from "./words.js";

/** The picture, each cue that the player plays with its `file`, its `failure` and whether both decks are `taken`. */
export function withPlayer(picture) {
  const { sound, cues } = picture;
  if (!sound?.player || !cues) return picture;
  const tracks = new Map(sound.tracks.map((track) => [track.track_id, track]));
  const taken = sound.decks.every((deck) => deck.state !== "empty");
  const played = (cue) => {
    const track = tracks.get(cue.track);
    if (!cue.by_machine || !track || !hasToLoad(cue)) return cue;
    return { ...cue, file: track.file, failure: cue.armed ? null : (track.failure ?? null), taken: !cue.armed && taken };
  };
  return { ...picture, cues: cues.map(played) };
}

const hasToLoad = (cue) => cue.do === "play";

/** `ĐÃ NẠP`, `SẴN SÀNG`, `CHƯA NẠP: hai bàn đang bận`, `KHÔNG PHÁT ĐƯỢC: không tìm thấy tệp`. */
export function armedWords(cue) {
  if (cue.armed) return words.sound.ready;
  if (!hasToLoad(cue)) return words.sound.able;
  if (cue.failure) return `${words.sound.cannot}: ${whyNot(cue.failure)}`;
  return cue.taken ? `${words.sound.not_armed}: ${words.sound.decks_taken}` : words.sound.not_armed;
}

/** Why a track cannot be played. */
export const whyNot = (failure) => words.sound.why_not[failure.fault] ?? failure.fault;

/** The music cue that GO calls: the first that has not gone and is the player's to carry out. */
export function nextSound(cues) {
  return cues.find((cue) => !["gone", "missed", "stood_down"].includes(cue.phase) && ["play", "fade", "stop"].includes(cue.do)) ?? null;
}
