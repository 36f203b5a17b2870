"""The statuses that an outbound message will take, and when: worked out before it starts."""

from dataclasses import dataclass, replace
from typing import Literal

from smsbot.simulator.config import Timings
from smsbot.simulator.messages import Status

Final = Literal["delivered", "undelivered", "failed"]
VALIDITY_EXPIRED = 30036


@dataclass(frozen=True, slots=True)
class Behaviour:
    """How an accepted message fares.

    `copies`: how often each callback is posted. `reverse`: all of them at the end, last first.
    `early`: all of them before the create is answered. `silent`: none. `delay`: seconds in the
    queue on top of the usual.
    """

    copies: int = 1
    reverse: bool = False
    early: bool = False
    silent: bool = False
    final: Final = "delivered"
    error_code: int | None = None
    delay: float = 0.0


@dataclass(frozen=True, slots=True)
class Step:
    """A status to take `after` seconds from the step before it."""

    after: float
    status: Status
    error_code: int | None = None


def plan(timings: Timings, behaviour: Behaviour, *, pooled: bool, validity: float) -> list[Step]:
    """The steps after the initial status, which is `accepted` for a `pooled` message.

    No callback is sent for the initial status (docs/messaging/guides/outbound-message-status-in-
    status-callbacks), so a pooled message has one more: `queued`. What waits in the queue for
    longer than `validity` seconds fails with 30036.
    """
    if behaviour.early:
        timings, behaviour = Timings(queued_to_sent=0, sent_to_delivered=0), _undelayed(behaviour)
    steps = [Step(0.0, "queued")] if pooled else []
    waiting = behaviour.delay + timings.queued_to_sent
    if waiting > validity:
        return [*steps, Step(validity, "failed", VALIDITY_EXPIRED)]
    steps.append(Step(behaviour.delay + timings.queued_to_sent / 2, "sending"))
    if behaviour.final != "failed":
        steps.append(Step(timings.queued_to_sent / 2, "sent"))
    steps.append(Step(timings.sent_to_delivered, behaviour.final, behaviour.error_code))
    return steps


def _undelayed(behaviour: Behaviour) -> Behaviour:
    return replace(behaviour, delay=0.0)
