"""The bot begins again after a person: a clean boundary (voices.md 3)."""

from datetime import datetime

from smsbot.conversation.state import StateUnreadable, after_return, dump_state, load_state
from smsbot.domain.conversation import Owner
from smsbot.store import conversations
from smsbot.store.db import Tx
from smsbot.store.records import ConversationRow


async def reopen(tx: Tx, conversation: ConversationRow, now: datetime) -> None:
    """Give the conversation to the bot: what is known of the customer stays, old words and
    half-asked questions do not. The caller holds the contact's lock."""
    try:
        state = after_return(load_state(conversation.state or None))
    except StateUnreadable:
        pass  # a newer process may be able to read it: nothing is written over it
    else:
        await conversations.set_state(tx, conversation.id, dump_state(state))
    await conversations.set_owner(tx, conversation.id, Owner.BOT, rep=None, now=now)
