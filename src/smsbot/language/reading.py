"""A text as the guards and the understanding read it: its tokens, without what a machine added."""

from dataclasses import dataclass

from smsbot.language.normalise import MARKS, tokens

_REACTIONS = (
    "liked", "loved", "disliked", "laughed at", "emphasized", "emphasised", "questioned",
    "reacted", "removed a", "le gusto", "le encanto", "no le gusto", "se rio de", "enfatizo",
    "a aime", "a adore", "na pas aime", "a ri a", "a reagi",
)  # fmt: skip
_QUOTES = ("\u201c", "\u00ab", '"')
_CLOSING = ("\u201d", "\u00bb", '"')
_LONGEST_REACTION = 40
_SIGNATURES = (("sent", "from", "my"), ("get", "outlook", "for"), ("enviado", "desde", "mi"))
_LONGEST_SIGNATURE = 8


@dataclass(frozen=True, slots=True)
class Reading:
    """`raw` is the text as it came; `tokens` are its words and clause marks (see `normalise`)."""

    raw: str
    tokens: tuple[str, ...]

    @property
    def words(self) -> tuple[str, ...]:
        return tuple([token for token in self.tokens if token not in MARKS])

    def between(self, start: int, end: int) -> str:
        """The words of `tokens[start:end]`, for a person to read."""
        return " ".join(token for token in self.tokens[start:end] if token not in MARKS)


def read(text: str) -> Reading:
    """Reads `text`. A phone's reaction (Liked "…") quotes us and says nothing: the quote is left
    out, because it may hold our own "Reply STOP to opt out". So is "Sent from my phone"."""
    return Reading(text, _unsigned(tokens(_without_quoted_reaction(text))))


def _without_quoted_reaction(text: str) -> str:
    if not text.rstrip().endswith(_CLOSING):
        return text
    opens = [i for i in (text.find(quote) for quote in _QUOTES) if 0 < i <= _LONGEST_REACTION]
    if not opens:
        return text
    lead = text[: min(opens)]
    plain = " ".join(tokens(lead))
    bare_emoji = plain in ("to", ", to") and not lead.isascii()
    return lead if bare_emoji or plain.startswith(_REACTIONS) else text


def _unsigned(words: tuple[str, ...]) -> tuple[str, ...]:
    for signature in _SIGNATURES:
        if signature[0] in words:
            for i in range(max(1, len(words) - _LONGEST_SIGNATURE), len(words) - 2):
                if words[i : i + 3] == signature:
                    return words[:i]
    return words
