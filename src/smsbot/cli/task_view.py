"""A task as a rep reads it in five seconds: what happened, why it came to you, what the customer
wants, what was said already, what to do next (look.md, "Texts to reps")."""

from datetime import datetime
from zoneinfo import ZoneInfo

from smsbot.cli.common import ago, bold, coloured, dim, when
from smsbot.domain.task import Task, TaskState, Urgency

MARGIN = 16
LOUD = (Urgency.EMERGENCY, Urgency.URGENT)
IN_ITS_OWN_PLACE = ("phone", "name")
"""Facts that the head of the view shows already."""


def line(task: Task, who: str, now: datetime) -> str:
    """One task in one line of a list."""
    urgency = f"{task.urgency.value:<9}"
    loud = coloured(urgency, "red") if task.urgency in LOUD else urgency
    return (
        f"{task.id}  {loud} {task.queue:<10} {_standing(task):<16} {_due(task, now):<22} "
        f"{who:<16} {dim(task.reason)}"
    )


def view(task: Task, who: str, zone: ZoneInfo, now: datetime) -> str:
    """The whole task; `who` is the customer."""
    context = task.context
    said = [f"{who}: {body}" for who, body in context.last_messages]
    facts = [
        f"{name}: {value}" for name, value in context.facts.items() if name not in IN_ITS_OWN_PLACE
    ]
    parts = [
        ("What happened", [f"{task.reason}, {when(task.created_at, zone, now)}"]),
        (
            "Why you",
            [f"queue {task.queue}, {task.urgency.value}, {_due(task, now)}", context.why_you],
        ),
        ("Customer wants", [context.wants, *context.question.splitlines()]),
        ("Already said", said),
        ("Known", facts),
        ("Do next", [context.next_step]),
        ("Record", [context.link]),
    ]
    head = f"{dim(task.id)}  {who}  {_standing(task)}"
    shown = [_part(title, [one for one in lines if one]) for title, lines in parts]
    return "\n".join([head, *(part for part in shown if part)])


def _part(title: str, lines: list[str]) -> str:
    if not lines:
        return ""
    first, *rest = lines
    head = bold(f"{title:<{MARGIN}}") + first
    return "\n".join([head, *(" " * MARGIN + one for one in rest)])


def _standing(task: Task) -> str:
    if task.state is TaskState.CLAIMED:
        return f"{task.assigned_to}'s"
    meant = task.state is TaskState.OPEN and task.assigned_to
    return f"for {task.assigned_to}" if meant else task.state.value


def _due(task: Task, now: datetime) -> str:
    if task.state is TaskState.RESOLVED:
        return ""
    if task.state is TaskState.OPEN and task.due_at < now:
        return f"late by {ago(task.due_at, now)}".removesuffix(" ago")
    return f"due {ago(task.due_at, now)}"
