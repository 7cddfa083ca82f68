"""The agenda file: YAML to the core's Agenda and back, and everything wrong with it in words.

reader.py does it all; an agenda comes about in this order, and each step has its complaints:

- bytes, YAML    source.py, tree.py nodes that know their places; slips.py, cut_text.py what the writer meant;
                 plan_digest.py what tells one state of a plan from another; glance.py its title alone
- the form       shape.py a tree as the form.py, fitting.py plain data as one; fields.py and notation.py how
                 values are written, wording.py text, signal_fields.py, gear_fields.py,
                 late_fields.py; signal_form.py signals and gear, timecode_fields.py;
                 spoken_keys.py what people call a key
- across it      checks.py, cue_checks.py, signal_checks.py, gear_checks.py
- names          name_lists/ those in a file beside the agenda, standing.py where each stands
- the agenda     batches.py an award in batches, honoured.py who receives it; building.py, moments.py the
                 calendar, lengths.py, names.py numbers and ids, cue_building.py, steps.py,
                 binding.py which track, signals.py, gear.py, bringing.py what an inserted item brings;
                 catalogue.py the kinds (kinds.json), formulas.py what the MC says of them in this conference
- passwords      passwords.py those of gear, in a file beside the agenda
- people         leaders.py who is waited for, people_fields.py how they are addressed
- a complaint    complaint.py, places.py where it stands, remedies.py what to write instead
- what is owed   duty_words.py a duty and a reminder in words
- advice         lint.py, sight.py; time_advice.py, music_advice.py, sound_advice.py, signal_advice.py;
                 gear_advice.py, word_advice.py, award_advice.py, recipient_advice.py, people_advice.py,
                 late_advice.py; unsettled.py what an import guessed; sound_file_advice.py once the tracks
                 were listened to, track_files.py where their files are
- speeches       speech_texts.py the texts beside it, speech_advice.py on them
- as a workbook  book/ what stands on which sheet, in which column and how; rooted.py what stands in no text
- the way back   writing.py an agenda as a file, track_entry.py its recordings, dumping.py its YAML,
                 clone.py a new event out of an old one,
                 schema.py for editors; editing/ a text changed where it stands, all other lines left as they
                 were
- a newer plan   revision.py what it changes, revision_offers.py what of that a running show would take,
                 revision_moves.py whose a move is, revision_orders.py the orders that do it,
                 revision_people.py whom it honours otherwise
- samples        samples.py where those are that come with the program
- a paper of ours  returned/ what one changes that people edited and that comes back
"""
