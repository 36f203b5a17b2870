"""Who posted this, and what it says."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from twilio.request_validator import RequestValidator

from smsbot.adapters.twilio.signature import signatures
from smsbot.adapters.twilio.webhook import TwilioWebhook
from smsbot.domain.delivery import Status
from smsbot.domain.inbound import Media, Place
from smsbot.domain.remedy import Remedy
from smsbot.ports import BadWebhook

from .twilio_support import OURS, PHONE, TOKEN

HERE = Path(__file__).parent
OWN = json.loads((HERE / "fixtures" / "twilio_signatures.json").read_text(encoding="utf-8"))
DOCUMENTED = json.loads(
    (HERE.parent / "fixtures" / "twilio" / "signature_vectors.json").read_text(encoding="utf-8")
)
VECTORS = [
    *(
        (one["url"], [tuple(pair) for pair in one["params"]], one["signature"])
        for one in OWN["vectors"]
    ),
    *((one["url"], list(one["params"].items()), one["signature"]) for one in DOCUMENTED),
]
JSON_URL = (
    "https://mycompany.com/myapp.php?foo=1&bar=2&bodySHA256="
    "0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620"
)
JSON_BODY = b'{"property": "value", "boolean": true}'
JSON_SIGNATURE = "a9nBmqA0ju/hNViExpshrM61xv4="
"""The vector of Twilio's own libraries for a JSON body."""

webhook = TwilioWebhook(TOKEN)


def signed(signature):
    return {"X-Twilio-Signature": signature}


# ---- verify ------------------------------------------------------------------------------------


@pytest.mark.parametrize(("url", "params", "signature"), VECTORS)
def test_a_genuine_request_holds_in_any_order_of_its_fields(url, params, signature):
    assert webhook.verify(url, signed(signature), params)
    assert webhook.verify(url, {"x-twilio-signature": signature}, params[::-1])


@pytest.mark.parametrize(("url", "params", "signature"), VECTORS)
def test_nothing_may_differ(url, params, signature):
    changed = [(name, value + " ") for name, value in params[:1]] + params[1:]
    assert not webhook.verify(url, signed(signature), changed)
    assert not webhook.verify(url, signed(signature), params[:-1])
    assert not webhook.verify(url, signed(signature), [*params, ("Extra", "")])
    assert not webhook.verify(url + "x", signed(signature), params)
    assert not webhook.verify(url.replace("https", "http"), signed(signature), params)
    assert not webhook.verify(url, signed(signature[:-2] + "A="), params)
    assert not TwilioWebhook("54321").verify(url, signed(signature), params)


@pytest.mark.parametrize("port", ["", ":443"])
def test_a_proxy_may_show_or_hide_the_port(port):
    url, params, signature = VECTORS[3]
    assert webhook.verify(url.replace(".com", f".com{port}"), signed(signature), params)
    assert not webhook.verify(url.replace(".com", ".com:8443"), signed(signature), params)


@pytest.mark.parametrize(
    "headers", [{}, signed(""), signed("\u00e9"), {"X-Twilio-Signature": None}]
)
def test_without_a_signature_it_is_nobodys(headers):
    url, params, _ = VECTORS[0]
    assert not webhook.verify(url, headers, params)


@pytest.mark.parametrize("params", [[("a",)], None, [(1, 2)], "Body=Hi"])
def test_whatever_goes_wrong_is_a_no(params):
    url, _, signature = VECTORS[0]
    assert not webhook.verify(url, signed(signature), params)
    assert not webhook.verify("http://[", signed(signature), [("Body", "Hi")])


def test_a_json_body_is_held_to_the_hash_in_its_address():
    headers = signed(JSON_SIGNATURE)
    assert webhook.verify(JSON_URL, headers, [], JSON_BODY)
    assert not webhook.verify(JSON_URL, headers, [], JSON_BODY + b" ")
    assert not webhook.verify(JSON_URL, headers, [])
    assert not webhook.verify(JSON_URL.replace("0a1f", "0a1e"), headers, [], JSON_BODY)


def test_a_body_that_nothing_vouches_for_is_a_no():
    url = "https://mycompany.com/myapp.php?foo=1&bar=2"
    signature = next(signatures(TOKEN, url, []))
    assert webhook.verify(url, signed(signature), [])
    assert not webhook.verify(url, signed(signature), [], b"{}")


@given(
    st.text(max_size=40),
    st.dictionaries(st.text(max_size=10), st.text(max_size=10), max_size=3),
    st.lists(st.tuples(st.text(max_size=10), st.text(max_size=10)), max_size=4),
)
@settings(deadline=None)
def test_verify_never_raises_and_never_lets_a_stranger_in(url, headers, params):
    assert webhook.verify(url, headers, params) is False


@given(st.lists(st.tuples(st.sampled_from("Aab"), st.text(max_size=6)), max_size=6))
def test_it_is_the_signature_that_the_carriers_own_library_computes(params):
    fields = MultiDict()
    for name, value in params:
        fields.setdefault(name, []).append(value)
    url = "https://mycompany.com/myapp.php?foo=1"
    assert next(signatures(TOKEN, url, params)) == RequestValidator(TOKEN).compute_signature(
        url, fields
    )


class MultiDict(dict):
    """Fields by name with all their values, as the carrier's library wants to read them."""

    def getlist(self, name):
        return self[name]


# ---- inbound -----------------------------------------------------------------------------------

TEXT = {"MessageSid": "SM1", "From": PHONE, "To": OURS, "Body": " Hi \n"}


def inbound(**changes):
    return webhook.inbound(list({**TEXT, **changes}.items()))


def test_a_text_is_read_as_it_came():
    text = inbound(FromCity="AUSTIN", FromState="TX", FromZip="", FromCountry="US", NumSegments="2")
    assert (text.sid, text.sender, text.to, text.body) == ("SM1", PHONE, OURS, " Hi \n")
    assert text.place == Place("AUSTIN", "TX", None, "US")
    assert (text.segments, text.media, text.carrier_keyword) == (2, (), None)
    assert text.raw["FromZip"] == ""


def test_pictures_come_in_their_order():
    pictures = {f"MediaUrl{n}": f"https://media.example.com/{n}" for n in (10, 0, 2)}
    text = inbound(**pictures, MediaContentType0="image/png", NumMedia="3", Body="")
    assert text.media == (
        Media("https://media.example.com/0", "image/png"),
        Media("https://media.example.com/2", ""),
        Media("https://media.example.com/10", ""),
    )


@pytest.mark.parametrize(
    ("kind", "keyword"),
    [("STOP", "STOP"), ("help", "HELP"), ("START", "START"), ("", None), ("PAUSE", None)],
)
def test_what_the_carrier_did_by_itself(kind, keyword):
    assert inbound(OptOutType=kind).carrier_keyword == keyword


@pytest.mark.parametrize("segments", ["", "0", "many", "-3"])
def test_a_damaged_count_does_not_cost_the_text(segments):
    assert inbound(NumSegments=segments).segments == 1


def test_a_text_without_words_and_from_a_short_code_is_a_text():
    text = webhook.inbound([("SmsSid", "SM2"), ("From", "72975"), ("To", OURS)])
    assert (text.sid, text.sender, text.body) == ("SM2", "72975", "")


@pytest.mark.parametrize("field", ["From", "To", "MessageSid"])
def test_what_cannot_be_stored_names_its_field(field):
    with pytest.raises(BadWebhook, match=field):
        inbound(**{field: ""})


# ---- status ------------------------------------------------------------------------------------


def status(query=None, **fields):
    values = {"MessageSid": "SM1", "MessageStatus": "delivered", **fields}
    return webhook.status(list(values.items()), query or {})


def test_a_callback_names_our_attempt():
    report = status({"attempt": "att_1"})
    assert (report.sid, report.status, report.attempt) == ("SM1", Status.DELIVERED, "att_1")
    assert (report.error_code, report.remedy) == (None, None)
    assert report.raw["MessageStatus"] == "delivered"
    assert status().attempt is None


@pytest.mark.parametrize(
    ("named", "code", "known", "remedy"),
    [
        ("undelivered", "30007", "30007", Remedy.FILTERED),
        ("failed", "21610", "21610", Remedy.OPTED_OUT),
        ("failed", "99999", "99999", Remedy.GIVE_UP),
        ("undelivered", "", None, Remedy.GIVE_UP),
        ("failed", "0", None, Remedy.GIVE_UP),
        ("sent", "", None, None),
    ],
)
def test_a_failure_has_a_remedy(named, code, known, remedy):
    report = status(MessageStatus=named, ErrorCode=code)
    assert (report.error_code, report.remedy) == (known, remedy)


@pytest.mark.parametrize("named", list(Status))
def test_every_status_of_ours_is_read(named):
    assert status(MessageStatus=named.value).status is named


@pytest.mark.parametrize(("field", "value"), [("MessageStatus", "teleported"), ("MessageSid", "")])
def test_what_cannot_be_ranked_names_its_field(field, value):
    with pytest.raises(BadWebhook, match=field):
        status(**{field: value})
