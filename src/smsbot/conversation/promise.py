"""What a customer is told about the person who will answer: the truth about when."""

from collections.abc import Sequence

from smsbot.conversation.after_hours import TEMPLATES, Lacks, Told
from smsbot.conversation.approved import Piece, from_template
from smsbot.conversation.person import NEEDS, most_telling
from smsbot.conversation.turn import TurnInput
from smsbot.conversation.waiting import due_if_there
from smsbot.conversation.work import Need
from smsbot.pack.hours import next_opening, say_when


def promise(
    turn: TurnInput,
    needs: Sequence[Need],
    language: str,
    *,
    after_answer: bool,
    began: Told | None = None,
) -> tuple[Piece, ...]:
    """The sentences, in English where the pack has no others. `needs` must hold one.

    While somebody is there they say by when a person is due, after hours when the business opens.
    The last sentence can stand alone. `after_answer` says that part of it has just been answered.
    With `began`, the first of the questions that are asked while nobody is there comes last.
    """
    pack = turn.pack
    why = NEEDS[most_telling(needs)]
    special = why.text
    said = (from_template(pack, special, language),) if special else ()
    due = due_if_there(turn, needs)
    if due is not None:
        when = say_when(pack.business, due, language, now=turn.now)
        template = "handoff_rest" if after_answer else (why.due or "handoff")
        return said or (from_template(pack, template, language, when=when),)
    opens = next_opening(pack.business, turn.now)
    if opens is None:
        return said or (from_template(pack, "holding", language),)
    when = say_when(pack.business, opens, language, now=turn.now)
    asked = began.after.asked if began else None
    if asked is Lacks.REASON:
        return (*said, from_template(pack, TEMPLATES[asked], language, when=when))
    question = (from_template(pack, TEMPLATES[asked], language),) if asked else ()
    return (*said, from_template(pack, "handoff_after_hours", language, when=when), *question)
