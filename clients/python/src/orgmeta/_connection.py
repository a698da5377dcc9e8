from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from importlib.resources import files
from threading import Lock
from typing import Any, Generic, TypeVar

from orgmeta._rpcs import Rpc
from orgmeta._tls import Tls, channel_credentials
from orgmeta.v1.backend_metadata_pb2_grpc import BackendMetadataStub
from orgmeta.v1.frontend_metadata_pb2_grpc import FrontendMetadataStub

Channel = TypeVar("Channel")
Options = Sequence[tuple[str, Any]]

_SERVICE_CONFIG = files("orgmeta").joinpath("service_config.json").read_text()
_REPEATING: Options = (("grpc.service_config", _SERVICE_CONFIG),)
_NOT_REPEATING: Options = (("grpc.enable_retries", 0),)
_STUBS: dict[str, Callable[[Any], Any]] = {
    "BackendMetadata": BackendMetadataStub,
    "FrontendMetadata": FrontendMetadataStub,
}


class Connection(Generic[Channel]):
    """The channels to one service: one that repeats what its service config lets it, and one that repeats nothing.

    Each is opened when a call needs it first, so that a client may be made before a fork and outside of an event loop.
    """

    def __init__(
        self,
        api: Any,
        address: str,
        credential: str | None,
        tls: bool | Tls,
        timeout: float,
        options: Options,
    ) -> None:
        """`api` is `grpc` or `grpc.aio`."""
        self._timeout = _read_timeout(timeout)
        self.metadata = _read_credential(credential)
        self._api = api
        self._address = address
        self._tls = Tls() if tls is True else tls
        self._options = options
        self._lock = Lock()
        self._channels: dict[bool, Channel] = {}
        self._calls: dict[tuple[str, bool], Any] = {}
        self._closed = False

    def timeout(self, of_call: float | None) -> float:
        """Gives the seconds that a call may take. Raises ValueError for what is no time."""
        return self._timeout if of_call is None else _read_timeout(of_call)

    def find_call(self, rpc: Rpc[Any], repeat: bool) -> Any:
        """Gives what makes the call: the generated stub's member."""
        return self._calls.get((rpc.name, repeat)) or self._prepare(rpc, repeat)

    def channel(self, repeat: bool = True) -> Channel:
        """Gives the channel, and opens it if it is not open. Raises RuntimeError once the client is closed."""
        with self._lock:
            if self._closed:
                raise RuntimeError("the client is closed")
            if repeat not in self._channels:
                self._channels[repeat] = self._open([*(_REPEATING if repeat else _NOT_REPEATING), *self._options])
            return self._channels[repeat]

    def end(self) -> list[Channel]:
        """Ends the making of calls, and gives the channels that are to be closed."""
        with self._lock:
            self._closed = True
            channels = list(self._channels.values())
            self._channels.clear()
            self._calls.clear()
            return channels

    def _prepare(self, rpc: Rpc[Any], repeat: bool) -> Any:
        stub = _STUBS[rpc.service](self.channel(repeat))
        call = getattr(stub, rpc.name)
        self._calls[rpc.name, repeat] = call
        return call

    def _open(self, options: Options) -> Channel:
        channel: Channel
        if self._tls is False:
            channel = self._api.insecure_channel(self._address, options)
        else:
            channel = self._api.secure_channel(self._address, channel_credentials(self._tls), options)
        return channel


def _read_credential(credential: str | None) -> tuple[tuple[str, str], ...] | None:
    if credential is None:
        return None
    if not credential:
        raise ValueError("the credential is empty, as a variable is that was not set; leave it out to call anonymously")
    # gRPC would refuse it as well, and print it.
    if not (credential.isascii() and credential.isprintable()):
        raise ValueError("the credential holds a character that a header can't carry, such as the end of a line")
    return (("authorization", f"Bearer {credential}"),)


def _read_timeout(seconds: float) -> float:
    if not (math.isfinite(seconds) and seconds > 0):
        raise ValueError(f"the timeout is {seconds}, and must be a number of seconds that is more than 0")
    return seconds
