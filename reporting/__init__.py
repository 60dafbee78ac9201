"""The report tool: a person in trouble keeps the picture, the service gets only what it needs.

Rooms: fingerprint, protocol, client, service. Never imports the game.
"""
