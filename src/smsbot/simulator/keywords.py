"""What the carrier does with a bare keyword, by the number's kind.

Sources: docs/messaging/tutorials/advanced-opt-out; Twilio support, "opt-out keywords (SMS STOP
filtering)" and the same for toll-free. A keyword is the whole body, in any case, trimmed:
"Stop please" is none.
"""

from dataclasses import dataclass
from typing import Literal

from smsbot.simulator.config import CarrierKeywords, KeywordReplies

KeywordType = Literal["STOP", "START", "HELP"]

STOP_WORDS = frozenset(
    {"STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT"}
)
START_WORDS = frozenset({"START", "YES", "UNSTOP"})
HELP_WORDS = frozenset({"HELP", "INFO"})

DEFAULT_REPLIES = KeywordReplies(
    stop=(
        "You have successfully been unsubscribed. You will not receive any more messages from "
        "this number. Reply START to resubscribe."
    ),
    start=(
        "You have successfully been re-subscribed to messages from this number. Reply HELP for "
        "help. Reply STOP to unsubscribe. Msg&Data Rates May Apply."
    ),
    help="Reply STOP to unsubscribe. Msg&Data Rates May Apply.",
)


@dataclass(frozen=True, slots=True)
class KeywordOutcome:
    """What follows from a text: `block` True or False changes the block list, None leaves it.

    `reply` is the carrier's own answer; `announced` goes into the webhook as OptOutType.
    """

    block: bool | None = None
    reply: str | None = None
    announced: KeywordType | None = None


NOTHING = KeywordOutcome()


def keyword_type(body: str) -> KeywordType | None:
    """The kind of keyword that `body` is as a whole, or None."""
    word = body.strip().upper()
    if word in STOP_WORDS:
        return "STOP"
    if word in START_WORDS:
        return "START"
    return "HELP" if word in HELP_WORDS else None


def apply_keyword(
    mode: CarrierKeywords, body: str, *, blocked: bool, branded: KeywordReplies
) -> KeywordOutcome:
    """What a number of kind `mode` does with `body` from a phone that is `blocked` or not."""
    kind = keyword_type(body)
    if kind is None or mode is CarrierKeywords.NONE:
        return NOTHING
    if mode is CarrierKeywords.TOLL_FREE:
        return _toll_free(kind, body.strip(), blocked=blocked)
    block = {"STOP": True, "START": False, "HELP": None}[kind]
    if mode is CarrierKeywords.ADVANCED:
        return KeywordOutcome(block, _reply(branded, kind), kind)
    # YES answers questions too: the carrier speaks up only where it undoes a block.
    silent = body.strip().upper() == "YES" and not blocked
    return KeywordOutcome(block, None if silent else _reply(DEFAULT_REPLIES, kind))


def _reply(replies: KeywordReplies, kind: KeywordType) -> str | None:
    return {"STOP": replies.stop, "START": replies.start, "HELP": replies.help}[kind] or None


def _toll_free(kind: KeywordType, word: str, *, blocked: bool) -> KeywordOutcome:
    # The network answers here, not Twilio: YES undoes nothing, and who is blocked gets no help.
    if kind == "HELP":
        return NOTHING if blocked else KeywordOutcome(None, DEFAULT_REPLIES.help)
    if kind == "STOP":
        return KeywordOutcome(
            True,
            f'NETWORK MSG: You replied with the word "{word.lower()}" which blocks all texts sent '
            'from this number. Text back "unstop" to receive messages again.',
        )
    if word.upper() == "YES":
        return NOTHING
    return KeywordOutcome(
        False,
        f'NETWORK MSG: You have replied "{word.lower()}" and will begin receiving messages again '
        "from this number.",
    )
