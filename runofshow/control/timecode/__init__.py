"""Timecode as it comes into the console and goes out of it.

- ltc.py         frames out of sound, forward and backward; ltc_sound.py the sound of frames
- mtc.py         frames out of MIDI messages; passing.py a frame as either tells it
- mtc_out.py     frames that run out as MIDI messages, in the program that holds the port
- ear.py         listens while a show runs: ltc_listening.py the program that does, told.py its lines,
                 following.py how the code moves
"""
