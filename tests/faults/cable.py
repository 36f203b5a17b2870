"""A cable between the product and its database, which a test can cut and mend."""

import contextlib
import socket
import threading
from urllib.parse import parse_qs, urlsplit


class Cable:
    """Listens on a loopback port and passes everything on to the database at `url`."""

    def __init__(self, url: str) -> None:
        self._target = _address(url)
        self._whole = threading.Event()
        self._whole.set()
        self._open: set[socket.socket] = set()
        self._listener = socket.create_server(("127.0.0.1", 0))
        parts = urlsplit(url)
        user = parts.username or parse_qs(parts.query).get("user", ["postgres"])[0]
        password = f":{parts.password}" if parts.password else ""
        port = self._listener.getsockname()[1]
        self.url = f"postgresql://{user}{password}@127.0.0.1:{port}{parts.path}"
        threading.Thread(target=self._listen, daemon=True).start()

    def cut(self) -> None:
        """Every connection breaks, and no new one is made."""
        self._whole.clear()
        for one in list(self._open):
            with contextlib.suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)

    def mend(self) -> None:
        self._whole.set()

    def close(self) -> None:
        self.cut()
        self._listener.close()

    def _listen(self) -> None:
        while True:
            try:
                near, _ = self._listener.accept()
            except OSError:
                return
            if not self._whole.is_set():
                near.close()
                continue
            far = _connect(self._target)
            self._open |= {near, far}
            for ends in ((near, far), (far, near)):
                threading.Thread(target=self._pass_on, args=ends, daemon=True).start()

    def _pass_on(self, source: socket.socket, target: socket.socket) -> None:
        try:
            while data := source.recv(65536):
                target.sendall(data)
        except OSError:
            pass
        finally:
            for one in (source, target):
                self._open.discard(one)
                with contextlib.suppress(OSError):
                    one.shutdown(socket.SHUT_RDWR)
                one.close()


def _address(url: str) -> str | tuple[str, int]:
    """A socket's path, or a host and a port."""
    parts = urlsplit(url)
    directory = parse_qs(parts.query).get("host")
    if directory:
        return f"{directory[0]}/.s.PGSQL.{parts.port or 5432}"
    return (parts.hostname or "127.0.0.1", parts.port or 5432)


def _connect(target: str | tuple[str, int]) -> socket.socket:
    if isinstance(target, tuple):
        return socket.create_connection(target)
    one = socket.socket(socket.AF_UNIX)
    one.connect(target)
    return one
