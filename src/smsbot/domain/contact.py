"""A person with a phone number, mirrored from the CRM."""

from dataclasses import dataclass, field

from smsbot.domain.consent import ConsentStatus
from smsbot.domain.ids import ContactId


@dataclass(frozen=True, slots=True)
class Contact:
    """`timezone` is an IANA name or None where nobody knows; `fields` are the CRM's, as text."""

    id: ContactId
    phone: str
    consent: ConsentStatus = ConsentStatus.NONE
    name: str | None = None
    timezone: str | None = None
    crm_owner: str | None = None
    stage: str | None = None
    fields: dict[str, str] = field(default_factory=dict)
