"""What agents propose for an agenda, beside its file.

telling     a change in people's words
reading     a stranger's changes, taken strictly
"""
