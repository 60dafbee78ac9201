"""From an episode's folder to files in another: one page and one PDF a language.

Room: game/teacher. The only module of the room that writes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from game.content.help import load_help
from game.content.loader import load_story
from game.content.root import content_root
from game.content.words import load_words
from game.teacher.pack import compose
from game.teacher.page import as_page
from game.teacher.pdf import as_pdf
from reporting.client.routes import load_routes


def write_pack(root: Path, out: Path, languages: Sequence[str]) -> Iterator[Path]:
    """Write the pack of the episode under `root` into `out`, naming each file as it is done.

    raises: ContentError, NothingToTeachError, SheetTooLongError; OSError where `out` cannot be written.
    """
    story, lines, routes, assets = load_story(root), load_help(), load_routes(), content_root() / "assets"
    out.mkdir(parents=True, exist_ok=True)
    for language in languages:
        words = load_words(language, root, story=story)
        pack = compose(story, words, lines, routes)
        name = f"{words('teacher.file')}-{language}"
        for path, content in ((f"{name}.html", as_page(pack, assets, words).encode()), (f"{name}.pdf", as_pdf(pack, assets, words))):
            (out / path).write_bytes(content)
            yield out / path
