"""Lint rules over a text: what carriers filter, what costs double, what nobody wants to read."""

import re
from collections.abc import Callable, Iterator

from smsbot.language.segments import outside_gsm, segments, to_gsm
from smsbot.pack.lint_reserved import offered
from smsbot.pack.models import Pack
from smsbot.pack.problem import Problem
from smsbot.pack.said import Said

SHORTENERS = (
    *("bit.ly", "tinyurl.com", "goo.gl", "t.co", "ow.ly", "is.gd", "v.gd", "buff.ly", "rb.gy"),
    *("rebrand.ly", "cutt.ly", "tiny.cc", "t.ly", "shorturl.at", "lnkd.in", "bl.ink", "s.id"),
    *("shorte.st", "adf.ly", "soo.gd", "short.io", "qr.ae", "fb.me", "wp.me", "amzn.to"),
)
"""Public link shorteners (compliance.md 4, Content; rejection 30892)."""
ACRONYMS = frozenset(
    (
        *("AI", "IA", "SMS", "MMS", "FAQ", "URL", "PDF", "USB", "GPS", "OK", "STOP", "HELP"),
        *(
            "AM",
            "PM",
            "MT",
            "MST",
            "MDT",
            "CT",
            "CST",
            "CDT",
            "ET",
            "EST",
            "EDT",
            "PT",
            "PST",
            "PDT",
        ),
        *(
            "USA",
            "US",
            "UK",
            "EU",
            "CO",
            "ZIP",
            "ID",
            "PIN",
            "IRS",
            "HOA",
            "TV",
            "DIY",
            "ETA",
            "RSVP",
        ),
        *(
            "HVAC",
            "AC",
            "EV",
            "LED",
            "GFCI",
            "AFCI",
            "SEER",
            "BTU",
            "PVC",
            "VIN",
            "ATM",
            "MRI",
            "DDS",
        ),
    )
)
"""Words in capitals that nobody takes for shouting; STOP and HELP are written so by carriers."""

_SHORTENER = re.compile(
    rf"(?<![\w.-])(?:{'|'.join(re.escape(host) for host in SHORTENERS)})(?![\w-]|\.\w)",
    re.IGNORECASE,
)
_STATE = re.compile(
    r", (?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|P[AR]|RI|"
    r"S[CD]|T[NX]|UT|V[AT]|W[AIVY])\b"
)
"""A state as addresses write it: "Portland, ME 04101"."""
_CAPITALS = re.compile(r"\b[^\W\d_]{2,}\b")
_REPEATED = re.compile(r"[!?]{2,}|\.{2,}|,{2,}|;{2,}")
_QUESTION = re.compile(r"\?+")


def unnamed_opener(said: Said, pack: Pack) -> Iterator[Problem]:
    """compliance.md 4: identify the sender; 6: say who is texting."""
    if said.opens and not all(pack.business.brand in text for text in said.examples):
        yield said.problem(
            "can be the first text that somebody gets, and does not name the business",
            "Say {brand} in it, best as the first word.",
        )


def reserved_choice(said: Said, _pack: Pack) -> Iterator[Problem]:
    """compliance.md 1, rule 3: never prompt a customer with a reserved word."""
    for word in offered(said.body):
        yield said.problem(
            f"offers {word.upper()} as an answer, a word that carriers take for a command",
            "Offer a number or a letter (1, C), or words that aren't reserved.",
        )


def shortener(said: Said, _pack: Pack) -> Iterator[Problem]:
    for found in _SHORTENER.findall(said.body):
        what = f"links through {found}, and carriers filter public link shorteners"
        yield said.problem(what, "Write the full address of your own site.")


def shouting(said: Said, pack: Pack) -> Iterator[Problem]:
    """compliance.md 4: capitals are a soft signal of spam."""
    names = " ".join((pack.business.brand, *pack.business.names))
    known = ACRONYMS | {*re.findall(r"\w+", names)}
    words = dict.fromkeys(_CAPITALS.findall(_STATE.sub(",", said.body)))
    loud = [one for one in words if one.isupper() and one not in known]
    if loud:
        yield said.problem(
            f"shouts: {', '.join(loud)}",
            "Write it small, or without the word; carriers count capitals as a sign of spam. "
            "Where it is a name, add it to names in business.yaml.",
        )


def repeated_marks(said: Said, _pack: Pack) -> Iterator[Problem]:
    """compliance.md 4: repeated punctuation is a soft signal of spam."""
    found = _REPEATED.search(said.body)
    if found:
        yield said.problem(f"repeats punctuation: {found[0]}", "Write one mark, or none.")


def several_questions(said: Said, _pack: Pack) -> Iterator[Problem]:
    count = len(_QUESTION.findall(said.body))
    if count > 1:
        yield said.problem(
            f"asks {count} questions; people answer one of them", "Ask one question at a time."
        )


def costly_marks(said: Said, _pack: Pack) -> Iterator[Problem]:
    """compliance.md 4: one look-alike character makes a text hold 70 characters instead of 160."""
    dear = outside_gsm(said.body)
    if dear and all(to_gsm(mark) != mark for mark in dear):
        yield said.problem(
            f"can hold only 70 characters instead of 160, for the sake of {' '.join(dear)}",
            f"Type plain marks: {' '.join(to_gsm(mark) for mark in dear)}",
        )


def too_long(said: Said, pack: Pack) -> Iterator[Problem]:
    """More segments than the gate lets through, also as the bot's first reply."""
    limit = pack.business.limits.max_segments
    longest = max(said.examples, key=lambda text: segments(said.first_words + text).count)
    measured = segments(said.first_words + longest)
    if measured.count > limit:
        after = " as a first reply" if said.first_words else ""
        yield said.problem(
            f"takes {measured.count} segments{after} ({measured.encoding}), and {limit} are "
            f"allowed: {said.first_words}{longest}",
            "Make it shorter; letters outside GSM-7 cost more than double.",
        )


TEXT_RULES: tuple[Callable[[Said, Pack], Iterator[Problem]], ...] = (
    unnamed_opener,
    reserved_choice,
    shortener,
    shouting,
    repeated_marks,
    several_questions,
    costly_marks,
    too_long,
)
