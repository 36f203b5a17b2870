"""Which queue a need goes to, and by when somebody has to have looked. Pure."""

from datetime import datetime, timedelta

from smsbot.pack.hours import add_business_minutes, within_day
from smsbot.pack.models import Business, Queue


def choose_queue(
    business: Business, reason: str, at: datetime, *, queue: str | None = None, waits: bool = True
) -> tuple[Queue, bool]:
    """The queue for `reason` (a key of `routing.by_reason`) at `at`, and whether somebody is there
    now; `queue` overrides the routing. After hours what can wait goes to the morning, unless
    `waits` is False; what cannot wait never does."""
    routing = business.routing
    wanted = queue or routing.by_reason.get(reason, routing.default)
    open_now = within_day(business, at)
    if waits and wanted != routing.cannot_wait and not open_now:
        wanted = routing.after_hours
    found = next(one for one in business.queues if one.id == wanted)
    return found, open_now or wanted == routing.cannot_wait


def due_time(business: Business, queue: Queue, at: datetime) -> datetime:
    """By when a person has to have looked, UTC. On-call time runs by the clock, all other time
    only while the business is open."""
    if queue.id == business.routing.cannot_wait:
        return at + timedelta(minutes=queue.due_minutes)
    return add_business_minutes(business, at, queue.due_minutes)
