"""What each of the carrier's refusals leads to (compliance.md 5), in one table."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from smsbot.domain.consent import ConsentAct, Scope
from smsbot.domain.contact import Contact
from smsbot.domain.delivery import SendState
from smsbot.domain.event import Event, EventType
from smsbot.domain.remedy import Remedy
from smsbot.pack.models import Pack
from smsbot.pipeline.consent import Said, record_consent
from smsbot.pipeline.services import Services
from smsbot.pipeline.unsendable import person_instead
from smsbot.ports import Rejected
from smsbot.store import contacts, numbers, outbox, timeline
from smsbot.store.db import Tx
from smsbot.store.records import OutboxRow

MOST_ATTEMPTS = 5
LIMITED_ATTEMPTS = 3
PACIFIC = ZoneInfo("America/Los_Angeles")
"""T-Mobile's daily caps reset at midnight there (compliance.md 4)."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A text that the carrier refused, at create or in a status callback, under its locks."""

    tx: Tx
    services: Services
    pack: Pack
    row: OutboxRow
    contact: Contact | None
    outcome: Rejected
    now: datetime

    @property
    def why(self) -> str:
        return f"the carrier answered {self.outcome.code}: {self.outcome.message}"


async def remedy(
    tx: Tx,
    services: Services,
    pack: Pack,
    row: OutboxRow,
    contact: Contact | None,
    outcome: Rejected,
    now: datetime,
) -> None:
    """Do what the table says about this refusal. The caller holds the locks."""
    await REMEDIES[outcome.remedy](Refusal(tx, services, pack, row, contact, outcome, now))


async def _again(refusal: Refusal, at: datetime) -> None:
    """Back into the queue, as a new attempt from `at` on; the gate refuses what is stale then."""
    await outbox.move(
        refusal.tx,
        refusal.row.id,
        SendState.QUEUED,
        due_at=at,
        carrier_sid=None,
        status=None,
        error_code=refusal.outcome.code,
    )
    await _note(refusal, EventType.TEXT_DEFERRED, f"Tried again later: {refusal.why}")


async def _give_up(refusal: Refusal) -> None:
    await outbox.move(refusal.tx, refusal.row.id, SendState.FAILED, error_code=refusal.outcome.code)
    await _note(refusal, EventType.TEXT_REFUSED, f"Not delivered: {refusal.why}")
    if refusal.contact is not None:
        await person_instead(
            refusal.tx,
            refusal.services,
            refusal.pack,
            refusal.row,
            refusal.contact,
            refusal.why,
        )


async def _note(refusal: Refusal, kind: EventType, reason: str) -> None:
    happened = Event(
        type=kind,
        reason=reason,
        at=refusal.now,
        data={
            "code": refusal.outcome.code,
            "remedy": refusal.outcome.remedy.value,
            "source": refusal.row.draft.source,
            "body": refusal.row.draft.body,
        },
        message_id=refusal.row.id,
    )
    await timeline.record(
        refusal.tx,
        [happened],
        contact_id=refusal.row.contact_id,
        conversation_id=refusal.row.conversation_id,
    )


async def _retry(refusal: Refusal, most: int = MOST_ATTEMPTS) -> None:
    if refusal.row.attempts >= most:
        await _give_up(refusal)
        return
    wait = refusal.outcome.retry_after or refusal.services.timing.backoff(refusal.row.attempts)
    await _again(refusal, refusal.now + timedelta(seconds=wait))


async def _limited_retry(refusal: Refusal) -> None:
    await _retry(refusal, LIMITED_ATTEMPTS)


async def _later(refusal: Refusal) -> None:
    await _again(refusal, refusal.now + timedelta(hours=1))


async def _bad_number(refusal: Refusal) -> None:
    if refusal.contact is not None:
        await contacts.mark_untextable(refusal.tx, refusal.contact.id, refusal.why)
    await _give_up(refusal)


async def _opted_out(refusal: Refusal) -> None:
    """The carrier knows of an opt-out that we did not: now we do (voices.md 9)."""
    await outbox.move(refusal.tx, refusal.row.id, SendState.FAILED, error_code=refusal.outcome.code)
    await _note(refusal, EventType.TEXT_REFUSED, f"Not delivered: {refusal.why}")
    if refusal.contact is None or refusal.contact.consent.suppressed:
        return
    said = Said(
        act=ConsentAct.WITHDRAWN,
        scope=Scope.ALL,
        medium="carrier",
        method=f"carrier code {refusal.outcome.code}",
        evidence=refusal.outcome.message,
        reason="The carrier says that this contact opted out",
    )
    await record_consent(
        refusal.tx,
        refusal.services,
        refusal.pack.business.brand,
        refusal.contact,
        said,
        message_id=None,
        now=refusal.now,
    )


async def _pause(refusal: Refusal, until: datetime | None, *, everything: bool = False) -> None:
    """Stop the number (or all), and keep the text for when it goes on."""
    number_id = None if everything else refusal.row.number_id
    await numbers.pause(refusal.tx, number_id, refusal.why, until)
    await _note(refusal, EventType.NUMBER_PAUSED, f"Sending paused: {refusal.why}")
    await _again(refusal, until or refusal.now)


async def _slow_down(refusal: Refusal) -> None:
    wait = refusal.outcome.retry_after or 10.0
    await _pause(refusal, refusal.now + timedelta(seconds=wait))


async def _after_pacific_midnight(refusal: Refusal) -> None:
    await _again(refusal, next_pacific_midnight(refusal.now))


def next_pacific_midnight(now: datetime) -> datetime:
    """The next midnight in Los Angeles after `now` (UTC in, the same moment's zone out)."""
    local = now.astimezone(PACIFIC)
    tomorrow = (local + timedelta(days=1)).date()
    midnight = datetime(tomorrow.year, tomorrow.month, tomorrow.day, tzinfo=PACIFIC)
    return midnight.astimezone(now.tzinfo)


async def _pause_number(refusal: Refusal) -> None:
    await _pause(refusal, None)


async def _stop_all(refusal: Refusal) -> None:
    await _pause(refusal, None, everything=True)


async def _reconcile(refusal: Refusal) -> None:
    """It may have arrived: it is looked up, never simply repeated (law 4)."""
    await outbox.move(
        refusal.tx,
        refusal.row.id,
        SendState.UNKNOWN,
        due_at=refusal.now + timedelta(seconds=refusal.services.timing.http_timeout),
        absent=0,
    )
    await _note(refusal, EventType.TEXT_UNKNOWN, f"Outcome unknown: {refusal.why}")


REMEDIES: dict[Remedy, Callable[[Refusal], Awaitable[None]]] = {
    Remedy.RETRY: _retry,
    Remedy.BAD_NUMBER: _bad_number,
    Remedy.OPTED_OUT: _opted_out,
    Remedy.LATER: _later,
    Remedy.FORBIDDEN: _give_up,
    Remedy.STOP_ALL: _stop_all,
    Remedy.LIMITED_RETRY: _limited_retry,
    Remedy.FILTERED: _give_up,
    Remedy.SLOW_DOWN: _slow_down,
    Remedy.AFTER_PACIFIC_MIDNIGHT: _after_pacific_midnight,
    Remedy.PAUSE_NUMBER: _pause_number,
    Remedy.EXPIRED: _give_up,
    Remedy.RECONCILE: _reconcile,
    Remedy.LOOP: _give_up,
    Remedy.GIVE_UP: _give_up,
}
"""Every remedy has one line; tests/pipeline/test_remedies.py holds it complete."""
