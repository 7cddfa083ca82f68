"""The sound of the show: decks, each over one mpv process, that know nothing of the show's rules.

From below: `link` starts mpv so that it dies with us, `lockdown` says what it may do, `messages` reads what
it says, `mpv` asks it and watches that it answers, `loading` brings a file before it, `decoding` goes through
a whole one, `proving` says that it is sound, `deck` plays one track, `loudness` measures one. Beside these,
`finding` says where mpv is, `outputs` whether it would be heard, `fades` how a volume falls, `faults` what
can be wrong with a file.
"""
