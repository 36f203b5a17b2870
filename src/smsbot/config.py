"""Settings. This module is the only reader of the environment; docs/operating.md lists each
setting, and a test holds that list complete."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, get_type_hints
from urllib.parse import urlsplit

PREFIX = "SMSBOT_"


class BadSetting(Exception):
    """A setting that cannot be used: which, why, and what to write instead."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Each field is the environment variable SMSBOT_<NAME>. Times are in seconds."""

    database_url: str | None = None
    data_dir: Path = Path(".smsbot")
    database_pool: int = 20
    host: str = "127.0.0.1"
    port: int = 8000
    public_url: str | None = None
    graphs: Path | None = None
    prompts: Path | None = None
    twilio_account_sid: str | None = None
    twilio_auth_token: str | None = field(default=None, repr=False)
    twilio_api_base: str | None = None
    openai_api_key: str | None = field(default=None, repr=False)
    openai_base_url: str | None = None
    openai_model: str = "gpt-4o-mini"
    model_deadline: float = 8.0
    http_timeout: float = 10.0
    look_up_gap: float = 60.0
    turn_lost_after: float = 20.0
    retry_first: float = 2.0
    heartbeat: float = 5.0
    dead_after: float = 20.0
    fetch_missing: float = 300.0
    concurrency: int = 200
    log_level: str = "info"
    log_format: str = "text"
    failpoints: str = ""

    @property
    def base_url(self) -> str:
        """The address that the carrier and people reach us by, without a slash at its end."""
        return (self.public_url or f"http://{self.host}:{self.port}").rstrip("/")

    @property
    def link_url(self) -> str:
        """What links in texts begin with, without a slash at its end; empty where no public address
        is set: a customer's phone does not reach ours otherwise."""
        return (self.public_url or "").rstrip("/")


def read_settings(environment: Mapping[str, str] | None = None) -> Settings:
    """The settings from the environment. Raises `BadSetting` naming the first that is wrong, also
    for a SMSBOT_ name that does not exist: a misspelt setting must not be silently ignored."""
    source = os.environ if environment is None else environment
    types = get_type_hints(Settings)
    known = {f"{PREFIX}{one.name.upper()}": one.name for one in fields(Settings)}
    values: dict[str, Any] = {}
    for name, text in source.items():
        if not name.startswith(PREFIX) or not text:
            continue
        if name not in known:
            raise BadSetting(f"{name} is not a setting; docs/operating.md lists them")
        values[known[name]] = _convert(name, text, types[known[name]])
    settings = Settings(**values)
    _check(settings)
    return settings


def _convert(name: str, text: str, wanted: Any) -> Any:
    try:
        if wanted is int:
            return int(text)
        if wanted is float:
            return float(text)
    except ValueError as error:
        raise BadSetting(f"{name}={text!r} is not a number") from error
    if wanted in (Path, Path | None):
        return Path(text)
    return text


def _check(settings: Settings) -> None:
    for name in ("public_url", "twilio_api_base", "openai_base_url"):
        value = getattr(settings, name)
        if value is not None and urlsplit(value).scheme not in ("http", "https"):
            raise BadSetting(
                f"{PREFIX}{name.upper()}={value!r} must begin with http:// or https://"
            )
    if settings.log_format not in ("text", "json"):
        raise BadSetting(f"{PREFIX}LOG_FORMAT={settings.log_format!r} must be text or json")
    if settings.database_url is not None and not settings.database_url.startswith(
        ("postgresql://", "postgres://", "postgresql+psycopg://")
    ):
        raise BadSetting(f"{PREFIX}DATABASE_URL must begin with postgresql://")
