"""Why a picture gave no fingerprint: one class per cause, each carrying what was given.

Room: reporting/fingerprint. Words for people are found at the edge, by `cause`; the texts here are for whoever reads the code's
errors. No text and no `facts()` ever holds a path or a file name: an error may end in a log, and a name can say who is shown.
"""

# ruff: noqa: N818 (a cause is named for what happened: `Truncated`, not `TruncatedError`)

from __future__ import annotations

from typing import ClassVar


class PictureError(ValueError):
    """A picture gave no fingerprint. `cause` is the stable id that words are found by; `facts()` is what was given, as plain data."""

    cause: ClassVar[str] = "unknown"

    def facts(self) -> dict[str, str | int]:
        """What was given, ready for JSON; never a path, a name or a pixel."""
        return {name: value for name, value in vars(self).items() if isinstance(value, str | int)}


class NotReadable(PictureError):
    """The source could not be read; its kinds say why."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"the source cannot be read: {reason}")
        self.reason = reason


class Missing(NotReadable):
    """Nothing has that path."""

    cause = "missing"


class IsFolder(NotReadable):
    """The path is a folder."""

    cause = "folder"


class NotAFile(NotReadable):
    """The path is a device, a pipe or a socket: reading it could wait for ever, so it is not opened."""

    cause = "not_a_file"


class NotAllowed(NotReadable):
    """The system refused to open it."""

    cause = "not_allowed"


class ReadFailed(NotReadable):
    """The system gave up while reading: a stick pulled out, a network gone."""

    cause = "read_failed"


class Empty(PictureError):
    """Zero bytes."""

    cause = "empty"

    def __init__(self) -> None:
        super().__init__("the source holds no byte at all")


class FileTooBig(PictureError):
    """More bytes than any picture we decode can need."""

    cause = "file_too_big"

    def __init__(self, size: int, limit: int) -> None:
        super().__init__(f"the source holds {size} bytes or more; the limit is {limit}")
        self.size, self.limit = size, limit


class NotAPicture(PictureError):
    """The first bytes are those of no picture format we know, whatever the file is called."""

    cause = "not_a_picture"

    def __init__(self, size: int) -> None:
        super().__init__(f"the first of {size} bytes are those of no known picture format")
        self.size = size


class Unsupported(PictureError):
    """A known format that is not decoded here; `found` names it."""

    cause = "unsupported"

    def __init__(self, found: str) -> None:
        super().__init__(f"found {found}; decoded are JPEG, PNG, WebP and HEIC")
        self.found = found


class Truncated(PictureError):
    """The file stops before its picture does. A partial picture has another fingerprint, so none is given."""

    cause = "truncated"

    def __init__(self, found: str, size: int) -> None:
        super().__init__(f"this {found} stops too early, after {size} bytes")
        self.found, self.size = found, size


class Damaged(PictureError):
    """The file is whole but its inside does not decode."""

    cause = "damaged"

    def __init__(self, found: str, size: int) -> None:
        super().__init__(f"this {found} of {size} bytes does not decode")
        self.found, self.size = found, size


class Animated(PictureError):
    """Several frames. The first is not the picture, so none is taken in its place."""

    cause = "animated"

    def __init__(self, found: str) -> None:
        super().__init__(f"this {found} is animated; a still picture is needed")
        self.found = found


class TooManyPixels(PictureError):
    """More pixels than are decoded for this format."""

    cause = "too_big"

    def __init__(self, found: str, width: int, height: int, limit: int) -> None:
        super().__init__(f"this {found} has {width} × {height} pixels; the limit is {limit} in all")
        self.found, self.width, self.height, self.limit = found, width, height, limit


class Bomb(TooManyPixels):
    """A few bytes that declare an enormous picture: made to exhaust a machine, never a photograph."""

    cause = "bomb"


class NoMemory(PictureError):
    """This machine, or the limit set on the process, has too little memory for this picture."""

    cause = "no_memory"

    def __init__(self, found: str, width: int, height: int) -> None:
        super().__init__(f"not enough memory for this {found} of {width} × {height} pixels")
        self.found, self.width, self.height = found, width, height
