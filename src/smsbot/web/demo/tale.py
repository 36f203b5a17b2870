"""The story of a text as the page tells it, in the order in which it happened: received, guards,
understood, what the conversation did, gate, delivered. Told from what is stored, for people."""

from collections.abc import Sequence
from typing import Any

from smsbot.domain.event import EventType
from smsbot.domain.guard import Action, GuardVerdict
from smsbot.guards import PRECEDENCE
from smsbot.pipeline.story_parts import InboundStory, OutboundStory, Story, TurnPart
from smsbot.store.records import plain
from smsbot.web.demo.chapter import Chapter, Fold, Line, seconds, sentence, several
from smsbot.web.demo.tale_sent import delivered, gate
from smsbot.web.demo.words import ACTION, wants

SILENCED = (Action.OPT_OUT, Action.WRONG_NUMBER)
"""What ends the texts; a task may stand beside it."""
ARRANGED = {
    EventType.APPOINTMENT_BOOKED.value: "booked",
    EventType.APPOINTMENT_MOVED.value: "moved",
    EventType.APPOINTMENT_CANCELLED.value: "cancelled",
}
"""What a turn did to the calendar."""


def tell(story: Story) -> dict[str, Any]:
    """The story as JSON: whose text it is, and its chapters."""
    chapters = _came_in(story) if story.direction == "in" else _went_out(story)
    return {
        "id": story.id,
        "direction": story.direction,
        "phone": story.phone,
        "body": story.body,
        "sid": story.carrier_sid,
        "chapters": [plain(chapter) for chapter in chapters],
    }


def _came_in(story: InboundStory) -> list[Chapter]:
    return [
        _received(story),
        _guards(story),
        _understood(story),
        _did(story),
        gate(story.replies, waits=_waits(story)),
        delivered(story.replies, waits=_waits(story)),
    ]


def _went_out(story: OutboundStory) -> list[Chapter]:
    composed = Chapter(
        key="did",
        title="Why it was written",
        headline=story.reason,
        word=story.kind,
        tone="plain",
        folds=(
            Fold(
                "Where its words come from",
                (
                    Line("composed by", story.source),
                    Line("declared in", f"pack {(story.pack_hash or 'unknown')[:12]}"),
                    *(Line("answers", one.body) for one in story.answers),
                ),
            ),
        ),
        at=story.queued_at,
    )
    return [composed, gate((story,), waits=False), delivered((story,), waits=False)]


def _waits(story: InboundStory) -> bool:
    """Whether the bot has still to answer it."""
    return story.settled is None and story.owner == "bot"


def _received(story: InboundStory) -> Chapter:
    by_webhook = story.source == "webhook"
    headline = (
        "The carrier's webhook came, its signature is right, the text is stored."
        if by_webhook
        else "The webhook never came: the text was fetched from the carrier's list, and stored."
    )
    return Chapter(
        key="received",
        title="Received",
        headline=headline,
        word=several(story.segments, "segment"),
        tone="good",
        folds=(
            Fold(
                "How it came",
                (
                    Line("carrier's id", story.carrier_sid),
                    Line("our id", story.id),
                    Line("came by", story.source),
                    *(Line("picture or file", one.get("content_type", "")) for one in story.media),
                ),
            ),
        ),
        at=story.received_at,
    )


def _guards(story: InboundStory) -> Chapter:
    winner = story.guard
    word, tone = ACTION[winner.action]
    others = [one for one in story.guards if one is not winner and one.action is not Action.PASS]
    notes = [sentence(f"{one.rule} spoke too: {one.reason}") for one in others]
    if winner.action is not Action.PASS:
        notes.insert(0, f"Rule: {winner.rule}")
    spoke = tuple(_verdict(one) for one in story.guards if one.action is not Action.PASS)
    return Chapter(
        key="guards",
        title="Guards",
        headline=_says(winner),
        word=word,
        tone=tone,
        notes=tuple(notes),
        folds=(Fold("What every rule said", (*spoke, *_silent(story.guards))),),
        at=story.received_at,
    )


def _silent(spoke: Sequence[GuardVerdict]) -> list[Line]:
    """The guards that were asked too and had nothing to say."""
    heard = {one.rule.removeprefix("guard_failed.").partition(".")[0] for one in spoke}
    return [
        Line(name, "Nothing to say to this text.", "silent")
        for name, _ in PRECEDENCE
        if name not in heard
    ]


def _verdict(verdict: GuardVerdict) -> Line:
    word, tone = ACTION[verdict.action]
    return Line(verdict.rule, _says(verdict), word, tone)


def _says(verdict: GuardVerdict) -> str:
    saw = f" It saw \u201c{verdict.matched}\u201d." if verdict.matched else ""
    return sentence(verdict.reason) + saw


def _understood(story: InboundStory) -> Chapter:
    turn = _turn(story)
    if turn is None or turn.understanding is None:
        return _not_understood(story)
    found = turn.understanding
    said = wants(found.intents)
    by_model = found.source != "offline"
    lines = [
        Line(
            wants([one]),
            f"\u201c{one.words}\u201d" if one.words else "the whole text",
            f"{one.confidence:.0%} sure",
        )
        for one in found.intents
    ]
    lines += [
        Line("language", found.language),
        Line("mood", found.sentiment),
        Line("understood by", found.source),
        *(Line(name, value) for name, value in found.slots.items()),
    ]
    if found.problem:
        lines.append(Line("the model failed", found.problem, "went on without it", "waiting"))
    return Chapter(
        key="understood",
        title="Understood",
        headline=f"The customer {said}." if said else "Nothing certain.",
        word="by a model" if by_model else "by rules",
        tone="good" if said else "waiting",
        folds=(Fold("What was read from it", tuple(lines)),),
        at=turn.ended_at,
    )


def _not_understood(story: InboundStory) -> Chapter:
    if _waits(story):
        headline, word, tone = "Waits a moment: more may be coming.", "settling", "waiting"
    elif story.settled == "closed":
        headline, word, tone = "A later opt-out closed it unanswered.", "closed", "plain"
    elif story.settled == "task" and story.guard.action in (Action.PASS, Action.OWNED):
        headline, word, tone = "A person will read it; the bot keeps out.", "not asked", "plain"
    else:
        headline, word, tone = "A rule decided, so no model was asked.", "not asked", "plain"
    return Chapter("understood", "Understood", headline, word, tone)


def _turn(story: InboundStory) -> TurnPart | None:
    """The turn that counts: the one that was committed, else the latest."""
    committed = [one for one in story.turns if one.outcome == "committed"]
    latest = committed or list(story.turns)
    return latest[-1] if latest else None


def _did(story: InboundStory) -> Chapter:
    turn = _turn(story)
    folds = []
    if turn is not None and turn.trace:
        steps = tuple(Line(node, did) for node, did in turn.trace)
        folds.append(Fold("Each step of the conversation", steps))
    if story.consents:
        records = tuple(
            Line(f"{one.act}, {one.scope}", f"\u201c{one.evidence}\u201d, by {one.method}")
            for one in story.consents
        )
        folds.append(Fold("Consent records it wrote", records))
    headline, word, tone = _outcome(story, turn)
    return Chapter(
        key="did",
        title="Conversation",
        headline=headline,
        word=word,
        tone=tone,
        notes=tuple(_notes(story, turn)),
        folds=tuple(folds),
        at=(turn.ended_at if turn else None) or story.settled_at,
    )


def _outcome(story: InboundStory, turn: TurnPart | None) -> tuple[str, str, str]:
    if story.guard.action in SILENCED:
        return _ruled(story)
    made = [one for one in story.tasks if one.made]
    if made and story.guard.action is Action.PASS:
        return sentence(f"Handed to a person: {made[0].reason}"), "handed off", "waiting"
    if story.tasks:
        did = "A task was made for a person" if made else "Added to the task that is open"
        return sentence(f"{did}: {story.tasks[0].reason}"), "task", "waiting"
    if turn is not None and turn.outcome == "committed":
        return _answered(story, turn)
    if _waits(story):
        return "Waits until you have finished, then answers everything at once.", "soon", "waiting"
    return _ruled(story)


def _answered(story: InboundStory, turn: TurnPart) -> tuple[str, str, str]:
    took = len(turn.took)
    together = f"Took {several(took, 'text')} together. " if took > 1 else ""
    if not story.replies:
        return f"{together}Nothing needed an answer.", "no answer", "plain"
    arranged = next((ARRANGED[one.type] for one in story.events if one.type in ARRANGED), None)
    if arranged is not None:
        return f"{together}The appointment is {arranged}.", arranged, "good"
    return sentence(f"{together}{story.replies[0].reason}"), "answered", "good"


def _ruled(story: InboundStory) -> tuple[str, str, str]:
    """What a guard's word did by itself."""
    match story.guard.action:
        case action if action in SILENCED:
            said = "Opted out in the same transaction: everything queued for them is taken back."
            return said, "silent now", "good"
        case Action.OPT_IN:
            return "Texts are welcome again, with a new consent record.", "opted in", "good"
        case Action.HELP:
            return "Who we are and how to reach a person.", "answered", "good"
        case Action.SUPPRESSED:
            return "They opted out, so nothing is answered.", "silent", "plain"
        case _:
            return "Stored; nothing more to do.", "stored", "plain"


def _notes(story: InboundStory, turn: TurnPart | None) -> list[str]:
    notes = []
    if story.tasks and story.guard.action in SILENCED:
        notes.append(sentence(f"A person gets a task all the same: {story.tasks[0].reason}"))
    if voided := sum(one.outcome == "voided" for one in story.turns):
        notes.append(f"A newer text came, so {several(voided, 'turn')} began again.")
    if turn is not None and turn.ended_at is not None:
        notes.append(f"Thought for {seconds(turn.started_at, turn.ended_at)}.")
    if any(one.kind == "staff" for task in story.tasks for one in task.texts):
        notes.append("One of our own people was texted in the same transaction.")
    return notes
