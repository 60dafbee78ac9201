"""What the service keeps, and nothing else: fingerprints, sealed parts, keys that open nothing here, dated steps.

Room: reporting/service/store. Stays outside: addresses of callers, anything a person typed, every private key.
"""
