"""An author’s bench: what checks and explains a story before anyone plays it.

Room: game/authoring. Reads content and core; only the commands call on it.
Stays outside: pygame, saves, anything a player sees.
"""
