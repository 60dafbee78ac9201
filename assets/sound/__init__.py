"""Sound made by our own code: the kit, what it bakes, and how it is measured. Build-only; the game plays the OGG files."""
