"""The carrier's own list of phones that have opted out; it knows nothing of the product's."""

from dataclasses import dataclass
from datetime import datetime

from smsbot.simulator.config import CarrierKeywords, SimulatorConfig
from smsbot.simulator.messages import now


@dataclass(frozen=True, slots=True)
class Block:
    """A phone that may not be sent to from `scope`: a number, or a Messaging Service's SID."""

    scope: str
    phone: str
    since: datetime


class BlockList:
    """Blocks by scope and phone.

    An opt-out from a pooled number holds for its whole Messaging Service (Twilio support, error
    21610); on toll-free the network blocks the number alone, because it knows of no service.
    """

    def __init__(self, config: SimulatorConfig) -> None:
        self._scopes = {
            number.phone: number.phone
            if number.carrier_keywords is CarrierKeywords.TOLL_FREE
            else number.messaging_service_sid or number.phone
            for number in config.numbers
        }
        self._blocks: dict[tuple[str, str], Block] = {}

    def block(self, number: str, phone: str) -> Block:
        """Block `phone` for `number`; KeyError when the number is not ours."""
        key = (self._scopes[number], phone)
        return self._blocks.setdefault(key, Block(*key, since=now()))

    def unblock(self, number: str, phone: str) -> bool:
        """Take the block away; whether there was one. KeyError when the number is not ours."""
        return self._blocks.pop((self._scopes[number], phone), None) is not None

    def blocked(self, number: str, phone: str) -> bool:
        """Whether sending from `number` to `phone` is refused."""
        return (self._scopes[number], phone) in self._blocks

    def all(self) -> list[Block]:
        """Every block, oldest first."""
        return list(self._blocks.values())

    def clear(self) -> None:
        """Take all blocks away."""
        self._blocks.clear()
