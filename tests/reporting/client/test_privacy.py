"""What leaves, byte by byte: a whole live report over a wire that hears everything."""

from __future__ import annotations

import base64
import getpass
import json
import re
import socket
from dataclasses import replace
from pathlib import Path

from PIL import Image

from reporting.client.commands import Do, Pick, Write
from reporting.fingerprint import fingerprint_image
from reporting.protocol.sealing import open_inside
from tests.reporting.client.desks import ENV, Desk, send, to_review, to_who, tools
from tests.reporting.client.lines_to import INSIDE_SECRET, NAME, live_service, wire_to


def encodings(raw: bytes) -> set[bytes]:
    """The ways some bytes could be hidden in text."""
    return {raw, raw.hex().encode(), base64.b64encode(raw), base64.b64encode(raw).rstrip(b"=")}


def test_only_the_report_leaves(tmp_path: Path, photograph: Path) -> None:
    """No name, no path, no EXIF, no pixel, no pHash, no dimension, nobody's name, nothing typed in clear; what the review showed
    is on the wire byte for byte, and the operator, alone, opens what was sealed."""
    with live_service(tmp_path / "hotline") as live, wire_to(live.url) as wire:
        desk = Desk(tools(tmp_path, pinned=replace(live, url=wire.url)), replace(ENV, pinned=True))
        try:
            to_who(desk, "real")
            assert desk.moment.badge == "live"
            assert desk.moment.operator == NAME
            to_review(desk, photograph, device="shared")
            assert b"POST" not in wire.heard, "nothing is sent before the receipt was noted"
            desk.do(Do("back"), Pick("contact_kind", "address"), Write("contact", "moi@example.org"), Do("review"))
            desk.wait(lambda state: state.composed is not None)
            desk.do(Do("authorise"))
            shown = desk.moment.body
            assert shown.screen == "review"
            desk.do(Do("authorise"))
            send(desk)
            now = desk.moment
            assert now.body.screen == "receipt"
            assert now.body.phase == "arrived"
            assert now.body.exercise is None
        finally:
            desk.close()
        heard = bytes(wire.heard)
        (path,) = (tmp_path / "hotline").glob("live*.sqlite3")
        stored = path.read_bytes()

    assert heard.count(b"POST /api/reports") == 1
    body = heard.split(b"\r\n\r\n")[-1]
    assert body == shown.json_text.encode(), "what left is what the review showed"

    fingerprint = fingerprint_image(photograph)
    pixels = Image.open(photograph).convert("RGB").tobytes()
    jpeg = photograph.read_bytes()
    secret = {photograph.name, photograph.stem, photograph.parent.name, "IMG_", ".jpg", "MarqueDuTelephone", "Prénom Nom",
              "quartier du port", fingerprint.phash, "moi@example.org", "lucarne.example", "bouee_perdue", "lundi", "tourne",
              str(len(jpeg))}
    receipt = desk.state.receipt
    assert receipt is not None
    for word in (getpass.getuser(), socket.gethostname()):
        assert f'"{word}"'.encode() not in heard
    for given in (heard, stored):
        for text in secret:
            assert not any(form in given for form in encodings(text.encode()) if len(form) > 3), text
    for start in range(0, len(jpeg) - 16, 997):
        assert not any(form in heard for form in encodings(jpeg[start:start + 15]))
    for start in range(0, len(pixels) - 16, 9973):
        assert not any(form in heard for form in encodings(pixels[start:start + 15]))
    assert not re.search(rb"\b(640|480)\b", body)
    assert receipt.words[0].encode() not in heard

    sent = json.loads(body)
    inside = open_inside(sent["sealed"], INSIDE_SECRET)
    assert inside.links == ("https://lucarne.example/p/8841",)
    assert inside.contact is not None
    assert inside.contact.value == "moi@example.org"
    headers = {line.split(b":")[0].lower() for line in heard.split(b"\r\n") if b": " in line and b"{" not in line}
    assert headers <= {b"host", b"user-agent", b"accept", b"accept-encoding", b"content-type", b"content-length", b"connection"}
    assert b"user-agent: stop-la-violence\r\n" in heard.lower()
