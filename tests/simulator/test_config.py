import json

import pytest
from pydantic import ValidationError

from smsbot.simulator import CarrierKeywords, SimulatorConfig, load_config

from .support import ACCOUNT, config

MINIMAL = {
    "account_sid": ACCOUNT,
    "auth_token": "t",
    "numbers": [{"phone": "+15125550100"}],
}


def test_a_file_is_read_and_the_defaults_are_twilios(tmp_path):
    file = tmp_path / "carrier.json"
    file.write_text(json.dumps(MINIMAL))
    read = load_config(file)
    assert read.numbers[0].carrier_keywords is CarrierKeywords.DEFAULT
    assert (read.webhook_timeout, read.connect_timeout) == (15.0, 5.0)


@pytest.mark.parametrize(
    "wrong",
    [
        {"account_sid": "AC1"},
        {"numbers": [{"phone": "5125550100"}]},
        {"numbers": [{"phone": "+15125550100"}, {"phone": "+15125550100"}]},
        {"numbers": [{"phone": "+15125550100", "inbound_url": "not a url"}]},
        {"numbers": [{"phone": "+15125550100", "messaging_service_sid": "MGx"}]},
        {"surprise": 1},
    ],
)
def test_what_is_wrong_is_refused(wrong):
    with pytest.raises(ValidationError):
        SimulatorConfig.model_validate({**MINIMAL, **wrong})


def test_it_survives_json():
    assert SimulatorConfig.model_validate_json(config().model_dump_json()) == config()
