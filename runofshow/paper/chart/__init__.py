"""Plan against actual as a picture: each line's planned bar over its actual one, by the hours of the day.

- layout.py   where everything stands, in points: the pages, the lanes, the hours; nothing is drawn
- drawing.py  each page of a chart as SVG, with its text in the paper's type
- picture.py  such a drawing as PNG, for the files that take no SVG, by the letters that the machine has

It is read in print without colours: a plan is an outline, what came of it is grey, what was too long is dark,
and the words beside the lines say it too.
"""
