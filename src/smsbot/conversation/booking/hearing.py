"""What a burst says of the question that is pending, of the other questions, and of times."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from smsbot.conversation.booking.times_said import apart_from, only_times, times_said, to_come
from smsbot.conversation.dialogue import SLOT, Dialogue
from smsbot.conversation.forms import keeps, letting_be
from smsbot.conversation.turn import TurnInput
from smsbot.conversation.words import words_of
from smsbot.domain.booking import BookingState
from smsbot.domain.question import Answer, AnswerType, Question, Shape
from smsbot.domain.times import TimesFound
from smsbot.domain.understanding import Understanding
from smsbot.language.answers import (
    amount_spans,
    announces_correction,
    completed,
    corrected_place,
    find_answers,
    only_zip,
    read_answer,
)
from smsbot.language.choices import Pick, pick
from smsbot.language.times import find_times
from smsbot.pack.models import Pack

_COUNTED = (AnswerType.NUMBER, AnswerType.MONEY)


@dataclass(frozen=True, slots=True)
class Heard:
    """`answers` are to questions of the pack, the pending one first; `missed` says that a pending
    question of the pack was not answered. `pick` is what was said of the offers."""

    answers: tuple[Answer, ...] = ()
    times: TimesFound = field(default_factory=TimesFound)
    pick: Pick | None = None
    missed: bool = False
    gives_up: bool = False
    """Whether the texts let be what is under way: "never mind"."""
    keeps: bool = False
    """Whether they keep what there is, where another time was offered: "no thats ok"."""

    @property
    def answered(self) -> bool:
        """Whether the texts answer what was asked: no model could tell more."""
        return not self.missed and bool(self.pick or self.answers)

    def chosen(self, pack: Pack) -> tuple[Answer, ...]:
        """The answers that chose one of a question's declared choices."""
        choices = {q.key for q in pack.qualification.questions if q.choices}
        return tuple(answer for answer in self.answers if answer.key in choices)

    def names_a_job(self, pack: Pack) -> bool:
        """Whether the answers say what is to be done or where: then a visit is wanted."""
        places = {q.key for q in pack.qualification.questions if q.shape is Shape.ADDRESS}
        return bool(self.chosen(pack)) or any(answer.key in places for answer in self.answers)

    def readdresses(self, pack: Pack) -> bool:
        """Whether the address that was known is corrected."""
        places = {q.key for q in pack.qualification.questions if q.shape is Shape.ADDRESS}
        return any(answer.corrects and answer.key in places for answer in self.answers)

    @property
    def certain(self) -> bool:
        """Whether each answer is named in the texts, and none only meant."""
        return not any(answer.meant for answer in self.answers)

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
    times = times_said(turn, dialogue, text, now)
    direct = read_answer(text, pending, now, zone) if pending else None
    if direct and pending and pending.type is AnswerType.TEXT and only_times(text, times):
        direct = None
    if pending and pending.shape is Shape.ADDRESS:
        direct = _placed(text, pending, direct, turn.state.facts.get(pending.key))
    if pending and pending.type in _COUNTED:
        spans = [*amount_spans(text), *([direct.span] if direct else [])]
        times = apart_from(times, spans)
    besides = [a for a in find_answers(text, questions, now, zone) if a.key != dialogue.asked]
    dates = {one.key for one in questions if one.type is AnswerType.DATE}
    told = [*([direct] if direct else []), *besides]
    times = to_come(apart_from(times, [one.span for one in told if one.key in dates]), now)
    known = {} if _names_another(turn, dialogue, besides) else turn.state.facts
    soon = _soon(turn, dialogue, questions, times, known, now)
    if soon and direct is None and pending is not None and soon.key == pending.key:
        direct = soon
    elif soon and (dialogue.asked or besides) and soon.key not in {one.key for one in besides}:
        besides.append(soon)
    corrected = _corrected(text, questions, dialogue, now, zone)
    if corrected and not any(a.key == corrected.key for a in besides):
        besides.append(corrected)
    readdressed = _readdressed(turn, dialogue, text)
    if readdressed:
        besides = [readdressed, *(one for one in besides if one.key != readdressed.key)]
    if direct and _only_leads_to(direct, besides):
        direct = None
    let_be = letting_be(words_of(text))
    if direct and direct.meant and let_be:
        direct = None
    besides = [one for one in besides if not let_be.issuperset(words_of(one.words))]
    if direct and let_be.issuperset(words_of(direct.words)):
        direct = None  # the "ya" of "ya no gracias" is no "right away"
    offers = [one.start for one in dialogue.offers]
    return Heard(
        answers=(*((direct,) if direct else ()), *besides),
        times=times,
        pick=pick(text, offers, now, zone) if dialogue.asked == SLOT and offers else None,
        missed=pending is not None and direct is None,
        gives_up=bool(let_be),
        keeps=keeps(words_of(text)),
    )


def _placed(text: str, asked: Question, said: Answer | None, known: str | None) -> Answer | None:
    """The answer to where, together with what was told of it before: a ZIP and then its street, or
    the other way round."""
    place = said.value if said else only_zip(text)
    if place is None:
        return None
    found = said or Answer(asked.key, place, text, (0, len(text)))
    return replace(found, value=completed(place, known)) if known else found


_UTC = ZoneInfo("UTC")
_DAY, _WEEK = timedelta(days=1), timedelta(days=7)


@lru_cache(maxsize=200)
def _asks_how_soon(question: Question) -> bool:
    """Whether a choice is one of how soon: "today" and "this week" choose differently."""
    if question.type is not AnswerType.CHOICE:
        return False
    now = datetime(2026, 1, 5, tzinfo=UTC)
    today, week = (read_answer(said, question, now, _UTC) for said in ("today", "this week"))
    return bool(today and week and today.value != week.value)


def _names_another(turn: TurnInput, dialogue: Dialogue, told: Sequence[Answer]) -> bool:
    """Whether the texts name a job while another one is booked: what was answered for that one
    counts for nothing."""
    booked = any(one.state is BookingState.BOOKED for one in turn.appointments)
    choices = {one.key for one in turn.pack.qualification.questions if one.choices}
    return booked and dialogue.goal is None and any(answer.key in choices for answer in told)


def _soon(
    turn: TurnInput,
    dialogue: Dialogue,
    questions: Sequence[Question],
    times: TimesFound,
    known: Mapping[str, str],
    now: datetime,
) -> Answer | None:
    """How soon it has to be, where that is asked and not known, by a time that was named: who can
    do friday needs it this week. A time said to offers chooses among them."""
    zone = turn.pack.business.zone
    ahead = [one for one in times.windows if one.end is None or one.end > now]
    question = next((one for one in questions if _asks_how_soon(one)), None)
    if not ahead or question is None or dialogue.asked == SLOT or question.key in known:
        return None
    first = min(ahead, key=lambda one: one.start)
    away = first.start.astimezone(zone).date() - now.date()
    said = "today" if away < _DAY else "this week" if away < _WEEK else "next week"
    found = read_answer(said, question, now, zone)
    return replace(found, words=first.words, span=first.span) if found else None


def _corrected(
    text: str, questions: Sequence[Question], dialogue: Dialogue, now: datetime, zone: ZoneInfo
) -> Answer | None:
    """What corrects the answer before: "sorry, I meant 1800", said to the next question."""
    before = [key for key in dialogue.asked_before if key != dialogue.asked]
    earlier = next((one for one in questions if before and one.key == before[-1]), None)
    if earlier is None or earlier.type is AnswerType.TEXT or not announces_correction(text):
        return None
    found = read_answer(text, earlier, now, zone)
    return replace(found, corrects=True) if found and not found.meant else None


def _readdressed(turn: TurnInput, dialogue: Dialogue, text: str) -> Answer | None:
    """The address that corrects the one that is known: "its 940 Corona not 930"."""
    declared = turn.pack.qualification.questions
    asked = next((one for one in declared if one.shape is Shape.ADDRESS), None)
    if asked is None or dialogue.asked == asked.key:
        return None
    known = turn.state.facts.get(asked.key) or turn.contact.fields.get(asked.field)
    booked = [a.place for a in turn.appointments if a.state is BookingState.BOOKED and a.place]
    place = booked[0] if len(booked) == 1 else known
    said = corrected_place(text, place) if place else None
    return Answer(asked.key, said, text, (0, len(text)), corrects=True) if said else None


def _only_leads_to(direct: Answer, besides: Sequence[Answer]) -> bool:
    """Whether the "no" of "no, wait, it's 242 Walnut St" only leads to a correction, or the amount
    is the one that is corrected."""
    return any(one.corrects and one.span[1] >= direct.span[1] for one in besides)


def hear_more(turn: TurnInput, heard: Heard, understanding: Understanding) -> Heard:
    """With what a model told: the answer to the pending question where the texts alone gave none,
    or one that is only meant, and the words about a time where no time was found. Amounts, dates
    and times are computed here from the customer's words, never by the model."""
    now = turn.now.astimezone(turn.pack.business.zone)
    if heard.missed or not heard.certain:
        told = _told(turn, understanding, now)
        named = (answer for answer in heard.answers if not answer.meant)
        answers = (*((told,) if told else ()), *named)
        heard = replace(heard, answers=answers, missed=told is None)
    expression = understanding.time_expression
    if expression and not heard.times.windows and not heard.times.excluded:
        heard = replace(heard, times=find_times(expression, now, turn.pack.business.zone))
    return heard


def _told(turn: TurnInput, understanding: Understanding, now: datetime) -> Answer | None:
    """The model's answer to the question that is pending, as `believed` let it through."""
    asked = turn.pack.qualification.named(turn.state.dialogue.asked)
    value = understanding.slots.get(asked.key) if asked else None
    if asked is None or value is None:
        return None
    text = "\n".join(one.body for one in turn.texts)
    question = asked.question(turn.state.language)
    return answer_told(value, question, text, now, turn.pack.business.zone)


def answer_told(
    value: str, question: Question, text: str, now: datetime, zone: ZoneInfo
) -> Answer | None:
    """What a model told as the answer to `question`: the value of a choice, yes or no as it is, all
    else read from the customer's words."""
    if question.type in (AnswerType.CHOICE, AnswerType.YES_NO):
        return Answer(question.key, value, text, (0, len(text)))
    return read_answer(value, question, now, zone)
