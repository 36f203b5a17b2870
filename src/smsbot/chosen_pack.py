"""The pack that the settings choose."""

from smsbot.config import BadSetting, Settings
from smsbot.pack.load import load, load_shipped
from smsbot.pack.models import Pack


def load_pack(settings: Settings) -> Pack:
    """The pack of SMSBOT_GRAPHS and SMSBOT_PROMPTS, or the shipped one. Raises `PackError`, and
    `BadSetting` where only one of the two is set."""
    if settings.graphs is None and settings.prompts is None:
        return load_shipped()
    if settings.graphs is None or settings.prompts is None:
        raise BadSetting("set SMSBOT_GRAPHS and SMSBOT_PROMPTS together")
    return load(settings.graphs, settings.prompts)
