"""What gear is told and what it says of itself, in words. A name in braces is filled in."""

from __future__ import annotations

from datetime import timedelta
from typing import assert_never

from msgspec import Struct

from runofshow.core.gear_orders import (
    ChannelLevel,
    Control,
    GearOrder,
    MidiMessage,
    Note,
    Program,
    ProjectorDo,
    Recording,
    RunTimecode,
    ShowControl,
    ShowScene,
    ShowSource,
    StartStop,
    Stream,
    ToLights,
    ToMidi,
    ToObs,
    ToProjector,
)
from runofshow.texts import Language


class GearTexts(Struct, frozen=True):
    on: str
    off: str
    blank: str
    show: str
    level: str
    """`{channels}`, `{percent}`."""
    over: str
    """`{seconds}`."""
    scene: str
    source_seen: str
    source_hidden: str
    stream_start: str
    stream_stop: str
    record_start: str
    record_stop: str
    note: str
    program: str
    control: str
    msc: str
    """`{command}`, `{cue}`."""
    mtc: str
    """`{code}`, `{rate}`."""
    mtc_stop: str

    def order(self, order: GearOrder) -> str:
        """What the gear is told: `che hình`, `kênh 1-4: 100 %, kênh 7: 30 %, trong 3 giây`."""
        match order:
            case ToProjector(_, do):
                return self._projector(do)
            case ToLights(_, levels, fade_for):
                said = ", ".join(
                    self.level.format(channels=_run(each), percent=_plain(each.percent)) for each in levels
                )
                over = self.over.format(seconds=_plain(fade_for / timedelta(seconds=1)))
                return f"{said}, {over}" if fade_for else said
            case ToObs(_, do):
                return self._obs(do)
            case ToMidi(_, say):
                return self._midi(say)
        assert_never(order)

    def _projector(self, do: ProjectorDo) -> str:
        match do:
            case ProjectorDo.ON:
                return self.on
            case ProjectorDo.OFF:
                return self.off
            case ProjectorDo.BLANK:
                return self.blank
            case ProjectorDo.SHOW:
                return self.show
        assert_never(do)

    def _obs(self, do: ShowScene | Stream | Recording | ShowSource) -> str:
        match do:
            case ShowScene(scene):
                return self.scene.format(scene=scene)
            case Stream(run):
                return self.stream_start if run is StartStop.START else self.stream_stop
            case Recording(run):
                return self.record_start if run is StartStop.START else self.record_stop
            case ShowSource(source, visible):
                return (self.source_seen if visible else self.source_hidden).format(source=source)
        assert_never(do)

    def _midi(self, say: MidiMessage | RunTimecode) -> str:
        match say:
            case Note(note, velocity, channel):
                return self.note.format(note=note, velocity=velocity, channel=channel)
            case Program(program, channel):
                return self.program.format(program=program, channel=channel)
            case Control(control, value, channel):
                return self.control.format(control=control, value=value, channel=channel)
            case ShowControl(command, cue):
                return self.msc.format(command=command.name, cue=cue).rstrip()
            case RunTimecode(code, rate):
                if code is None:
                    return self.mtc_stop
                return self.mtc.format(code=code.text(rate), rate=rate.value)
        assert_never(say)


def _run(level: ChannelLevel) -> str:
    return str(level.first) if level.first == level.last else f"{level.first}-{level.last}"


def _plain(number: float) -> str:
    return f"{number:g}"


VI = GearTexts(
    on="bật đèn",
    off="tắt đèn",
    blank="che hình",
    show="hiện hình",
    level="kênh {channels}: {percent} %",
    over="trong {seconds} giây",
    scene="cảnh “{scene}”",
    source_seen="hiện nguồn “{source}”",
    source_hidden="ẩn nguồn “{source}”",
    stream_start="bắt đầu phát trực tiếp",
    stream_stop="dừng phát trực tiếp",
    record_start="bắt đầu ghi hình",
    record_stop="dừng ghi hình",
    note="nốt {note}, lực {velocity}, kênh {channel}",
    program="đổi tiếng {program}, kênh {channel}",
    control="bộ điều khiển {control} = {value}, kênh {channel}",
    msc="MSC {command} {cue}",
    mtc="mã giờ MTC chạy từ {code}, {rate} hình/giây",
    mtc_stop="dừng mã giờ MTC",
)

EN = GearTexts(
    on="lamp on",
    off="lamp off",
    blank="picture blank",
    show="picture shown",
    level="channel {channels}: {percent} %",
    over="over {seconds} s",
    scene="scene “{scene}”",
    source_seen="show the source “{source}”",
    source_hidden="hide the source “{source}”",
    stream_start="start streaming",
    stream_stop="stop streaming",
    record_start="start recording",
    record_stop="stop recording",
    note="note {note}, velocity {velocity}, channel {channel}",
    program="program {program}, channel {channel}",
    control="controller {control} = {value}, channel {channel}",
    msc="MSC {command} {cue}",
    mtc="MTC runs from {code}, {rate} fps",
    mtc_stop="stop MTC",
)

GEAR = {Language.VI: VI, Language.EN: EN}
