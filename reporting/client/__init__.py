"""A case on the person’s side: compose, review, seal, send, keep, follow up, withdraw.

Room: reporting/client. The desk’s flow is a value here; windows and terminals read it.
Stays outside: pygame, the game, the service’s store.
"""
