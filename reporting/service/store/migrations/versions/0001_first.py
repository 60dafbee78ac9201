"""The first tables: cases, their fingerprints, the sealed part, dated steps, sealed replies.

Revision: 0001, the first one.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def _moment() -> sa.DateTime:
    return sa.DateTime(timezone=True)


def _of_case(*, primary_key: bool = False, index: bool = False) -> sa.Column[int]:
    return sa.Column(
        "case_id", sa.Integer, sa.ForeignKey("cases.id", ondelete="CASCADE"), primary_key=primary_key, index=index, nullable=False
    )


def upgrade() -> None:
    """Make the change."""
    op.create_table(
        "store",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("mode", sa.String(8), nullable=False),
    )
    op.create_table(
        "cases",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("locator", sa.String(32), nullable=False, unique=True),
        sa.Column("verifier_hash", sa.String(64), nullable=False),
        sa.Column("reply_key", sa.String(64), nullable=False),
        sa.Column("idempotency", sa.String(32), nullable=False, unique=True),
        sa.Column("content", sa.String(64), nullable=False),
        sa.Column("received", _moment(), nullable=False, index=True),
        sa.Column("authorised", _moment(), nullable=False),
        sa.Column("wording", sa.Integer, nullable=False),
        sa.Column("item_count", sa.Integer, nullable=False),
        sa.Column("withdrawn", _moment(), nullable=True),
    )
    op.create_table(
        "items",
        sa.Column("id", sa.Integer, primary_key=True),
        _of_case(index=True),
        sa.Column("set_id", sa.String(16), nullable=False),
        sa.Column("label", sa.String(16), nullable=False),
        sa.Column("pdq", sa.String(64), nullable=True),
        sa.Column("quality", sa.Integer, nullable=True),
        sa.Column("md5", sa.String(32), nullable=True),
        sa.Column("sha256", sa.String(64), nullable=True),
    )
    op.create_table(
        "sealed",
        _of_case(primary_key=True),
        sa.Column("box", sa.Text, nullable=False),
        sa.Column("read", _moment(), nullable=True),
    )
    op.create_table(
        "steps",
        sa.Column("id", sa.Integer, primary_key=True),
        _of_case(index=True),
        sa.Column("kind", sa.String(24), nullable=False),
        sa.Column("at", _moment(), nullable=False),
    )
    op.create_table(
        "replies",
        sa.Column("id", sa.Integer, primary_key=True),
        _of_case(index=True),
        sa.Column("at", _moment(), nullable=False),
        sa.Column("box", sa.Text, nullable=False),
    )


def downgrade() -> None:
    """Take it back."""
    for table in ("replies", "steps", "sealed", "items", "cases", "store"):
        op.drop_table(table)
