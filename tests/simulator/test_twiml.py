import pytest

from smsbot.simulator.twiml import Reply, TwimlError, replies


@pytest.mark.parametrize(
    ("media_type", "body", "expected"),
    [
        ("", "", []),
        ("application/json", "  ", []),
        ("text/xml", "<Response/>", []),
        ("application/xml", "<Response></Response>", []),
        ("text/xml", "<Response><Message>Hi &amp; bye</Message></Response>", [Reply("Hi & bye")]),
        ("text/plain", "OK", [Reply("OK")]),
        (
            "text/xml",
            '<?xml version="1.0" encoding="UTF-8"?><Response><Message to="+15125550143" '
            'statusCallback="https://x.example.com/s"><Body>a</Body><Media>https://x.example.com/a'
            "</Media></Message><Message>b</Message></Response>",
            [
                Reply(
                    "a",
                    media=("https://x.example.com/a",),
                    to="+15125550143",
                    callback_url="https://x.example.com/s",
                ),
                Reply("b"),
            ],
        ),
    ],
)
def test_what_an_answer_asks_for(media_type, body, expected):
    assert replies(media_type, body) == expected


@pytest.mark.parametrize(
    ("media_type", "body", "code"),
    [
        ("application/json", "{}", 12300),
        ("text/xml", "<Response>", 12100),
        ("text/xml", "<Other/>", 12100),
    ],
)
def test_what_cannot_be_executed(media_type, body, code):
    with pytest.raises(TwimlError) as error:
        replies(media_type, body)
    assert error.value.code == code
