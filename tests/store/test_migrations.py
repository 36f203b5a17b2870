"""The migrations make what the tables declare, and the ledgers cannot be rewritten."""

import psycopg
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

from smsbot import migrations
from smsbot.store.tables import metadata


def _ours(name: str | None, kind: str, *_: object) -> bool:
    return not (kind == "table" and str(name).startswith(("procrastinate", "alembic")))


def test_the_migrations_make_the_declared_tables(database_url: str) -> None:
    engine = create_engine(database_url.replace("postgresql://", "postgresql+psycopg://", 1))
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_name": _ours})
        assert compare_metadata(context, metadata) == []
    engine.dispose()


def test_migrating_twice_changes_nothing(database_url: str) -> None:
    migrations.upgrade(database_url)
    with psycopg.connect(database_url) as connection:
        (version,) = connection.execute("SELECT version_num FROM alembic_version").fetchone() or ()
    assert version == migrations.HEAD


def test_the_newest_version_is_the_one_that_is_named() -> None:
    scripts = ScriptDirectory.from_config(migrations.config("postgresql://unused"))
    assert scripts.get_current_head() == migrations.HEAD


INSERTS = {
    "consent": "INSERT INTO consent (id, phone, brand, act, scope, medium, method, evidence, at) "
    "VALUES ('cns_1', '+12015550142', 'B', 'withdrawn', 'all', 'sms', 'm', 'STOP', now())",
    "event": "INSERT INTO event (type, reason, at) VALUES ('text.sent', 'because', now())",
    "receipt": "INSERT INTO receipt (carrier_sid, status, effect, received_at, raw) "
    "VALUES ('SM1', 'sent', 'advanced', now(), '{}')",
}
CHANGES = {
    "consent": "UPDATE consent SET evidence = 'START'",
    "event": "UPDATE event SET reason = 'no reason'",
    "receipt": "UPDATE receipt SET status = 'delivered'",
}


@pytest.mark.parametrize("table", INSERTS)
@pytest.mark.parametrize("what", ["change", "delete", "truncate"])
def test_a_ledger_cannot_be_rewritten(database_url: str, table: str, what: str) -> None:
    forbidden = {
        "change": CHANGES[table],
        "delete": f"DELETE FROM {table}",
        "truncate": f"TRUNCATE {table}",
    }[what]
    with psycopg.connect(database_url, autocommit=True) as connection:
        connection.execute(INSERTS[table])
        with pytest.raises(psycopg.errors.RestrictViolation, match="append-only"):
            connection.execute(forbidden)
        assert connection.execute(f"SELECT count(*) FROM {table}").fetchone() == (1,)


def test_a_receipt_may_learn_once_whose_it_is(database_url: str) -> None:
    with psycopg.connect(database_url, autocommit=True) as connection:
        connection.execute(INSERTS["receipt"])
        connection.execute("UPDATE receipt SET outbox_id = 'out_1'")
        with pytest.raises(psycopg.errors.RestrictViolation):
            connection.execute("UPDATE receipt SET outbox_id = 'out_2'")
