"""`python -m smsbot.simulator --port 8010 --config file.json`: the simulator as a process."""

import argparse
import sys
from pathlib import Path

import uvicorn
from pydantic import ValidationError

from smsbot.simulator.app import create_app
from smsbot.simulator.config import load_config


def main(arguments: list[str] | None = None) -> int:
    """Serve until interrupted; 2 when the config can't be used.

    Only on 127.0.0.1: the control API has no authentication. No access log: the paths have phone
    numbers in them.
    """
    parser = argparse.ArgumentParser(prog="python -m smsbot.simulator", description=__doc__)
    parser.add_argument("--port", type=int, default=8010)
    parser.add_argument("--config", type=Path, required=True, help="a SimulatorConfig as JSON")
    options = parser.parse_args(arguments)
    try:
        config = load_config(options.config)
    except (OSError, ValidationError) as error:
        sys.stderr.write(f"{options.config}: {error}\n")
        return 2
    uvicorn.run(
        create_app(config),
        host="127.0.0.1",
        port=options.port,
        access_log=False,
        log_level="warning",
        # Watchers of the stream never leave by themselves.
        timeout_graceful_shutdown=1,
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
