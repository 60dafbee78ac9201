"""The teacher's pack: what an adult prints to lead the lesson, as HTML and PDF, from the very data the game is played from.

Room: game/teacher. Reads content (story, words, help lines) and the list of real services; only the commands call it. Stays
outside: pygame, saves, rules. Read first: `blocks.py` (what a sheet is made of), then `pack.py` (what stands on which sheet).
"""
