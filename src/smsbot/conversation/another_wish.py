"""A second thing that is wanted in the text that begins a booking: a person hears of it."""

import re

from smsbot.conversation.booking.hearing import Heard
from smsbot.conversation.forms import asks
from smsbot.conversation.turn import TurnInput
from smsbot.conversation.words import words_of
from smsbot.language.answers import name_in

ANOTHER = "another_wish"
"""The need of who wants a second thing beside what is being booked."""
_JOINED = re.compile(
    r"[,;.]?\s+(?:(?:and|y|et)\s+)?(?:also|plus|as\ well\ as|tambi[eé]n|adem[aá]s|aussi)\s+",
    re.IGNORECASE | re.VERBOSE,
)


def another_wish(turn: TurnInput, heard: Heard) -> str:
    """The part of the texts that wants another job than the one that is heard: "and also a bath
    friday"; empty where there is none, or where it only asks."""
    first, joint, second = _parted("\n".join(one.body for one in turn.texts))
    if not joint or "?" in second or asks(words_of(second)):
        return ""
    chosen = {answer.key: answer.value for answer in heard.answers}
    for question in turn.pack.qualification.questions:
        if question.when or question.key not in chosen:
            continue
        options = question.question("en").options
        values = [name_in(part, options) for part in (first, second)]
        if None not in values and values[0] != values[1]:
            return second if values[0] == chosen[question.key] else first
    return ""


def _parted(text: str) -> tuple[str, str, str]:
    joint = _JOINED.search(text)
    if joint is None:
        return text, "", ""
    return text[: joint.start()], joint[0], text[joint.end() :]
