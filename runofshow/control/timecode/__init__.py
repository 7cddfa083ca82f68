"""Timecode as it comes into the console and goes out of it.

- ltc.py         frames out of sound, forward and backward; ltc_sound.py the sound of frames
- mtc.py         frames out of MIDI messages, and the messages of frames
"""
