"""What the declared rules of business.yaml say of a text."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter

from smsbot.guards import senses
from smsbot.language.phrases import REACH, Match, Phrasebook
from smsbot.language.reading import Reading
from smsbot.pack.guards import Emergency, TermLabel


def believed(
    declared: Sequence[Emergency], book: Phrasebook[TermLabel], text: Reading
) -> dict[str, str]:
    """The id of every rule that the text says, with what it was seen by: a term that the rule's
    sense does not deny, or the sense alone."""
    found: dict[str, str] = {}
    by_term = dict(reversed([*heard(book, text)]))
    for rule in declared:
        if rule.id in by_term:
            if not senses.denies(rule.sense, text.tokens):
                found[rule.id] = by_term[rule.id]
        elif rule.sense and senses.hears(rule.sense, text.tokens):
            away = rule.id in explained_away(book, text)
            if not away or senses.hears(rule.sense, text.tokens, against=True):
                found[rule.id] = senses.telling(rule.sense, text.tokens)
    return found


def explained_away(book: Phrasebook[TermLabel], text: Reading) -> set[str]:
    """The rules of which a term is in `text`, each of them taken away by an `unless`."""
    terms = {match.label.rule for match in book.find(text.tokens) if not match.label.unless}
    return terms - {rule for rule, _ in heard(book, text)}


def heard(book: Phrasebook[TermLabel], text: Reading) -> Iterator[tuple[str, str]]:
    """The id of every rule with a term in `text` that none of its `unless` overlaps, with the words
    that it saw. A rule comes once per term."""
    matches = [*dict.fromkeys(book.find(text.tokens))]
    against: dict[str, list[Match[TermLabel]]] = {}
    for match in matches:
        if match.label.unless:
            against.setdefault(match.label.rule, []).append(match)
    for match in matches:
        if not match.label.unless and not _taken_away(match, against.get(match.label.rule, [])):
            yield match.label.rule, text.between(match.start, match.end)


def _taken_away(said: Match[TermLabel], against: list[Match[TermLabel]]) -> bool:
    """Whether one of `against`, in the order in which they end, takes the term away. Only those
    near it are looked at: no match is longer than `REACH`."""
    first = bisect_right(against, said.start, key=attrgetter("end"))
    for i in range(first, len(against)):
        if against[i].end - REACH > said.end:
            return False
        if _reaches_beyond(against[i], said):
            return True
    return False


def _reaches_beyond(other: Match[TermLabel], said: Match[TermLabel]) -> bool:
    """Whether `other` overlaps the term and is more than a part of it: "smoke detector" takes away
    "smoke", and nothing from "the smoke detector is going off"."""
    overlaps = other.start < said.end and said.start < other.end
    within = said.start <= other.start and other.end <= said.end
    return overlaps and (not within or (other.start, other.end) == (said.start, said.end))
