"""Stop la Violence, the game: a story that a class plays, and the desk at its end.

Rooms: content, core, authoring, session, view; `cli` holds the commands. Which room may import which is in docs/architecture.md.
Stays outside: the report tool, which is the package `reporting`.
"""

__version__ = "0.1.0"
