"""How Alembic runs our migrations: on the connection it is handed, within that transaction.

Room: reporting/service/store. Called by `migrating.py` only.
"""

from __future__ import annotations

from alembic import context

from reporting.service.store.tables import METADATA

context.configure(connection=context.config.attributes["connection"], target_metadata=METADATA, render_as_batch=True)
context.run_migrations()
