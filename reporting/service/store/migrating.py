"""Migrations: how a store of an older version becomes one of this version, and back.

Room: reporting/service/store. The only module that imports Alembic, and only when there is something to migrate.
"""

from __future__ import annotations

from importlib.resources import files

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Engine


def _config() -> Config:
    config = Config()
    # A percent sign in a folder's name would be read as an interpolation.
    folder = str(files("reporting.service.store").joinpath("migrations")).replace("%", "%%")
    config.set_main_option("script_location", folder)
    config.set_main_option("path_separator", "newline")
    return config


def known() -> tuple[str, ...]:
    """Every version there ever was, the oldest first."""
    revisions = ScriptDirectory.from_config(_config()).walk_revisions()
    return tuple(reversed([revision.revision for revision in revisions]))


def upgrade(engine: Engine, to: str = "head") -> None:
    """Bring the tables to version `to`, in one transaction."""
    config = _config()
    with engine.begin() as tx:
        config.attributes["connection"] = tx
        command.upgrade(config, to)


def downgrade(engine: Engine, to: str) -> None:
    """Take the tables back to version `to` ("base" is none at all), in one transaction."""
    config = _config()
    with engine.begin() as tx:
        config.attributes["connection"] = tx
        command.downgrade(config, to)
