"""The outbox, the draft and their locks: what is kept is unreadable, comes back as it was, and says what is wrong with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from reporting.client.draft import Drafts
from reporting.client.keep import KeepError
from reporting.client.lock import KEYRING_SERVICE, Lock, keyfile_lock, keyring_lock, locks_for, passphrase_lock
from reporting.client.outbox import Outbox, Waiting
from reporting.client.secret import Hidden
from reporting.client.shapes import Draft, Item, Prints

WAITING = Waiting("0" * 31 + "1", b'{"links": "lucarne.example"}', "a" * 64)
DRAFT = Draft(who="shown", age="15_17", device="mine", links=("lucarne.example/p/1",), context="Une photo tourne.",
              items=(Item(1, "own", "ready", 100, None, Prints("a" * 64, 90, "b" * 32, "c" * 64)), Item(2, "own", "measuring", 40)))


class Ring:
    """A keyring in memory, with the two calls that are used."""

    def __init__(self, *, refuses: bool = False) -> None:
        self.kept: dict[tuple[str, str], str] = {}
        self.refuses = refuses

    def get_password(self, service: str, username: str, /) -> str | None:
        """What is kept, or an error of the system's own."""
        if self.refuses:
            raise RuntimeError("the session is locked")
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str, /) -> None:
        """Keep it."""
        self.kept[service, username] = password


def a_lock(kind: str, folder: Path) -> Lock:
    """One lock of each kind."""
    if kind == "keyring":
        lock = keyring_lock(Ring(), "live")
        assert lock is not None
        return lock
    return passphrase_lock(Hidden("corps mort 14")) if kind == "passphrase" else keyfile_lock(folder)


@pytest.mark.parametrize("kind", ["keyring", "passphrase", "keyfile"])
def test_what_waits_comes_back_and_cannot_be_read(tmp_path: Path, kind: str) -> None:
    """Under each lock: nothing of it in the file, the same bytes out, gone once erased."""
    lock, box = a_lock(kind, tmp_path), Outbox(tmp_path, "live")
    box.put(WAITING, lock)
    (file,) = (tmp_path / "outbox-live").iterdir()
    assert b"lucarne" not in file.read_bytes()
    assert box.waiting_keys() == (WAITING.key,)
    assert box.get(WAITING.key, [lock]) == WAITING
    box.erase(WAITING.key)
    assert box.waiting_keys() == ()


def test_training_and_live_never_meet(tmp_path: Path) -> None:
    """Folders of their own; a file carried from one to the other is refused."""
    lock = a_lock("passphrase", tmp_path)
    Outbox(tmp_path, "training").put(WAITING, lock)
    assert Outbox(tmp_path, "live").waiting_keys() == ()
    (tmp_path / "outbox-training").rename(tmp_path / "outbox-live")
    with pytest.raises(KeepError) as caught:
        Outbox(tmp_path, "live").get(WAITING.key, [lock])
    assert caught.value.cause == "damaged"


def test_each_trouble_with_a_lock_has_its_cause(tmp_path: Path) -> None:
    """No lock of that kind, another passphrase, another key, a damaged file, no file."""
    box, lock = Outbox(tmp_path, "live"), passphrase_lock(Hidden("corps mort 14"))
    box.put(WAITING, lock)

    def cause(*locks: Lock, key: str = WAITING.key) -> str:
        with pytest.raises(KeepError) as caught:
            box.get(key, locks)
        return caught.value.cause

    assert cause() == "no_key"
    assert cause(passphrase_lock(Hidden("corps mort 15"))) == "wrong_passphrase"
    assert cause(lock, key="f" * 32) == "not_written"
    assert cause(lock, key="../../autre") == "damaged"
    (file,) = (tmp_path / "outbox-live").iterdir()
    file.write_bytes(file.read_bytes()[:40])
    assert cause(lock) == "damaged"
    box.put(WAITING, a_lock("keyfile", tmp_path))
    assert cause(Lock("keyfile", Hidden(b"0" * 32))) == "damaged"


def test_the_lock_that_is_used_first(tmp_path: Path) -> None:
    """The keyring's, else a passphrase's, else none: memory only. An exercise has a key file and asks the system nothing."""
    phrase = Hidden("assez longue")
    assert [lock.keeping for lock in locks_for("live", tmp_path, Ring(), phrase)] == ["keyring", "passphrase"]
    assert [lock.keeping for lock in locks_for("live", tmp_path, None, phrase)] == ["passphrase"]
    assert [lock.keeping for lock in locks_for("live", tmp_path, Ring(refuses=True), Hidden("courte"))] == []
    assert list(tmp_path.iterdir()) == [], "live never makes a key file"
    assert [lock.keeping for lock in locks_for("training", tmp_path, Ring(refuses=True), phrase)] == ["keyfile"]


def test_the_keyring_keeps_one_key_a_mode() -> None:
    """Made at the first use, the same at the next; a spoilt one is not used."""
    ring = Ring()
    assert keyring_lock(ring, "live") == keyring_lock(ring, "live")
    assert keyring_lock(ring, "live") != keyring_lock(ring, "training")
    ring.kept[KEYRING_SERVICE, "outbox-live"] = "pas une clé"
    assert keyring_lock(ring, "live") is None


def test_nothing_secret_is_in_a_repr() -> None:
    """Neither the lock nor what waits shows anything."""
    assert "corps" not in repr(passphrase_lock(Hidden("corps mort 14")))
    assert "lucarne" not in repr(WAITING)
    assert "tourne" not in repr(DRAFT)


def test_a_draft_comes_back_with_what_was_settled(tmp_path: Path) -> None:
    """Fingerprints that were ready come back; what was still being measured does not; nothing can be read in the file."""
    lock, drafts = a_lock("keyring", tmp_path), Drafts(tmp_path, "live")
    drafts.save(DRAFT, lock)
    assert b"tourne" not in (tmp_path / "draft-live.sealed").read_bytes()
    found = drafts.open([lock])
    assert found.context == DRAFT.context
    assert [item.id for item in found.items] == [1]
    assert found.items[0] == DRAFT.items[0]
    drafts.wipe()
    assert not drafts.exists()


def test_a_shared_device_has_no_draft(tmp_path: Path) -> None:
    """Even asked for directly."""
    with pytest.raises(ValueError, match="shared"):
        Drafts(tmp_path, "live").save(Draft(device="school"), a_lock("keyring", tmp_path))
    assert list(tmp_path.iterdir()) == []
