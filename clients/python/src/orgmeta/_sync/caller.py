from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import grpc

from orgmeta._batch import BatchGet, BatchReading
from orgmeta._connection import Connection
from orgmeta._errors import EtagMismatchError, MetadataNotFoundError
from orgmeta._modification import Given, Modification, Stored, draw_waits, etag_of
from orgmeta._read_error import read_error
from orgmeta._records import Batch, Key, Record
from orgmeta._request import build_request
from orgmeta._rpcs import Page, Result, Rpc


class Caller:
    """Makes the calls of the table, and waits for each."""

    _connection: Connection[grpc.Channel]

    def _call(self, rpc: Rpc[Result], timeout: float | None, **fields: Any) -> Result:
        connection = self._connection
        request = build_request(rpc.request, fields)
        call = connection.find_call(rpc, repeat=not fields.get("etag"))
        try:
            answer = call(
                request,
                timeout=connection.timeout(timeout),
                metadata=connection.metadata,
            )
        except grpc.RpcError as error:
            raise read_error(error) from error
        return rpc.read(answer)

    def _list(self, rpc: Rpc[Page[Record]], timeout: float | None, **fields: Any) -> Iterator[Record]:
        page_token = ""
        while True:
            page = self._call(rpc, timeout, page_token=page_token, **fields)
            yield from page.metadata
            page_token = page.next_page_token
            if not page_token:
                return

    def _batch(self, batch: BatchGet[Record, Key], timeout: float | None, keys: Iterable[Key]) -> Batch[Record, Key]:
        reading = BatchReading(batch, keys)
        while not reading.add(self._call(batch.rpc, timeout, **reading.fields())):
            pass
        return reading.result()

    def _modify(
        self,
        modification: Modification[Stored, Given],
        timeout: float | None,
        change: Callable[[Given], Given],
        **ids: str,
    ) -> Stored:
        waits = draw_waits()
        while True:
            record = self._find(modification.get, timeout, ids)
            fields = modification.write(change(modification.read(record)))
            try:
                return self._call(modification.replace, timeout, **ids, **fields, etag=etag_of(record))
            except EtagMismatchError:
                wait = next(waits, None)
                if wait is None:
                    raise
            time.sleep(wait)

    def _find(self, get: Rpc[Record], timeout: float | None, ids: Mapping[str, str]) -> Record | None:
        try:
            return self._call(get, timeout, **ids)
        except MetadataNotFoundError:
            return None
