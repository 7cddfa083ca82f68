"""What each person holds on paper: an agenda as sheets (see paper/), each for one reader.

- papers.py       which papers there are, and the one for each reader
- plan.py         the agenda laid out for printing: every row with its hours, its words, its cues
- names.py        names and titles that are never broken at the end of a line
- heads.py        what stands over and under: title, day and place, the foot
- sayings.py      hours, lengths, cues and items as they are written in a cell
- programme.py    what delegates are given; nothing internal is on it
- script.py       the whole script, for whoever calls the show
- book.py         the whole agenda as a workbook that the office edits
- keeping.py      what the script keeps unseen, so that it comes back as its agenda
- mc_copy.py      the MC's words in large type
- music_sheet.py  the music in order, and its tracks
- crew_sheet.py   who is needed where, and the awards as the tray has them
- rounds.py       award rounds: the batches of each, and who stands where in them; on servers_sheet.py,
                  reader_sheet.py, certificate_order.py and cards.py
- chair_page.py   the chair's page
- exchange/       which pages to exchange in people's hands when the plan has changed

Nothing here reads a clock or writes a file.
"""
