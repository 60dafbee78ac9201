"""The story as checked, immutable data.

Room: game/content. YAML and .po in, models with file, line and column out.
Stays outside: what a condition means (core), pygame, saves, the clock.
"""
