"""The statements of the embedded calendar, in the driver's own form (`%(name)s`), and how their
rows are read."""

from collections.abc import Mapping
from datetime import UTC
from typing import Any, cast

import psycopg
from psycopg.rows import dict_row

from smsbot.domain.booking import Appointment, BookingState, Busy, Slot
from smsbot.ports import RawConnection

Row = dict[str, Any]

LIVE = ("held", "booked")

LOCK = """
    SELECT pg_advisory_xact_lock(key) FROM (
      SELECT DISTINCT hashtextextended(person, 7735002) AS key FROM (
        SELECT %(person)s::text AS person
        UNION ALL
        SELECT person FROM appointment WHERE id = ANY(%(ids)s)
        UNION ALL
        SELECT person FROM appointment WHERE contact_id = %(contact)s AND state = 'held'
      ) AS concerned
      WHERE person IS NOT NULL
      ORDER BY key
    ) AS keys
"""
"""In one order everywhere, so that two of these never wait for each other. A statement of its own:
what follows sees what was committed while this one waited."""

RELEASE = """
    UPDATE appointment SET state = 'expired'
    WHERE (person = %(person)s OR id = ANY(%(ids)s))
      AND state = 'held' AND expires_at <= %(now)s
"""

RELEASE_DUE = """
    UPDATE appointment SET state = 'expired'
    WHERE id IN (
      SELECT id FROM appointment
      WHERE state = 'held' AND expires_at <= %(now)s
      ORDER BY expires_at LIMIT %(limit)s
      FOR UPDATE SKIP LOCKED
    )
"""

FIND = "SELECT * FROM appointment WHERE id = ANY(%(ids)s)"

HISTORY = """
    WITH RECURSIVE before AS (
      SELECT id, 0 AS nth FROM appointment WHERE id = %(id)s
      UNION ALL
      SELECT one.id, before.nth - 1 FROM appointment AS one JOIN before ON one.moved_to = before.id
    ), after AS (
      SELECT moved_to AS id, 1 AS nth FROM appointment WHERE id = %(id)s
      UNION ALL
      SELECT one.moved_to, after.nth + 1 FROM appointment AS one JOIN after ON one.id = after.id
    )
    SELECT appointment.* FROM appointment
    JOIN (SELECT * FROM before UNION ALL SELECT * FROM after) AS chain USING (id)
    ORDER BY chain.nth
"""
"""Moves never form a circle: what an appointment is moved to is made by that very move."""

IN_THE_WAY = """
    SELECT seat, service = %(service)s AND starts_at = %(starts_at)s AS joins
    FROM appointment
    WHERE person = %(person)s AND state IN ('held', 'booked') AND during && %(during)s
      AND id <> ALL(%(ids)s)
      AND NOT (state = 'held' AND contact_id = %(contact)s)
"""
"""The contact's own holds are not in the way: `LET_GO` follows before anything is written."""

LET_GO = """
    UPDATE appointment SET state = 'cancelled'
    WHERE contact_id = %(contact)s AND state = 'held' AND id <> %(id)s
      AND (%(state)s = 'held' OR (person = %(person)s AND during && %(during)s))
"""
"""A new hold lets go of the contact's others; a booking of those that are in its way."""

GIVE_UP = "UPDATE appointment SET state = 'moved', moved_to = %(moved_to)s WHERE id = %(id)s"

NOTE = """
    UPDATE appointment SET note = concat_ws(E'\\n', nullif(note, ''), %(note)s::text)
    WHERE id = %(id)s AND state = 'booked'
"""

CANCEL = """
    UPDATE appointment
    SET state = CASE WHEN state = 'held' AND expires_at <= %(now)s THEN 'expired'
                     ELSE 'cancelled' END
    WHERE id = %(id)s AND state IN ('held', 'booked')
"""

WRITE = """
    INSERT INTO appointment (id, contact_id, conversation_id, service, person, seat, during,
                             starts_at, ends_at, state, place, note, expires_at, created_at)
    VALUES (%(id)s, %(contact)s, %(conversation)s, %(service)s, %(person)s, %(seat)s, %(during)s,
            %(starts_at)s, %(ends_at)s, %(state)s, %(place)s, %(note)s, %(expires_at)s,
            %(now)s)
    ON CONFLICT (id) DO UPDATE
    SET conversation_id = excluded.conversation_id, seat = excluded.seat,
        during = excluded.during, state = excluded.state, place = excluded.place,
        note = excluded.note, expires_at = excluded.expires_at
    RETURNING *
"""

BUSY = """
    SELECT person, seat, service, starts_at, lower(during) AS start, upper(during) AS end
    FROM appointment
    WHERE state IN ('held', 'booked') AND during && %(window)s
      AND (state = 'booked' OR expires_at > %(now)s)
    ORDER BY lower(during), person, seat
"""

UPCOMING = """
    SELECT * FROM appointment
    WHERE contact_id = %(contact)s
      AND (state = 'booked' AND ends_at > %(now)s OR state = 'held' AND expires_at > %(now)s)
    ORDER BY starts_at, id
"""


OF_CONTACT = """
    SELECT * FROM appointment
    WHERE contact_id = %(contact)s
      AND (expires_at IS NULL OR state = 'held' AND expires_at > %(now)s)
    ORDER BY created_at DESC, id
    LIMIT %(limit)s
"""
"""What is booked has no expiry any more, and keeps none when it is given up."""


def slot_of(row: Row) -> Slot:
    start, end = row["starts_at"].astimezone(UTC), row["ends_at"].astimezone(UTC)
    return Slot(row["service"], row["person"], start, end)


def appointment_of(row: Row) -> Appointment:
    """A whole row as the domain sees it; its times in UTC, whatever the session's zone."""
    return Appointment(
        id=row["id"],
        contact_id=row["contact_id"],
        conversation_id=row["conversation_id"],
        slot=slot_of(row),
        state=BookingState(row["state"]),
        expires_at=row["expires_at"] and row["expires_at"].astimezone(UTC),
        place=row["place"],
        note=row["note"],
    )


def busy_of(row: Row) -> Busy:
    """A row of `BUSY`; times in UTC."""
    begins, start, end = (row[name].astimezone(UTC) for name in ("starts_at", "start", "end"))
    return Busy(row["person"], row["seat"], row["service"], begins, start, end)


async def rows(connection: RawConnection, statement: str, values: Mapping[str, Any]) -> list[Row]:
    """All rows of a statement, by column name. Raises psycopg's errors."""
    driver = cast("psycopg.AsyncConnection[Any]", connection)
    async with driver.cursor(row_factory=dict_row) as cursor:
        await cursor.execute(statement.encode(), values)
        return await cursor.fetchall()


async def run(connection: RawConnection, statement: str, values: Mapping[str, Any]) -> int:
    """Execute; returns how many rows changed. Raises psycopg's errors."""
    driver = cast("psycopg.AsyncConnection[Any]", connection)
    return (await driver.execute(statement.encode(), values)).rowcount
