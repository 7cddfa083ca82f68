"""An order of sound as the contract has it."""

from __future__ import annotations

from typing import assert_never

from runofshow.core import commands as c
from runofshow.core.wire import Json, seconds

SoundAsked = c.Go | c.PlayTrack | c.FadeSound | c.StopSound | c.Panic | c.Arm


def order_json(command: SoundAsked) -> dict[str, Json]:
    """`{"do": "fade", "track_id": null, "over": 3, "sure": false}`."""
    match command:
        case c.Go(cue_id, sure):
            return {"do": "go", "cue_id": cue_id, "sure": sure}
        case c.PlayTrack(track_id, sure):
            return {"do": "play", "track_id": track_id, "sure": sure}
        case c.FadeSound(track_id, over, sure):
            return {"do": "fade", "track_id": track_id, "over": seconds(over), "sure": sure}
        case c.StopSound(track_id, sure):
            return {"do": "stop", "track_id": track_id, "sure": sure}
        case c.Panic(hard, sure):
            return {"do": "panic", "hard": hard, "sure": sure}
        case c.Arm(cue_id):
            return {"do": "arm", "cue_id": cue_id}
    assert_never(command)
