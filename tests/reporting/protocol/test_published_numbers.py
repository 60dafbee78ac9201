"""The published page says the numbers that the code uses, and another program can open a case from it alone."""

import json
import re
import unicodedata
from hashlib import blake2b
from pathlib import Path

from nacl.public import PrivateKey
from nacl.pwhash import argon2id

from reporting.protocol import receipt, sealing

PAGE = (Path(__file__).parents[3] / "docs" / "protocol.md").read_text("utf-8")
KEPT = json.loads((Path(__file__).parent / "version-1" / "receipts.json").read_text("utf-8"))
ROWS = dict(re.findall(r"^\| ([^|]+?) \| ([^|]+?) \|$", PAGE, re.MULTILINE))


def test_the_page_says_the_numbers_of_the_code() -> None:
    """Changing one without the other fails here; changing the code's also closes every case there is."""
    assert int(ROWS["random bits, from the system's secure source"]) == receipt.RANDOM_BITS
    assert int(ROWS["checking bits, all turned around in training"]) == receipt.CHECK_BITS
    assert int(ROWS["passes"]) == receipt.ARGON2_PASSES
    assert int(ROWS["memory, MiB"]) * 1024 * 1024 == receipt.ARGON2_MEMORY_BYTES
    assert int(ROWS["lanes"]) == receipt.ARGON2_LANES
    assert bytes.fromhex(ROWS["salt, hexadecimal"]) == receipt.ARGON2_SALT
    assert f"blocks of {sealing.BLOCK_BYTES} bytes" in PAGE


def test_another_program_opens_a_case_from_the_page_alone() -> None:
    """The derivation written again from its description, with the numbers of the page, gives the kept keys."""
    for kept in KEPT[:2]:
        words = kept["receipt"].split()
        mode = "training" if words[0] in {"EXERCICE", "TRAINING"} else "live"
        flat = unicodedata.normalize("NFKD", " ".join(words[-9:])).lower()
        plain = "".join(sign for sign in flat if not unicodedata.combining(sign))
        root = argon2id.kdf(
            32,
            f"{mode}\n{plain}".encode(),
            bytes.fromhex(ROWS["salt, hexadecimal"]),
            opslimit=int(ROWS["passes"]),
            memlimit=int(ROWS["memory, MiB"]) << 20,
        )
        verifier = blake2b(key=root, person=b"slv verifier", digest_size=32).digest()
        seed = blake2b(key=root, person=b"slv reply seed", digest_size=32).digest()
        assert blake2b(key=root, person=b"slv locator", digest_size=16).hexdigest() == kept["locator"]
        assert verifier.hex() == kept["verifier"]
        assert blake2b(verifier, person=b"slv verifier", digest_size=32).hexdigest() == kept["verifier_hash"]
        assert bytes(PrivateKey.from_seed(seed).public_key).hex() == kept["reply_key"]
