"""Another episode from the title: chosen, played, saved apart; and a broken one that is only listed."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from game.cli_episode import say_fault
from game.content.episodes import FOLDER, find_episodes, open_episode
from game.content.root import content_root
from game.session.clock import SteppedClock
from game.session.edge import Edge
from game.session.paths import Paths
from game.session.settings import load_settings
from game.session.slots import AUTOSAVE, is_kept
from game.view.art import Art
from game.view.compose import compose
from game.view.episode_room import EpisodeRoom
from game.view.opening import warm
from tests.game.view.golden import assert_golden
from tests.game.view.stage import DAY, Stage, stage

INSTALLED = Path(__file__).parents[1] / "content" / "installed"
RUMOUR = content_root() / FOLDER / "rumeur"


def installed(folder: Path, **looks: object) -> Stage:
    """The title of a game with the rumour beside its own episode, and one that cannot be played."""
    s = stage(folder, **looks)  # type: ignore[arg-type]  # what `stage` takes
    folders = (content_root(), RUMOUR, INSTALLED / "broken")
    s.run.episodes = EpisodeRoom(s.run, folders, content_root(), say_fault)
    s.window.draw()
    return s


def choose(s: Stage, name: str = "episodes/rumeur") -> None:
    """From the title, by the keyboard."""
    s.hands.press("title/episodes", by="keyboard")
    s.hands.press(f"episodes/{name}", by="keyboard")


@pytest.mark.parametrize(
    ("name", "looks"),
    [
        ("fr", {"lang": "fr"}),
        ("en", {"lang": "en"}),
        ("contrast-fr", {"contrast": "high"}),
        ("large-fr", {"text": 200}),
    ],
)
def test_the_list_looks_as_it_did(name: str, looks: dict[str, object], tmp_path: Path) -> None:
    """Two that can be played, one that says why it cannot. The title then names the chosen one."""
    s = installed(tmp_path, **looks)
    s.hands.press("title/episodes")
    assert_golden(s.surface, f"episodes/list-{name}")
    s.hands.press("episodes/episodes/rumeur")
    label = next(t.label for t in s.window.targets if t.id == "title/episodes")
    assert label == ("Episode: Twenty-seven recorders" if name == "en" else "Épisode\u00a0: Vingt-sept flûtes")


@pytest.mark.parametrize("text", [100, 133, 200])
def test_every_row_can_be_reached_and_is_said(text: int, tmp_path: Path) -> None:
    """Tab comes to each; a voice hears the title, how long it takes, which one is open, and why one cannot be played."""
    s = installed(tmp_path, text=text, lang="en")
    s.hands.press("title/episodes")
    seen = set()
    for _ in range(len(s.window.targets) + 1):
        s.hands.key("tab")
        seen.add(s.window.attention.focus)
    said = {t.id: t.label for t in s.window.targets}
    assert {"episodes/episodes/rumeur", "episodes/installed/broken", "close", "strip/help", "strip/exit"} <= seen
    assert said["episodes/episodes/rumeur"] == "Twenty-seven recorders. A rumour, one Tuesday · about 10 min"
    assert "story/episode.yaml:6:3" in said["episodes/installed/broken"]
    own = next(label for name, label in said.items() if name.endswith(f"/{content_root().name}"))
    assert own.endswith(", chosen")


def test_the_chosen_episode_is_played_with_its_words_pictures_and_saves(tmp_path: Path) -> None:
    """Its first line, its own clue drawing over the game's; its save lies in its own folder, and each episode resumes its own."""
    s = installed(tmp_path, lang="en")
    choose(s)
    art = s.window._art
    assert art.has("clue/ru-carton")
    assert art.has("clue/liste-63")
    s.begin()
    sitting = s.run.sitting
    assert sitting is not None
    assert (sitting.state.episode, sitting.moment.talk) == ("rumeur", "ru-note")
    assert s.window._words.line("ru-note-c1") == "Begin"
    s.play_until("ended")
    assert s.run.paths.saves == tmp_path / "saves" / "episodes" / "rumeur"
    s.window.stack[:] = [s.run.title()]
    s.window.draw()
    assert is_kept(tmp_path / "saves" / "episodes" / "rumeur", AUTOSAVE)
    assert not is_kept(tmp_path / "saves", AUTOSAVE)
    name = f"{content_root().parent.name}/{content_root().name}"
    choose(s, name)
    assert s.run.paths.saves == tmp_path / "saves"
    assert not s.window._art.has("clue/ru-carton")
    s.begin()
    assert s.run.sitting is not None
    assert s.run.sitting.state.episode == "minute-cosmos"


def test_a_broken_episode_is_listed_and_opens_nothing(tmp_path: Path) -> None:
    """Pressing it leaves one where one is."""
    s = installed(tmp_path)
    choose(s, "installed/broken")
    assert s.window.top.name == "episodes"
    s.hands.key("escape")
    assert s.window.top.name == "title"


def test_the_quick_exit_from_another_episode_is_remembered_by_the_game(tmp_path: Path) -> None:
    """The next start shows the neutral page, whichever episode opens then."""
    s = installed(tmp_path)
    choose(s)
    s.hands.press("strip/exit")
    assert (tmp_path / "saves" / "left-quickly").exists()


def test_with_one_episode_only_there_is_nothing_to_choose(tmp_path: Path) -> None:
    """The title has no such button."""
    s = stage(tmp_path)
    s.run.episodes = EpisodeRoom(s.run, find_episodes(INSTALLED / "broken"), INSTALLED / "broken")
    s.window.draw()
    assert "title/episodes" not in {t.id for t in s.window.targets}


def edge(folder: Path, *, root: Path | None = None, asked: Path | None = None) -> Edge:
    """What `cli` gives a run, with a folder of its own."""
    paths = Paths.under(folder)
    opened = open_episode(asked) if asked is not None else None
    return Edge(root or content_root(), paths, load_settings(paths), SteppedClock(DAY), 1, lambda _: (), folder, False, opened)


def test_an_episode_that_was_asked_for_is_open_from_the_start(tmp_path: Path) -> None:
    """Wherever its folder lies; the game's own can still be chosen."""
    there = tmp_path / "à part" / "la rumeur"
    shutil.copytree(RUMOUR, there)
    run = compose(edge(tmp_path, asked=there))
    assert run.story.episode.id == "rumeur"
    assert run.paths.saves == tmp_path / "saves" / "episodes" / "rumeur"
    assert run.words("en").line("rumeur.title") == "Twenty-seven recorders"
    assert run.episodes is not None
    assert (run.episodes.folders[0], run.episodes.folders[-1], run.episodes.now) == (content_root(), there, there)
    assert run.episodes.own_art == there / "assets" / "baked"


def test_a_person_adds_an_episode_by_laying_it_in_their_own_folder(tmp_path: Path) -> None:
    """Beside their saves; it comes after those of the game."""
    shutil.copytree(RUMOUR, tmp_path / "episodes" / "la mienne")
    run = compose(edge(tmp_path))
    assert run.episodes is not None
    assert run.episodes.folders[-1] == tmp_path / "episodes" / "la mienne"


def test_where_the_games_own_is_broken_the_others_are_offered(tmp_path: Path) -> None:
    """The window stays open and shows the list; alone, it would close and say why."""
    s = stage(tmp_path)
    broken = compose(edge(tmp_path, root=INSTALLED / "broken"))
    s.run.read_story = broken.read_story
    s.run.episodes = EpisodeRoom(s.run, (INSTALLED / "broken", RUMOUR), INSTALLED / "broken")
    wrong = warm(s.run, s.window)
    while s.run.jobs.busy:
        s.hands.see()
    assert (wrong, s.window.running, s.window.top.name) == ([], True, "episodes")
    s.hands.press("episodes/episodes/rumeur", by="keyboard")
    s.begin(by="keyboard")
    assert s.run.sitting is not None
    assert s.run.sitting.state.episode == "rumeur"


def test_a_picture_of_the_same_id_is_shown_instead_in_this_episode_only(tmp_path: Path) -> None:
    """Another box of the same name; a list that cannot be read lays nothing over, and the game's own comes back afterwards."""
    stage(tmp_path / "home")
    baked = content_root() / "assets" / "baked"
    own = tmp_path / "own"
    own.mkdir()
    shutil.copy(RUMOUR / "assets" / "baked" / "clue" / "ru-carton.webp", own / "mine.webp")
    entry = {"file": "mine.webp", "canvas": [640, 400], "box": [0, 0, 640, 400]}
    (own / "manifest.json").write_text(json.dumps({"pictures": {"clue/liste-63": entry, "clue/odd": 7}}), encoding="utf-8")
    art = Art(baked)
    shipped = art.picture("clue/liste-63", (64, 40))[0].copy()
    art.lay_over(own)
    assert art.picture("clue/liste-63", (64, 40))[0].get_at((32, 20)) != shipped.get_at((32, 20))
    assert not art.has("clue/odd")
    (own / "manifest.json").write_text("[" * 100_000, encoding="utf-8")
    art.lay_over(None)
    art.lay_over(own)
    assert art.picture("clue/liste-63", (64, 40))[0].get_at((32, 20)) == shipped.get_at((32, 20))
