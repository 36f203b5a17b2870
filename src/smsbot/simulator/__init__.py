"""A carrier and phones for one's own machine, speaking Twilio's wire protocol.

It shares no code with the product's own Twilio adapter: a mistake in one shows in the other.
"""

from smsbot.simulator.app import create_app
from smsbot.simulator.config import (
    CarrierKeywords,
    Geo,
    KeywordReplies,
    Number,
    SimulatorConfig,
    Timings,
    load_config,
)
from smsbot.simulator.faults import Fault, FaultKind
from smsbot.simulator.inbound import Receipt, Text
from smsbot.simulator.messages import Message
from smsbot.simulator.simulator import Phone, Simulator

__all__ = [
    "CarrierKeywords",
    "Fault",
    "FaultKind",
    "Geo",
    "KeywordReplies",
    "Message",
    "Number",
    "Phone",
    "Receipt",
    "Simulator",
    "SimulatorConfig",
    "Text",
    "Timings",
    "create_app",
    "load_config",
]
