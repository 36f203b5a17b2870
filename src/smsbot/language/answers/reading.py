"""The text as the answer to the question that was just asked."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from smsbot.domain.question import Answer, AnswerType, Question, Shape
from smsbot.domain.times import Grain, Window
from smsbot.language.answers.agreeing import read_agreement
from smsbot.language.answers.asides import correction_before, refuses, stating
from smsbot.language.answers.choosing import read_choice
from smsbot.language.answers.counted import read_count
from smsbot.language.answers.meaning import all_met, meant, rather
from smsbot.language.answers.money import read_money
from smsbot.language.answers.naming import Hit, named
from smsbot.language.answers.pieces import Piece, clauses, cut
from smsbot.language.answers.places import find_address, like_address, with_zip
from smsbot.language.answers.spans import asks_for_a_thing, wanted
from smsbot.language.answers.whole_dates import find_whole_date
from smsbot.language.answers.wording import read_text
from smsbot.language.detect import guess_language
from smsbot.language.times import find_times

LONGEST = 2000
"""Characters of a text that are read; what is behind them is left."""
_DEADLINE = frozenset("by before until till antes avant within".split())
_SOON = frozenset("now immediately yesterday ahora maintenant".split())


def read_answer(text: str, question: Question, now: datetime, zone: ZoneInfo) -> Answer | None:
    """`text` as the answer to `question`, which was just asked; None where it does not answer it:
    a question back, another topic, "idk". `now` is aware."""
    text = text[:LONGEST]
    pieces = cut(text)
    if question.type is AnswerType.DATE:
        return _read_date(text, pieces, question, now, zone)
    if question.type is AnswerType.TEXT:
        if question.shape is Shape.ADDRESS:
            return read_address(text, pieces, question)
        hit = read_text(text, pieces, question.words)
        if pieces and asks_for_a_thing(question.prompt):
            hit = wanted(text, pieces, hit, question.prompt)
        return answer(text, pieces, hit, question) if hit else None
    kept = _answering(pieces, question)
    found = _hit(kept, question)
    meaning = _rather(kept, question, found) if found else _meant(kept, question)
    if meaning:
        return replace(answer(text, kept, meaning, question), meant=True)
    return answer(text, kept, found, question) if found else None


def read_address(text: str, pieces: Sequence[Piece], question: Question) -> Answer | None:
    """The street address in `text`, else the answer as it stands where it may be one."""
    found = find_address(text)
    if found:
        return Answer(question.key, with_zip(text, found), text[slice(*found)], found)
    hit = read_text(text, pieces, question.words)
    return answer(text, pieces, hit, question) if hit and like_address(hit.value) else None


def answer(text: str, pieces: Sequence[Piece], hit: Hit, question: Question) -> Answer:
    """`hit` as an answer, with the customer's words."""
    span = pieces[hit.start].start, pieces[hit.end - 1].end
    corrects = correction_before(pieces, hit.start)
    return Answer(question.key, hit.value, text[span[0] : span[1]], span, corrects)


def date_of(window: Window, zone: ZoneInfo, text: str) -> date:
    """The day of `window`: its first, or its last where it was said as a deadline."""
    before = text[: window.span[0]].lower().split()[-1:]
    said = window.words.lower().split()[:1]
    if window.end is not None and _DEADLINE & {*before, *said} and window.grain is not Grain.MONTH:
        return (window.end - timedelta(seconds=1)).astimezone(zone).date()
    return window.start.astimezone(zone).date()


def _hit(pieces: Sequence[Piece], question: Question) -> Hit | None:
    if not pieces:
        return None
    if question.type is AnswerType.CHOICE:
        return read_choice(pieces, question)
    if question.type is AnswerType.NUMBER:
        return read_count(pieces, question)
    if question.type is AnswerType.MONEY:
        return read_money(pieces, question)
    return read_agreement(pieces, question)


_MEANT = (AnswerType.CHOICE, AnswerType.YES_NO)


def _meant(pieces: Sequence[Piece], question: Question) -> Hit | None:
    """What is meant where nothing is named; a refusal to answer means nothing."""
    if not _may_be_meant(pieces, question) or refuses(pieces):
        return None
    value = meant(pieces, question)
    return Hit(value, 0, len(pieces)) if value else None


def _rather(pieces: Sequence[Piece], question: Question, found: Hit) -> Hit | None:
    """What is meant instead of what is named, unless it is named in words that the pack declares:
    those mean what they are declared to mean."""
    if not _may_be_meant(pieces, question) or _declared(pieces, question, found):
        return None
    value = rather(pieces, question, found.value)
    return Hit(value, 0, len(pieces)) if value else None


def _may_be_meant(pieces: Sequence[Piece], question: Question) -> bool:
    """Whether something was learned of such an answer: of English ones, and what looks like another
    language is one where it holds a word that was never met."""
    if question.type not in _MEANT or not question.prompt or not pieces:
        return False
    return guess_language(" ".join(p.text for p in pieces)) == "en" or all_met(pieces)


def _declared(pieces: Sequence[Piece], question: Question, found: Hit) -> bool:
    if question.type is AnswerType.YES_NO:
        return bool(named(pieces, (*question.words, *question.no_words)))
    option = next(one for one in question.options if one.value == found.value)
    return bool(named(pieces, [word for word in option.words if word != option.label]))


def _answering(pieces: Sequence[Piece], question: Question) -> list[Piece]:
    """The pieces of the clauses that ask nothing back, or name the number asked for."""
    kept: list[Piece] = []
    counted = question.type in (AnswerType.NUMBER, AnswerType.MONEY)
    stated = set(stating(pieces))
    for clause in clauses(pieces):
        part = pieces[clause.start : clause.end]
        if clause in stated or (counted and named(part, question.words)):
            kept += pieces[clause.start : clause.end + 1]
        elif question.type is AnswerType.YES_NO:
            kept += _before_comma(part)
    return kept


def _before_comma(part: Sequence[Piece]) -> Sequence[Piece]:
    """The "sure" of "sure, how much is it?" and of "sure but how much"."""
    comma = next((i for i, p in enumerate(part[:4]) if p.text in (",", "but")), 0)
    return part[:comma]


def _read_date(
    text: str, pieces: Sequence[Piece], question: Question, now: datetime, zone: ZoneInfo
) -> Answer | None:
    whole = find_whole_date(text)
    if whole:
        day, span = whole
        return Answer(question.key, day.isoformat(), text[slice(*span)], span)
    stated = set(stating(pieces))
    asked = [
        (pieces[c.start].start, pieces[c.end - 1].end)
        for c in clauses(pieces)
        if c not in stated and _elsewhere(pieces[c.start : c.end])
    ]
    found = find_times(text, now, zone)
    windows = [w for w in found.windows if not any(a <= w.span[0] < b for a, b in asked)]
    if not windows:
        return _at_once(text, pieces, question, now, zone) if not found.excluded else None
    best = min(windows, key=lambda w: w.span[0])
    last = max(windows, key=lambda w: w.span[0])
    if last is not best and correction_before(*_until(pieces, best.span[1], last.span[0])):
        best = last
    corrects = correction_before(*_until(pieces, 0, best.span[0]))
    value = date_of(best, zone, text).isoformat()
    return Answer(question.key, value, best.words, best.span, corrects)


def _until(pieces: Sequence[Piece], start: int, end: int) -> tuple[list[Piece], int]:
    between = [p for p in pieces if start <= p.start < end]
    return between, len(between)


def _elsewhere(clause: Sequence[Piece]) -> bool:
    """Whether a question is not about the customer's own date: "are you open friday"."""
    words = {p.text for p in clause[:4]}
    return not words & {"can", "could", "would", "will", "may", "is"}


def _at_once(
    text: str, pieces: Sequence[Piece], question: Question, now: datetime, zone: ZoneInfo
) -> Answer | None:
    """ "now", "right away" where nothing else was said."""
    for piece in pieces:
        if piece.text in _SOON and len(pieces) <= 4:
            span = piece.start, piece.end
            today = now.astimezone(zone).date().isoformat()
            return Answer(question.key, today, text[span[0] : span[1]], span)
    return None
