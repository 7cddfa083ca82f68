"""What to do when the show is late, or early, or a leader must go.

yielding    what of an item gives way, by its plan
promises    what leaders were promised
changes     one change, as it is offered, sent and ordered
recovering  the rules of the order that makes some of them
applied     a show as it would be with them
offers      what gives way in the show as it stands, line by line
moves       what may come earlier
horizon     how far what is to come reaches when some of it is cut
search      which of the offers reach the goals
found       a set of them, among others
outcome     what was found: the ways, with what each saves and costs
way         what a list of changes comes to
ways        all of it: the ways back of a session
"""
