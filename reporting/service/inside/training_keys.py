"""The two keys of a training service: one signs its statement, one opens what is sealed to it.

Room: reporting/service/inside. Made once for a folder and kept there, so that a report waiting in an outbox still finds
the service it was sealed for. They guard exercises only; a live service never reads this file.
"""

from __future__ import annotations

import json
import os
import secrets
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from reporting.protocol.model import Mode
from reporting.protocol.operator import SignedStatement, sign, state

FILE = "training-keys.json"
_NAME = "Exercice · Training"
_BASIS = "Exercice : rien n’est transmis. · Training: nothing is passed on."
_CONTACT = "3018"


@dataclass(frozen=True, slots=True)
class TrainingKeys:
    """Two times 32 bytes. The `repr` shows nothing."""

    signing_seed: bytes = field(repr=False)
    inside_secret: bytes = field(repr=False)

    def statement(self, now: datetime) -> SignedStatement:
        """Who runs this: nobody, it is an exercise. Signed."""
        from nacl.public import PrivateKey

        public = bytes(PrivateKey(self.inside_secret).public_key).hex()
        said = state(mode=Mode.TRAINING, name=_NAME, legal_basis=_BASIS, contact=_CONTACT, inside_key=public, issued=now)
        return sign(said, self.signing_seed)


def training_keys(data: Path) -> TrainingKeys:
    """The keys of this folder, made if there are none (or if a kill left half a file). raises: `OSError`."""
    path = data / FILE
    found = _read(path)
    if found is None:
        data.mkdir(mode=0o700, parents=True, exist_ok=True)
        _write(path, TrainingKeys(secrets.token_bytes(32), secrets.token_bytes(32)))
        found = _read(path)  # whichever of two services starting together was last
    if found is None:
        raise OSError(f"{path.name} cannot be read back")
    return found


def _read(path: Path) -> TrainingKeys | None:
    try:
        kept = json.loads(path.read_text("utf-8"))
        keys = TrainingKeys(bytes.fromhex(kept["signing_seed"]), bytes.fromhex(kept["inside_secret"]))
    except (FileNotFoundError, ValueError, KeyError, TypeError):
        return None
    return keys if len(keys.signing_seed) == len(keys.inside_secret) == 32 else None


def _write(path: Path, keys: TrainingKeys) -> None:
    """Beside it, then renamed: another service never reads half a file."""
    beside = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    text = json.dumps({"signing_seed": keys.signing_seed.hex(), "inside_secret": keys.inside_secret.hex()})
    with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)
