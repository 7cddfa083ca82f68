"""What mpv may do: play the sound of one file of this machine, and nothing else.

A track's file comes from anywhere. It may be called like an option or an address, be a list of other files
or a script for the player, have a picture in it or beside it. And the mpv of this machine may be set to do
anything by the files of its owner.
"""

from __future__ import annotations

FORMATS = (
    "wav w64 mp3 flac ogg aiff aac mov matroska asf avi ape wv caf au amr ac3 mpeg mpegts mp2 flv tta".split()
)
"""Kinds of file (FFmpeg's names) that hold a sound. Lists of other files and scripts are none of them."""

LOCKED = (
    "--no-config",
    "--idle=yes",
    "--no-terminal",
    "--pause=yes",
    "--keep-open=no",
    # no scripts, ours or anybody's
    "--load-scripts=no",
    "--ytdl=no",
    "--osc=no",
    "--load-stats-overlay=no",
    "--load-auto-profiles=no",
    # the track alone: no picture, no words, no file that lies beside it or that it names
    "--vid=no",
    "--sid=no",
    "--audio-display=no",
    "--cover-art-auto=no",
    "--autoload-files=no",
    "--access-references=no",
    "--ordered-chapters=no",
    "--demuxer=lavf",
    f"--demuxer-lavf-o=format_whitelist=[{','.join(FORMATS)}]",
    # nothing remembered, no keys but our orders
    "--resume-playback=no",
    "--save-position-on-quit=no",
    "--input-default-bindings=no",
    "--input-media-keys=no",
    # start points to the sample; the end is when the last sample was played, not when it was handed over
    "--hr-seek=yes",
    "--gapless-audio=no",
    "--audio-fallback-to-null=no",
    "--volume-max=130",
)
