"""The tables. The truth is here; the engine's jobs hold ids only."""

from smsbot.store.tables.base import metadata
from smsbot.store.tables.calendar import appointment
from smsbot.store.tables.crm import crm_contact, crm_entry
from smsbot.store.tables.people import contact, conversation, number
from smsbot.store.tables.records import active_pack, consent, crm_change, event, pack, task
from smsbot.store.tables.texts import attempt, inbox, outbox, receipt, turn, unread

__all__ = [
    "active_pack",
    "appointment",
    "attempt",
    "consent",
    "contact",
    "conversation",
    "crm_change",
    "crm_contact",
    "crm_entry",
    "event",
    "inbox",
    "metadata",
    "number",
    "outbox",
    "pack",
    "receipt",
    "task",
    "turn",
    "unread",
]
