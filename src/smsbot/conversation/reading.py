"""Reads a burst of texts as the separate things that the customer wants, without a model."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from smsbot.conversation.atoms import Atom, Cut, atoms_of
from smsbot.conversation.forms import (
    acknowledges,
    announces,
    asks,
    introduced_name,
    thanks,
    wants,
)
from smsbot.conversation.index import Index, Match, Source
from smsbot.conversation.intents import wish
from smsbot.conversation.lexicon import CLASSES, HUMAN, IS_BOT
from smsbot.conversation.tongue import declared_words
from smsbot.conversation.wishes import asks_own_record, books_plainly, certain_wish
from smsbot.conversation.words import Kind, kind_of, stem, words_of
from smsbot.domain.question import Question
from smsbot.domain.understanding import Intent
from smsbot.language.answers import choices_in
from smsbot.language.phrases import Phrasebook
from smsbot.language.reading import read
from smsbot.pack.models import Pack

TALK_AT = 0.7
"""Confidence from which a text counts as the declared small talk that it resembles."""
BY_RULE = 0.95
"""The confidence of what a phrase or a form tells."""
BY_WISH = 0.75
"""The confidence of a wish: where a text can be cut into declared questions, those are likelier."""
SURELY = 0.85
"""Confidence from which an approved answer is given beside a wish, whatever was left unsaid."""
COST_OF_A_THOUGHT = 0.1
"""What one more thought costs, so that nothing is cut in two without need."""
LONGEST = 40
"""Words; what is longer is not compared with the samples: nobody asks a declared question so."""
MOST_CUTS, MOST_JOINED, MOST_STRETCHES = 12, 4, 20
"""Bounds on the work for one text; what lies beyond is read as one thought."""


class Thought(NamedTuple):
    """A part of the burst. `intent` is None where it says nothing. Where `sure` is False a person
    should hear it; `near` is the declared question that came closest. `weight` is how much it
    tells."""

    intent: Intent | None
    sure: bool
    weight: float
    words: str
    near: Match | None = None


@dataclass(frozen=True, slots=True)
class Reader:
    """What a pack declares, prepared for reading. Build it with `reader_of`."""

    questions: Index
    talk: Index
    asked_for: Phrasebook[str]
    """What is told by its phrase, whatever the pack: `human` and `is_bot`."""
    answer_at: float
    books: bool
    """Whether the pack books appointments: only then is it asked who wants one."""
    foreign: Mapping[str, frozenset[str]]
    """The words that only the pack's texts of one language hold."""
    jobs: tuple[Question, ...] = ()
    """What the pack asks with declared choices: what names one and is wanted is a wish for it."""
    opens: frozenset[str] = frozenset()
    """Those of them that are asked whatever else is known: what the customer comes with."""

    def read(self, bodies: Sequence[str]) -> tuple[Thought, ...]:
        """The thoughts in these texts, in order; what says nothing or was said before is left
        out."""
        found: dict[tuple[str, str | None, str], Thought] = {}
        for stretch in _stretches(atoms_of(bodies)):
            thoughts = _joined(self._best_split(stretch))
            for thought in (one for told in thoughts for one in self._with_wish(told)):
                if thought.intent:
                    key = (thought.intent.name, thought.intent.faq_id)
                    found.setdefault((*key, "" if thought.sure else thought.words), thought)
        return tuple(found.values())

    def _best_split(self, stretch: Sequence[Atom]) -> list[Thought]:
        """The way to cut a stretch that lets most of it be understood: dynamic programming over
        its cuts."""
        cuts = [i for i, atom in enumerate(stretch) if i and atom.before is Cut.SOFT][:MOST_CUTS]
        edges = [0, *cuts, len(stretch)]
        best: list[tuple[float, list[Thought]]] = [(0.0, [])]
        for right in range(1, len(edges)):
            options: list[tuple[float, list[Thought]]] = []
            for left in range(max(0, right - MOST_JOINED), right):
                value, before = best[left]
                thought = self._think(stretch[edges[left] : edges[right]])
                options.append((value + _gain(thought), [*before, thought]))
            best.append(max(options, key=lambda option: option[0]))
        return best[-1][1]

    def _with_wish(self, thought: Thought) -> Iterator[Thought]:
        """The thought, and the wish in it: "I want to replace my furnace" is answered, where an
        approved answer is about just that, and booked. An answer about anything that was not said
        (the filter of the furnace) is none."""
        if not (thought.intent and thought.intent.name == "faq" and self._wants_a_job(thought)):
            yield thought
            return
        if thought.near and (thought.near.confidence >= SURELY or _all_said(thought)):
            yield thought
            if not wants(words_of(thought.words)):
                return  # a tip for what is wrong: whom it does not help says so
        yield thought._replace(intent=Intent("book", BY_WISH, words=thought.words))

    def _wants_a_job(self, thought: Thought) -> bool:
        """Whether a job is wanted by the thought, or what is wrong is told in it: "outlets dont
        work"."""
        words = words_of(thought.words)
        if not self.jobs or thought.words.rstrip().endswith("?"):
            return False
        named = {answer.key for answer in choices_in(thought.words, self.jobs)}
        return bool(named) if wants(words) else not asks(words) and not named.isdisjoint(self.opens)

    def _think(self, atoms: Sequence[Atom]) -> Thought:
        raw = " ".join(atom.raw for atom in atoms)
        words = tuple(word for atom in atoms for word in atom.words)
        compared = words if len(words) <= LONGEST else ()
        near, talk = self.questions.best(compared), self.talk.best(compared)
        known = (
            self._asked_outright(words, raw)
            or self._asked_in_the_faq(words, near, talk, raw)
            or self._by_rule(words, raw)
            or _by_talk(talk, raw)
        )
        weight = sum(self.questions.weight(word) for word in words)
        if known:
            return Thought(known, True, weight, raw, near)
        small = all(kind_of(word) in (Kind.FUNCTION, Kind.CHATTER) for word in words)
        if small or announces(words):
            return Thought(None, False, weight, raw)
        asking = raw.rstrip().endswith("?") or asks(words)
        doubt = 1 - (near.confidence if near else 0.0)
        intent = Intent("question" if asking else "statement", doubt, words=raw)
        return Thought(intent, False, weight, raw, near)

    def _asked_outright(self, words: Sequence[str], raw: str) -> Intent | None:
        asked = self.asked_for.find(words)
        return Intent(asked[-1].label, BY_RULE, words=raw) if asked else None

    def _asked_in_the_faq(
        self, words: Sequence[str], near: Match | None, talk: Match | None, raw: str
    ) -> Intent | None:
        """A declared question goes before a wish: "can you fix my furnace" may be both, and its
        approved answer says how to go on. Not before a plain wish for a visit: "i need an
        appointment" is none whether one needs one."""
        if near is None or near.confidence < self.answer_at or asks_own_record(raw):
            return None
        if self.books and asks(words_of(near.sample)) and books_plainly(words):
            return None
        if talk and talk.confidence > near.confidence:
            return None
        return Intent("faq", near.confidence, near.key, raw)

    def _by_rule(self, words: Sequence[str], raw: str) -> Intent | None:
        wished = self._wish(words, raw) if self.books else None
        if wished:
            return wished
        if introduced_name(words, raw):
            return Intent("introduction", BY_RULE, words=raw)
        if thanks(words):
            return Intent("thanks", BY_RULE, words=raw)
        if acknowledges(words):
            return Intent("affirm", BY_RULE, words=raw)
        return None

    def _wish(self, words: Sequence[str], raw: str) -> Intent | None:
        """By its phrase where that is certain, else by the weights of its words."""
        name = certain_wish(words)
        if name:
            return Intent(name, BY_WISH, words=raw)
        wished = wish(read(raw).tokens)
        if wished is None:
            return None
        return Intent(wished.name, min(wished.confidence, BY_WISH), words=raw)


def _all_said(thought: Thought) -> bool:
    """Whether every thing that the nearest declared question names was said."""
    sample = words_of(thought.near.sample) if thought.near else ()
    said = {stem(word) for word in words_of(thought.words)}
    return {stem(word) for word in sample if kind_of(word) is Kind.CONTENT} <= said


def reader_of(pack: Pack) -> Reader:
    """The reader for a pack; building it takes some milliseconds, so keep it."""
    asked = [q for q in pack.qualification.questions if q.choices and pack.booking is not None]
    return Reader(
        questions=Index(
            Source(entry.id, entry.questions, tuple(entry.answer.values()))
            for entry in pack.faq.entries
        ),
        talk=Index(Source(entry.id, entry.phrases) for entry in pack.small_talk.entries),
        asked_for=_phrases(),
        answer_at=pack.faq.answer_at,
        books=pack.booking is not None,
        foreign=declared_words(pack),
        jobs=tuple(q.question("en") for q in asked),
        opens=frozenset(q.key for q in asked if not q.when),
    )


@lru_cache(maxsize=1)
def _phrases() -> Phrasebook[str]:
    phrases = [("human", text) for text in HUMAN] + [("is_bot", text) for text in IS_BOT]
    return Phrasebook(phrases, classes=CLASSES)


def _by_talk(talk: Match | None, raw: str) -> Intent | None:
    if talk and talk.confidence >= TALK_AT:
        return Intent(talk.key, talk.confidence, words=raw)
    return None


def _gain(thought: Thought) -> float:
    understood = thought.intent.confidence if thought.intent and thought.sure else 0.0
    return thought.weight * understood - COST_OF_A_THOUGHT


def _stretches(atoms: Sequence[Atom]) -> Iterator[Sequence[Atom]]:
    """What stands between hard cuts."""
    starts = [i for i, atom in enumerate(atoms) if atom.before is Cut.HARD or i == 0]
    starts = starts[:MOST_STRETCHES]
    for start, end in zip(starts, [*starts[1:], len(atoms)], strict=False):
        yield atoms[start:end]


def _joined(thoughts: Iterable[Thought]) -> Iterator[Thought]:
    """Joins neighbours that a person should hear: they belong together more often than not."""
    held: Thought | None = None
    for thought in thoughts:
        if held and thought.intent and not thought.sure:
            held = _both(held, thought)
            continue
        if thought.intent and not thought.sure:
            held = thought
            continue
        if held and thought.intent:
            yield held
            held = None
        yield thought
    if held:
        yield held


def _both(first: Thought, second: Thought) -> Thought:
    intents = [thought.intent for thought in (first, second) if thought.intent]
    words = f"{first.words} {second.words}"
    name = "question" if any(i.name == "question" for i in intents) else "statement"
    intent = Intent(name, min(i.confidence for i in intents), words=words)
    near = [thought.near for thought in (first, second) if thought.near]
    nearest = max(near, key=lambda match: match.confidence, default=None)
    return Thought(intent, False, first.weight + second.weight, words, nearest)
