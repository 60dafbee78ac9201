"""The closed lists of the desk: screens, who is asking, ages, devices, causes. Words are derived from these ids.

Room: reporting/client.
"""

from __future__ import annotations

from typing import Literal, TypeVar, get_args

Screen = Literal["leaving", "real_or_try", "opening", "not_connected", "who", "picture", "links", "review", "receipt",
                 "lookup", "follow", "routes", "error"]
Badge = Literal["none", "training", "live"]
Mode = Literal["training", "live"]
Who = Literal["shown", "with_them", "witness"]
Age = Literal["under_15", "15_17", "adult", "unknown"]
Device = Literal["mine", "shared", "school"]
Contact = Literal["anonymous", "address"]
RouteAge = Literal["minor", "adult", "unknown"]
# where what waits to be sent is kept: encrypted under the system keyring's key, a typed passphrase or (training only) a key
# file; or in memory until the window closes
Keeping = Literal["keyring", "passphrase", "keyfile", "memory"]
ItemState = Literal["queued", "measuring", "ready", "plain", "error"]
SendPhase = Literal["to_note", "sending", "arrived", "kept"]
ReceiptPdf = Literal["refused", "offered", "saving", "saved", "failed"]

Action = Literal[
    "return_to_story", "continue", "back", "for_real", "try", "find_case", "show_routes", "retry_open",
    "add_link", "review", "authorise", "show_words", "show_code", "send", "noted", "send_again", "erase", "save_pdf", "close",
    "open_case", "exercise", "uncover", "cover", "refresh", "withdraw", "keep_draft", "resume_draft", "send_waiting",
    "wipe_exercise", "confirm", "stay", "to_follow"]
Question = Literal["open_site", "erase", "withdraw", "wipe_exercise"]

# why a picture gave no fingerprint; the file is never named
PictureCause = Literal["missing", "folder", "not_a_file", "not_allowed", "read_failed", "empty", "file_too_big", "not_a_picture",
                       "unsupported", "truncated", "damaged", "animated", "too_big", "bomb", "no_memory", "too_slow", "crashed"]
# why the service could not be reached, trusted, or did not accept
ServiceCause = Literal["down", "slow", "wrong_operator", "not_secure", "refused", "too_large", "ceiling", "odd_answer",
                       "cannot_start", "unknown_case", "too_much_text"]
# why something could not be written or read on this device
DiskCause = Literal["disk_full", "not_allowed", "damaged", "wrong_passphrase", "no_key", "not_written"]
Cause = PictureCause | ServiceCause | DiskCause

SHORTEST_PASSPHRASE = 8  # characters; a shorter one protects nothing

WHO: tuple[Who, ...] = get_args(Who)
AGES: tuple[Age, ...] = get_args(Age)
DEVICES: tuple[Device, ...] = get_args(Device)
CONTACTS: tuple[Contact, ...] = get_args(Contact)
ROUTE_AGES: tuple[RouteAge, ...] = get_args(RouteAge)

L = TypeVar("L", bound=str)


def one_of(allowed: tuple[L, ...], given: str) -> L | None:
    """The member of a closed list that was named, or None: a reader may send anything."""
    return next((member for member in allowed if member == given), None)
