"""The rules of the whole story, a module a subject. Each yields diagnostics; none of them reads a file.

Room: game/authoring.
"""
