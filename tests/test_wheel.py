"""The wheel: built from this checkout, it carries everything that playing needs, and the installed command works."""

import os
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def run(*line: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run a command away from the checkout, so that nothing is found there by chance."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "COV"))}
    home = {"STOP_LA_VIOLENCE_HOME": str(cwd / "home"), "LANG": "en_GB.UTF-8", "PYTHONUTF8": "1"}
    return subprocess.run([str(part) for part in line], capture_output=True, encoding="utf-8", cwd=cwd, env={**kept, **home}, timeout=600)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    ended = run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT, cwd=folder)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return next(folder.glob("*.whl"))


def test_it_holds_what_playing_needs_and_no_more(wheel: Path) -> None:
    """Story, words, baked pictures, fonts with their licences, the service’s files; neither the drawing kit nor the tests."""
    with zipfile.ZipFile(wheel) as archive:
        inside = set(archive.namelist())
    packages = {name.split("/")[0] for name in inside}
    assert {name for name in packages if not name.endswith(".dist-info")} == {"game", "reporting"}
    for folder in ("scenes", "story", "assets/baked", "assets/fonts", "assets/examples", "episodes"):
        here = {path.relative_to(ROOT).as_posix() for path in (ROOT / folder).rglob("*") if path.is_file() and path.name != ".DS_Store"}
        assert here, f"{folder} is empty"
        assert {f"game/_content/{name}" for name in here} <= inside
    for package in ("game", "reporting"):
        kinds = {".yaml", ".po", ".typed", ".mako"}
        data = {path.relative_to(ROOT).as_posix() for path in (ROOT / package).rglob("*") if path.suffix in kinds}
        assert data <= inside
    assert not [name for name in inside if "/kit/" in name or name.startswith("tests/")]
    fonts = {name.rsplit("/", 1)[0] for name in inside if name.endswith((".ttf", ".otf"))}
    assert fonts
    assert any("OFL" in name or "LICENSE" in name for name in inside if name.startswith("game/_content/assets/fonts"))


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new environment with nothing in it."""
    folder = tmp_path_factory.mktemp("à part")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder / "env"], check=True, capture_output=True)
    return folder / "env" / ("Scripts" if os.name == "nt" else "bin")


def test_the_installed_command_works(wheel: Path, bare: Path, tmp_path: Path) -> None:
    """`stop-la-violence check` finds the story inside the package. The libraries are lent by this environment, to be quick."""
    line: list[str | Path] = ["-m", "pip", "--python", bare / "python", "install", "--no-deps", "--no-index", wheel]
    installed = run(sys.executable, *line, cwd=tmp_path)
    assert installed.returncode == 0, installed.stderr
    place = run(bare / "python", "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=tmp_path).stdout.strip()
    Path(place, "lent.pth").write_text(sysconfig.get_path("purelib") + "\n", "utf-8")
    found = run(bare / "python", "-c", "from game.content.root import content_root; print(content_root())", cwd=tmp_path)
    assert Path(found.stdout.strip()) == Path(place) / "game" / "_content"
    checked = run(bare / "stop-la-violence", "check", cwd=tmp_path)
    assert checked.returncode == 0, checked.stdout + checked.stderr


@pytest.mark.deep
def test_pip_install_in_an_empty_environment(tmp_path: Path) -> None:
    """What a person types: `pip install .` with everything it asks for, then the command. Reaches the network."""
    subprocess.run([sys.executable, "-m", "venv", tmp_path / "env"], check=True, capture_output=True)
    programs = tmp_path / "env" / ("Scripts" if os.name == "nt" else "bin")
    installed = run(programs / "python", "-m", "pip", "install", ROOT, cwd=tmp_path)
    assert installed.returncode == 0, installed.stderr
    checked = run(programs / "stop-la-violence", "check", cwd=tmp_path)
    assert checked.returncode == 0, checked.stdout + checked.stderr
