"""The carrier's door: what is genuine is stored, what is not is refused, nothing is a 500."""

import pytest

from tests.web.conftest import PUBLIC, Web, sign

EMPTY = '<?xml version="1.0" encoding="UTF-8"?><Response></Response>'


async def test_a_signed_text_is_stored_and_answered_with_empty_twiml(web: Web) -> None:
    answer = await web.inbound("what are your hours?")
    assert (answer.status_code, answer.text) == (200, EMPTY)
    assert answer.headers["content-type"].startswith("text/xml")
    (row,) = web.rows("SELECT body, action, settled FROM inbox")
    assert row == {"body": "what are your hours?", "action": "pass", "settled": None}
    assert web.rows("SELECT task_name FROM procrastinate_jobs") == [{"task_name": "turn"}]


async def test_a_pooled_number_adds_a_field_and_the_signature_covers_it(web: Web) -> None:
    answer = await web.inbound("hi", MessagingServiceSid="MG" + "1" * 32, SomeNewField=" ")
    assert answer.status_code == 200


@pytest.mark.parametrize("signature", ["", "bm90IHRoaXMgb25l", "\u00fc"], ids=repr)
async def test_a_wrong_signature_is_refused_and_nothing_is_stored(web: Web, signature: str) -> None:
    answer = await web.inbound("hi", signature=signature)
    assert answer.status_code == 403
    assert web.rows("SELECT * FROM inbox") == []


async def test_the_address_inside_the_proxy_is_not_what_the_carrier_signed(web: Web) -> None:
    fields = {"MessageSid": "SM1", "From": "+12015550142", "To": "+13035550100", "Body": "hi"}
    inside = sign("http://inside/webhooks/twilio/inbound", fields)
    answer = await web.post("/webhooks/twilio/inbound", fields, inside)
    assert answer.status_code == 403


async def test_a_missing_signature_is_refused(web: Web) -> None:
    answer = await web.client.post("/webhooks/twilio/inbound", data={"Body": "hi"})
    assert answer.status_code == 403


async def test_a_changed_field_is_refused(web: Web) -> None:
    fields = {"MessageSid": "SM1", "From": "+12015550142", "To": "+13035550100", "Body": "hi"}
    genuine = sign(f"{PUBLIC}/webhooks/twilio/inbound", fields)
    answer = await web.post("/webhooks/twilio/inbound", {**fields, "Body": "STOP"}, genuine)
    assert answer.status_code == 403
    assert web.rows("SELECT * FROM contact") == []


@pytest.mark.parametrize(
    ("body", "more"),
    [
        ("", {}),
        ("   ", {}),
        ("😀" * 1600, {"NumSegments": "48"}),
        ("a\x00b", {}),
        ("\u200b\u200e", {}),
        ("x" * 1600, {}),
        (
            "",
            {
                "NumMedia": "2",
                "MediaUrl0": "https://api.example.com/media/1",
                "MediaContentType0": "image/jpeg",
                "MediaUrl1": "https://api.example.com/media/2",
                "MediaContentType1": "image/png",
            },
        ),
        ("hi", {"NumMedia": "nonsense"}),
        ("hi", {"NumSegments": ""}),
    ],
    ids=["empty", "blank", "emoji", "nul", "invisible", "long", "media", "bad count", "no count"],
)
async def test_whatever_a_phone_can_send_is_stored(
    web: Web, body: str, more: dict[str, str]
) -> None:
    answer = await web.inbound(body, **more)
    assert answer.status_code == 200
    (row,) = web.rows("SELECT body, media FROM inbox")
    assert row["body"] == body.replace("\x00", "")
    assert len(row["media"]) == (2 if more.get("NumMedia") == "2" else 0)


@pytest.mark.parametrize(
    "sender",
    ["+442071838750", "+5215512345678", "72727", "BANKALERT", "+266696687", "anonymous"],
)
async def test_any_sender_is_stored(web: Web, sender: str) -> None:
    answer = await web.inbound("hello", sender=sender)
    assert answer.status_code == 200
    assert web.rows("SELECT phone FROM contact") == [{"phone": sender}]


async def test_a_text_to_a_number_that_nobody_declared_is_stored_and_nothing_may_leave(
    web: Web,
) -> None:
    answer = await web.inbound("hello", To="+13035550199")
    assert answer.status_code == 200
    assert len(web.rows("SELECT * FROM inbox")) == 1
    (number,) = web.rows("SELECT paused FROM number WHERE phone = '+13035550199'")
    assert number["paused"] == "this number is not in business.yaml"


async def test_a_repeat_changes_nothing(web: Web) -> None:
    for _ in range(3):
        answer = await web.inbound("hello", MessageSid="SM" + "7" * 32)
        assert (answer.status_code, answer.text) == (200, EMPTY)
    assert len(web.rows("SELECT * FROM inbox")) == 1
    assert len(web.rows("SELECT * FROM event")) == 1
    assert len(web.rows("SELECT * FROM consent")) == 1
    assert len(web.rows("SELECT * FROM procrastinate_jobs")) == 1


async def test_an_opt_out_is_in_force_when_the_answer_goes_out(web: Web) -> None:
    await web.inbound("what are your hours?")
    await web.inbound("please stop texting me")
    assert web.rows("SELECT consent FROM contact") == [{"consent": "withdrawn"}]
    assert {row["settled"] for row in web.rows("SELECT settled FROM inbox")} == {"closed", "guard"}
    (record,) = web.rows("SELECT act, evidence FROM consent WHERE act = 'withdrawn'")
    assert record["evidence"] == "please stop texting me"


async def test_a_status_of_an_unknown_message_is_kept(web: Web) -> None:
    fields = {"MessageSid": "SM" + "9" * 32, "MessageStatus": "delivered", "ErrorCode": ""}
    answer = await web.post("/webhooks/twilio/status", fields)
    assert answer.status_code == 200
    (row,) = web.rows("SELECT status, effect FROM receipt")
    assert row == {"status": "delivered", "effect": "waits for its message"}


async def test_a_status_that_does_not_exist_yet_is_no_error(web: Web) -> None:
    fields = {"MessageSid": "SM" + "9" * 32, "MessageStatus": "teleported"}
    answer = await web.post("/webhooks/twilio/status", fields)
    assert answer.status_code == 200
    (row,) = web.rows("SELECT door, params FROM unread")
    assert row["door"] == "status"
    assert ["MessageStatus", "teleported"] in row["params"]


async def test_a_genuine_text_without_a_sender_is_kept_whole(web: Web) -> None:
    fields = {"MessageSid": "SM1", "To": "+13035550100", "Body": "hi"}
    answer = await web.post("/webhooks/twilio/inbound", fields)
    assert (answer.status_code, answer.text) == (200, EMPTY)
    (row,) = web.rows("SELECT door, params FROM unread")
    assert ["Body", "hi"] in row["params"]


async def test_a_body_that_is_too_large_is_refused(web: Web) -> None:
    answer = await web.client.post("/webhooks/twilio/inbound", content=b"Body=" + b"x" * 300_000)
    assert answer.status_code == 403


async def test_health(web: Web) -> None:
    assert (await web.client.get("/health")).json() == {"status": "ok"}
