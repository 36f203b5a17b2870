"""What to do about a booking, a move or a cancellation: the next question, an offer, or the act."""

from collections.abc import Mapping
from dataclasses import replace

from smsbot.conversation.booking import questions, visit
from smsbot.conversation.booking.arranged import Arranged, Say, ask_for
from smsbot.conversation.booking.cancelling import Cancels, cancels
from smsbot.conversation.booking.offering import offer_or_take, remembering
from smsbot.conversation.booking.scene import Scene
from smsbot.conversation.booking.services import named_service, service_by_answers
from smsbot.conversation.booking.territory import ask_the_rest, lacks_only_zip
from smsbot.conversation.booking.wording import say_options, say_slot
from smsbot.conversation.dialogue import APPOINTMENT, SLOT, Dialogue, Goal
from smsbot.domain.act import Act, ActKind
from smsbot.domain.booking import Appointment
from smsbot.domain.question import AnswerType, Option, Question
from smsbot.language.answers import read_answer
from smsbot.language.choices import Taken, pick
from smsbot.pack.qualification import AskedQuestion

GOALS: Mapping[str, Goal] = {
    "cancel_appointment": Goal.CANCEL,
    "reschedule": Goal.MOVE,
    "book": Goal.BOOK,
    "availability": Goal.BOOK,
}
"""Intent -> what it starts; the first of these that was heard counts."""

CONFIRM = "confirm_cancel"
"""The pending question whether an appointment is to be taken off."""
CONFIRMING = Question(
    CONFIRM,
    AnswerType.CHOICE,
    (
        Option(
            Cancels.PLAINLY.value,
            "take it off",
            ("yes", "cancel", "cancel it", "remove", "yep", "yeah", "sure", "si", "oui"),
        ),
        Option(
            Cancels.NOT.value,
            "keep it",
            ("no", "leave it", "keep", "dont", "dont cancel", "nope", "nah", "non", "never mind"),
        ),
    ),
)
MOST_BESIDES = 2
"""How much oftener a question is asked again where each time something else was told."""
MOST_LOST = 2
"""Slots that a turn may lose to others and think again; then a person takes over (DESIGN.md 5)."""


def arrange(scene: Scene) -> Arranged:
    """Pure. The dialogue's goal, or the one that this turn starts, taken one step further."""
    if len(scene.turn.lost) > MOST_LOST:
        return Arranged(Dialogue(), need="slot_lost", why="the chosen slots were taken by others")
    about_visit = visit.arrange_visit(scene) or _kept(scene)
    if about_visit:
        return about_visit
    pending = scene.dialogue.asked not in (None, CONFIRM)
    if scene.heard.gives_up and pending and not scene.heard.answers:
        done = Dialogue(asked_before=scene.dialogue.asked_before)
        return Arranged(done, (Say("declined"),), why="the customer lets it be")
    if scene.unsure and _must_be_known(scene) and not scene.heard.anything:
        return Arranged(scene.dialogue, (Say("take_your_time"),), why="waits for the customer")
    goal = _goal(scene)
    if scene.dialogue.asked == CONFIRM and goal is not Goal.MOVE:
        goal = Goal.CANCEL
    if goal and goal is not scene.dialogue.goal:
        scene = replace(scene, dialogue=_begun(scene, goal), heard=replace(scene.heard, pick=None))
    match scene.dialogue.goal:
        case Goal.CANCEL | Goal.MOVE:
            return _with_appointment(scene)
        case _:
            return _book(scene)


def _kept(scene: Scene) -> Arranged | None:
    """What is booked stays as it is, where other times were offered for it and none is wanted."""
    chosen = scene.heard.pick and scene.heard.pick.taken in (Taken.ONE, Taken.ANY)
    moving = scene.dialogue.goal is Goal.MOVE and scene.dialogue.asked == SLOT
    if not (moving and scene.heard.keeps) or chosen or scene.heard.times.windows:
        return None
    mine = next((a for a in scene.booked if a.id == scene.dialogue.appointment), None)
    if mine is None:
        return None
    done = Dialogue(asked_before=scene.dialogue.asked_before)
    return Arranged(done, (Say("kept", visit.tokens_of(scene, mine)),), why=f"keeps {mine.id}")


def _begun(scene: Scene, goal: Goal) -> Dialogue:
    """A new dialogue. What is booked is another job: its answers count for nothing but where."""
    another = "book" in scene.intents or scene.heard.chosen(scene.turn.pack)
    service = named_service(scene.turn, scene.booking) if goal is Goal.BOOK else None
    if goal is not Goal.BOOK or not scene.booked or not another:
        # What only its name tells is kept: no answer will lead to it again.
        kept = service.id if service and not service.when else None
        return Dialogue(goal=goal, asked_before=scene.dialogue.asked_before, service=kept)
    forgotten = tuple(q.key for q in scene.turn.pack.qualification.questions if q.choices)
    return Dialogue(goal=goal, forgotten=forgotten, service=service.id if service else None)


def _must_be_known(scene: Scene) -> bool:
    """Whether the pending question is one that nothing goes on without."""
    question = scene.turn.pack.qualification.named(scene.dialogue.asked)
    return scene.dialogue.asked is not None and not (question and question.optional)


def _goal(scene: Scene) -> Goal | None:
    """What this turn starts. Where nothing is booked, what sounds like a change is one of the
    booking that is under way: "friday if you can", "cancel that, I meant a drain"."""
    goal = next((goal for intent, goal in GOALS.items() if intent in scene.intents), None)
    named = scene.heard.chosen(scene.turn.pack)
    if scene.dialogue.goal is Goal.MOVE and goal is Goal.BOOK and not named:
        return None  # "anything after 1?" is about the move that is under way
    changes = goal in (Goal.MOVE, Goal.CANCEL) and not scene.booked
    under_way = scene.dialogue.asked and scene.heard.anything
    begun = scene.heard.names_a_job(scene.turn.pack)
    return None if changes and (under_way or begun) else goal


def _with_appointment(scene: Scene) -> Arranged:
    """Cancel or move: first of all, which one."""
    booked = scene.booked
    if not booked:
        return Arranged(Dialogue(), need="no_appointment", why="there is no appointment")
    mine = _meant(scene, booked)
    if mine is None:
        if scene.dialogue.asked == APPOINTMENT and scene.dialogue.tries > 1:
            return Arranged(Dialogue(), need="which_appointment", why="which one stayed unclear")
        options = say_options([one.slot for one in booked], scene.zone, scene.language)
        asked = Say("ask_which", (("options", options),), asks=True)
        return Arranged(scene.dialogue.asking(APPOINTMENT), (asked,), why="which appointment?")
    if scene.dialogue.goal is Goal.CANCEL:
        return _cancel(scene, mine)
    picked = scene.dialogue.asked == APPOINTMENT
    heard = replace(scene.heard, pick=None) if picked else scene.heard
    update = {"appointment": mine.id, "service": mine.slot.service}
    dialogue = scene.dialogue.model_copy(update=update)
    return offer_or_take(replace(scene, dialogue=dialogue, heard=heard))


def _meant(scene: Scene, booked: tuple[Appointment, ...]) -> Appointment | None:
    if scene.dialogue.appointment:
        return next((a for a in booked if a.id == scene.dialogue.appointment), None)
    if len(booked) == 1:
        return booked[0]
    if scene.dialogue.asked != APPOINTMENT:
        return None
    text = "\n".join(one.body for one in scene.turn.texts)
    starts = [one.slot.start for one in booked]
    said = pick(text, starts, scene.turn.now.astimezone(scene.zone), scene.zone)
    return booked[said.index] if said and said.index is not None else None


def _cancel(scene: Scene, mine: Appointment) -> Arranged:
    """Off the calendar at once where that is plainly wanted; else it is asked first, and what was
    only spoken of stays."""
    text = "\n".join(one.body for one in scene.turn.texts)
    meant = cancels(text)
    if scene.dialogue.asked == CONFIRM:
        now = scene.turn.now.astimezone(scene.zone)
        told = read_answer(text, CONFIRMING, now, scene.zone)
        if told:
            meant = Cancels(told.value)
        elif scene.dialogue.tries > 1 and not scene.besides:
            meant = Cancels.NOT
        elif meant is Cancels.PLAINLY:
            meant = Cancels.PERHAPS
    tokens = visit.tokens_of(scene, mine)
    done = Dialogue(asked_before=scene.dialogue.asked_before)
    if meant is Cancels.NOT:
        return Arranged(done, (Say("kept", tokens),), why=f"keeps {mine.id}")
    if meant is Cancels.PERHAPS:
        about = scene.dialogue.model_copy(update={"appointment": mine.id})
        asking = about.asking(CONFIRM, besides=scene.besides)
        said = Say("confirm_cancel", tokens, asks=True)
        return Arranged(asking, (said,), why=f"asks whether to cancel {mine.id}")
    when = say_slot(mine.slot.start, scene.zone, scene.language)
    return Arranged(
        Dialogue(asked_before=scene.dialogue.asked_before),
        (Say("cancelled", (("when", when),)),),
        Act(ActKind.CANCEL, mine.id),
        stage=scene.turn.pack.qualification.stages.cancelled,
        why=f"cancels {mine.id}",
    )


def _book(scene: Scene) -> Arranged:
    """The declared questions first, unless offers are out already."""
    scene = _for_another_job(scene)
    kept = remembering(scene)
    asked = scene.dialogue.asked
    pending = asked is not None and asked not in (SLOT, APPOINTMENT)
    rest = ask_the_rest(scene, kept)
    if rest:
        return rest
    if pending and scene.heard.missed and not lacks_only_zip(scene):
        again = _again(scene, kept)
        if again:
            return again
    if asked != SLOT:
        question = questions.next_question(scene)
        if question and not _given_up(scene, question):
            return ask_for(kept, question, why=f"asks {question.key}")
    return offer_or_take(replace(scene, dialogue=kept))


def _for_another_job(scene: Scene) -> Scene:
    """The scene without what was offered, where an answer of this turn makes it another service,
    or no longer this one: "cancel that, I meant a drain"."""
    if not scene.dialogue.service:
        return scene
    pinned = scene.booking.service(scene.dialogue.service)
    service = service_by_answers(scene.booking, scene.applies)
    another = service and service.id != pinned.id and scene.told & set(service.when)
    if not another and not (scene.told & set(pinned.when) and scene.rules_out(pinned)):
        return scene
    fresh = Dialogue(
        goal=Goal.BOOK, asked_before=scene.dialogue.asked_before, wanted=scene.dialogue.wanted
    )
    return replace(scene, dialogue=fresh, heard=replace(scene.heard, pick=None, missed=False))


def _again(scene: Scene, kept: Dialogue) -> Arranged | None:
    """The pending question once more, as often as the pack allows; then a person."""
    declared = scene.turn.pack.qualification
    question = declared.named(scene.dialogue.asked)
    if question is None or question.optional:
        return None
    if scene.heard.anything and scene.dialogue.tries <= declared.ask_again + MOST_BESIDES:
        so_far = (Say("go_on"),)
        return ask_for(kept, question, before=so_far, why=f"asks {question.key}, having heard more")
    if scene.besides:
        return ask_for(kept, question, besides=True, why=f"asks {question.key} again")
    if scene.dialogue.tries > declared.ask_again:
        return Arranged(Dialogue(), need="unanswered", why=f"{question.key} stayed unanswered")
    why = f"asks {question.key} again"
    return ask_for(kept, question, before=(Say("ask_again"),), numbered=True, why=why)


def _given_up(scene: Scene, question: AskedQuestion) -> bool:
    return question.optional and question.key in scene.dialogue.asked_before
