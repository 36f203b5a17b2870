"""What a burst says of the question that is pending, of the other questions, and of times."""

from dataclasses import dataclass, field

from smsbot.conversation.dialogue import SLOT, Dialogue
from smsbot.conversation.turn import TurnInput
from smsbot.domain.question import Answer, AnswerType
from smsbot.domain.times import TimesFound
from smsbot.language.answers import find_answers, read_answer
from smsbot.language.choices import Pick, pick
from smsbot.language.times import find_times
from smsbot.pack.models import Pack


@dataclass(frozen=True, slots=True)
class Heard:
    """`answers` are to questions of the pack, the pending one first; `missed` says that a pending
    question of the pack was not answered. `pick` is what was said of the offers."""

    answers: tuple[Answer, ...] = ()
    times: TimesFound = field(default_factory=TimesFound)
    pick: Pick | None = None
    missed: bool = False

    @property
    def answered(self) -> bool:
        """Whether the texts answer what was asked: no model could tell more."""
        return not self.missed and bool(self.pick or self.answers)

    def chosen(self, pack: Pack) -> tuple[Answer, ...]:
        """The answers that chose one of a question's declared choices."""
        choices = {q.key for q in pack.qualification.questions if q.choices}
        return tuple(answer for answer in self.answers if answer.key in choices)

    @property
    def anything(self) -> bool:
        """Whether the texts go on with what is under way."""
        return bool(self.answers or self.times.windows or self.times.excluded or self.pick)


def hear(turn: TurnInput, dialogue: Dialogue) -> Heard:
    """Pure, and without a model: the same texts are heard the same again in a replay."""
    text = "\n".join(one.body for one in turn.texts if one.body.strip())
    zone = turn.pack.business.zone
    now = turn.now.astimezone(zone)
    declared = turn.pack.qualification.questions
    questions = [one.question(turn.state.language) for one in declared]
    pending = next((one for one in questions if one.key == dialogue.asked), None)
    times = find_times(text, now, zone)
    direct = read_answer(text, pending, now, zone) if pending else None
    if direct and pending and pending.type is AnswerType.TEXT and _only_times(text, times):
        direct = None
    besides = [a for a in find_answers(text, questions, now, zone) if a.key != dialogue.asked]
    offers = [one.start for one in dialogue.offers]
    return Heard(
        answers=(*((direct,) if direct else ()), *besides),
        times=times,
        pick=pick(text, offers, now, zone) if dialogue.asked == SLOT and offers else None,
        missed=pending is not None and direct is None,
    )


_LEAST_BESIDE = 4
"""Letters and digits that must stand beside a time for a text to say anything else."""


def _only_times(text: str, times: TimesFound) -> bool:
    """Whether a text names a time and nothing else: "tomorrow morning?" is no address."""
    found = [*times.windows, *times.excluded]
    inside = {place for window in found for place in range(*window.span)}
    left = [char for place, char in enumerate(text) if place not in inside and char.isalnum()]
    return bool(found) and len(left) < _LEAST_BESIDE
