"""Edits of the running order that an agent proposes, and a person takes or declines.

changes     one change, as it is proposed, shown and written down
commands    the orders: an agent proposes, the caller takes or declines
events      what came of them
proposal    what is known of one
proposing   how the state keeps it
judging     the rules: what may be proposed, and what is still so when it is taken
"""
