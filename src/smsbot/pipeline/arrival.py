"""A text that has just been stored, and the open transaction that stores it."""

from dataclasses import dataclass
from datetime import datetime

from smsbot.domain.contact import Contact
from smsbot.domain.guard import GuardDecision
from smsbot.domain.ids import InboxId
from smsbot.domain.inbound import InboundText
from smsbot.pack.models import Pack
from smsbot.pipeline.carrier_words import carrier_answers
from smsbot.pipeline.handoff import Parties
from smsbot.pipeline.services import Services
from smsbot.store.arrival import Arrived
from smsbot.store.db import Tx


@dataclass(frozen=True, slots=True)
class Arrival:
    tx: Tx
    services: Services
    pack: Pack
    arrived: Arrived
    text: InboundText
    id: InboxId
    decision: GuardDecision
    now: datetime

    @property
    def contact(self) -> Contact:
        return self.arrived.contact

    @property
    def parties(self) -> Parties:
        return Parties(
            self.pack, self.arrived.contact, self.arrived.conversation, self.arrived.number
        )

    @property
    def carrier_answered(self) -> bool:
        """Whether the carrier has answered this keyword itself (compliance.md 1)."""
        return carrier_answers(
            self.arrived.number.carrier_keywords, self.text.body, self.text.carrier_keyword
        )
