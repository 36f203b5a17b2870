"""One thing that a text states."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Claim:
    """A stated thing in facts of the form `kind:value`, by which two spellings of it are one.

    Said in a draft, it holds where the evidence gives one of `needs`. Said in the evidence, it
    gives all of `gives`. The two differ: "at 3" may mean either half of the day, and a bare "89.00"
    in the evidence is a price, while "$89" in a draft is never just a number.
    """

    kind: str
    words: str
    """As it stands in the text, for the person who reads the refusal."""
    needs: frozenset[str]
    gives: frozenset[str]


def stated(kind: str, words: str, *facts: str) -> Claim:
    """A claim that gives what it needs."""
    both = frozenset(facts)
    return Claim(kind, words, both, both)
