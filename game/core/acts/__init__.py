"""What each command does, one module a command. They are called only for commands on offer; `perform.py` joins them.

Room: game/core, the rules.
"""
