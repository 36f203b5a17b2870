"""What the tests of the commands share."""

import os
from pathlib import Path

import pytest

from tests.cli.support import Run, runner


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Commands of a user without settings, in an empty directory."""
    for name in [one for one in os.environ if one.startswith("SMSBOT_")]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    return runner(capsys)
