"""One sitting of one player: saves, settings, paths, clock, background jobs.

Room: game/session. The only room of the game that keeps something on disk.
Stays outside: pygame, the rules (core), what travels (reporting).
"""
