"""From the kit to what ships: `python -m assets.bake` writes `assets/baked/*.webp` and `manifest.json`.

Room: assets, build-only.
Stays outside: the drawing itself (`assets.kit`) and anything that runs while playing.
Read first: `catalogue.py` (what is baked), then `paint.py` (how), `manifest.py` (what the game reads).
"""
