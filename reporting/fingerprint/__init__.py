"""A picture in, fingerprints out.

Room: reporting/fingerprint. Pure functions on pixels and bytes.
Stays outside: the network, what travels (protocol), cases.
"""
