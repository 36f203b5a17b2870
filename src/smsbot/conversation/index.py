"""Finds what a text asks among declared samples, by word statistics.

No model and no word list of a trade: what means the same is learnt from the samples only. A word
that no sample holds ("roofs") speaks against every entry, because a wrong answer costs more than a
hand-off. The numbers below were set on part `tune` of evals/dev/faq.jsonl and held against part
`test` (tests/conversation/test_retrieval.py).
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from smsbot.conversation.forms import asks, tells
from smsbot.conversation.lexicon import PRICING, TIME
from smsbot.conversation.words import Kind, kind_of, stem, words_of
from smsbot.language.fuzzy import Spelling

WEIGHTS = {Kind.FUNCTION: 0.15, Kind.CHATTER: 0.06, Kind.ASKING: 0.6, Kind.LIGHT: 0.35}
"""How much a word tells, by its class; a content word of one entry only tells 1."""
LEAST_WEIGHT = 0.45
"""Of a content word that stands in the samples of every entry."""
UNKNOWN_WEIGHT = 1.4
"""Of a content word that stands in none."""
SIBLING_CREDIT = 0.7
"""For a word of another sample of the same entry: how synonyms are learnt."""
ANSWER_CREDIT = 0.75
"""For a word that only the approved answer holds ("do you come to littleton")."""
STANDS_FOR = 0.15
"""How far a thing that only the answer names stands for one that the sample names: "do you take
cigna" for "do you take insurance"."""
TIME_CREDIT = 0.85
"""For any time of day or day of the week, where a sample names one."""
TYPO_CREDIT = 0.9
COVERED_POWER = 1.7
"""What part of the question the entry does not cover costs much,"""
SAID_POWER = 0.5
"""and what part of a sample was left unsaid costs little: people text short."""
UNASKED_POWER = 0.8
"""It costs more where nothing is asked: "leave it" is not "can I leave a key". One word alone is
short for a question: "hours"."""
NAMELESS = 0.7
"""What is left of a match in which no word names a thing ("how much?", "what time?")."""
WHOLE = 0.99
"""Texts of small words only ("what do you do") must be the whole of a sample."""
TOLD = 0.6
"""What is left of it where the customer tells something and the sample asks: "i moved"."""
UNPRICED = 0.6
"""What is left of a match where a price was asked and no sample of the entry asks for one."""
CALIBRATION = 0.71
"""Puts the score from which fewer than one answer in a hundred is wrong at 0.62."""
CROWDED = 0.12
"""A runner-up that is nearer than this takes away from the best, up to `CROWDED_COST` of it."""
CROWDED_COST = 0.4
_TIMES = frozenset(stem(word) for word in TIME)
_PRICES = frozenset(stem(word) for word in PRICING)
_VAGUE = _TIMES | _PRICES


class Source(NamedTuple):
    """One thing to be found: its key, how people say it, and the approved texts that answer it."""

    key: str
    samples: Sequence[str]
    answers: Sequence[str] = ()


class Match(NamedTuple):
    """`confidence` is 0 to 1; `sample` is the sample that came closest."""

    key: str
    confidence: float
    sample: str


class _Asked(NamedTuple):
    weight: float
    sure: float
    """Below 1 for a word that had to be corrected."""
    names: bool
    """Whether it names a thing. A time or a price ("how much?") asks about something unsaid."""


Query = Mapping[str, _Asked]


class _Form(NamedTuple):
    """Whether a text asks something, and whether it states something."""

    asks: bool
    tells: bool


@dataclass(frozen=True, slots=True)
class _Entry:
    key: str
    credits: Mapping[str, float]
    """What each word that the entry knows is worth where the sample at hand lacks it."""
    priced: bool
    """Whether a sample asks for a price."""


@dataclass(frozen=True, slots=True)
class _Sample:
    entry: _Entry
    text: str
    weights: Mapping[str, float]
    total: float
    asks: bool


class Index:
    """Built once for a pack. Looking up is pure and costs well under a millisecond."""

    def __init__(self, sources: Iterable[Source]) -> None:
        sources = tuple(sources)
        words = [frozenset(w for s in source.samples for w in words_of(s)) for source in sources]
        self._entries_with = Counter(one for held in words for one in {stem(w) for w in held})
        self._size = len(sources)
        self._spelling = Spelling(w for held in words for w in held if kind_of(w) is Kind.CONTENT)
        self._samples = [sample for source in sources for sample in self._prepared(source)]
        self._samples_with: dict[str, list[int]] = defaultdict(list)
        for i, sample in enumerate(self._samples):
            for word in sample.weights:
                self._samples_with[word].append(i)

    def weight(self, word: str) -> float:
        """How much a word tells of what is asked."""
        kind = kind_of(word)
        if kind is not Kind.CONTENT:
            return WEIGHTS[kind]
        entries = self._entries_with.get(stem(word), 0)
        if not entries:
            return UNKNOWN_WEIGHT
        rarity = 1 - math.log(entries) / math.log(self._size + 1)
        return LEAST_WEIGHT + (1 - LEAST_WEIGHT) * rarity

    def best(self, words: Sequence[str]) -> Match | None:
        """The entry that `words` (as of `words_of`) most likely mean; None where none is near."""
        query = self._query(words)
        telltale = {w for w, one in query.items() if one.weight >= WEIGHTS[Kind.LIGHT]} or query
        near = {i for word in telltale for i in self._samples_with.get(word, ())}
        form = _Form(asks(words) or len(words) == 1, tells(words))
        scored = sorted(((_score(self._samples[i], query, form), i) for i in near), reverse=True)
        if not scored or not scored[0][0]:
            return None
        best = self._samples[scored[0][1]]
        others = (score for score, i in scored if self._samples[i].entry is not best.entry)
        crowding = max(0.0, CROWDED - (scored[0][0] - next(others, 0.0))) / CROWDED
        score = min(1.0, scored[0][0] * (1 - crowding * CROWDED_COST))
        return Match(best.entry.key, math.pow(score, CALIBRATION), best.text)

    def _query(self, words: Sequence[str]) -> Query:
        query: dict[str, _Asked] = {}
        for word, sure in map(self._meant, words):
            root = stem(word)
            names = kind_of(word) is Kind.CONTENT and root not in _VAGUE
            query[root] = _Asked(self.weight(word), sure, names)
        return query

    def _meant(self, word: str) -> tuple[str, float]:
        """The declared word that `word` is, allowing for one slip of the thumb."""
        if kind_of(word) is Kind.CONTENT and stem(word) not in self._entries_with:
            near = self._spelling.near(word)
            if near:
                return near[0], TYPO_CREDIT
        return word, 1.0

    def _prepared(self, source: Source) -> list[_Sample]:
        asked = {stem(word) for text in source.samples for word in words_of(text)}
        answered = {stem(word) for text in source.answers for word in words_of(text)}
        worth = dict.fromkeys(answered, ANSWER_CREDIT)
        if not asked.isdisjoint(_TIMES):
            worth |= dict.fromkeys(_TIMES, TIME_CREDIT)
        worth |= dict.fromkeys(asked, SIBLING_CREDIT)
        entry = _Entry(source.key, worth, priced=not _PRICES.isdisjoint(asked))
        samples = []
        for text in source.samples:
            weights = {stem(word): self.weight(word) for word in words_of(text)}
            asking = text.endswith("?") or asks(words_of(text))
            samples.append(_Sample(entry, text, weights, sum(weights.values()), asking))
        return samples


def _score(sample: _Sample, query: Query, form: _Form) -> float:
    """How much of what was asked the sample's entry covers, and how much of the sample was said;
    0 to 1, before calibration."""
    credits = sample.entry.credits
    asked = covered = said = 0.0
    named = told_of = False
    for word, one in query.items():
        told = sample.weights.get(word)
        said += told or 0.0
        credit = 1.0 if told else credits.get(word, 0.0)
        if credit == ANSWER_CREDIT and one.names:
            said += STANDS_FOR * one.weight
        covered += one.weight * one.sure * credit
        asked += one.weight
        named = named or (one.names and credit > 0)
        told_of = told_of or (one.weight >= WEIGHTS[Kind.LIGHT] and credit > 0)
    if not told_of and min(covered / asked, said / sample.total) < WHOLE:
        return 0.0
    whole = min(1.0, said / sample.total)
    unsaid = SAID_POWER if form.asks or not sample.asks else UNASKED_POWER
    score = math.pow(covered / asked, COVERED_POWER) * math.pow(whole, unsaid)
    if form.tells and sample.asks:
        score *= TOLD
    if not sample.entry.priced and not _PRICES.isdisjoint(query):
        score *= UNPRICED
    return score if named else score * NAMELESS
