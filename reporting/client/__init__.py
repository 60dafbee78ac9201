"""A case on the person's side: compose, review, seal, send, keep until it arrived, follow, withdraw.

Room: reporting/client. The desk is a value (`desk.py`); what must happen in the world is data (`effects.py`), run by `runner.py`.
Stays outside: pygame, drawing, finished wording (words are ids), and everything of the game.
Read first: `desk.py`, then `moment.py`, which says what a reader can show.
"""
