"""The public part: takes a report, says where a case stands, withdraws it. Small JSON only, no file, no name, no address.

Room: reporting/service/intake. Holds no private key and never imports `inside`.
"""
