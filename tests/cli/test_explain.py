"""`smsbot explain`: one text, and a stream of them."""

import io
import json
import subprocess
import sys
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest

from smsbot.cli.explain import stream
from smsbot.cli.explaining import Asked, BadLine, Explainer, read_line
from smsbot.domain.guard import GuardFacts
from smsbot.guards import evaluate
from smsbot.pack.load import load_shipped
from tests.cli.support import Run


@pytest.fixture(scope="module")
def explainer() -> Explainer:
    return Explainer(load_shipped())


def streamed(explainer: Explainer, *lines: str | bytes) -> tuple[int, list[Any]]:
    given = b"".join((one.encode() if isinstance(one, str) else one) + b"\n" for one in lines)
    out = io.BytesIO()
    bad = stream(explainer, io.BytesIO(given), out)
    return bad, [json.loads(line) for line in out.getvalue().splitlines()]


def test_one_text_is_told_for_a_person(run: Run) -> None:
    told = run("explain", "STOP")
    assert told.code == 0
    assert told.out.splitlines()[0].startswith("Guards      opt_out: ")
    assert "the conversation is not asked" in told.out
    assert "1 segment in GSM-7" in told.out
    assert "\x1b[" not in told.out


def test_one_text_as_json_has_the_documented_shape(run: Run) -> None:
    told = run("explain", "what are your hours?", "--json").json
    assert set(told) == {
        *("guard", "intents", "answers", "service", "times", "excluded", "segments")
    }
    assert set(told["guard"]) == {"action", "rule", "reason"}
    assert told["guard"]["action"] == "pass"
    assert [set(one) for one in told["intents"]] == [{"name", "confidence"}]
    assert told["times"] == []
    assert told["excluded"] == []
    assert told["segments"] == {"encoding": "GSM-7", "count": 1}


def test_it_says_what_the_guards_of_production_say(explainer: Explainer) -> None:
    rules = load_shipped().business.guards
    for text in ("STOP", "hi", "wrong number", "HELP", "my lawyer will call", "start", ""):
        expected = evaluate(text, GuardFacts(), rules)
        found = explainer.explain(Asked(text)).as_json()["guard"]
        assert found == {
            "action": expected.action.value,
            "rule": expected.winner.rule,
            "reason": expected.winner.reason,
        }


def test_times_are_windows_of_the_customers_zone(explainer: Explainer) -> None:
    asked = {"now": "2026-11-23T17:15:00Z", "tz": "America/Denver"}
    [open_end, two, ruled_out] = streamed(
        explainer,
        json.dumps({"text": "asap please", **asked}),
        json.dumps({"text": "tmrw at 3 or thursday morning", **asked}),
        json.dumps({"text": "not monday", **asked}),
    )[1]
    assert open_end["times"] == [
        {"start": "2026-11-23T10:15:00-07:00", "end": None, "grain": "now"}
    ]
    assert two["times"] == [
        {
            "start": "2026-11-24T15:00:00-07:00",
            "end": "2026-11-24T16:00:00-07:00",
            "grain": "hour",
        },
        {
            "start": "2026-11-26T06:00:00-07:00",
            "end": "2026-11-26T12:00:00-07:00",
            "grain": "part",
        },
    ]
    assert ruled_out["times"] == []
    assert [one["start"][:10] for one in ruled_out["excluded"]] == ["2026-11-30"]


def test_without_a_zone_times_are_the_businesss(explainer: Explainer) -> None:
    now = datetime(2026, 11, 23, 17, 15, tzinfo=UTC)
    [found] = explainer.explain(Asked("noon tomorrow", now)).as_json()["times"]
    assert found["start"] == "2026-11-24T12:00:00-07:00"


def test_times_are_told_for_a_person(run: Run) -> None:
    at = ("--now", "2026-11-23T10:15:00-07:00", "--tz", "America/Denver")
    told = run("explain", "around 3 tomorrow, not friday", *at).out
    assert "Times       around Tue Nov 24 2026 15:00 to Tue Nov 24 16:00 (hour)" in told
    assert "; not Fri Nov 27 2026 00:00 to Sat Nov 28 00:00 (day)" in told
    assert "Times       none" in run("explain", "hi", *at).out


def test_lines_are_answered_in_order(explainer: Explainer) -> None:
    bad, found = streamed(
        explainer, '{"text": "STOP"}', '{"text": "what are your hours?"}', '{"text": "STOP"}'
    )
    assert bad == 0
    assert [one["guard"]["action"] for one in found] == ["opt_out", "pass", "opt_out"]


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("", "not JSON"),
        ("{", "not JSON"),
        (b'{"text": "\xff"}', "not JSON"),
        ('{"text": "\\ud800"}', "not JSON"),
        ("[]", "not a JSON object"),
        ("{}", "text is missing"),
        ('{"text": null}', "text is not a string"),
        ('{"text": 7}', "text is not a string"),
        ('{"text": "hi", "now": 7}', "now is not a string"),
        ('{"text": "hi", "now": "tomorrow"}', "now is not an ISO 8601 time: 'tomorrow'"),
        ('{"text": "hi", "now": "2026-11-23T22:15:00"}', "now has no offset"),
        ('{"text": "hi", "tz": "Mars/Olympus"}', "tz is not an IANA time zone: 'Mars/Olympus'"),
        ('{"text": "hi", "tz": ""}', "tz is not an IANA time zone"),
        ('{"text": "hi", "tz": "../etc"}', "tz is not an IANA time zone"),
        ('{"text": "hi", "tz": "America"}', "tz is not an IANA time zone"),
        ('{"text": "hi", "pending": []}', "pending is not a string"),
    ],
)
def test_a_bad_line_is_answered_in_its_place_and_the_stream_goes_on(
    explainer: Explainer, line: str | bytes, what: str
) -> None:
    bad, [first, middle, last] = streamed(explainer, '{"text": "hi"}', line, '{"text": "hi"}')
    assert bad == 1
    assert first == last
    assert set(middle) == {"error"}
    assert middle["error"]["line"] == 2
    assert what in middle["error"]["what"]
    assert middle["error"]["what_to_do"]


def test_the_moment_the_zone_and_what_is_pending_are_read() -> None:
    asked = read_line(
        b'{"text": "hi", "now": "2026-11-23T22:15:00-07:00", "tz": "America/Denver",'
        b' "pending": "service", "label": "kept out"}'
    )
    moment = datetime(2026, 11, 23, 22, 15, tzinfo=timezone(timedelta(hours=-7)))
    assert asked == Asked("hi", moment, "America/Denver", "service")
    utc = read_line(b'{"text": "hi", "now": "2026-11-24T05:15:00Z", "tz": null}')
    assert utc.now == moment
    assert utc.now is not None
    assert utc.now.tzinfo is not None
    assert utc.now.astimezone(UTC) == moment


def test_reading_says_what_to_do() -> None:
    with pytest.raises(BadLine) as error:
        read_line(b'{"text": "hi", "now": "2026-11-23"}')
    assert error.value.what_to_do == "write it as 2026-11-23T22:15:00-07:00"


def test_a_pipe_of_lines_exits_1_where_one_was_bad_and_0_where_none_was() -> None:
    def piped(lines: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "smsbot", "explain", "--jsonl"],
            input=lines,
            capture_output=True,
            text=True,
            check=False,
        )

    good = piped('{"text": "STOP"}\n{"text": "hi"}')
    assert good.returncode == 0
    assert len(good.stdout.splitlines()) == 2
    bad = piped('{"text": "STOP"}\nnot json\n{"text": "hi"}\n')
    assert bad.returncode == 1
    assert [next(iter(json.loads(line))) for line in bad.stdout.splitlines()] == [
        "guard",
        "error",
        "guard",
    ]


@pytest.mark.parametrize("arguments", [(), ("hi", "--jsonl")])
def test_a_text_or_lines_but_not_both(run: Run, arguments: tuple[str, ...]) -> None:
    left = run("explain", *arguments)
    assert left.code == 2
    assert "either a text or --jsonl" in left.err


@pytest.mark.parametrize(
    ("option", "value"), [("--now", "2026-11-23T22:15:00"), ("--tz", "Mars/Olympus")]
)
def test_a_wrong_option_is_refused_with_what_to_write(run: Run, option: str, value: str) -> None:
    left = run("explain", "hi", option, value)
    assert left.code == 2
    assert "write it as" in left.err


def test_the_curly_quote_that_doubles_the_price_is_seen(run: Run) -> None:
    long = "a" * 71
    assert run("explain", long, "--json").json["segments"] == {"encoding": "GSM-7", "count": 1}
    curly = run("explain", long + "\u2019", "--json").json["segments"]
    assert curly == {"encoding": "UCS-2", "count": 2}


def test_what_is_answered_and_the_service_are_told(run: Run) -> None:
    told = run("explain", "my furnace is broken, its at 930 Corona St Denver 80218", "--json").json
    assert told["answers"]["job"] == "repair"
    assert told["service"] == "repair_visit"
    assert run("explain", "hi", "--json").json["service"] is None
