"""How far somebody's own account has come: a person who listens may know how much is still to be heard.

Room: game/core, pure. Counts the steps that have something to say, by the first way that is open; where an answer leads elsewhere,
what lies ahead is counted anew.
"""

from __future__ import annotations

from game.content.story import Story
from game.content.talk import Talk
from game.core.conditions import holds
from game.core.moment import AccountNow
from game.core.open import choice_shows
from game.core.state import State
from game.core.telling import off_path


def account_now(story: Story, state: State) -> AccountNow | None:
    """Where the account stands; None where nobody tells one."""
    if state.talk is None or not (talk := story.all_talks[state.talk.talk]).account:
        return None
    whole, ahead = _steps(talk, talk.start, story, state), _steps(talk, state.talk.node, story, state)
    of = max(whole, ahead)
    return AccountNow(step=of - max(ahead, 1) + 1, of=of)


def _steps(talk: Talk, name: str, story: Story, state: State) -> int:
    """How many steps are told from this node on."""
    count, passed = 0, set[str]()
    while name in talk.nodes and name not in passed:
        passed.add(name)
        node = talk.nodes[name]
        way = off_path(node, story, state)
        if way is None:
            count += any(holds(line.when, story, state) for line in node.lines)
            way = next((choice.to for choice in node.choices if choice_shows(choice, story, state)), node.to)
        name = way or ""
    return count
