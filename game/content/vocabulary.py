"""The closed lists: every word an author may choose from, and nothing else.

Room: game/content. A face, a pose or a path that is not here is a fault with a guess beside it.
"""

from __future__ import annotations

from typing import Literal

Expression = Literal["neutral", "happy", "worried", "sad", "angry", "ashamed", "surprised", "determined"]
Pose = Literal[
    "standing", "standing-shy", "arms-crossed", "hands-in-pockets", "phone", "leaning",
    "walking", "sitting", "sitting-edge", "talking", "pointing",
]  # fmt: skip
Stance = Literal["listen", "ask", "propose"]
PathId = Literal["s", "m", "f"]
"""Short (20 minutes), main (35), full (50)."""
Mode = Literal["class", "home"]
"""A class with an adult in the room, or anywhere else."""
Facing = Literal["left", "right"]
Stamp = Literal["fact", "feeling", "rumour"]
Certainty = Literal["sure", "think", "unknown"]
Answered = Literal["few", "most"]
Tone = Literal["agree", "other", "unseen"]
"""How a person's own answer meets the player's: alike, otherwise, or with what the player could not have known."""
Lamp = Literal["lit", "out"]
Change = Literal["same", "small", "filter", "crop", "stickers", "mirror"]
"""What the workshop does to its one picture: nothing at all, smaller, a light filter, cropped hard, stickers on it, mirrored."""
Confidence = Literal["H", "M", "L", "U"]
"""How well a fact is sourced: official or several agreeing sources, one good source, weak, none. U is a fault."""
LogSkin = Literal["memory", "paper", "feed", "school"]
"""What somebody remembers, what they had noted, a public feed (invented), a message of the school."""
LogKind = Literal["words", "file", "reaction", "opened", "left", "joined", "deleted", "note"]
Sign = Literal["captions", "eye-off", "skip", "phone", "people", "help", "heart", "lock", "hand", "star"]
"""What stands beside a sentence that is set as a point."""
Opening = Literal["click", "entry", "bell", "call"]
"""When a talk begins: the player asks; entering its place; at a bell; only when something names it."""

END = "end"
"""Where a talk's last node leads."""
SILENCE = "none"
"""The music or sound of a place, a look or a talk that wants none, where another would be heard."""
