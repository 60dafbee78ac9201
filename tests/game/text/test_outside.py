"""Outside the story: paths, slots, episodes, where an author begins, and files that were saved meanwhile."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from game.content.root import content_root
from game.session.clock import SystemClock
from game.session.edge import Edge
from game.session.paths import Paths
from game.session.settings import load_settings
from game.session.slots import is_kept
from game.session.walkthrough import Walkthrough
from game.text.house import House, open_house
from game.text.reader import Reader
from tests.game.plays import DAY, THINGS


def opened(folder: Path, root: Path = DAY, *, in_class: bool = False, watch: bool = False) -> House:
    """A house on an episode, with a folder of its own."""
    paths = Paths.under(folder)
    loaded = load_settings(paths).changed(language="fr")
    edge = Edge(
        root, paths, loaded.in_class() if in_class else loaded, SystemClock(), 1, lambda _: [], folder, keyring=False, watch=watch
    )  # fmt: skip
    return open_house(edge)


def begun(house: House) -> Reader:
    """The title."""
    reader = Reader(house)
    reader.start()
    return reader


def choose(reader: Reader, label: str) -> str:
    """Type the number of what begins like this; what was said."""
    found = [n for n, entry in enumerate(reader.entries, start=1) if entry.act is not None and entry.label.startswith(label)]
    assert len(found) == 1, (label, [entry.label for entry in reader.entries])
    return "\n".join(reader.answer(str(found[0])))


def test_the_title_is_the_episode_s_own(tmp_path: Path) -> None:
    """Never that of another one."""
    assert "Le gâteau" in Reader(opened(tmp_path)).start()[0]
    assert "Le grenier de Mo" in Reader(opened(tmp_path, THINGS)).start()[0]


def test_how_much_time_there_is_is_asked_where_there_are_several_paths(tmp_path: Path) -> None:
    """The class's own is named; one path alone asks nothing."""
    reader = begun(opened(tmp_path))
    choose(reader, "Commencer")
    assert [entry.label for entry in reader.entries] == ["Court. 5 minutes.", "Long. 10 minutes. Le temps d’un cours."]
    choose(reader, "Court")
    assert reader.house.sitting is not None
    assert reader.house.sitting.state.path == "s"
    reader = begun(opened(tmp_path / "one", THINGS))
    choose(reader, "Commencer")
    assert reader.house.sitting is not None


def test_slots_are_kept_replaced_taken_up_and_deleted(tmp_path: Path) -> None:
    """Replacing and deleting ask first, and « la laisser » changes nothing."""
    house = opened(tmp_path, THINGS)
    reader = begun(house)
    choose(reader, "Commencer")
    reader.answer("")
    reader.answer("parties")
    choose(reader, "Place 2")
    assert "C’est gardé" in choose(reader, "Garder ici")
    assert is_kept(house.paths.saves, "kept-2")
    choose(reader, "Place 2")
    choose(reader, "Remplacer")
    choose(reader, "La laisser")
    choose(reader, "Place 2")
    assert "Le grenier" in choose(reader, "Reprendre")
    reader.answer("parties")
    choose(reader, "Place 2")
    assert "Elle ne reviendra pas" in choose(reader, "Effacer")
    assert "C’est effacé" in choose(reader, "Effacer")
    assert not is_kept(house.paths.saves, "kept-2")


def test_another_play_asks_before_the_one_that_is_kept_is_set_aside(tmp_path: Path) -> None:
    """And that one stays in the list."""
    reader = begun(opened(tmp_path, THINGS))
    choose(reader, "Commencer")
    reader.answer("")
    reader.answer("titre")
    assert "Une partie est en cours" in choose(reader, "Commencer")
    choose(reader, "Commencer une autre")
    reader.answer("")
    reader.answer("parties")
    assert any(entry.label.startswith("Avant") for entry in reader.entries)


def test_another_episode_is_chosen_and_has_plays_of_its_own(tmp_path: Path) -> None:
    """By a number of the list; its title, its words, its slots."""
    house = opened(tmp_path, content_root() / "episodes" / "rumeur")
    house.folders = (THINGS, content_root() / "episodes" / "rumeur", DAY)
    house.root = content_root() / "episodes" / "rumeur"
    reader = begun(house)
    choose(reader, "Épisodes")
    assert "Le gâteau" in choose(reader, "Le gâteau")
    assert house.story.episode.id == "day"
    assert house.paths.saves.name == "day"


def test_a_play_begins_where_an_author_asks_and_nothing_is_kept(tmp_path: Path) -> None:
    """The first thing said is that place."""
    paths = Paths.under(tmp_path)
    start = Walkthrough("m", "home", 1, ())
    edge = Edge(
        THINGS, paths, load_settings(paths).changed(language="fr"), SystemClock(), 1, lambda _: [], tmp_path, keyring=False, start=start
    )  # fmt: skip
    said = Reader(open_house(edge)).start(start)
    assert said[0] == "Tu es ici\u00a0: Le grenier."
    assert not list(tmp_path.rglob("autosave*"))


def test_a_saved_file_is_read_into_the_play(tmp_path: Path) -> None:
    """A word that was mended is there with the next line typed; a mistake is said with its place, and the story before goes on."""
    root = tmp_path / "attic"
    shutil.copytree(THINGS, root)
    house = opened(tmp_path / "home", root, watch=True)
    assert house.bench is not None
    time = [0.0]
    house.bench._clock = lambda: time[0]
    reader = begun(house)
    choose(reader, "Commencer")
    path = root / "scenes" / "attic.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("Il fait sombre.", "Il fait clair."), encoding="utf-8")
    time[0] += 1
    said = " ".join(reader.answer("quoi"))
    assert "Il fait clair." in said
    path.write_text(path.read_text(encoding="utf-8").replace("hotspots:", "hotspot:"), encoding="utf-8")
    time[0] += 1
    said = " ".join(reader.answer("quoi"))
    assert "scenes/attic.yaml" in said
    assert "Il fait clair." in said


@pytest.mark.parametrize("watch", [True, False])
def test_what_has_no_english_is_marked_for_an_author_only(tmp_path: Path, *, watch: bool) -> None:
    """Before a file is saved, and after it was."""
    root = tmp_path / "attic"
    shutil.copytree(THINGS, root)
    shutil.rmtree(root / "story" / "locales", ignore_errors=True)
    house = opened(tmp_path / "home", root, watch=watch)
    text = next(iter(house.story.french))
    wanted = f"[[{house.story.french[text]}]]" if watch else house.story.french[text]
    assert house.words_of("en").line(text) == wanted
    if house.bench is not None:
        time = [0.0]
        house.bench._clock = lambda: time[0]
        path = root / "scenes" / "attic.yaml"
        path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
        time[0] += 1
        assert house.bench.reread(house)
        assert house.words_of("en").line(text) == wanted
