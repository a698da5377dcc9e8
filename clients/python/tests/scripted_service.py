from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any

import grpc


class ScriptedService(grpc.GenericRpcHandler):
    """Refuses each call the first time, and then answers nothing at all. The real service can't be told to."""

    def __init__(self, status: grpc.StatusCode) -> None:
        self._status = status
        self._refused: set[str] = set()

    def service(self, details: Any) -> Any:
        name = details.method.rpartition("/")[2]

        def answer(_request: bytes, context: grpc.ServicerContext) -> bytes:
            if name not in self._refused:
                self._refused.add(name)
                context.abort(self._status, "not now")
            return b""

        return grpc.unary_unary_rpc_method_handler(answer)


@contextmanager
def run_scripted(service: ScriptedService) -> Iterator[str]:
    """Serves it on a free port, and gives the address."""
    server = grpc.server(ThreadPoolExecutor(4), handlers=[service])
    port = server.add_insecure_port("127.0.0.1:0")
    server.start()
    try:
        yield f"127.0.0.1:{port}"
    finally:
        server.stop(None).wait()
