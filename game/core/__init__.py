"""The rules: a state and a command go in, a new state and events come out.

Room: game/core. Reads `game.content`; is read by `game.session`, `game.authoring` and the readers.
Stays outside: pygame, files, the clock, unseeded chance and words.
"""
