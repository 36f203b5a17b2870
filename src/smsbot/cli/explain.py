"""`smsbot explain`: what the product makes of a text, without touching data."""

import sys
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer

from smsbot.cli.common import CannotDo, as_json, bold, dim, settings_for_command

if TYPE_CHECKING:
    from smsbot.cli.explaining import Explained, Explainer
    from smsbot.domain.times import Window


def register(app: typer.Typer) -> None:
    app.command()(explain)


Text = Annotated[str | None, typer.Argument(help="The text, as a customer would send it.")]
Jsonl = Annotated[
    bool,
    typer.Option(
        "--jsonl",
        help='Read lines {"text", "now"?, "tz"?, "pending"?} from standard input and print one '
        "line of JSON for each, in order.",
    ),
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Now = Annotated[str | None, typer.Option(help="The customer's moment, ISO 8601 with its offset.")]
Zone = Annotated[str | None, typer.Option(help="The customer's time zone, as America/Denver.")]
Pending = Annotated[str | None, typer.Option(help="The key of the question that the bot asked.")]


def explain(
    text: Text = None,
    jsonl: Jsonl = False,
    json: Json = False,
    now: Now = None,
    tz: Zone = None,
    pending: Pending = None,
) -> None:
    """Explain what the guards and the conversation make of a text. No database, no network.

    The rules are those of SMSBOT_GRAPHS and SMSBOT_PROMPTS, or the shipped ones. The guard's
    action is one of pass, opt_out, opt_in, help, wrong_number, emergency, self_harm, escalate,
    auto_reply; docs/explain.md says what each means. With --jsonl a line that cannot be read gives
    {"error": …} in its place, and the exit code is 1 at the end.

    \b
    Example: smsbot explain "stop texting me and whats the rate"

    \b
    Example: smsbot explain --jsonl < texts.jsonl > explained.jsonl
    """
    if jsonl == (text is not None):
        raise CannotDo(
            "give either a text or --jsonl.", 'Write `smsbot explain "hi"`, or pipe lines in.'
        )
    explainer = _explainer()
    if text is None:
        bad = stream(explainer, sys.stdin.buffer, sys.stdout.buffer)
        raise typer.Exit(1 if bad else 0)
    found = _one(explainer, text, now, tz, pending)
    typer.echo(as_json(found.as_json()) if json else _told(found))


def _explainer() -> "Explainer":
    from smsbot.chosen_pack import load_pack
    from smsbot.cli.explaining import Explainer

    return Explainer(load_pack(settings_for_command()))


def _one(
    explainer: "Explainer", text: str, now: str | None, tz: str | None, pending: str | None
) -> "Explained":
    from smsbot.cli.explaining import BadLine, asked

    readable = text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    try:
        return explainer.explain(asked(readable, now, tz, pending))
    except BadLine as error:
        raise CannotDo(error.what, error.what_to_do) from error


def stream(explainer: "Explainer", lines: BinaryIO, out: BinaryIO) -> int:
    """Explain each line of JSON, in order, one line of JSON out for one in; returns how many could
    not be read. Each is flushed, so that a program can ask and answer in turn."""
    import orjson

    from smsbot.cli.explaining import BadLine, read_line

    bad = 0
    for number, line in enumerate(lines, start=1):
        try:
            found = explainer.explain(read_line(line)).as_json()
        except BadLine as error:
            bad += 1
            problem = {"line": number, "what": error.what, "what_to_do": error.what_to_do}
            found = {"error": problem}
        out.write(orjson.dumps(found) + b"\n")
        out.flush()
    return bad


def _told(found: "Explained") -> str:
    spoke = found.guard.winner
    meant = ", ".join(f"{name} {confidence:.2f}" for name, confidence in found.intents.items())
    plural = "" if found.length.count == 1 else "s"
    rows = [
        ("Guards", f"{spoke.action.value}: {spoke.reason} {dim(spoke.rule)}"),
        ("Understood", f"{meant or 'nothing'}{_not_asked(spoke.action.value)}"),
        ("Answers", ", ".join(f"{key}: {said}" for key, said in found.answers.items()) or "none"),
        ("Service", found.service or "none"),
        ("Times", _times(found)),
        ("Length", f"{found.length.count} segment{plural} in {found.length.encoding}"),
    ]
    return "\n".join(bold(f"{title:<12}") + words for title, words in rows)


def _times(found: "Explained") -> str:
    """The windows in words, best first; what was ruled out behind them."""
    said = [_window(one) for one in found.times.windows]
    said += [f"not {_window(one)}" for one in found.times.excluded]
    return "; ".join(said) or "none"


def _window(window: "Window") -> str:
    start = f"{window.start:%a %b %-d %Y %H:%M}"
    around = "around " if window.approximate else ""
    end = f" to {window.end:%a %b %-d %H:%M}" if window.end else " on"
    return f"{around}{start}{end} ({window.grain.value})"


def _not_asked(action: str) -> str:
    """The conversation is asked only about what passes the guards."""
    return "" if action == "pass" else dim(" (the conversation is not asked)")
