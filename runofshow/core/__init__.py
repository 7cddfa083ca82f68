"""The show as values and rules: no clock, no I/O, no words of any language; of all packages msgspec alone.

A value and its rule often stand side by side: count.py and counting.py, heard.py and hearing.py, alarms.py
and alarming.py, signal.py and signalling.py.

- the plan       agenda.py, heading.py what a heading gives its parts, running_order.py the leaves as they
                 run, timeline.py laid on the clock, amend.py with one change
- honoured       award.py what is handed over to whom in which steps, lists.py who stands on which list;
                 award_commands.py, award_events.py, award_rules.py, awarding.py orders and what they change;
                 rounds.py, rounds_now.py the batches as they stand, on_stage.py what is seen of them;
                 moved.py who stands elsewhere than the plan had them, card_code.py the code on a card,
                 whereabouts.py where a scanned card belongs
- people         people.py who is looked for, people_rules.py; attendance.py who was seen and what waits for
                 whom, people_now.py and people_seen.py the next speakers, leaders, the chair panel;
                 people_told.py who came when
- the MC's words words.py the formula filled in, told.py the names it asks for, honours.py those of an award,
                 spoken.py a title as it is said, calling.py who is called how, saying.py now and next
- a speech       speech/ its text as the agenda keeps it, and where whoever reads it should be by now
- an order       ask.py what each says of itself (its roles and fields too), commands.py, plan_commands.py,
                 sound_commands.py
- who may ask    roles.py, refusal.py why not, questions.py what is asked again before
- ways back      recovery/ what to do when it is late, early, or a leader must go, and the order that does it
- proposals      proposals/ what agents would change, and what a person says to it
- its outcome    decide.py the calls; jumping.py, stepping_back.py, placing.py and amendments.py rows,
                 cue_amendments.py, sound_calls.py, messaging.py what people write, undo.py undo and redo,
                 signalling.py, in_turn.py several changes by one order
- rehearsals     joins.py the clock that jumps and the MC's links, drill.py simulated hands;
                 rehearsal_commands.py, rehearsal_events.py
- consoles       term.py which of several calls the show, taking_over.py, intake.py what one that follows does
                 with what it is told, lease.py who may call unasked; term_commands.py, term_events.py
- what happened  events.py, opening.py the first of them, session_events.py, message_events.py,
                 sound_events.py, undo_events.py
- the state      state.py, record.py of a leaf and a cue, notices.py messages and notes, alarms.py,
                 alarming.py, sound.py
- what follows   evolve.py, sounding.py; remembering.py, restoring.py, image.py for undo; reopening.py whether
                 a record can be of this agenda
- at a moment    forecast.py when and how late, course.py, pace.py of award rounds; carrying.py, cues.py the
                 phase of a cue, lamp.py its lamp, phases.py; facts.py what came true by itself, board.py all
- how sure it is outlook/ the range of the end, from what earlier shows and takes have taught
- a timecode     timecode.py how codes count, timecode_now.py what comes in, timecode_passing.py what it sets
                 going
- the picture    picture.py takes it, snapshot.py, item_row.py and session_now.py what is in it; rows.py,
                 calls.py what GO will do, count.py, counting.py, light.py a hand's cue light, answers.py,
                 waiting.py who has not answered, hearing.py, heard.py, level.py, presence.py, player_view.py,
                 floating.py, reckoned.py
- the day        day.py the lines of the programme by the hours, for whoever draws them
- what is sent   views/ what each role sees (views/roles.py), change.py what is another, wire.py, value.py
- gear           gear.py what of it a plan names, gear_orders.py what it is told, signal.py when,
                 gear_told.py by which signal, levels_sent.py what levels lights have from it
- afterwards     history.py planned against actual, planned_lengths.py what a split batch has of its plan,
                 takes.py each time that an item ran, learning.py what they teach about its length, beside.py
                 a show beside its rehearsals; handiwork.py what hands did to the time, rearranged.py to the
                 running order, rearranged_lists.py to awards, failings.py what the gear failed to do,
                 duties.py what is owed beside the show, and how it stands on a day
"""
