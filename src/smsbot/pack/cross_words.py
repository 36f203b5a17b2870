"""What every short text of qualification.yaml and booking.yaml is held to: English beside each
language, languages that the business speaks, nothing empty, no braces, nothing that carriers take
for a command."""

from collections.abc import Iterable, Iterator

from smsbot.language.normalise import fold, normalise
from smsbot.language.segments import segments
from smsbot.pack.cross_texts import stray_brace
from smsbot.pack.lint_reserved import RESERVED, offered
from smsbot.pack.models import Business
from smsbot.pack.problem import FieldPath, Problem
from smsbot.pack.qualification import Words
from smsbot.pack.sheet import Sheet


def check_words(
    words: Words, sheet: Sheet, path: FieldPath, business: Business | None
) -> Iterator[Problem]:
    """A text by language, at the field `path`; its languages only where business.yaml was read."""
    if "en" not in words:
        advice = "Add `en:`; it is sent where there is no text in the customer's language."
        yield sheet.problem(path, "has no English text", advice)
    for language, body in words.items():
        here = (*path, language)
        if business is not None and language not in business.languages:
            known = ", ".join(business.languages)
            what = f"{language!r} is not a language of this business"
            yield sheet.problem(here, what, f"Write one of {known}, or add it to languages.")
        if not body.strip():
            yield sheet.problem(here, "is empty", "Write the text, or remove this language.")
        if stray_brace(body) or "{" in body:
            advice = "Write the words themselves: this text is sent as it stands."
            yield sheet.problem(here, "has a brace in it, and no token is filled in here", advice)


def check_asked(words: Words, sheet: Sheet, path: FieldPath) -> Iterator[Problem]:
    """A text that asks: one question, in one segment, and no command as its answer."""
    for language, body in words.items():
        here = (*path, language)
        if body.count("?") > 1:
            what = f"asks {body.count('?')} questions; people answer one of them"
            yield sheet.problem(here, what, "Ask one question at a time.")
        if segments(fold(body)).count > 1:
            what = "does not fit in one text message, whatever its letters"
            yield sheet.problem(
                here, what, "Make it shorter; asked a second time, its choices come behind it."
            )
        for word in offered(body):
            what = f"offers {word.upper()} as an answer, a word that carriers take for a command"
            yield sheet.problem(here, what, "Offer words that aren't reserved.")


def check_answerable(said: Iterable[tuple[FieldPath, str]], sheet: Sheet) -> Iterator[Problem]:
    """Words that a customer is expected to send, and that never reach the conversation when they
    are all of a text (compliance.md 1)."""
    for path, words in said:
        if fold(normalise(words)) in RESERVED:
            what = f"{words!r} is a word that carriers and opt-outs take, so it never arrives"
            yield sheet.problem(path, what, "Use another word for it.")
