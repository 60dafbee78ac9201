"""The rules of the game, as a value.

Room: game/core. A state and a command go in; a new state and events come out.
Stays outside: pygame, files, the clock, unseeded chance, and words (events carry ids; the view finds the words).
"""
