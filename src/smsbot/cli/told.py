"""A text's story in words, in the order in which it happened."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from smsbot.cli.common import bold, coloured, dim, exact, when
from smsbot.domain.decision import Verdict
from smsbot.domain.understanding import Understanding
from smsbot.pipeline.story_parts import (
    AttemptPart,
    InboundStory,
    OutboundStory,
    Story,
    TaskPart,
    TextRef,
    TurnPart,
)

MARGIN = 14
COLOUR = {
    "approved": "green",
    "delivered": "green",
    "read": "green",
    "sent": "green",
    "deferred": "yellow",
    "queued": "yellow",
    "sending": "yellow",
    "unknown": "yellow",
    "refused": "red",
    "cancelled": "red",
    "failed": "red",
    "undelivered": "red",
}


@dataclass(slots=True)
class Chapter:
    """One step of the story; the first line stands beside the title."""

    title: str
    lines: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        first, *rest = self.lines or ["nothing"]
        head = bold(f"{self.title:<{MARGIN}}") + first
        return "\n".join([head, *(" " * MARGIN + line for line in rest)])


def tell(story: Story, zone: ZoneInfo, now: datetime) -> str:
    """The whole story as text; times in words with the exact ones in `zone` beside them."""
    match story:
        case InboundStory():
            chapters = list(_came_in(story, zone, now))
        case OutboundStory():
            chapters = [_composed(story, zone, now), *_went_out(story, zone)]
    who = f"{story.phone} ({story.name})" if story.name else story.phone
    arrow = f"{who} to {story.number}" if story.direction == "in" else f"{story.number} to {who}"
    head = f"{dim(story.id)}  {arrow}\n{quoted(story.body)}"
    return "\n\n".join([head, *map(str, chapters)])


def quoted(body: str, most: int | None = None) -> str:
    """A body as one line in quotes, cut after `most` characters."""
    line = " / ".join(body.splitlines())
    if most is not None and len(line) > most:
        line = line[: most - 1] + "…"
    return f"“{line}”"


def _came_in(story: InboundStory, zone: ZoneInfo, now: datetime) -> Iterator[Chapter]:
    how = "by webhook" if story.source == "webhook" else story.source
    media = f", {len(story.media)} media" if story.media else ""
    yield Chapter(
        "Received",
        [
            f"{when(story.received_at, zone, now)}, {how}{media}, {_segments(story.segments)}",
            dim(f"carrier SID {story.carrier_sid}"),
        ],
    )
    yield Chapter("Guards", list(_guards(story)))
    yield from (_understood(turn) for turn in story.turns)
    yield Chapter("Conversation", list(_conversation(story, zone)))
    if not story.replies:
        yield Chapter("Gate", ["was not asked: nothing was to be sent"])
    for reply in story.replies:
        yield from _went_out(reply, zone)


def _guards(story: InboundStory) -> Iterator[str]:
    for verdict in story.guards:
        matched = f" {quoted(verdict.matched)}" if verdict.matched else ""
        won = "" if verdict == story.guard else dim(" (spoke beside it)")
        yield f"{verdict.action.value}{matched}: {verdict.reason}{won} {dim(verdict.rule)}"


def _understood(turn: TurnPart) -> Chapter:
    meant = turn.understanding
    if meant is None:
        return Chapter("Understood", ["nothing yet"])
    lines = [f"{_intents(meant)} {dim(f'by {meant.source}, in {meant.language}')}"]
    if meant.problem:
        lines.append(f"the model failed: {meant.problem}")
    if meant.raw:
        lines.append(dim(f"the model said {meant.raw}"))
    return Chapter("Understood", lines)


def _intents(meant: Understanding) -> str:
    said = [f"{one.faq_id or one.name} {one.confidence:.2f}" for one in meant.intents]
    return ", ".join(said) or "nothing"


def _conversation(story: InboundStory, zone: ZoneInfo) -> Iterator[str]:
    for turn in story.turns:
        yield from _turn(turn)
    if story.settled is None:
        yield coloured("still waits for an answer", "yellow")
    elif not story.turns:
        yield f"no turn: settled as {story.settled} by {story.settled_by}"
    for task in story.tasks:
        yield from _task(task, zone)
    for record in story.consents:
        yield f"consent {record.act} ({record.scope}, {record.method}) {dim(record.id)}"
    owner = f"{story.rep}, a person" if story.rep else story.owner
    yield dim(f"owned by {owner} now")


def _turn(turn: TurnPart) -> Iterator[str]:
    took = ", ".join(quoted(one.body, 40) for one in turn.took)
    outcome = turn.outcome or "not finished"
    yield f"turn {outcome} ({turn.reason or 'no outcome stored'}), took {took}"
    for node, did in turn.trace:
        yield f"  {node}: {did}"
    versions = {"pack": turn.pack_hash, **turn.versions}
    named = ", ".join(f"{name} {value[:16]}" for name, value in versions.items())
    yield dim(f"{turn.id}, {named}")


def _task(task: TaskPart, zone: ZoneInfo) -> Iterator[str]:
    did = "made" if task.made else "extended"
    mine = f"for {task.assigned_to}" if task.state == "open" else f"{task.assigned_to}'s"
    who = f", {mine}" if task.assigned_to else ""
    yield (
        f"task {did} for {task.queue}, {task.urgency}: {task.reason} "
        f"({task.state}{who}, due {exact(task.due_at, zone)}) {dim(task.id)}"
    )
    for text in task.texts:
        yield f"  {_ref(text)}"


def _ref(text: TextRef) -> str:
    return f"{text.kind} {quoted(text.body, 60)} {_coloured(text.what)} {dim(text.id)}"


def _composed(story: OutboundStory, zone: ZoneInfo, now: datetime) -> Chapter:
    lines = [f"{story.reason}, {when(story.queued_at, zone, now)}", *_source(story)]
    lines += [f"answers {quoted(one.body, 60)} {dim(one.id)}" for one in story.answers]
    if story.turn and story.turn.understanding:
        lines.append(f"understood: {_intents(story.turn.understanding)}")
    if story.turn:
        lines += _turn(story.turn)
    if story.task_id:
        lines.append(f"for task {story.task_id}")
    return Chapter("Written", lines)


def _source(story: OutboundStory) -> list[str]:
    pack = f", pack {story.pack_hash[:16]}" if story.pack_hash else ""
    return [dim(f"{story.kind} from {story.source}{pack}, {_segments(story.segments)}")]


def _segments(count: int) -> str:
    return f"{count} segment" if count == 1 else f"{count} segments"


def _went_out(story: OutboundStory, zone: ZoneInfo) -> Iterator[Chapter]:
    yield Chapter("Gate", [quoted(story.body), *_source(story), *_gate(story)])
    yield Chapter("Delivered", list(_delivered(story, zone)))


def _gate(story: OutboundStory) -> Iterator[str]:
    for part in story.gate:
        when_asked = "when queued" if part.when == "queue" else "at dispatch"
        yield f"{_coloured(part.decision.outcome)} {when_asked}: {part.decision.reason}"
    columns = [{one.rule: one for one in part.decision.verdicts} for part in story.gate]
    for rule in dict.fromkeys(rule for column in columns for rule in column):
        asked = [column.get(rule) for column in columns]
        rulings = " ".join(f"{_ruling(one):<9}" for one in asked)
        latest = next(one for one in reversed(asked) if one is not None)
        yield f"  {rule:<13} {rulings} {dim(latest.reason)}"
    if any(not one.binding for column in columns for one in column.values()):
        yield dim(f"  (in parentheses: does not bind a {story.kind} text there)")
    if story.consent is not None:
        record = story.consent
        yield f"consent checked: {record.act} ({record.scope}, {record.method}) {dim(record.id)}"


def _ruling(verdict: Verdict | None) -> str:
    if verdict is None:
        return "-"
    return verdict.ruling.value if verdict.binding else f"({verdict.ruling.value})"


def _delivered(story: OutboundStory, zone: ZoneInfo) -> Iterator[str]:
    code = f", code {story.error_code}" if story.error_code else ""
    yield f"{_coloured(story.status or story.state)}{code}{_waits(story, zone)}"
    if story.cancelled:
        yield f"cancelled: {story.cancelled}"
    for attempt in story.attempts:
        yield _attempt(attempt, zone)
    for one in story.receipts:
        failed = f" {one.error_code}" if one.error_code else ""
        yield f"the carrier said {one.status}{failed}, {exact(one.at, zone)}: {one.effect}"
    yield dim(story.id)


def _waits(story: OutboundStory, zone: ZoneInfo) -> str:
    return f", may leave from {exact(story.due_at, zone)}" if story.state == "queued" else ""


def _attempt(attempt: AttemptPart, zone: ZoneInfo) -> str:
    said = " ".join(str(value) for value in attempt.detail.values())
    sid = f" as {attempt.carrier_sid}" if attempt.carrier_sid else ""
    outcome = attempt.outcome or "no answer known"
    return f"given to the carrier {exact(attempt.started_at, zone)}: {outcome}{sid} {said}".rstrip()


def _coloured(word: str) -> str:
    colour = COLOUR.get(word)
    return coloured(word, colour) if colour else word
