"""Logs: laid out by a node that leads on, and never a way to the file.

Room: game/authoring.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.authoring.bench import Bench
from game.content.diagnostics import Diagnostic, Rule, Severity, did_you_mean

E = Severity.ERROR
FILE_LINE = Rule("SV075", "file-is-never-kept", E, "the file “{line}” {why}")
LOG_NODE = Rule("SV076", "log-node", E, "the node “{node}” lays out a log: it leads on by `to`, and has no choices")
UNKNOWN_LOG = Rule("SV077", "unknown-log", E, "no log is called “{log}”")
RULES = (FILE_LINE, LOG_NODE, UNKNOWN_LOG)


def check_logs(bench: Bench) -> Iterator[Diagnostic]:
    """A file gives nothing and says why; a node with a log leads on; the log is there."""
    story = bench.story
    for line in story.log_lines.values():
        if line.kind == "file" and line.gives:
            yield FILE_LINE.at(line.mark("gives"), line=line.id, why="gives a clue: words and hours may be kept, the file never")
        elif line.kind == "file" and not line.says:
            yield FILE_LINE.at(line.mark(), line=line.id, why="does not say, in `says`, why it is not kept")
    marks = {name: log.mark() for name, log in story.logs.items()}
    for talk in story.all_talks.values():
        for node in talk.nodes.values():
            if node.log is None:
                continue
            if node.log not in story.logs:
                yield UNKNOWN_LOG.at(node.mark("log"), log=node.log, hint=did_you_mean(node.log, marks))
            elif node.choices:
                yield LOG_NODE.at(node.mark("log"), node=node.id)
