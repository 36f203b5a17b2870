"""What all tables share.

Times are `timestamptz`, UTC. What must never be is a constraint: one row per carrier SID, one open
task of a kind per conversation, one confirmation per opt-out, ledgers that cannot be rewritten
(by trigger, in the first migration).
"""

from sqlalchemy import (
    CheckConstraint,
    DateTime,
    MetaData,
)

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "ix": "ix_%(column_0_label)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)
AT = DateTime(timezone=True)


def one_of(column: str, *values: str) -> CheckConstraint:
    listed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({listed})", name=column)
