"""What the tests of the store may ask for."""

from collections.abc import AsyncIterator

import psycopg
import pytest

from smsbot.store.db import Database
from tests.store.support import CUSTOMERS


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """With contacts and conversations 0 to 29."""
    with psycopg.connect(database_url) as connection:
        connection.execute(
            "INSERT INTO number (id, phone, use_case, carrier_keywords, per_second, refilled_at, "
            "received_until) VALUES ('num', '+12015550100', 'local', 'default', 1, now(), now())"
        )
        connection.execute(
            "INSERT INTO contact (id, phone, created_at) SELECT 'con_' || one, "
            "'+1201555' || (1000 + one), now() FROM generate_series(0, 29) AS one"
        )
        connection.execute(
            "INSERT INTO conversation (id, contact_id, number_id, created_at, bot_since) "
            "SELECT 'cnv_' || one, 'con_' || one, 'num', now(), now() "
            "FROM generate_series(0, 29) AS one"
        )
    found = Database(database_url, size=CUSTOMERS)
    yield found
    await found.close()
