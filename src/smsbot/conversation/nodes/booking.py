"""Questions, offers and appointments: one step on in what is under way."""

from dataclasses import replace
from datetime import datetime

from langgraph.runtime import Runtime

from smsbot.conversation.approved import Piece, from_template
from smsbot.conversation.booking.arrange import arrange
from smsbot.conversation.booking.arranged import Arranged, Say
from smsbot.conversation.booking.hearing import Heard
from smsbot.conversation.booking.scene import Scene
from smsbot.conversation.booking.services import named_service, service_by_answers
from smsbot.conversation.composing import LEAD_IN
from smsbot.conversation.person import ASIDE
from smsbot.conversation.spoken import reply_language
from smsbot.conversation.tonight import (
    LETS_WAIT,
    Night,
    beside_booking,
    from_opening,
    lets_wait,
    unasked,
)
from smsbot.conversation.turn import TurnInput
from smsbot.conversation.visits import OfVisit
from smsbot.conversation.whys import WHY
from smsbot.conversation.work import Branch, Ctx, Need, Part, PartKind, Step, Work
from smsbot.domain.act import ActKind
from smsbot.domain.calendar_link import link_of
from smsbot.domain.event import Event, EventType
from smsbot.domain.understanding import Understanding
from smsbot.pack.hours import say_when
from smsbot.pack.models import Pack
from smsbot.pack.qualification import AskedQuestion, in_language
from smsbot.pack.slot_words import numbered as by_number

SURE = 0.5
"""Confidence from which "let me ask my wife" waits for an answer."""
ANSWERED = (Branch.FAQ, Branch.SMALL_TALK)


async def booking(state: Work, runtime: Runtime[Ctx]) -> Work:
    """Runs once a turn, for all intents that were sent here."""
    turn = runtime.context.turn
    steps = [step for step in state["plan"] if step.branch is Branch.BOOKING]
    declared = turn.pack.booking
    assert declared is not None, "route sends nothing here where nothing can be booked"
    heard = state["heard"]
    if all(step.intent.name == WHY for step in steps):
        heard = Heard(missed=True)  # "para que" answers nothing, though an answer holds a "que"
    if lets_wait(turn, heard):
        heard = Heard(missed=True, times=replace(heard.times, excluded=()))
    said = {answer.key: answer.value for answer in heard.answers}
    scene = Scene(
        turn=turn,
        dialogue=turn.state.dialogue,
        heard=heard,
        facts={**turn.state.facts, **said},
        intents=frozenset(
            intent.name
            for intent in (*state["understanding"].intents, *(step.intent for step in steps))
        ),
        language=reply_language(turn.pack, state["understanding"]),
        booking=declared,
        unsure=_unsure(state["understanding"]),
        besides=any(
            step.branch in ANSWERED or step.why in (ASIDE, LETS_WAIT) for step in state["plan"]
        ),
    )
    arranged = arrange(scene)
    place, words = steps[0].place, steps[0].intent.words
    parts = tuple(_part(turn.pack, one, scene.language, place, words) for one in arranged.says)
    link = _link(turn, arranged)
    if link:
        piece = Piece(link, "calendar link", (link,))
        parts += (Part(PartKind.LINK, place, piece, "calendar link", words),)
    needs = (Need(arranged.need, words, place, arranged.about),) if arranged.need else ()
    night = beside_booking(scene, arranged)
    if night.after and night.says:
        arranged = from_opening(arranged, night.after.opens)
        parts = _at_night(scene, night, night.after.opens, parts, steps[0])
    if night.asks:
        arranged = unasked(scene, arranged)
    return {
        "night": night.after,
        "heard": heard,
        "arranged": arranged,
        "parts": parts,
        "needs": needs,
        "events": _noted(turn, arranged, words),
        "trace": (("booking", _told(scene, arranged, heard)),),
    }


def _told(scene: Scene, arranged: Arranged, heard: Heard) -> str:
    """What was done, of which service, and the answers that no word of the texts names, for `smsbot
    why`."""
    only = [f"{answer.key}={answer.value}" for answer in heard.answers if answer.meant]
    meant = f"; meant, not named: {', '.join(only)}" if only else ""
    return f"{arranged.why or 'nothing to do'}; {service_told(scene, arranged)}{meant}"


def service_told(scene: Scene, arranged: Arranged) -> str:
    """Which service it is about and from what, for `smsbot why`."""
    telling = {key for one in scene.booking.services for key in one.when}
    declared = [q for q in scene.turn.pack.qualification.questions if q.key in telling]
    answers = [f"{q.key}={known}" for q in declared if (known := scene.known(q))]
    told = f" ({', '.join(answers)})" if answers else ""
    under_way = arranged.dialogue.service or scene.dialogue.service
    named = named_service(scene.turn, scene.booking)
    if named and under_way in (named.id, None):
        return f"service {named.id}, named in the text"
    by_answers = service_by_answers(scene.booking, scene.applies)
    if by_answers and under_way in (by_answers.id, None):
        return f"service {by_answers.id}, by the answers{told}"
    if scene.dialogue.service and under_way == scene.dialogue.service:
        return f"service {under_way}, as before"
    if under_way:
        return f"service {under_way}, as no `when` fits the answers{told}"
    return f"no service yet{told}"


def _at_night(
    scene: Scene, night: Night, opens: datetime, parts: tuple[Part, ...], step: Step
) -> tuple[Part, ...]:
    """The parts with what is said of tonight; a question of its own stands for the booking's."""
    pack, place, words = scene.turn.pack, step.place, step.intent.words
    when = say_when(pack.business, opens, scene.language, now=scene.turn.now)
    told = from_template(pack, night.says, scene.language, when=when)
    said = Part(PartKind.DONE, place, told, night.says, words)
    if night.asks is None:
        return (said, *parts)
    asked = from_template(pack, night.asks, scene.language)
    kept = (one for one in parts if one.kind is not PartKind.ASK and one.about not in LEAD_IN)
    return (*kept, said, Part(PartKind.ASK, place, asked, night.asks, words))


def _noted(turn: TurnInput, arranged: Arranged, words: str) -> tuple[Event, ...]:
    """What was said for whoever comes, for the record."""
    if arranged.need != OfVisit.NOTE:
        return ()
    at = max(text.received_at for text in turn.texts)
    data = {"note": words, "appointment": arranged.about}
    return (Event(EventType.APPOINTMENT_NOTED, "Said for whoever comes", at, data),)


def _unsure(understanding: Understanding) -> bool:
    first = understanding.topics[0] if understanding.topics else None
    return first is not None and first.name == "unsure" and first.confidence >= SURE


def _link(turn: TurnInput, arranged: Arranged) -> str | None:
    """Where the calendar file of what is booked or moved will be."""
    act = arranged.act
    if act is None or act.kind not in (ActKind.BOOK, ActKind.MOVE):
        return None
    return link_of(turn.link_url, act.id)


def _part(pack: Pack, said: Say, language: str, place: int, words: str) -> Part:
    kind = PartKind.ASK if said.asks else PartKind.DONE
    if said.question is not None:
        piece = _question(pack, said.question, language, numbered=said.numbered)
        return Part(kind, place, piece, said.question.key, words)
    piece = from_template(pack, said.template, language, **dict(said.tokens))
    return Part(kind, place, piece, said.template, words)


def _question(pack: Pack, asked: AskedQuestion, language: str, *, numbered: bool) -> Piece:
    text = in_language(asked.ask, language)
    source = f"question:{asked.key}"
    if not numbered:
        return Piece(text, source, (text,))
    options = by_number([in_language(one.label, language) for one in asked.choices])
    piece = from_template(pack, "ask_choice", language, question=text, options=options)
    return Piece(piece.text, f"{source}, {piece.source}", piece.evidence)
