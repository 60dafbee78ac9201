"""The reader for a terminal: plain lines, one after the other, from the same present moment as the window.

Room: game/text. Reads `game.session`; `game.cli` alone imports it. Stays outside: pygame, rules, and
meaning that only colour or place would carry.
"""
