"""What the declared rules of business.yaml say of a text."""

from collections.abc import Iterator, Sequence

from smsbot.guards import senses
from smsbot.language.phrases import Match, Phrasebook
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
            found[rule.id] = senses.telling(rule.sense, text.tokens)
    return found


def heard(book: Phrasebook[TermLabel], text: Reading) -> Iterator[tuple[str, str]]:
    """The id of every rule with a term in `text` that none of its `unless` overlaps, with the words
    that it saw. A rule comes once per term."""
    matches = book.find(text.tokens)
    for match in matches:
        if not match.label.unless and not _taken_away(match, matches):
            yield match.label.rule, text.between(match.start, match.end)


def _taken_away(said: Match[TermLabel], matches: list[Match[TermLabel]]) -> bool:
    against = TermLabel(said.label.rule, unless=True)
    return any(other.label == against and _reaches_beyond(other, said) for other in matches)


def _reaches_beyond(other: Match[TermLabel], said: Match[TermLabel]) -> bool:
    """Whether `other` overlaps the term and is more than a part of it: "smoke detector" takes away
    "smoke", and nothing from "the smoke detector is going off"."""
    overlaps = other.start < said.end and said.start < other.end
    within = said.start <= other.start and other.end <= said.end
    return overlaps and (not within or (other.start, other.end) == (said.start, said.end))
