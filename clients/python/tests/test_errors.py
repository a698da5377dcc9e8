from __future__ import annotations

import pickle

import grpc
import pytest
from running_service import RunningService

import orgmeta
from orgmeta import Client, OrgmetaError
from orgmeta._errors import CLASS_OF_REASON
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


def test_an_error_survives_the_way_to_another_process() -> None:
    error = orgmeta.EtagMismatchError("ABORTED", "ETAG_MISMATCH", {"etag": "1-2"}, "etag", "it has changed")
    copy = pickle.loads(pickle.dumps(error))  # noqa: S301
    assert type(copy) is orgmeta.EtagMismatchError
    assert vars(copy) == vars(error)
