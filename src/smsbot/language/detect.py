"""Which of our languages a text is in: by its function words, which every sentence needs, and by
the words of which the shortest texts to a business are made."""

from collections.abc import Mapping

from smsbot.language.normalise import MARKS, tokens
from smsbot.language.real_words import at_home

_FUNCTION_WORDS = {
    "en": frozenset(
        """
        the and you your is are was i im my me it this that to of for in on with can could would
        will do does did dont have has had what when where who how why please thanks not be at
        no we our they just want need get any there from if or about tomorrow today yes hello hi
        """.split()
    ),
    "es": frozenset(
        """
        el los las una unos que de del y es son esta este esto mi mis su sus me te se le les no
        para por con en como cuando donde quien cual cuanto quiero necesito puede puedo pueden
        tengo hola gracias porfavor favor buenos buenas dias tardes si ya muy pero mas hay al lo
        yo usted ustedes manana hoy cita cuanto cuesta tienen hacer
        numero equivocado equivocada mensaje mensajes textos llamar llame hablar persona alguien
        ayuda urgente alto parar basta cancelar detener emergencia
        """.split()
    ),
    "fr": frozenset(
        """
        le les des une du et est sont ce cette ces je jai vous nous mon ma mes votre vos son sa
        ne pas plus pour avec dans sur que qui quand ou comment combien veux voudrais pouvez
        puis bonjour merci svp sil oui non tres mais il elle on au aux cest ya demain aujourdhui
        rendez besoin faire de en
        numero mauvais erreur arret arreter arretez appelez parler quelquun personne aide urgence
        """.split()
    ),
}

GUESSED = frozenset(_FUNCTION_WORDS)


def guess_language(text: str, known: str = "en") -> str:
    """ "en", "es" or "fr": the language with the most of these words in `text`, else of the most
    things that it names ("fuite de gaz"); `known`, the one that was spoken before, where none
    leads."""
    words = [token for token in tokens(text) if token not in MARKS]
    small = {
        language: sum(word in known for word in words)
        for language, known in _FUNCTION_WORDS.items()
    }
    named = {language: sum(at_home(word) == language for word in words) for language in small}
    return _leading(small) or _leading(named) or known


def _leading(counts: Mapping[str, int]) -> str | None:
    """The language that has more than any other."""
    first, second, *_ = sorted(counts, key=lambda language: -counts[language])
    return first if counts[first] > counts[second] else None
