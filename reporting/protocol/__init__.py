"""What travels: the exact shapes of a report, a receipt and a status, and how they are sealed.

Room: reporting/protocol. The list “what leaves” on screen is generated from here.
Stays outside: pictures, files, the network.
"""
