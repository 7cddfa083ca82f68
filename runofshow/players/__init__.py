"""The sound of the show: decks, each over one mpv process, that know nothing of the show's rules.

- mpv          link.py starts it so that it dies with us (job.py on Windows), lockdown.py what it may do,
               messages.py what it says, mpv.py asks it and watches that it answers; finding.py where it is,
               outputs.py whether it would be heard
- a file       loading.py brings it before mpv, decoding.py goes through a whole one, proving.py says that it
               is sound, chained.py how long one of several is, loudness.py measures it; faults.py what can be
               wrong, stamp.py whether it is still that file, copies.py where the machine has it
- a deck       deck.py plays one track, on_deck.py a proven track as it is to be played, happenings.py what it
               tells, fades.py how a volume falls
- the player   player.py the calls of the record on two decks, slot.py and held.py one place of it
- elsewhere    away.py beside an operator's screen, post.py its news on their way to the hall
"""
