"""Which text a picture comes from: a hash of every kit module it can reach, the fonts, and how it is called.

Room: assets, build-only.
Stays outside: drawing. Nothing is drawn here, so that the freshness test takes milliseconds and gives the same
answer on every system.
"""

import ast
import hashlib
import json
from functools import cache
from pathlib import Path

from assets.bake.picture import Picture
from assets.kit.fonts import files

ROOT = Path(__file__).resolve().parents[2]
FORMAT = 1  # raise it when paint.py changes what it writes from the same drawing
SELDOM = ("on", "down", "bleed")  # fields that count only where they are used


def _file(module: str) -> Path | None:
    """The file of a dotted module of ours, or None for anybody else's."""
    path = ROOT.joinpath(*module.split("."))
    for candidate in (path.with_suffix(".py"), path / "__init__.py"):
        if candidate.is_file():
            return candidate
    return None


@cache
def _imports(module: str) -> frozenset[str]:
    """The modules under `assets` that this one names."""
    path = _file(module)
    assert path is not None, module
    package = module.split(".") if path.name == "__init__.py" else module.split(".")[:-1]
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names: list[str] = []
        if isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            stem = ".".join([*base, *([node.module] if node.module else [])])
            names = [stem, *(f"{stem}.{alias.name}" for alias in node.names)]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        found |= {name for name in names if name.startswith("assets.") and _file(name)}
    return frozenset(found)


@cache
def reached(module: str) -> tuple[str, ...]:
    """Every module of ours that drawing with this one may read, itself included, sorted."""
    seen, todo = {module}, [module]
    while todo:
        for name in _imports(todo.pop()) - seen:
            seen.add(name)
            todo.append(name)
    return tuple(sorted(seen))


@cache
def _text(module: str) -> bytes:
    path = _file(module)
    assert path is not None, module
    return path.read_bytes().replace(b"\r\n", b"\n")  # a checkout on Windows is no change


@cache
def _code(module: str) -> str:
    digest = hashlib.sha256()
    for name in reached(module):
        digest.update(name.encode() + b"\0" + hashlib.sha256(_text(name)).digest())
    return digest.hexdigest()


@cache
def _fonts() -> str:
    digest = hashlib.sha256()
    for path in map(Path, files()):
        digest.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def source_hash(picture: Picture) -> str:
    """Sixteen hex digits that change when the drawing, its call or its storage may have changed."""
    call = [FORMAT, *(value for name, value in sorted(vars(picture).items()) if name != "draw" and (value or name not in SELDOM))]
    parts = [_code(module_of(picture)), picture.draw, json.dumps(call), _fonts() if picture.words else ""]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]


def module_of(picture: Picture) -> str:
    """The dotted module whose function draws it."""
    return f"assets.{picture.draw.partition(':')[0]}"
