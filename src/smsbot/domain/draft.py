"""Drafts, and the approval without which nothing reaches the carrier (law 1)."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Generic, TypeVar

from smsbot.domain.decision import Decision
from smsbot.domain.ids import InboxId


class DraftKind(StrEnum):
    REPLY = "reply"
    WORKFLOW = "workflow"
    REP = "rep"
    SYSTEM = "system"
    """Opt-out and help confirmations: the only kind that reaches a suppressed contact."""
    STAFF = "staff"
    """To our own people."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A text that somebody wants to send.

    `reason` is for people and is kept; `answers` are the inbound texts that it answers;
    `evidence` is everything that the numbers, dates, links and names in it may come from.
    """

    kind: DraftKind
    to: str
    body: str
    reason: str
    source: str
    """What composed it: a template's id with its version, or `rep:dana`."""
    answers: tuple[InboxId, ...] = ()
    evidence: tuple[str, ...] = ()
    while_waiting: bool = False
    """True for what is said on the way to a person (the hand-off's own sentence, a holding reply,
    the emergency text): it may go out while the owner is `waiting`, never while it is `rep`."""
    fallback_task: bool = True
    """Whether a refusal or a text gone stale makes a task for a person."""


class QueuePass:
    """The gate's first pass, when a draft is put into the outbox."""


class DispatchPass:
    """The gate's second pass, directly before the call to the carrier."""


P = TypeVar("P", QueuePass, DispatchPass)


@dataclass(frozen=True, slots=True)
class Approved(Generic[P]):
    """A draft that the gate let through in one of its two passes.

    Only `smsbot.gate` constructs it: tests/test_laws.py holds the rest of the source to that, and
    `Carrier.send` takes only `Approved[DispatchPass]`, so the type checker holds the callers.
    """

    draft: Draft
    decision: Decision
    at: datetime
    _pass: type[P] = field(repr=False)
    useful_until: datetime | None = None
    """UTC; after it the text is worth nothing and the carrier should drop it. None: no such end."""
