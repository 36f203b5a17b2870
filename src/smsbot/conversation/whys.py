"""Who is asked something and asks back why: "why do you need my address?", "what for"."""

from collections.abc import Iterator
from functools import cache

from smsbot.conversation.lexicon import word_set
from smsbot.conversation.turn import TurnInput
from smsbot.conversation.words import Kind, kind_of, stem, words_of
from smsbot.language.phrases import Phrasebook
from smsbot.pack.qualification import AskedQuestion

WHY = "why"
"""The intent of who asks why we ask."""
PHRASES = (
    "why|pourquoi",
    "how come",
    "y do|would|is|are you|u|that|it",
    "what|whats ... for",
    "por|para que|ke",
    "pa que|ke",
    "do|must i|we really|even|actually? have|need to",
    "do you|u really|even|actually need|want|have",
    "is|are it|that|this|these really|even|actually? necessary|needed|required|important|mandatory",
    "es necesario|obligatorio",
    "est necessaire|obligatoire",
)
"""As `language.phrases` reads them."""
_OF_ASKING = word_set(
    """
    question questions ask asking asked matter matters know info information necessary needed
    required important mandatory personal details really even actually relevant answer share tell
    saber importa necesario obligatorio informacion pregunta preguntas preguntan pregunta dato datos
    necesita necesitan quiere quieren piden pide ocupan sirve necessaire obligatoire savoir besoin
    demandez demande voulez sert
    """
)
"""What such a question may name besides the thing that was asked."""


def asked_why(turn: TurnInput, words: str) -> AskedQuestion | None:
    """The pending question, where `words` ask why it is asked, about nothing else, and the pack
    says why; None else."""
    question = turn.pack.qualification.named(turn.state.dialogue.asked)
    said = words_of(words)
    if question is None or question.why is None or not _book().find(said):
        return None
    known = {stem(word) for word in _words_about(question)} | {stem(word) for word in _OF_ASKING}
    things = [word for word in said if kind_of(word) is Kind.CONTENT]
    return question if all(stem(word) in known for word in things) else None


def _words_about(question: AskedQuestion) -> Iterator[str]:
    labels = [text for one in question.choices for text in one.label.values()]
    for text in (*question.ask.values(), *question.words, *question.no_words, *labels):
        yield from words_of(text)


@cache
def _book() -> Phrasebook[str]:
    return Phrasebook([(WHY, phrase) for phrase in PHRASES])
