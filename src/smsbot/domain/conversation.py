"""Who owns a conversation."""

from enum import StrEnum


class Owner(StrEnum):
    """The owner decides who may speak. `waiting` means handed off and not yet claimed: guards run,
    texts are added to the task, no graph runs, and one holding reply is sent per spell."""

    BOT = "bot"
    WAITING = "waiting"
    REP = "rep"
    CLOSED = "closed"
