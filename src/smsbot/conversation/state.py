"""What a conversation remembers between turns, stored as JSON in the committing transaction."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from smsbot.conversation.after_hours import AfterHours
from smsbot.conversation.dialogue import Dialogue

SCHEMA_VERSION: Literal[6] = 6
REMEMBERED_INTENTS = 5
DISCLOSE_AGAIN_AFTER = timedelta(hours=24)


class ConversationState(BaseModel):
    """Everything here is the customer's or declared; times are UTC.

    Whether the conversation is handed off is not in here: the owner is a row, and a note of it in
    the memory would outlive it (voices.md 3).
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    schema_version: Literal[6] = SCHEMA_VERSION
    language: str = "en"
    misunderstood: int = 0
    """Turns in a row in which something was not understood."""
    last_intents: tuple[str, ...] = ()
    """Newest first, at most five; an answered question stands as `faq:<id>`."""
    facts: dict[str, str] = {}
    disclosed_at: datetime | None = None
    """When the customer was last told that this is an automated assistant."""
    open_question: str | None = None
    """What was handed to a person, in the customer's words; cleared once the bot answers again."""
    promised_at: datetime | None = None
    """When the customer was last told that a person will answer."""
    dialogue: Dialogue = Dialogue()
    """What is under way: questions, offers, an appointment."""
    after_hours: AfterHours | None = None
    """What is asked, and known, while nobody is there."""


def must_disclose(state: ConversationState, now: datetime) -> bool:
    """Whether the next reply has to name the brand and say that an assistant writes: nothing has
    been said yet, or not for a day (compliance.md 6). `now` is UTC."""
    return state.disclosed_at is None or now - state.disclosed_at > DISCLOSE_AGAIN_AFTER


def after_return(state: ConversationState) -> ConversationState:
    """The state with which the bot starts again after a person: what is known of the customer
    stays, and that they were booking; what was open, promised or misunderstood before is no longer
    (voices.md 3)."""
    gone = {
        "open_question": None,
        "promised_at": None,
        "misunderstood": 0,
        "last_intents": (),
        "dialogue": state.dialogue.paused(),
        "after_hours": None,
    }
    return state.model_copy(update=gone)


class StateUnreadable(ValueError):
    """The stored state is of another schema version, or damaged. Nothing may be written over it:
    a newer process may be able to read it."""


UPGRADES: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {
    1: lambda data: {**data, "schema_version": 2},  # had no dialogue
    2: lambda data: {**data, "schema_version": 3},  # asked nothing after hours
    3: lambda data: {**data, "schema_version": 4},  # did not know when a slot was offered
    4: lambda data: {**data, "schema_version": 5},  # had no note, and no other job
    5: lambda data: {**data, "schema_version": 6},  # did not know of tonight
}
"""For each older schema version, what turns its data into those of the next one."""


def load_state(stored: Mapping[str, Any] | None) -> ConversationState:
    """The state from its JSON object; None is a conversation that has none yet.

    Raises `StateUnreadable`, which says what to do.
    """
    if stored is None:
        return ConversationState()
    data = dict(stored)
    version = data.get("schema_version")
    if not isinstance(version, int):
        raise StateUnreadable(
            "the stored conversation state has no schema_version: look at its row"
        )
    if version > SCHEMA_VERSION:
        raise StateUnreadable(
            f"the conversation state has schema {version} and this process reads {SCHEMA_VERSION}: "
            "finish the deployment of the newer release, or let a person answer"
        )
    while version < SCHEMA_VERSION:
        if version not in UPGRADES:
            raise StateUnreadable(
                f"no upgrade leads from conversation state schema {version} to {SCHEMA_VERSION}: "
                "add it to UPGRADES, or let a person answer"
            )
        data = UPGRADES[version](data)
        version += 1
    try:
        return ConversationState.model_validate(data)
    except ValidationError as wrong:
        fields = ", ".join(str(e["loc"][0]) for e in wrong.errors() if e["loc"])
        raise StateUnreadable(f"the stored conversation state is damaged in: {fields}") from wrong


def dump_state(state: ConversationState) -> dict[str, Any]:
    """The JSON object to store."""
    return state.model_dump(mode="json")
