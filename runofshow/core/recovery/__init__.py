"""What to do when the show is late, or early, or a leader must go.

yielding    what of an item gives way
promises    what leaders who must go were promised
"""
