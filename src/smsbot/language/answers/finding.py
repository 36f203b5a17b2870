"""Answers in a text to questions that were not asked yet, only where certain."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from smsbot.domain.question import Answer, AnswerType, Option, Question, Shape
from smsbot.language.answers.agreeing import find_agreement
from smsbot.language.answers.amounts import Amount, amounts, plain
from smsbot.language.answers.asides import (
    POLITE,
    correction_before,
    is_question,
    negated,
    stating,
)
from smsbot.language.answers.choosing import find_choice
from smsbot.language.answers.deciding import beside
from smsbot.language.answers.money import ranged
from smsbot.language.answers.naming import Hit, Span, named
from smsbot.language.answers.pieces import MARK, WORD, Clause, Piece, clauses, cut, words_of
from smsbot.language.answers.places import find_address, with_zip
from smsbot.language.answers.reading import LONGEST, answer, date_of
from smsbot.language.times import find_times

_COPULA = frozenset({"is", ":", "="})
_NEAR = 6
_FOR_ONESELF = frozenset({"my", "i", "need", "come", "fix", "repair", "replace", "install"})
"""What asks for a thing and not after it: "can you fix my sink", "can someone come"."""
_LACKING = frozenset({"no", "not"})


def find_answers(
    text: str, questions: Sequence[Question], now: datetime, zone: ZoneInfo
) -> tuple[Answer, ...]:
    """The answers that `text` gives to `questions`, in their order; at most one to each. Yes or no
    is found without its question only where it is said in the question's words. `now` is aware."""
    text = text[:LONGEST]
    pieces = cut(text)
    found = (
        _find(text, _named_only(pieces, question, questions), question, now, zone)
        for question in questions
    )
    return tuple(one for one in found if one is not None)


def choices_in(text: str, questions: Sequence[Question]) -> tuple[Answer, ...]:
    """Of `find_answers`, the answers to those of `questions` that are choices."""
    text = text[:LONGEST]
    pieces = cut(text)
    choices = [one for one in questions if one.type is AnswerType.CHOICE]
    found = (_choice(text, _named_only(pieces, one, questions), one) for one in choices)
    return tuple(one for one in found if one is not None)


def amount_spans(text: str) -> tuple[tuple[int, int], ...]:
    """The characters of each amount of money in `text`: "$250", "two fifty k", "3 grand"."""
    pieces = cut(text[:LONGEST])
    return tuple(
        (pieces[one.start].start, pieces[one.end - 1].end)
        for one in amounts(pieces, money=True)
        if one.currency or one.scale > 1
    )


def name_in(text: str, options: Sequence[Option]) -> str | None:
    """The value of the one option that `text` names, also where it only asks about it."""
    hit = find_choice(cut(text[:LONGEST]), Question("named", AnswerType.CHOICE, tuple(options)))
    return hit.value if hit else None


def _named_only(
    pieces: Sequence[Piece], question: Question, questions: Sequence[Question]
) -> Sequence[Piece]:
    """The pieces without each "no" with which only another question's choice is declared: in "no
    hot water", a repair, the hot water is what it is about."""
    if not any(p.text in _LACKING for p in pieces):
        return pieces
    own = {words_of(phrase) for option in question.options for phrase in option.words}
    lacks = [
        phrase
        for other in questions
        if other is not question
        for option in other.options
        for phrase in option.words
        if len(words := words_of(phrase)) > 1 and words[0] in _LACKING and words not in own
    ]
    noes = {span.start for span in named(pieces, lacks)} if lacks else set()
    return [p._replace(text="", kind=MARK) if i in noes else p for i, p in enumerate(pieces)]


def _find(
    text: str, pieces: Sequence[Piece], question: Question, now: datetime, zone: ZoneInfo
) -> Answer | None:
    if question.type is AnswerType.DATE:
        return _dated(text, pieces, question, now, zone)
    if question.shape is Shape.ADDRESS and (place := find_address(text)):
        said = text[slice(*place)]
        before = [piece for piece in pieces if piece.start < place[0]]
        corrects = correction_before(before, len(before))
        return Answer(question.key, with_zip(text, place), said, place, corrects)
    if question.type is AnswerType.CHOICE:
        return _choice(text, pieces, question)
    hit = None
    if question.type is AnswerType.YES_NO:
        stated = [p for c in stating(pieces) for p in pieces[c.start : c.end]]
        hit = find_agreement(stated, question)
        return answer(text, stated, hit, question) if hit else None
    names = named(pieces, question.words)
    if not names:
        return None
    if question.type is AnswerType.NUMBER:
        hit = _number(pieces, question, names)
    elif question.type is AnswerType.MONEY:
        hit = _money(pieces, question, names)
    elif question.type is AnswerType.TEXT:
        hit = _text(text, pieces, names)
    return answer(text, pieces, hit, question) if hit else None


def _choice(text: str, pieces: Sequence[Piece], question: Question) -> Answer | None:
    kept = [p for c in _certain(pieces) for p in pieces[c.start : c.end + 1]]
    hit = find_choice(kept, question) if kept else None
    return answer(text, kept, hit, question) if hit else None


def _certain(pieces: Sequence[Piece]) -> list[Clause]:
    """The clauses that state something, or ask for it for oneself: "can you fix my sink"."""
    return [
        c
        for c in clauses(pieces)
        if not is_question(pieces, c)
        or (
            _FOR_ONESELF & {p.text for p in pieces[c.start : c.end]}
            and _first_said(pieces, c) in ("can", "could", "would")
        )
    ]


def _first_said(pieces: Sequence[Piece], clause: Clause) -> str:
    """The first word of a clause behind its greeting: "hi, can you fix my sink"."""
    words = (p.text for p in pieces[clause.start : clause.end] if p.kind == WORD)
    return next((word for word in words if word not in POLITE), "")


def _last(pieces: Sequence[Piece], found: Sequence[Amount]) -> Amount | None:
    """The one amount; of several the last where it corrects."""
    if len(found) > 1 and correction_before(pieces, found[-1].start):
        return found[-1]
    return found[0] if found else None


def _number(pieces: Sequence[Piece], question: Question, names: Sequence[Span]) -> Hit | None:
    low, high = question.least, question.most
    found = [
        one
        for one in amounts(pieces)
        if not one.currency
        and beside(pieces, one, names)
        and (low is None or one.value >= low)
        and (high is None or one.value <= high)
        and not negated(pieces, one.start)
        and not _asked(pieces, one)
    ]
    best = _last(pieces, found)
    return Hit(plain(best.value), best.start, best.end) if best else None


def _asked(pieces: Sequence[Piece], one: Amount) -> bool:
    """Whether it is only asked about: "is 2 baths ok?"; "how much for 2 baths?" is a fact."""
    clause = next((c for c in clauses(pieces) if c.start <= one.start < c.end), None)
    doubts = ("is", "are", "do", "does", "did", "should")
    return clause is not None and pieces[clause.start].text in doubts and clause.asked


def _money(pieces: Sequence[Piece], question: Question, names: Sequence[Span]) -> Hit | None:
    every = amounts(pieces, money=True)
    sure = [
        one
        for one in every
        if ((one.currency or one.scale > 1) and any(_close(pieces, name, one) for name in names))
        or beside(pieces, one, names, reach=0)
    ]
    best = _last(pieces, sure)
    return ranged(pieces, every, best, question) if best else None


def _close(pieces: Sequence[Piece], name: Span, one: Amount) -> bool:
    """Whether few words and no sentence's end lie between."""
    start, end = (name.end, one.start) if name.end <= one.start else (one.end, name.start)
    between = pieces[start:end]
    return len(between) <= _NEAR and not any(p.kind == MARK and p.text in ".?!;," for p in between)


def _text(text: str, pieces: Sequence[Piece], names: Sequence[Span]) -> Hit | None:
    """What follows "my name is", "address:", until the clause's end."""
    for name in names:
        if name.end >= len(pieces) or pieces[name.end].text not in _COPULA:
            continue
        clause = next((c for c in clauses(pieces) if c.start <= name.start < c.end), None)
        if clause is None or is_question(pieces, clause):
            continue
        start = end = name.end + 1
        while end < clause.end and not _turns(pieces, end):
            end += 1
        if start < end:
            return Hit(text[pieces[start].start : pieces[end - 1].end], start, end)
    return None


def _turns(pieces: Sequence[Piece], i: int) -> bool:
    """Whether another thought begins at `i`: "and my", ", i need"."""
    following = pieces[i + 1].text if i + 1 < len(pieces) else ""
    turn = following in ("i", "im", "ive", "my", "we", "the", "can", "its", "please", "thanks")
    return pieces[i].text in ("and", "but", ",", "&", "so") and turn


def _dated(
    text: str, pieces: Sequence[Piece], question: Question, now: datetime, zone: ZoneInfo
) -> Answer | None:
    """A time in one clause with the thing's name."""
    names = named(pieces, question.words)
    if not names:
        return None
    windows = sorted(find_times(text, now, zone).windows, key=lambda w: w.span[0])
    for clause in _certain(pieces):
        if not any(clause.start <= name.start < clause.end for name in names):
            continue
        begin, stop = pieces[clause.start].start, pieces[clause.end - 1].end
        here = [w for w in windows if begin <= w.span[0] < stop]
        if here:
            before = [p for p in pieces if p.start < here[0].span[0]]
            corrects = correction_before(before, len(before))
            value = date_of(here[0], zone, text).isoformat()
            return Answer(question.key, value, here[0].words, here[0].span, corrects)
    return None
