"""Drawings that take names instead of objects, so that a call can be written down. One module a family: a picture is drawn
again when something its module imports changes, so each imports little.

Room: assets, build-only.
Stays outside: how anything looks (`assets.kit`).
"""
