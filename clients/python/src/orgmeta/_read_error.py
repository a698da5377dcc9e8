"""From gRPC's error to ours."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from google.protobuf.message import DecodeError, Message
from google.rpc.error_details_pb2 import BadRequest, ErrorInfo, RetryInfo
from google.rpc.status_pb2 import Status

from orgmeta._errors import CLASS_OF_REASON, OrgmetaError


def read_error(error: Any) -> OrgmetaError:
    """Makes ours of a `grpc.RpcError` that ended a call, by threads or by asyncio."""
    info, bad_request, retry = ErrorInfo(), BadRequest(), RetryInfo()
    _read_details(error.trailing_metadata() or (), (info, bad_request, retry))
    if info.domain != "orgmeta":
        info.Clear()
    field = bad_request.field_violations[0].field if bad_request.field_violations else ""
    delay = retry.retry_delay.ToTimedelta().total_seconds() if retry.HasField("retry_delay") else None
    kind = CLASS_OF_REASON.get(info.reason, OrgmetaError)
    return kind(error.code().name, info.reason, dict(info.metadata), field, error.details() or "", delay)


def _read_details(trailers: Any, known: Sequence[Message]) -> None:
    """Fills in what the trailers say. What can't be read, be it of a proxy's, says nothing."""
    for key, value in trailers:
        if key == "grpc-status-details-bin":
            with suppress(DecodeError):
                for detail in Status.FromString(value).details:
                    for message in known:
                        if detail.Is(message.DESCRIPTOR):
                            detail.Unpack(message)
