"""Consent records and the status that is their projection (compliance.md 3)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from smsbot.domain.ids import ConsentId


class Scope(StrEnum):
    """What a permission covers. `conversational` comes with every inbound text: it allows replies
    and texts about what was asked or booked, never marketing."""

    CONVERSATIONAL = "conversational"
    INFORMATIONAL = "informational"
    MARKETING = "marketing"
    ALL = "all"


class ConsentAct(StrEnum):
    GRANTED = "granted"
    WITHDRAWN = "withdrawn"
    WRONG_NUMBER = "wrong_number"
    """The reader is not the person who consented: suppress the phone (compliance.md 1, rule 4)."""


class ConsentStatus(StrEnum):
    """The contact's projection of the ledger. Only the last two are suppressed."""

    NONE = "none"
    GRANTED = "granted"
    WITHDRAWN = "withdrawn"
    WRONG_NUMBER = "wrong_number"

    @property
    def suppressed(self) -> bool:
        return self in (ConsentStatus.WITHDRAWN, ConsentStatus.WRONG_NUMBER)


@dataclass(frozen=True, slots=True)
class ConsentRecord:
    """One append-only fact. `at` is UTC; `evidence` is the raw text or the disclosure, verbatim."""

    id: ConsentId
    phone: str
    brand: str
    act: ConsentAct
    scope: Scope
    medium: str
    method: str
    evidence: str
    at: datetime


def project(status: ConsentStatus, record: ConsentRecord) -> ConsentStatus:
    """The status after one more record. Who only wants no marketing is not suppressed: that scope
    is read from the ledger where marketing is meant to go out.

    A conversational grant never lifts a suppression: only an explicit one does (an opt-in keyword,
    a form), which arrives with another scope (compliance.md 1, rule 6).
    """
    match record.act:
        case ConsentAct.WITHDRAWN:
            return status if record.scope is Scope.MARKETING else ConsentStatus.WITHDRAWN
        case ConsentAct.WRONG_NUMBER:
            return ConsentStatus.WRONG_NUMBER
        case ConsentAct.GRANTED:
            if status.suppressed and record.scope is Scope.CONVERSATIONAL:
                return status
            return ConsentStatus.GRANTED
