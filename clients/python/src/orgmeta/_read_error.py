"""From gRPC's error to ours."""

from __future__ import annotations

from typing import Any

from google.protobuf.message import DecodeError
from google.rpc.error_details_pb2 import BadRequest, ErrorInfo
from google.rpc.status_pb2 import Status

from orgmeta._errors import CLASS_OF_REASON, OrgmetaError


def read_error(error: Any) -> OrgmetaError:
    """Makes ours of a `grpc.RpcError` that ended a call, by threads or by asyncio."""
    info, bad_request = ErrorInfo(), BadRequest()
    for detail in _read_status(error.trailing_metadata() or ()).details:
        for known in (info, bad_request):
            if detail.Is(known.DESCRIPTOR):
                detail.Unpack(known)
    reason = info.reason if info.domain == "orgmeta" else ""
    field = bad_request.field_violations[0].field if bad_request.field_violations else ""
    kind = CLASS_OF_REASON.get(reason, OrgmetaError)
    return kind(error.code().name, reason, dict(info.metadata), field, error.details() or "")


def _read_status(trailers: Any) -> Status:
    for key, value in trailers:
        if key == "grpc-status-details-bin":
            try:
                return Status.FromString(value)
            except DecodeError:
                break
    return Status()
