from datetime import datetime
from zoneinfo import ZoneInfo

from smsbot.domain.times import TimesFound, Window


def relative_to(text: str, anchor: Window, now: datetime, zone: ZoneInfo) -> TimesFound:
    return TimesFound()
