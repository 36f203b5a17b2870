"""What the demo's page is given."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from smsbot.pipeline.services import Services


@dataclass(frozen=True, slots=True)
class DemoDoors:
    """`set_clock` makes it another moment (aware) for one phone, None undoes it; `carrier_path` is
    where the simulated carrier is mounted."""

    services: Services
    set_clock: Callable[[str, datetime | None], None]
    carrier_path: str
