"""docker-compose.yml, whose commands are run here as processes (no engine is needed for that)."""

from typing import Any

import psycopg
import pytest
import yaml

from smsbot.config import read_settings
from tests.conftest import with_database
from tests.faults.house import ROOT, House

COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text())
OURS = ("migrate", "web", "worker")


def _command(service: str) -> list[str]:
    program, *arguments = COMPOSE["services"][service]["command"]
    assert program == "smsbot"
    return list(arguments)


@pytest.mark.parametrize("service", OURS)
def test_every_setting_of_a_service_exists(service: str) -> None:
    environment = COMPOSE["services"][service]["environment"]
    environment = {**environment.pop("<<", {}), **environment}
    read_settings({name: _example(name) for name in environment})


def _example(name: str) -> str:
    return {
        "SMSBOT_DATABASE_URL": "postgresql://smsbot:x@database:5432/smsbot",
        "SMSBOT_PUBLIC_URL": "https://sms.example.com",
        "SMSBOT_LOG_FORMAT": "json",
        "SMSBOT_HOST": "0.0.0.0",
    }.get(name, "value")


def test_what_depends_on_what() -> None:
    services = COMPOSE["services"]
    assert services["migrate"]["depends_on"]["database"]["condition"] == "service_healthy"
    for name in ("web", "worker"):
        needed = services[name]["depends_on"]["migrate"]["condition"]
        assert needed == "service_completed_successfully"


def test_the_commands_make_a_product_out_of_an_empty_database(
    house: House, server_url: str, phone: str
) -> None:
    house.stop_shared_web()
    with psycopg.connect(server_url, autocommit=True) as connection:
        connection.execute("CREATE DATABASE smsbot_compose")
    url = with_database(server_url, "smsbot_compose")
    try:
        migrate = house.start(*_command("migrate"), database_url=url)
        assert migrate.wait_dead() == 0, migrate.log.read_text()
        web = house.start(*_command("web"), database_url=url)
        house.await_web(web)
        house.start(*_command("worker"), database_url=url)
        house.text(phone, "what are your hours?", wait=True)
        house.until(lambda: house.got(phone), "a reply arrives")
    finally:
        house.end_test()
        with psycopg.connect(server_url, autocommit=True) as connection:
            connection.execute("DROP DATABASE smsbot_compose WITH (FORCE)")
