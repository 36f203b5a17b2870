"""Holds a composed text to its evidence (DESIGN.md 7): nothing in it is made up."""

import re
from collections.abc import Sequence

from smsbot.gate.claims import claims
from smsbot.gate.reserved import offered_words
from smsbot.language.segments import segments

MAX_CHARACTERS = 1600
"""What the carrier takes in one text (compliance.md 4)."""

_TOKEN = re.compile(r"\{[^{}\s]{1,60}\}")


def check(
    body: str, evidence: Sequence[str], *, max_segments: int, mandated: bool = False
) -> list[str]:
    """What is wrong with `body`, each as a phrase for a person; empty where nothing is.

    Every number, amount of money, percentage, date, weekday, time, phone number, e-mail address,
    link and capitalised name must stand in one of `evidence`, in whatever spelling: the approved
    texts that the body was made from, declared facts, and the conversation. `mandated` is for our
    opt-out and help texts, which may offer STOP, START and HELP as carriers demand.

    A name in small letters and a false statement in true words are not seen here.
    """
    wrong = _unsupported(body, evidence)
    wrong += [f"it offers {word} as an answer" for word in offered_words(body, mandated=mandated)]
    wrong += [f"the token {token} was not filled in" for token in _TOKEN.findall(body)]
    questions = _questions(body)
    if questions > 1:
        wrong.append(f"it asks {questions} questions and one is allowed")
    if not body.strip():
        wrong.append("it is empty")
    if len(body) > MAX_CHARACTERS:
        wrong.append(f"it has {len(body)} characters and {MAX_CHARACTERS} fit")
    count = segments(body).count
    if count > max_segments:
        wrong.append(f"it takes {count} segments and {max_segments} are allowed")
    return wrong


def _unsupported(body: str, evidence: Sequence[str]) -> list[str]:
    open_ = [claim for claim in claims(body) if claim.needs]
    for piece in evidence:
        if not open_:
            break
        given = {fact for claim in claims(piece) for fact in claim.gives}
        open_ = [claim for claim in open_ if given.isdisjoint(claim.needs)]
    phrases = [f'the {claim.kind} "{claim.words}" is not in the evidence' for claim in open_]
    return list(dict.fromkeys(phrases))


def _questions(body: str) -> int:
    """How many questions `body` asks, by their marks; one inside a link is none."""
    without_links = re.sub(r"\S+://\S+|\bwww\.\S+", "", body)
    return len(re.findall(r"[?\uff1f\u061f](?:\s*[?!\uff1f\u061f])*", without_links))
