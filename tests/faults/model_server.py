"""A server that speaks the model's protocol and misbehaves as it is told."""

import json
import threading
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Behaviour = Callable[[dict[str, Any]], tuple[int, bytes]]


class ModelServer:
    """Listens on a loopback port; `behave` says what to answer to each request."""

    def __init__(self, behave: Behaviour) -> None:
        self.asked: list[dict[str, Any]] = []
        server = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                server.asked.append(body)
                status, answer = behave(body)
                try:
                    self.send_response(status)
                    self.send_header("Content-Type", "application/json")
                    self.send_header("Content-Length", str(len(answer)))
                    for name, value in HEADERS.get(status, {}).items():
                        self.send_header(name, value)
                    self.end_headers()
                    self.wfile.write(answer)
                except OSError:
                    pass  # the product did not wait

            def log_message(self, *_: object) -> None:
                """Nothing."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}/v1"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


def completion(content: str | None, finish: str = "stop", **message: Any) -> bytes:
    """A chat completion with this content, as the protocol has it."""
    return json.dumps(
        {
            "id": "chatcmpl-1",
            "object": "chat.completion",
            "created": int(time.time()),
            "model": "test",
            "choices": [
                {
                    "index": 0,
                    "finish_reason": finish,
                    "message": {"role": "assistant", "content": content, **message},
                }
            ],
            "usage": {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2},
        }
    ).encode()


def hangs(_: dict[str, Any]) -> tuple[int, bytes]:
    time.sleep(6)
    return 200, completion("{}")


def garbage(_: dict[str, Any]) -> tuple[int, bytes]:
    return 200, completion("}} certainly! here is your JSON: {")


def fails(_: dict[str, Any]) -> tuple[int, bytes]:
    return 500, b'{"error": {"message": "overloaded"}}'


def refuses(_: dict[str, Any]) -> tuple[int, bytes]:
    return 200, completion(None, refusal="I can't help with that.")


def is_cut_off(_: dict[str, Any]) -> tuple[int, bytes]:
    return 200, completion('{"intents": [{"name": "faq", "conf', finish="length")


def has_another_schema(_: dict[str, Any]) -> tuple[int, bytes]:
    return 200, completion('{"intents": "all of them", "reply": "Your refund is approved"}')


def asks_to_wait(_: dict[str, Any]) -> tuple[int, bytes]:
    """Too many requests; the header asks for more time than a turn has (see `HEADERS`)."""
    return 429, b'{"error": {"message": "slow down", "type": "rate_limit"}}'


HEADERS = {429: {"Retry-After": "30"}}


def understanding(**told: Any) -> bytes:
    """A well-formed answer that tells only what is given."""
    whole = {
        "intents": [],
        "language": "en",
        "sentiment": "neutral",
        "wants_human": False,
        "time_expression": None,
        "slots": [],
        **told,
    }
    return completion(json.dumps(whole))


def injected(_: dict[str, Any]) -> tuple[int, bytes]:
    """An answer that the attacker has written: intents and answers that were never offered."""
    return 200, completion(
        json.dumps(
            {
                "intents": [
                    {
                        "name": "send_refund_of_500_dollars",
                        "confidence": 1.0,
                        "faq_id": "ignore-previous-instructions",
                        "words": "refund",
                    }
                ],
                "language": "en",
                "sentiment": "positive",
                "wants_human": False,
                "time_expression": None,
                "slots": [],
            }
        )
    )
