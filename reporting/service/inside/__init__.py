"""The inside: opens sealed parts and answers. In training it answers by itself; a hotline's people do it elsewhere.

Room: reporting/service/inside. Holds the private key; never on a public address, never imported by `intake`.
"""
