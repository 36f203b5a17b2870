"""Conversations: who owns each, its fence, its state."""

from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, select, update

from smsbot.domain.contact import Contact
from smsbot.domain.conversation import Owner
from smsbot.domain.ids import ContactId, ConversationId
from smsbot.store.db import Statements, Tx
from smsbot.store.records import (
    ConversationRow,
    NumberRow,
    part_of,
    to_contact,
    to_conversation,
    to_number,
)
from smsbot.store.tables import contact, conversation, number

_ONE = select(conversation).where(conversation.c.id == bindparam("conversation"))
_PASSED = (
    update(conversation)
    .where(
        conversation.c.id == bindparam("conversation"), conversation.c.version == bindparam("fence")
    )
    .values(
        version=conversation.c.version + 1,
        state=bindparam("to_state"),
        turn_failures=0,
        retry_at=None,
    )
    .returning(*conversation.c)
)


async def read(on: Statements, conversation_id: ConversationId) -> ConversationRow | None:
    row = await on.one(_ONE, {"conversation": conversation_id})
    return to_conversation(row) if row else None


async def must(tx: Tx, conversation_id: ConversationId) -> ConversationRow:
    row = await tx.must(_ONE, {"conversation": conversation_id})
    return to_conversation(row)


_WITH_PARTIES = (
    select(conversation, contact, number)
    .join(contact, contact.c.id == conversation.c.contact_id)
    .join(number, number.c.id == conversation.c.number_id)
    .where(conversation.c.id == bindparam("conversation"))
)


async def with_parties(
    on: Statements, conversation_id: ConversationId
) -> tuple[ConversationRow, Contact, NumberRow] | None:
    """The conversation, its contact and our number, in one trip."""
    row = await on.one(_WITH_PARTIES, {"conversation": conversation_id})
    if row is None:
        return None
    return (
        to_conversation(part_of(row, conversation)),
        to_contact(part_of(row, contact)),
        to_number(part_of(row, number)),
    )


async def latest_of(tx: Tx, contact_id: ContactId) -> ConversationRow | None:
    """The conversation that this contact used last."""
    statement = (
        select(conversation)
        .where(conversation.c.contact_id == contact_id)
        .order_by(conversation.c.created_at.desc())
        .limit(1)
    )
    row = await tx.one(statement)
    return to_conversation(row) if row else None


async def pass_fence(
    tx: Tx, conversation_id: ConversationId, fence: int, state: dict[str, Any]
) -> ConversationRow | None:
    """Write a turn's state if nobody else has moved the conversation since the turn took it; the
    version is raised in the same statement. None: this turn lost, and must write nothing."""
    row = await tx.one(
        _PASSED, {"conversation": conversation_id, "fence": fence, "to_state": state}
    )
    return to_conversation(row) if row else None


async def set_owner(
    tx: Tx, conversation_id: ConversationId, owner: Owner, *, rep: str | None, now: datetime
) -> None:
    """Change the owner; any turn that is running loses its fence by it."""
    values: dict[str, Any] = {
        "owner": owner.value,
        "rep": rep,
        "version": conversation.c.version + 1,
    }
    if owner in (Owner.WAITING, Owner.BOT):
        values["held"] = False
    if owner is Owner.BOT:
        values["bot_since"] = now
    await tx.run(update(conversation).where(conversation.c.id == conversation_id).values(**values))


async def move_fences(tx: Tx, contact_id: ContactId) -> None:
    """Make any running turn of this contact lose."""
    await tx.run(
        update(conversation)
        .where(conversation.c.contact_id == contact_id)
        .values(version=conversation.c.version + 1)
    )


async def mark_held(tx: Tx, conversation_id: ConversationId) -> None:
    await tx.run(update(conversation).where(conversation.c.id == conversation_id).values(held=True))


async def retry_later(tx: Tx, conversation_id: ConversationId, at: datetime) -> int:
    """Note a failed turn and when to try again; returns how many have failed in a row."""
    row = await tx.must(
        update(conversation)
        .where(conversation.c.id == conversation_id)
        .values(retry_at=at, turn_failures=conversation.c.turn_failures + 1)
        .returning(conversation.c.turn_failures)
    )
    return int(row.turn_failures)


async def clear_retry(tx: Tx, conversation_id: ConversationId) -> None:
    await tx.run(
        update(conversation).where(conversation.c.id == conversation_id).values(retry_at=None)
    )


async def set_state(tx: Tx, conversation_id: ConversationId, state: dict[str, Any]) -> None:
    """Write the conversation's state outside of a turn, under the contact's lock."""
    await tx.run(
        update(conversation).where(conversation.c.id == conversation_id).values(state=state)
    )
