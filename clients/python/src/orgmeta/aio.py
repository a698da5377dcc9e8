"""The client for asyncio. Records, errors and `Tls` are those of `orgmeta`."""

from orgmeta._aio.client import Client

__all__ = ["Client"]
