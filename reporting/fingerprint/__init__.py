"""Fingerprints of a picture: a picture in, numbers out, on this device.

Room: reporting/fingerprint. Pure but for reading the source it is given. Imports neither client, protocol, service nor the game.
Read first: `image.py`, then `pdq.py` (the hash), `decode.py` (which pixels), `container.py` (is the file whole), `errors.py`
(why there may be no fingerprint), `worker.py` (the same in a limited process).
"""

from reporting.fingerprint import errors
from reporting.fingerprint.errors import PictureError
from reporting.fingerprint.image import TOO_PLAIN, ImageFingerprint, fingerprint_image
from reporting.fingerprint.source import Source

__all__ = ["TOO_PLAIN", "ImageFingerprint", "PictureError", "Source", "errors", "fingerprint_image"]
