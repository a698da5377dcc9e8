from __future__ import annotations

from types import TracebackType

import grpc

from orgmeta._connection import Connection, Options
from orgmeta._sync.invitations import Invitations
from orgmeta._sync.memberships import Memberships
from orgmeta._sync.organizations import Organizations
from orgmeta._sync.public_reads import PublicReads
from orgmeta._tls import Tls


class Client(Organizations, Memberships, Invitations, PublicReads):
    """A client of one service, for any number of threads. Refusals are raised as `OrgmetaError`.

    A document that is left out, or None, stays as it is; an empty one is given.
    """

    def __init__(
        self,
        address: str,
        *,
        credential: str | None = None,
        tls: bool | Tls = False,
        timeout: float = 10.0,
        options: Options = (),
    ) -> None:
        """Connects when the first call is made.

        address: `host:port`, or `unix:PATH`.
        credential: an API key or a token; None is an anonymous caller, and an empty one is refused.
        tls: False is none; True is with the system's authorities.
        timeout: seconds that a call may take, unless it says otherwise; more than 0.
        options: arguments of the gRPC channels, besides those that the client sets.
        """
        self._connection: Connection[grpc.Channel] = Connection(grpc, address, credential, tls, timeout, options)

    @property
    def channel(self) -> grpc.Channel:
        """The channel, for the generated stubs in `orgmeta.v1`. The credential is not on it."""
        return self._connection.channel()

    def close(self) -> None:
        """Ends the connections, and with them the calls under way. To close again does nothing."""
        for channel in self._connection.end():
            channel.close()

    def __enter__(self) -> Client:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()
