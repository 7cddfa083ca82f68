"""What agents propose for an agenda that is not running, beside its file; and what proposals say everywhere.

telling     a change in people's words
reading     a stranger's changes, taken strictly
judging     whether an agenda would take a proposal, by the rules of a show
making      the changes made in the text of the agenda
kept        the proposals of an agenda, in a file beside it
"""
