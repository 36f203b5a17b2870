import pytest
from twilio.request_validator import RequestValidator

from smsbot.simulator.signing import sign

from .support import fixture

VECTORS = fixture("signature_vectors")


@pytest.mark.parametrize("vector", VECTORS, ids=[each["url"] for each in VECTORS])
def test_documented_vectors(vector):
    made = sign(vector["url"], vector["params"], vector["auth_token"])
    assert made == vector["signature"]


@pytest.mark.parametrize(
    "params",
    [
        {},
        {"Body": "  kept, with its spaces \n", "FromCity": "", "From": "+15125550142"},
        {"Body": "ünïcode 💈", "b": "2", "B": "1", "MediaUrl10": "x", "MediaUrl2": "y"},
    ],
)
def test_the_official_validator_accepts_it(params):
    url = "https://business.example.com/hooks/sms?tenant=1&x=%20"
    validator = RequestValidator("secret")
    assert validator.validate(url, params, sign(url, params, "secret"))
    assert not validator.validate(url, {**params, "extra": "1"}, sign(url, params, "secret"))
    assert not validator.validate(url, params, sign(url, params, "another"))
