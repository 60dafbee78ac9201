"""How far two hashes are apart."""


def bits_apart(one: str, other: str) -> int:
    """The number of different bits between two hashes in hexadecimal."""
    return (int(one, 16) ^ int(other, 16)).bit_count()
