from __future__ import annotations

import pickle

import grpc
import pytest
from google.protobuf.any_pb2 import Any as PackedMessage
from google.protobuf.duration_pb2 import Duration
from google.protobuf.message import Message
from google.rpc.error_details_pb2 import ErrorInfo, RetryInfo
from google.rpc.status_pb2 import Status
from running_service import RunningService

import orgmeta
from orgmeta import Client, OrgmetaError
from orgmeta._errors import CLASS_OF_REASON
from orgmeta._read_error import read_error
from orgmeta.v1.error_reason_pb2 import ErrorReason


def test_each_reason_of_the_contract_has_a_class_of_its_own() -> None:
    reasons = {name.removeprefix("ERROR_REASON_") for name in ErrorReason.DESCRIPTOR.values_by_name} - {"UNSPECIFIED"}
    assert set(CLASS_OF_REASON) == reasons
    assert len(set(CLASS_OF_REASON.values())) == len(reasons)
    assert {kind.__name__ for kind in CLASS_OF_REASON.values()} <= set(orgmeta.__all__)


def test_a_refusal_says_code_reason_metadata_field_and_message(client: Client, organization_id: str) -> None:
    with pytest.raises(orgmeta.MetadataTooLargeError) as raised:
        client.replace_organization_metadata(organization_id, private_metadata={"a": "x" * 9000})
    error = raised.value
    assert (error.code, error.reason, error.field) == ("INVALID_ARGUMENT", "METADATA_TOO_LARGE", "private_metadata")
    assert error.metadata == {"field": "private_metadata", "size_bytes": "9008", "limit_bytes": "8192"}
    assert str(error) == f"{error.message} (INVALID_ARGUMENT, METADATA_TOO_LARGE)"
    assert isinstance(error.__cause__, grpc.RpcError)


def test_an_anonymous_caller_is_told_that_the_credential_is_missing(service: RunningService) -> None:
    with Client(service.address) as anonymous, pytest.raises(orgmeta.CredentialMissingError):
        anonymous.get_organization_public_metadata("org_1")


def test_a_frontend_is_told_which_role_a_call_needs(service: RunningService) -> None:
    with Client(service.address, credential=service.frontend) as frontend:
        with pytest.raises(orgmeta.RoleNotAllowedError) as raised:
            frontend.get_organization_metadata("org_1")
    assert raised.value.metadata == {"required_role": "backend"}


def test_what_the_service_did_not_answer_has_a_code_and_no_reason() -> None:
    with Client("127.0.0.1:1") as client, pytest.raises(OrgmetaError) as raised:
        client.delete_organization_metadata("org_1")
    assert (raised.value.code, raised.value.reason, raised.value.metadata) == ("UNAVAILABLE", "", {})
    assert type(raised.value) is OrgmetaError


def test_the_delay_of_a_retry_is_told_where_the_service_names_one() -> None:
    assert read_error(failure(RetryInfo(retry_delay=Duration(seconds=1, nanos=500_000_000)))).retry_delay == 1.5
    assert read_error(failure()).retry_delay is None


def test_a_reason_of_another_domain_is_none_of_ours_nor_is_its_metadata() -> None:
    read = read_error(failure(ErrorInfo(domain="elsewhere.example", reason="ETAG_MISMATCH", metadata={"etag": "1"})))
    assert (type(read), read.reason, read.metadata) == (OrgmetaError, "", {})


@pytest.mark.parametrize("unreadable", ["the status", "a detail"])
def test_what_cannot_be_read_leaves_the_code_and_the_message(unreadable: str) -> None:
    spoilt = pack(ErrorInfo())
    spoilt.value = b"\xff"
    trailer = b"\xff" if unreadable == "the status" else Status(details=[spoilt]).SerializeToString()
    read = read_error(Failure(trailer))
    assert (read.code, read.reason, read.message) == ("ABORTED", "", "not now")


class Failure:
    """What `grpc.RpcError` and `grpc.aio.AioRpcError` have in common."""

    def __init__(self, trailer: bytes) -> None:
        self._trailer = trailer

    def trailing_metadata(self) -> tuple[tuple[str, bytes], ...]:
        return (("grpc-status-details-bin", self._trailer),)

    def code(self) -> grpc.StatusCode:
        return grpc.StatusCode.ABORTED

    def details(self) -> str:
        return "not now"


def failure(*details: Message) -> Failure:
    return Failure(Status(details=[pack(detail) for detail in details]).SerializeToString())


def pack(detail: Message) -> PackedMessage:
    packed = PackedMessage()
    packed.Pack(detail)
    return packed


def test_an_error_survives_the_way_to_another_process() -> None:
    error = orgmeta.EtagMismatchError("ABORTED", "ETAG_MISMATCH", {"etag": "1-2"}, "etag", "it has changed", 0.5)
    copy = pickle.loads(pickle.dumps(error))  # noqa: S301
    assert type(copy) is orgmeta.EtagMismatchError
    assert vars(copy) == vars(error)
