"""The author's commands, as an author types them."""

import json
import shutil
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from game.authoring.proof import LIMIT
from game.cli import commands, own_words
from tests.game.plays import DAY

PROOF = Path(__file__).parent / "authoring" / "proof"


@pytest.fixture(scope="module")
def app() -> typer.Typer:
    """All commands, in English."""
    return commands(own_words("en"))


def test_prove_says_what_it_proved(app: typer.Typer) -> None:
    """The story that ships, with the figures; 0."""
    result = CliRunner().invoke(app, ["prove"])
    assert result.exit_code == 0
    assert result.output.startswith("Proved: from everywhere an ending stays possible. Assured: 3 starts.")
    assert "{" not in result.output


def test_prove_prints_the_actions_that_trap(app: typer.Typer) -> None:
    """A walkthrough that leads there; 1."""
    result = CliRunner().invoke(app, ["prove", str(PROOF / "trapped" / "too-little-trust.yaml")])
    assert result.exit_code == 1
    assert result.stdout == "path: s\nmode: home\nsteps:\n  - talk-to: mo\n  - choose: d-joke.a\n"
    assert "after these 2 actions no ending is possible" in result.stderr


def test_prove_as_json(app: typer.Typer) -> None:
    """The same for a robot."""
    result = CliRunner().invoke(app, ["prove", str(PROOF / "trapped" / "no-ending-at-all.yaml"), "--json"])
    told = json.loads(result.stdout)
    assert (told["verdict"], told["trap"]["steps"], told["lost"]) == ("trapped", [], ["quay"])


def test_prove_claims_nothing_over_its_limit(app: typer.Typer) -> None:
    """Open is no proof; 1."""
    result = CliRunner().invoke(app, ["prove", str(PROOF / "trapped" / "too-little-trust.yaml"), "--limit", "1"])
    assert result.exit_code == 1
    assert "Not proved: more than 1 states to follow; an ending is not sure from: quay." in result.stderr


def test_prove_goes_as_far_as_the_proof_says(app: typer.Typer) -> None:
    """The limit that the command shows is the proof's own."""
    assert f"[default: {LIMIT};" in " ".join(CliRunner().invoke(app, ["prove", "--help"]).output.split())


def test_a_broken_story_is_checked_first(app: typer.Typer, tmp_path: Path) -> None:
    """What cannot be read is not proved: the command that shows the faults is named."""
    broken = tmp_path / "broken.yaml"
    broken.write_text("places: [", encoding="utf-8")
    result = CliRunner().invoke(app, ["prove", str(broken)])
    assert result.exit_code == 1
    assert "check" in result.stderr


def test_bots_print_tables(app: typer.Typer) -> None:
    """Who played, who came to which ending, what was found, and that nothing went wrong; 0."""
    result = CliRunner().invoke(app, ["bots", "--runs", "5", "--seed", "2", "--path", "short", "--mode", "class"])
    assert result.exit_code == 0
    assert "careless" in result.output
    assert "Mix: careful + average + careless, in equal parts" in " ".join(result.output.split())
    assert "0 errors, 0 plays without an end" in result.output


def test_bots_as_json(app: typer.Typer) -> None:
    """The names that other programs rely on."""
    told = json.loads(CliRunner().invoke(app, ["bots", "--runs", "2", "--seed", "2", "--player", "greedy", "--json"]).stdout)
    assert (told["runs"], told["path"], told["exceptions"], told["stuck"]) == (2, "m", 0, 0)
    assert told["minutes"].keys() == {"p10", "p50", "p90"}


def test_a_bot_tells_its_play(app: typer.Typer) -> None:
    """One play from the note to the farewell, in the language asked for."""
    result = CliRunner().invoke(app, ["bots", "--transcript", "--player", "greedy"])
    assert result.exit_code == 0
    assert "## The gate" in result.output
    assert "Ending: fin-" in result.output


WALKS = Path(__file__).parents[1] / "walkthroughs"


def test_walk_tells_and_counts(app: typer.Typer) -> None:
    """A walkthrough as prose, then what it met and what it never reached."""
    result = CliRunner().invoke(app, ["walk", str(WALKS / "ending-reprise.yaml")])
    assert result.exit_code == 0
    assert "# ending-reprise" in result.output
    assert "Covered: 8/11 places" in result.output
    assert "Never reached: " in result.output


def test_walk_as_json_adds_files_up(app: typer.Typer) -> None:
    """Two walkthroughs meet more than one."""
    one, two = (["walk", *map(str, files), "--json"] for files in ([WALKS / "ending-rattrapage.yaml"], sorted(WALKS.glob("*.yaml"))))
    met = [json.loads(CliRunner().invoke(app, line).stdout)["covered"]["choices"]["met"] for line in (one, two)]
    assert met[0] < met[1]


def test_walk_names_the_step_that_went_wrong(app: typer.Typer, tmp_path: Path) -> None:
    """The file, the step, and what was on offer instead; 1."""
    wrong = tmp_path / "wrong.yaml"
    wrong.write_text("path: m\nmode: home\nsteps: [{go: nowhere}]\n", encoding="utf-8")
    result = CliRunner().invoke(app, ["walk", str(wrong)])
    assert result.exit_code == 1
    assert f"{wrong.as_posix()}:3:9: error SV123 " in result.stderr


def test_graph_writes_one_file(app: typer.Typer, tmp_path: Path) -> None:
    """With a walkthrough and a bot drawn on it."""
    out = tmp_path / "story.html"
    line = ["graph", "--out", str(out), "--walk", str(min(WALKS.glob("*.yaml"))), "--bot", "greedy"]
    result = CliRunner().invoke(app, line)
    assert result.exit_code == 0
    assert '"covered":true' in out.read_text(encoding="utf-8")
    assert [path.name for path in out.parent.iterdir()] == ["story.html"]


def test_schema_writes_where_it_is_told(app: typer.Typer, tmp_path: Path) -> None:
    """One file a kind."""
    result = CliRunner().invoke(app, ["schema", "--out", str(tmp_path / "schemas")])
    assert result.exit_code == 0
    assert "4 schemas written" in result.output
    assert len(list((tmp_path / "schemas").iterdir())) == 4


def test_translate_status_counts_each_file(app: typer.Typer) -> None:
    """All that ships is translated; 0. A language nobody began is missing whole; 1."""
    result = CliRunner().invoke(app, ["translate", "status", "--json"])
    assert result.exit_code == 0
    assert {told["missing"] for told in json.loads(result.stdout)} == {0}
    result = CliRunner().invoke(app, ["translate", "status", "de"])
    assert result.exit_code == 1
    assert "Missing" in result.output


def test_translate_extract_update_and_pseudo(app: typer.Typer, tmp_path: Path) -> None:
    """A new language begins with `extract`, goes on with `update`; an episode of one's own is named by --story."""
    place = 'places: {quay: {name: "Le quai", looks: {}}}\nepisode: {id: e, title: "Un", start: quay}\n'
    (tmp_path / "story").mkdir()
    (tmp_path / "story" / "all.yaml").write_text(place, encoding="utf-8")
    own = ["--story", str(tmp_path)]
    first = CliRunner().invoke(app, ["translate", "extract", "de", *own])
    assert (first.exit_code, "2 missing" in first.output) == (0, True)
    again = CliRunner().invoke(app, ["translate", "extract", "de", *own])
    assert (again.exit_code, "update" in again.stderr) == (1, True)
    (tmp_path / "story" / "all.yaml").write_text(place.replace("Le quai", "Le port"), encoding="utf-8")
    assert "2 missing" in CliRunner().invoke(app, ["translate", "update", "de", *own]).output
    assert CliRunner().invoke(app, ["translate", "pseudo", *own]).exit_code == 0
    assert (tmp_path / "story" / "locales" / "qps.po").is_file()
    assert CliRunner().invoke(app, ["translate", "update", "not a language", *own]).exit_code == 2


def test_bots_play_a_path_that_the_story_offers(app: typer.Typer, tmp_path: Path) -> None:
    """Without `--path` the main one, or the first there is; one that is not offered is answered by those that are; 2."""
    episode = str(Path(__file__).parents[2] / "episodes" / "rumeur")
    told = json.loads(CliRunner().invoke(app, ["bots", episode, "--runs", "1", "--json"]).stdout)
    assert told["path"] == "m"
    wrong = CliRunner().invoke(app, ["bots", episode, "--runs", "1", "--path", "full"], env={"COLUMNS": "300", "TERM": "dumb"})
    assert wrong.exit_code == 2
    assert "this story has no path “full”. It offers: --path main" in wrong.output


@pytest.mark.parametrize("out", ["here", "no/where/story.html"])
def test_graph_makes_and_replaces_no_folder(app: typer.Typer, tmp_path: Path, out: str) -> None:
    """A folder in its way, or one that is missing, is said; nothing is written."""
    (tmp_path / "here").mkdir()
    result = CliRunner().invoke(app, ["graph", "--out", str(tmp_path / out)])
    assert result.exit_code in (1, 2)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["here"]


@pytest.mark.parametrize("command", ["update", "status", "extract"])
@pytest.mark.parametrize(
    ("raw", "line"), [(b'msgid "broken', 1), (b'msgctxt "a"\nmsgid "b"\nmsgstr "\xe9t\xe9"\n', 3)], ids=["cut off", "not UTF-8"]
)
def test_a_catalogue_that_does_not_read_is_said_and_left_alone(
    app: typer.Typer, tmp_path: Path, command: str, raw: bytes, line: int
) -> None:
    """Its file and line; not a byte of it is changed."""
    root = tmp_path / "jour"
    shutil.copytree(DAY, root)
    path = root / "story" / "locales" / "en.po"
    path.write_bytes(raw)
    result = CliRunner().invoke(app, ["translate", command, "en", "--story", str(root)])
    assert result.exit_code == 1
    assert isinstance(result.exception, SystemExit)
    if command != "extract":  # which does not open what is there
        assert f"en.po:{line}: this catalogue stops making sense here" in result.stderr
    assert path.read_bytes() == raw


def test_what_is_no_language_is_said_so(app: typer.Typer) -> None:
    """With what one looks like."""
    result = CliRunner().invoke(app, ["translate", "extract", "../../x", "--story", str(DAY)])
    assert result.exit_code == 2
    assert "“../../x” is not a language" in result.output
    assert "en, de, pt-BR" in result.output


def test_schemas_that_cannot_be_written_are_said(app: typer.Typer, tmp_path: Path) -> None:
    """The disk's trouble in words, and the option that chooses another folder."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    result = CliRunner().invoke(app, ["schema", "--out", str(tmp_path / "file" / "x")])
    assert (result.exit_code, "--out" in result.stderr) == (1, True)
    assert isinstance(result.exception, SystemExit)


def test_one_is_not_said_as_many(app: typer.Typer, tmp_path: Path) -> None:
    """One fault, one action, none: each in a sentence of its own; a verdict comes before its steps."""
    words = own_words("en")
    root = tmp_path / "jour"
    shutil.copytree(DAY, root)
    (root / "story" / "more.yaml").write_text("texts: [\n", "utf-8")
    assert "The story has one fault: it comes first." in CliRunner().invoke(app, ["bots", str(root)]).stderr
    none = CliRunner().invoke(app, ["prove", str(PROOF / "trapped" / "no-ending-at-all.yaml")])
    assert "from the start no ending is possible" in none.stderr
    two = CliRunner().invoke(app, ["prove", str(PROOF / "trapped" / "too-little-trust.yaml")])
    assert two.output.index("Trapped") < two.output.index("steps:")
    for word in ("author.prove.trapped", "author.prove.endless"):
        assert "this one action" in words(f"{word}.one")
