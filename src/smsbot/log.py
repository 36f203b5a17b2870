"""Logging: structured, to standard error, without phone numbers and bodies at info level."""

import logging
import sys
from typing import TextIO, cast

import structlog


class _StandardError:
    """Standard error as it is at the moment of writing: who redirects it gets what follows."""

    def write(self, text: str) -> int:
        return sys.stderr.write(text)

    def flush(self) -> None:
        sys.stderr.flush()


def configure(level: str, style: str) -> None:
    """`level` is debug, info, warning or error; `style` text or json."""
    number = logging.getLevelNamesMapping()[level.upper()]
    # Libraries at info level name job arguments and request addresses; ours never do.
    logging.basicConfig(level=max(number, logging.WARNING), stream=sys.stderr)
    # The engine logs every job at info and a full trace for an outage that the worker survives.
    logging.getLogger("procrastinate").setLevel(logging.CRITICAL)
    renderer: structlog.typing.Processor = (
        structlog.processors.JSONRenderer()
        if style == "json"
        else structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())
    )
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso"),
            structlog.processors.format_exc_info,
            renderer,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(number),
        logger_factory=structlog.PrintLoggerFactory(cast(TextIO, _StandardError())),
        cache_logger_on_first_use=True,
    )
