"""A track proven sound: it begins, its length is known, and its end is there too.

That a file begins says nothing of its end, and half a copied file is the commonest fault there is. So the
last moment of what will be played is sought and decoded as well, and then the start again; that takes some
20 ms.

Some files do not say how long they are (MP3 without a header, AAC): their length is a guess by size, and may
be off by any factor. Others are longer than they say (FLAC written to a pipe, Ogg files joined). For them,
and where the end is not found or sound goes on behind it, the whole is decoded instead (`decoding`), a second
for five minutes of music.

What this cannot find: damage in the middle, and an Ogg or headless MP3 file that was cut off, which is just a
shorter one. The track's hash does.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from runofshow.core.value import replace
from runofshow.players.chained import length_if_chained
from runofshow.players.decoding import decode
from runofshow.players.faults import Faulty
from runofshow.players.loading import Loaded, find_end, load
from runofshow.players.mpv import Mpv


async def prove(
    mpv: Mpv, program: Path, file: Path, start: float, end: float | None, options: Mapping[str, str]
) -> Loaded | Faulty:
    """Load `file` paused at `start`, in `mpv` and with `options` for it; nothing may play there.

    `program` is the mpv that decodes, where that is needed. Raises PlayerDied.
    """
    loaded = await load(mpv, file, start, end, options)
    if isinstance(loaded, Faulty):
        return loaded
    chained = None if end is not None else await length_if_chained(file)
    if chained is None and not loaded.is_guess and await find_end(mpv, loaded, end is not None):
        return loaded
    whole = await decode(program, file, start, end)
    if isinstance(whole, Faulty):
        return whole
    # what looked for the end may have lost the file
    loaded = await load(mpv, file, start, end, options)
    return (
        loaded
        if isinstance(loaded, Faulty)
        else replace(loaded, stop=whole.stop, is_chained=chained is not None)
    )
