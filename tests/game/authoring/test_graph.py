"""The page of the story: everything in it, nothing fetched, and it really opens in a browser."""

from __future__ import annotations

import hashlib
import html
import json
import re
import subprocess
from importlib.resources import files
from pathlib import Path

import pytest

from game.authoring.bots import play
from game.authoring.coverage import Coverage, counts, missed
from game.authoring.graph.elements import SHORT, Data, elements
from game.authoring.graph.page import page
from game.content.root import content_root
from game.content.words import Words, load_words
from game.core.perform import begin
from tests.game.plays import mini_story, shipped_story

VENDOR = files("game.authoring.graph") / "vendor"


@pytest.fixture(scope="module")
def languages() -> dict[str, Words]:
    """The shipped story in both languages."""
    return {locale: load_words(locale, content_root(), story=shipped_story()) for locale in ("fr", "en")}


@pytest.fixture(scope="module")
def met() -> Coverage:
    """What one careful play meets where there is time for everything."""
    story, found = shipped_story(), Coverage()
    found.follow(story, begin(story, "f", "home", 1)[0], play(story, "careful", 1, "f", "home").commands)
    return found


@pytest.fixture(scope="module")
def drawn(languages: dict[str, Words], met: Coverage) -> Data:
    """The data of the page, that play drawn on it."""
    return elements(shipped_story(), languages, met)


def test_everything_of_the_story_is_drawn(drawn: Data) -> None:
    """Places, things, talks, clues, the board, the closing, the endings; each once, each thing with a place to lie."""
    story = shipped_story()
    ids = [node["id"] for node in drawn["nodes"]]
    assert len(ids) == len(set(ids))
    endings = {ending.id for ending in story.episode.endings}
    assert set(ids) >= {*story.places, *story.hotspots, *story.all_talks, *story.clues, *endings, "closing", "sc-hypothese"}
    lying = [(node["x"], node["y"]) for node in drawn["nodes"] if node["kind"] != "place"]
    assert len(lying) == len(set(lying))


def test_edges_say_what_leads_where(drawn: Data) -> None:
    """Exits, what gives, what starts, what is needed, what shuts; only between things that are drawn."""
    edges = {(edge["from"], edge["to"], edge["kind"]) for edge in drawn["edges"]}
    assert ("portail", "vie-scolaire", "exit") in edges
    assert ("cdi-radio/schedule", "planning-barre", "gives") in edges
    assert ("cdi-radio/schedule", "prigent-cdi", "starts") in edges
    assert ("sc-mandat", "cdi-radio", "opens") in edges
    assert ("note-conditions", "rahmani-vs-2", "shuts") in edges or any(kind == "shuts" for _, _, kind in edges)
    ids = {node["id"] for node in drawn["nodes"]}
    assert all(start in ids and end in ids for start, end, _ in edges)


def test_a_play_is_drawn_on_it(drawn: Data, met: Coverage) -> None:
    """What was met is marked, down to the line; the ending that did not come is not."""
    marked = {node["id"] for node in drawn["nodes"] if node["met"]}
    assert marked >= {*met.places, *met.clues, *met.talks, *met.hotspots}
    endings = {node["id"]: node["met"] for node in drawn["nodes"] if node["kind"] == "ending"}
    assert sum(endings.values()) == 1
    assert any(edge["met"] for edge in drawn["edges"])


def test_an_ending_and_the_scene_that_plays_it_are_one_thing(drawn: Data) -> None:
    """It lies at the end, bears its title, and holds the lines of its scene."""
    story = shipped_story()
    for ending in story.episode.endings:
        (node,) = (node for node in drawn["nodes"] if node["id"] == ending.id)
        assert (node["kind"], node["place"]) == ("ending", "@end")
        assert bool(node["parts"]) is (ending.id in story.scenes)


def test_without_a_play_nothing_is_marked(languages: dict[str, Words]) -> None:
    """Neither met nor unmet."""
    bare = elements(shipped_story(), languages)
    assert {node["met"] for node in bare["nodes"]} == {None}
    assert {edge["met"] for edge in bare["edges"]} == {None}


def test_coverage_counts_and_names_what_is_left(met: Coverage) -> None:
    """What is met and what is missed make the whole."""
    found = counts(shipped_story(), met)
    assert found["places"][0] == found["places"][1]
    assert found["clues"][0] == found["clues"][1]
    assert all(there <= of for there, of in found.values())
    assert not set(missed(shipped_story(), met)) & (met.talks | met.clues)
    nothing = Coverage()
    assert set(missed(mini_story(), nothing)) >= {"quay", "quay/rope", "bell", "knot", "note-a-c1"}


def test_the_page_fetches_nothing(drawn: Data) -> None:
    """No address to load, and a policy that would forbid it; no text can end the script it lies in."""
    made = page(drawn)
    assert "default-src 'none'" in made
    assert not re.search(r"""(src|href)\s*=\s*["']?(https?:)?//""", made)
    assert made.count("</script>") == 3
    assert "@DATA@" not in made
    told = re.search(r'id="data">(.*?)</script>', made, re.DOTALL)
    assert told is not None
    assert json.loads(told[1])["title"]["en"] == "La Minute Cosmos"


def test_words_that_look_like_code_stay_words(drawn: Data) -> None:
    """A title with markup in it is shown, not obeyed."""
    made = page({**drawn, "title": {"fr": "</script><script>alert(1)</script>", "en": "x"}})
    assert "<script>alert" not in made


def test_the_library_is_the_one_that_was_vendored() -> None:
    """A change of version is one on purpose; its licence lies beside it."""
    digest = hashlib.sha256((VENDOR / "cytoscape.min.js").read_bytes()).hexdigest()
    assert f"sha256 {digest}" in (VENDOR / "README.md").read_text(encoding="utf-8")
    assert "Permission is hereby granted" in (VENDOR / "cytoscape.LICENSE.txt").read_text(encoding="utf-8")


def test_a_talk_is_called_by_what_happens_in_it(drawn: Data) -> None:
    """No box shows a bare id where the story has a summary; what is too long for a box is cut at a word."""
    story = shipped_story()
    for node in drawn["nodes"]:
        if node["id"] in story.all_talks and node["kind"] in ("talk", "scene") and story.all_talks[node["id"]].summary is not None:
            assert all(label and node["id"] not in label and len(label) <= SHORT + 1 for label in node["label"].values()), node["label"]


def test_the_page_is_in_the_language_that_was_asked_for(languages: dict[str, Words]) -> None:
    """Its markup says so before any script runs."""
    for first in ("fr", "en"):
        ordered = {locale: languages[locale] for locale in sorted(languages, key=lambda one: one != first)}
        assert f'<html lang="{first}">' in page(elements(shipped_story(), ordered))


CROSSINGS = """<script>{
const boxes = graph.nodes().filter((node) => !node.isParent()), through = [];
graph.edges().forEach((edge) => {
  const line = [edge.sourceEndpoint(), ...(edge.segmentPoints() || []), edge.targetEndpoint()];
  boxes.forEach((node) => {
    if (node.id() === edge.source().id() || node.id() === edge.target().id()) return;
    const box = node.boundingBox({ includeLabels: false, includeOverlays: false });
    const hit = line.slice(1).some((end, i) => {
      for (let step = 0; step <= 60; step += 1) {
        const x = line[i].x + (end.x - line[i].x) * step / 60, y = line[i].y + (end.y - line[i].y) * step / 60;
        if (x > box.x1 + 3 && x < box.x2 - 3 && y > box.y1 + 3 && y < box.y2 - 3) return true;
      }
      return false;
    });
    if (hit) through.push(`${edge.source().id()}>${edge.target().id()}(${edge.data("kind")}) by ${node.id()}`);
  });
});
const told = `edges ${graph.edges().length} through ${through.length} ${through.slice(0, 9).join("; ")}`;
document.body.append(Object.assign(document.createElement("output"), { textContent: told }));
}</script></body>"""


@pytest.mark.needs_tool("chromium")
def test_no_way_runs_through_a_box(drawn: Data, tmp_path: Path) -> None:
    """Every way of the story, gates among them, runs beside the things that it does not join."""
    made = tmp_path / "page.html"
    made.write_text(page(drawn).replace("</body>", CROSSINGS), encoding="utf-8")
    line = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path / 'profile'}"]
    line += ["--virtual-time-budget=8000"]
    line += ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"]
    shown = subprocess.run([*line, "--dump-dom", made.as_uri()], capture_output=True, encoding="utf-8", timeout=120, check=True)
    found = re.search(r"<output>edges (\d+) through (\d+)([^<]*)", shown.stdout)
    assert found is not None
    assert int(found[1]) > 100
    assert int(found[2]) == 0, found[3]


@pytest.mark.needs_tool("chromium")
def test_it_opens_in_a_browser(drawn: Data, tmp_path: Path) -> None:
    """The real page in the real browser: drawn without an error, both languages in reach, one thing chosen by its address."""
    made = tmp_path / "page.html"
    made.write_text(page(drawn), encoding="utf-8")
    line = [
        "chromium",
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        f"--user-data-dir={tmp_path / 'profile'}",
        "--virtual-time-budget=4000",
    ]
    line += ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run", "--lang=en"]
    shown = subprocess.run(
        [*line, "--dump-dom", f"{made.as_uri()}#nour-cdi"], capture_output=True, encoding="utf-8", timeout=120, check=True
    )
    assert 'data-ready="1"' in shown.stdout
    assert "<canvas" in shown.stdout
    assert "<code>nour-cdi</code>" in shown.stdout
    lines = shipped_story().all_talks["nour-cdi"].lines()
    assert any(line.text in html.unescape(shown.stdout) for line in lines)
