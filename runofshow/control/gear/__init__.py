"""Gear that a plan names, each piece driven in a thread of its own.

- thread.py      the thread and its loop, so that a library which blocks blocks nobody else
- opening.py     which module drives which kind, loaded only when a plan has such gear
- extras.py      what must be installed for it, and the one command that does
- facts.py       what gear says of itself
- midi.py        a MIDI port: midi_port.py the program that holds it, midi_lines.py what it is told and
                 tells, midi_messages.py the bytes; midi_in.py the orders that come in
- projector.py   projectors by PJLink, pjlink.py the lines of it
- lights.py      light levels: light_levels.py where each is, light_stream.py how often they leave,
                 light_ways.py by which networks, sacn_packets.py, artnet_packets.py and artnet_poll.py
                 the bytes
- obs.py         scenes, sources, stream and recording of OBS: obs_link.py its connection, obs_words.py its
                 words, obs_seen.py what shows that something was done

Every kind has `send` for an order of a signal, `look` for what it says of itself (`doctor`), and `close`.
"""
