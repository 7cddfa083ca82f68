"""How the program came onto this machine, and the one command that installs more beside it there.

`this_program` (program.py, with system.py) looks; command.py says the command for it, and runs nothing.
"""
