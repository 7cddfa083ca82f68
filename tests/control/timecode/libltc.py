"""The reference of timecode in sound, libltc: it makes what we read, and reads what we make."""

from __future__ import annotations

import ctypes
import ctypes.util
from array import array
from collections.abc import Iterator

import pytest

from runofshow.core.timecode import Rate, Timecode

SAMPLE_RATE = 48_000
_STANDARD = {Rate.FILM: 3, Rate.EUROPE: 1}
_FPS = {Rate.FILM: 24.0, Rate.EUROPE: 25.0, Rate.DROPPED: 29.97, Rate.THIRTY: 30.0}
RATES = tuple(_FPS)
"""Those that it names; at 29.97 it always drops."""

_FOUND = ctypes.util.find_library("ltc")
needs_libltc = pytest.mark.skipif(_FOUND is None, reason="libltc is not installed")


class _Time(ctypes.Structure):
    _fields_ = (
        ("timezone", ctypes.c_char * 6),
        ("years", ctypes.c_ubyte),
        ("months", ctypes.c_ubyte),
        ("days", ctypes.c_ubyte),
        ("hours", ctypes.c_ubyte),
        ("minutes", ctypes.c_ubyte),
        ("seconds", ctypes.c_ubyte),
        ("frame", ctypes.c_ubyte),
    )


class _Frame(ctypes.Structure):
    _fields_ = (
        ("bits", ctypes.c_ubyte * 10),
        ("off_start", ctypes.c_longlong),
        ("off_end", ctypes.c_longlong),
        ("reverse", ctypes.c_int),
        ("rest", ctypes.c_ubyte * 512),
    )


def _library() -> ctypes.CDLL:
    library = ctypes.CDLL(_FOUND)
    library.ltc_encoder_create.restype = ctypes.c_void_p
    library.ltc_encoder_create.argtypes = (ctypes.c_double, ctypes.c_double, ctypes.c_int, ctypes.c_int)
    library.ltc_decoder_create.restype = ctypes.c_void_p
    return library


def made(first: Timecode, frames: int, rate: Rate, *, backward: bool = False, volume: float = -9.0) -> bytes:
    """The sound of so many frames as libltc makes it, with its slow edges; volume in dB of full scale."""
    library = _library()
    encoder = ctypes.c_void_p(
        library.ltc_encoder_create(float(SAMPLE_RATE), _FPS[rate], _STANDARD.get(rate, 0), 0)
    )
    library.ltc_encoder_set_volume(encoder, ctypes.c_double(volume))
    time = _Time(b"+0000", 0, 0, 0, first.hour, first.minute, first.second, first.frame)
    library.ltc_encoder_set_timecode(encoder, ctypes.byref(time))
    sound = array("h")
    piece = (ctypes.c_ubyte * 8192)()
    for _ in range(frames):
        if backward:
            library.ltc_encoder_encode_reversed_frame(encoder)
            library.ltc_encoder_dec_timecode(encoder)
        else:
            library.ltc_encoder_encode_frame(encoder)
            library.ltc_encoder_inc_timecode(encoder)
        length = library.ltc_encoder_copy_buffer(encoder, piece)
        # it gives 8 bits around 128
        sound.extend((one - 128) * 256 for one in piece[:length])
    library.ltc_encoder_free(encoder)
    return sound.tobytes()


def read(sound: bytes, rate: Rate) -> Iterator[tuple[Timecode, bool]]:
    """The frames that libltc reads, each as it has gone by, and whether it ran backward."""
    library = _library()
    samples_a_frame = round(SAMPLE_RATE * float(rate.frame))
    decoder = ctypes.c_void_p(library.ltc_decoder_create(samples_a_frame, 32))
    frame, time = _Frame(), _Time()
    piece = samples_a_frame * 2
    for at in range(0, len(sound), piece):
        part = sound[at : at + piece]
        samples = (ctypes.c_short * (len(part) // 2)).from_buffer_copy(part)
        library.ltc_decoder_write_s16(decoder, samples, len(samples), ctypes.c_longlong(at // 2))
        while library.ltc_decoder_read(decoder, ctypes.byref(frame)):
            library.ltc_frame_to_time(ctypes.byref(time), ctypes.byref(frame), 0)
            code = Timecode(time.hours, time.minutes, time.seconds, time.frame)
            yield code, bool(frame.reverse)
    library.ltc_decoder_free(decoder)
