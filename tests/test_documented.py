"""Every setting, command and make target is documented where people look for it."""

from dataclasses import fields
from pathlib import Path

import pytest
import typer

from smsbot.cli import app
from smsbot.config import BadSetting, Settings, read_settings

ROOT = Path(__file__).parents[1]
OPERATING = (ROOT / "docs/operating.md").read_text()
COMMANDS = "\n".join(one.read_text() for one in (ROOT / "docs").glob("*.md"))


@pytest.mark.parametrize("name", [one.name for one in fields(Settings)])
def test_every_setting_is_documented(name: str) -> None:
    assert f"`SMSBOT_{name.upper()}`" in OPERATING


def _commands() -> list[str]:
    command = typer.main.get_command(app)
    return sorted(getattr(command, "commands", {}))


@pytest.mark.parametrize("name", _commands())
def test_every_command_is_documented(name: str) -> None:
    assert f"smsbot {name}" in COMMANDS


def test_a_misspelt_setting_is_refused() -> None:
    with pytest.raises(BadSetting, match="SMSBOT_DATABSE_URL is not a setting"):
        read_settings({"SMSBOT_DATABSE_URL": "postgresql://x"})


@pytest.mark.parametrize(
    ("name", "value", "complaint"),
    [
        ("SMSBOT_PORT", "eighty", "not a number"),
        ("SMSBOT_PUBLIC_URL", "sms.example.com", "http"),
        ("SMSBOT_DATABASE_URL", "mysql://x", "postgresql://"),
        ("SMSBOT_LOG_FORMAT", "xml", "text or json"),
    ],
)
def test_a_setting_that_cannot_be_used_says_why(name: str, value: str, complaint: str) -> None:
    with pytest.raises(BadSetting, match=complaint):
        read_settings({name: value})


def test_a_secret_is_not_in_what_is_printed() -> None:
    settings = read_settings({"SMSBOT_TWILIO_AUTH_TOKEN": "very-secret"})
    assert "very-secret" not in repr(settings)
