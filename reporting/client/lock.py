"""The key that everything kept on this device is locked with: the system keyring's, a typed passphrase's, or a key file's.

Room: reporting/client. With none of them nothing is written. A locked file says which lock it needs, and nothing else.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from reporting.client.choices import SHORTEST_PASSPHRASE, Keeping, Mode
from reporting.client.keep import KeepError, clear_parts, remove, write_whole
from reporting.client.secret import Hidden

KEY_BYTES = 32
SALT_BYTES = 16
# a typed passphrase may be short: one try costs 128 MiB and about half a second
PASSES, MEMORY_BYTES = 4, 128 * 1024 * 1024
KEYRING_SERVICE = "stop-la-violence"
KEY_FILE = "training.key"
VERSION = 1


class Keyring(Protocol):
    """The part of the package `keyring` that is used."""

    def get_password(self, service: str, username: str, /) -> str | None: ...
    def set_password(self, service: str, username: str, password: str, /) -> None: ...


@dataclass(frozen=True, slots=True)
class Lock:
    """One way to lock. `secret` is the 32-byte key, or the passphrase's bytes when `keeping` is passphrase."""

    keeping: Keeping
    secret: Hidden[bytes]

    def shut(self, plain: bytes) -> bytes:
        """`plain`, locked: one JSON line that says which lock, then the box."""
        from nacl.secret import SecretBox

        salt = secrets.token_bytes(SALT_BYTES) if self.keeping == "passphrase" else b""
        head = json.dumps({"version": VERSION, "lock": self.keeping, "salt": salt.hex()}, sort_keys=True).encode()
        return head + b"\n" + bytes(SecretBox(self._key(salt)).encrypt(plain))

    def open(self, locked: bytes) -> bytes:
        """What was locked. raises: `KeepError` damaged, no_key (another lock is needed) or wrong_passphrase."""
        from nacl.exceptions import CryptoError
        from nacl.secret import SecretBox

        keeping, salt, box = _parts(locked)
        if keeping != self.keeping:
            raise KeepError("no_key")
        try:
            return bytes(SecretBox(self._key(salt)).decrypt(box))
        except (CryptoError, ValueError):
            raise KeepError("wrong_passphrase" if self.keeping == "passphrase" else "damaged") from None

    def _key(self, salt: bytes) -> bytes:
        if self.keeping != "passphrase":
            return self.secret.reveal()
        from nacl.pwhash import argon2id

        return bytes(argon2id.kdf(KEY_BYTES, self.secret.reveal(), salt, opslimit=PASSES, memlimit=MEMORY_BYTES))


def _parts(locked: bytes) -> tuple[str, bytes, bytes]:
    head, _, box = locked.partition(b"\n")
    try:
        said = json.loads(head[:1000])
        if said["version"] != VERSION:
            raise KeepError("damaged")
        return str(said["lock"]), bytes.fromhex(said["salt"]), box
    except (ValueError, KeyError, TypeError):
        raise KeepError("damaged") from None


def unlock(locked: bytes, locks: Sequence[Lock]) -> bytes:
    """What was locked, with whichever of `locks` it needs. raises: `KeepError` damaged, no_key or wrong_passphrase."""
    keeping = _parts(locked)[0]
    fitting = next((lock for lock in locks if lock.keeping == keeping), None)
    if fitting is None:
        raise KeepError("no_key")
    return fitting.open(locked)


def system_keyring() -> Keyring | None:
    """The system's keyring, if it has a real one. Nothing is asked of it yet, so no window of the system opens."""
    try:
        import keyring

        found = keyring.get_keyring()
        # 1 and more is a keyring the system locks with the session; less is none, or one that writes in clear
        real = float(found.priority) >= 1 and not type(found).__module__.startswith("keyrings.alt")
    except Exception:  # noqa: BLE001  a desktop half there has errors of its own; all mean: no keyring
        return None
    return found if real else None


def keyring_lock(ring: Keyring, mode: Mode) -> Lock | None:
    """The key in the keyring, made at the first use; None when the keyring refuses."""
    name = f"outbox-{mode}"
    try:
        kept = ring.get_password(KEYRING_SERVICE, name)
        if kept is None:
            ring.set_password(KEYRING_SERVICE, name, secrets.token_hex(KEY_BYTES))
            kept = ring.get_password(KEYRING_SERVICE, name)
        key = bytes.fromhex(kept or "")
    except Exception:  # noqa: BLE001  each system's keyring has errors of its own; all mean: no key from here
        return None
    return Lock("keyring", Hidden(key)) if len(key) == KEY_BYTES else None


def passphrase_lock(passphrase: Hidden[str]) -> Lock:
    """A lock from a typed passphrase. Its key is derived anew for each file."""
    return Lock("passphrase", Hidden(passphrase.reveal().encode()))


def keyfile_lock(folder: Path) -> Lock:
    """A key file, for exercises only: it keeps nobody out who can read this folder. raises: `KeepError`."""
    path = folder / KEY_FILE
    with suppress(OSError, ValueError):
        key = bytes.fromhex(path.read_text(encoding="ascii"))
        if len(key) == KEY_BYTES:
            return Lock("keyfile", Hidden(key))
    key = secrets.token_bytes(KEY_BYTES)
    write_whole(path, key.hex().encode())
    return Lock("keyfile", Hidden(key))


def forget_keyfile(folder: Path) -> None:
    """Take the key file away: what it locked opens no more, wherever a copy of it lies. raises: `KeepError`."""
    remove(folder / KEY_FILE)
    clear_parts(folder, f"{KEY_FILE}.")


def locks_for(mode: Mode, folder: Path, ring: Keyring | None, passphrase: Hidden[str] | None) -> tuple[Lock, ...]:
    """Every lock there is, the one to write with first.

    live:     the keyring's, then a typed passphrase's; empty means that nothing may be written, what waits stays in memory
    training: a key file's: an exercise never makes the system ask for a password
    """
    if mode == "training":
        with suppress(KeepError):
            return (keyfile_lock(folder),)
        return ()
    locks = []
    if ring is not None and (lock := keyring_lock(ring, mode)) is not None:
        locks.append(lock)
    if passphrase and len(passphrase.reveal()) >= SHORTEST_PASSPHRASE:
        locks.append(passphrase_lock(passphrase))
    return tuple(locks)
