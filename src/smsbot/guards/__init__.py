"""Deterministic rules over an inbound text, run before any model (laws 2 and 3). Pure."""

from smsbot.guards.evaluation import PRECEDENCE, GuardsBroken, check, evaluate

__all__ = ["PRECEDENCE", "GuardsBroken", "check", "evaluate"]
