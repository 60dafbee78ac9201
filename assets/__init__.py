"""The look of the game: the drawing kit (`kit`), what is baked from it (`baked`), the fonts, and the commands between them.

Room: assets. Only authors run this Python; the game reads `baked/`, `fonts/` and `examples/` as plain files.
Stays outside: the game's own code, which never imports from here.
Read first: README.md, then `bake/catalogue.py`, which lists every picture that ships.
"""
