// What a page says of a picture at a moment, by the pages' own modules: `facts(now, pictures)`, the pictures by role.

const modules = ["count", "cues", "formats", "late", "speech", "timecode"];
const [{ count, toSpeaker }, { lampOf, shapeOf }, { countDown, timeOfDay }, { lateAnswers, machines }, { speechLine }, { timecodeLine }] = await Promise.all(modules.map((name) => import(`/assets/${name}.js`)));

function counted(picture, now) {
  const found = count(picture, now);
  return found && [found.text, found.label, found.tone];
}

function spoken(picture, now) {
  const found = count(picture, now);
  return found && [found.text, toSpeaker(found), found.tone];
}

const left = ({ ends_at }, now) => (ends_at === null ? null : countDown(Date.parse(ends_at) - now));
const heard = ({ sound }, now) => sound.heard.map((one) => [one.title, left(one, now)]);
const said = (item, text) => item && [item.number, text];

function lit(picture, now) {
  const { state, asked } = lampOf(picture, now);
  return [state, asked?.cue_id ?? null];
}

function read(now, { caller, stage, mc }) {
  const lines = [speechLine(), speechLine(), speechLine()];
  lines[0].paint(caller.speech, now);
  lines[1].paint(stage.speech, now);
  lines[2].paintWords(mc.mc_speech, now);
  return lines.map(({ node }) => node.textContent);
}

function coded({ timecode }) {
  const { node, paint } = timecodeLine();
  paint(timecode, { at: (moment) => timeOfDay(moment, 420) });
  return node.textContent;
}

window.facts = (now, pictures) => {
  const all = Object.entries(pictures);
  const cues = all.flatMap(([, picture]) => picture.cues ?? []);
  return {
    count: Object.fromEntries(all.map(([role, picture]) => [role, counted(picture, now)])),
    speaker: spoken(pictures.speaker, now),
    lamps: cues.map((cue) => [cue.cue_id, shapeOf(cue), cue.lamp]),
    asked: Object.fromEntries(all.filter(([, { light }]) => light).map(([role, picture]) => [role, lit(picture, now)])),
    words: [said(pictures.mc.current, pictures.mc.words), said(pictures.mc.next, pictures.mc.next_words)],
    heard: [heard(pictures.caller, now), heard(pictures.music, now)],
    late: lateAnswers(pictures.caller, now),
    read: read(now, pictures),
    coded: [coded(pictures.caller), coded(pictures.stage)],
    machines: machines(pictures.caller),
  };
};
