"""What the gate says of a draft."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Literal


class Ruling(StrEnum):
    ALLOW = "allow"
    DEFER = "defer"
    REFUSE = "refuse"


@dataclass(frozen=True, slots=True)
class Verdict:
    """One gate rule's word on one draft. `until` is UTC and set only on a deferral."""

    rule: str
    ruling: Ruling
    reason: str
    until: datetime | None = None
    binding: bool = True
    """False where the table says that this rule does not bind this kind of draft."""


@dataclass(frozen=True, slots=True)
class Decision:
    """The gate's whole answer, kept with the text for good (law 7)."""

    outcome: Literal["approved", "deferred", "refused"]
    rule: str
    reason: str
    verdicts: tuple[Verdict, ...]
    at: datetime
    until: datetime | None = None
