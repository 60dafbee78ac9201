"""Links as people paste them, made exact: a takedown notice needs the very address, and nothing about who shared it.

Room: reporting/client. Pure. Nothing here ever opens a link.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from ipaddress import ip_address
from typing import Literal
from urllib.parse import SplitResult, parse_qsl, urlencode, urlsplit, urlunsplit

MAX_LINK = 600  # characters, once exact

LinkCause = Literal["not_a_link", "not_web", "has_password", "local", "too_long"]
LINK_CAUSES: tuple[LinkCause, ...] = ("not_a_link", "not_web", "has_password", "local", "too_long")

_IN_TEXT = re.compile(r"https?://\S+", re.IGNORECASE)
_SCHEME = re.compile(r"^[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_LABEL = re.compile(r"^(?!-)[a-z0-9-]{1,63}(?<!-)$")
# these name the person who copied the link, not the post
_FOLLOWS_PEOPLE = frozenset({"fbclid", "gclid", "igsh", "igshid", "mibextid", "rdid", "share_id", "_r", "_t", "sender_device"})


@dataclass(frozen=True, slots=True)
class Link:
    """An exact link, and the host to show. The fragment stays: some sites point at a post with it."""

    normal: str = field(repr=False)
    host: str = field(repr=False)


def exact_link(text: str) -> Link | LinkCause | None:
    """The exact link in what was typed; None when nothing was; else why it is none.

    A missing scheme becomes https; a link inside a pasted sentence is found; what follows people (utm_…, fbclid, igsh) goes.
    """
    typed = text.strip()
    if not typed:
        return None
    if any(sign.isspace() for sign in typed):
        inside = _IN_TEXT.findall(typed)
        if len(inside) != 1:
            return "not_a_link"
        typed = inside[0].rstrip(".,;:!?)»\"'")
    if not _SCHEME.match(typed) or re.match(r"^[^/:]+\.[^/:]+:\d", typed):
        typed = f"https://{typed.removeprefix('//')}"
    try:
        parts = urlsplit(typed)
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        return "not_a_link"
    if parts.scheme.lower() not in ("http", "https"):
        return "not_web"
    if "@" in parts.netloc:
        return "has_password"
    return _checked(parts, host, port)


def _checked(parts: SplitResult, host: str, port: int | None) -> Link | LinkCause:
    plain = _plain_host(host)
    if plain is None:
        return "not_a_link"
    if plain == "localhost" or plain.endswith((".localhost", ".local", ".internal")) or _is_near(plain):
        return "local"
    if "." not in plain and ":" not in plain:
        return "not_a_link"
    query = urlencode([(key, value) for key, value in parse_qsl(parts.query, keep_blank_values=True)
                       if key.lower() not in _FOLLOWS_PEOPLE and not key.lower().startswith("utm_")])
    shown = f"[{plain}]" if ":" in plain else plain
    normal = urlunsplit((parts.scheme.lower(), shown + (f":{port}" if port else ""), parts.path or "/", query, parts.fragment))
    if len(normal) > MAX_LINK:
        return "too_long"
    if any(ord(sign) < 32 for sign in normal):
        return "not_a_link"
    return Link(normal, plain.removeprefix("www."))


def _plain_host(host: str) -> str | None:
    """The host in the letters the network uses, or None when it is no host."""
    try:
        return str(ip_address(host))
    except ValueError:
        pass
    try:
        plain = host.encode("idna").decode("ascii").lower()
    except UnicodeError:
        return None
    return plain if plain and all(_LABEL.match(label) for label in plain.split(".")) else None


def _is_near(host: str) -> bool:
    try:
        return not ip_address(host).is_global
    except ValueError:
        return False
