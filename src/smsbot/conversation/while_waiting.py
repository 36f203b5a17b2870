"""What may be said to a text while a person is awaited: no turn runs, and yet who stands in the
water is told how to shut it off. Pure, and without a model."""

from typing import NamedTuple

from smsbot.conversation.approved import Piece, from_answer
from smsbot.conversation.offline import understand_offline
from smsbot.conversation.readers import Readers
from smsbot.conversation.spoken import reply_language
from smsbot.conversation.turn import TurnInput

COURTESIES = frozenset({"thanks", "goodbye", "affirm", "reaction"})
"""What needs no word that it has arrived."""
_READERS = Readers()


class Meant(NamedTuple):
    """`answer` is the approved one that the pack gives also now; `courtesy` says that the text asks
    and tells nothing."""

    answer: Piece | None
    courtesy: bool


def meant(turn: TurnInput) -> Meant:
    """What the texts of `turn` mean to who may say almost nothing."""
    pack = turn.pack
    understanding, _ = understand_offline(turn, _READERS.of(pack))
    given = {entry.id for entry in pack.faq.entries if entry.while_waiting}
    asked = [
        intent.faq_id
        for intent in understanding.intents
        if intent.faq_id in given and intent.confidence >= pack.faq.answer_at
    ]
    language = reply_language(pack, understanding)
    names = {intent.name for intent in understanding.intents}
    return Meant(
        from_answer(pack, asked[0], language) if asked and asked[0] else None,
        bool(names) and names <= COURTESIES,
    )
