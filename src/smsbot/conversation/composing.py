"""Puts approved pieces together into one reply that fits."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from smsbot.conversation import after_hours
from smsbot.conversation.after_hours import Told
from smsbot.conversation.approved import Piece, follow_up_of, from_template
from smsbot.conversation.promise import promise
from smsbot.conversation.tonight import SAYS_WHEN
from smsbot.conversation.turn import TurnInput
from smsbot.conversation.waiting import promised_already, questions_for
from smsbot.conversation.work import Need, Part, PartKind, Reply
from smsbot.language.segments import segments

LEAD_IN = frozenset({"ask_again", "go_on"})
"""Said before a question that is asked again; without the question they say nothing."""
MOST_QUESTIONS = 1
"""One thought, one question (look.md, texts to customers)."""


@dataclass(frozen=True, slots=True)
class Material:
    """What there is to say, in the order of the burst."""

    turn: TurnInput
    language: str
    parts: tuple[Part, ...]
    needs: tuple[Need, ...]
    """For which a person takes over."""

    def of(self, kind: PartKind) -> tuple[Part, ...]:
        return tuple(part for part in self.parts if part.kind is kind)


def put_together(material: Material) -> tuple[Reply | None, tuple[Need, ...]]:
    """The reply, None where nothing is to be said, and what it has no room for.

    No answer is ever cut: where not all fit, the first ones are given and the others are left to
    a person, who is promised in the same reply.
    """
    answers = material.of(PartKind.ANSWER)
    reply = Reply((), (), False, False)
    left: tuple[Need, ...] = ()
    for count in range(len(answers), -1, -1):
        left = tuple(Need("overflow", part.words, part.place) for part in answers[count:])
        for reply in _versions(material, answers[:count], (*material.needs, *left)):
            if fits(reply.body, material.turn):
                return (reply if reply.pieces else None), left
    return (reply if reply.pieces else None), left


def fits(body: str, turn: TurnInput) -> bool:
    limit = turn.pack.business.limits.max_segments
    return segments(body).count <= limit and body.count("?") <= MOST_QUESTIONS


def _versions(
    material: Material, answers: Sequence[Part], needs: Sequence[Need]
) -> Iterator[Reply]:
    """The same reply from its fullest to its shortest form."""
    began = questions_for(material.turn, needs)
    for told in (began, None) if began else (None,):
        yield from _with_promise(material, answers, needs, told)


def _with_promise(
    material: Material, answers: Sequence[Part], needs: Sequence[Need], began: Told | None
) -> Iterator[Reply]:
    turn = material.turn
    promised = _promise(material, answers, needs, began)
    asks = _asks(material, needs)
    is_bot = [part.piece for part in material.of(PartKind.IS_BOT)[:1]]
    done = [one.piece for one in material.of(PartKind.DONE) if _fits_in(one, asks, promised)]
    leads = {one.piece for one in material.of(PartKind.DONE) if one.about in LEAD_IN}
    core = [*is_bot, *(part.piece for part in answers), *done]
    if not core and not asks and not promised and not needs:
        core = [part.piece for part in material.of(PartKind.TALK)[:1]]
    offers = asks or (_follow_up(turn, material, answers) if not promised else ())
    lead = _lead(turn, material.language, named=bool(is_bot)) if core or asks or promised else ()
    told = tuple(part.about for part in answers)
    link = tuple(part.piece for part in material.of(PartKind.LINK)[:1])
    ways = (promised,) if began else _tails(turn, asks, answers, promised, offers)
    for tail in dict.fromkeys(ways):
        disclosed = bool(lead or is_bot)
        for linked in dict.fromkeys((link, ())):
            body = core if tail else [piece for piece in core if piece not in leads]
            pieces = (*lead, *body, *linked, *tail)
            yield Reply(pieces, told, disclosed, bool(promised), began)


def _fits_in(done: Part, asks: Sequence[Piece], promised: Sequence[Piece]) -> bool:
    """Whether something still says what it is said for: a question follows it, and no promise
    says the same."""
    return not ((done.about in LEAD_IN and not asks) or (done.about in SAYS_WHEN and promised))


def _asks(material: Material, needs: Sequence[Need]) -> tuple[Piece, ...]:
    """The one question of the reply; none where a person goes on from here."""
    going_on = [
        part
        for part in material.of(PartKind.ASK)
        if not needs or part.about in after_hours.TEMPLATES.values()
    ]
    return tuple(part.piece for part in going_on[:1])


def _tails(
    turn: TurnInput,
    asks: tuple[Piece, ...],
    answers: Sequence[Part],
    promised: tuple[Piece, ...],
    offers: tuple[Piece, ...],
) -> Iterator[tuple[Piece, ...]]:
    """How the reply may end, the fullest way first."""
    if not asks:
        yield from ((*promised, *offers), promised, promised[-1:])
        return
    yield asks
    if answers and turn.state.dialogue.asked:
        yield ()  # what is pending stays pending, also where there is no room to say it again


def _promise(
    material: Material, answers: Sequence[Part], needs: Sequence[Need], began: Told | None
) -> tuple[Piece, ...]:
    if not needs or promised_already(material.turn):
        return ()
    return promise(material.turn, needs, material.language, after_answer=bool(answers), began=began)


def _lead(turn: TurnInput, language: str, *, named: bool) -> tuple[Piece, ...]:
    """How the first reply begins (compliance.md 6). Where the reply says in its next words that
    it is no person, the brand is enough."""
    if not turn.first_reply:
        return ()
    first = from_template(turn.pack, "first_contact", language)
    brand = turn.pack.business.brand
    return (Piece(f"{brand}:", first.source, (brand,)) if named else first,)


def _follow_up(turn: TurnInput, material: Material, answers: Sequence[Part]) -> tuple[Piece, ...]:
    if len(answers) != 1 or material.language != "en":
        return ()
    asked = follow_up_of(turn.pack, answers[0].about)
    return (asked,) if asked else ()
