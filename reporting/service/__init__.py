"""The hotline’s side: takes reports, keeps them, answers to a receipt.

Room: reporting/service. Started as a process of its own; always training until a hotline runs it.
Stays outside: the client, the game, picture bytes, addresses of people.
"""
