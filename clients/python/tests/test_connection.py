from __future__ import annotations

import asyncio
import socket
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
import trustme
from running_service import RunningService, run_service

from orgmeta import Client, OrgmetaError, Tls, aio
from orgmeta.v1.backend_metadata_pb2 import GetOrganizationMetadataRequest
from orgmeta.v1.backend_metadata_pb2_grpc import BackendMetadataStub


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture(scope="module")
def secure(authority: trustme.CA) -> Iterator[RunningService]:
    with tempfile.TemporaryDirectory() as folder:
        files = {name: str(Path(folder, name)) for name in ("certificate", "key", "authority")}
        shown = authority.issue_cert("127.0.0.1")
        shown.cert_chain_pems[0].write_to_path(files["certificate"])
        shown.private_key_pem.write_to_path(files["key"])
        authority.cert_pem.write_to_path(files["authority"])
        settings = {
            "ORGMETA_TLS_CERT": files["certificate"],
            "ORGMETA_TLS_KEY": files["key"],
            "ORGMETA_TLS_CLIENT_CA": files["authority"],
        }
        with run_service(settings) as service:
            yield service


def mutual(authority: trustme.CA) -> Tls:
    shown = authority.issue_cert("client.example")
    return Tls(authority.cert_pem.bytes(), shown.cert_chain_pems[0].bytes(), shown.private_key_pem.bytes())


def test_a_client_with_a_certificate_is_served(secure: RunningService, authority: trustme.CA) -> None:
    with Client(secure.address, credential=secure.backend, tls=mutual(authority)) as client:
        assert client.update_organization_metadata("org_1", public_metadata={"a": 1}).public_metadata == {"a": 1}


async def test_asyncio_is_served_with_a_certificate(secure: RunningService, authority: trustme.CA) -> None:
    async with aio.Client(secure.address, credential=secure.backend, tls=mutual(authority)) as client:
        written = await client.update_organization_metadata("org_2", public_metadata={"a": 1})
    assert written.public_metadata == {"a": 1}


@pytest.mark.parametrize("tls", ["none", "no certificate", "another authority"])
def test_any_other_connection_fails(tls: str, secure: RunningService, authority: trustme.CA) -> None:
    ways: dict[str, bool | Tls] = {
        "none": False,
        "no certificate": Tls(authority.cert_pem.bytes()),
        "another authority": True,
    }
    with Client(secure.address, credential=secure.backend, tls=ways[tls]) as client:
        with pytest.raises(OrgmetaError) as raised:
            client.delete_organization_metadata("org_1")
    assert raised.value.code == "UNAVAILABLE"


def test_a_certificate_without_its_key_is_refused() -> None:
    with pytest.raises(ValueError, match="given together"):
        Tls(certificate=b"x")


def test_tls_does_not_show_the_key() -> None:
    assert "secret" not in repr(Tls(certificate=b"x", key=b"secret"))


def test_a_unix_socket_is_an_address(tmp_path: Path) -> None:
    with run_service({"ORGMETA_ADDRESS": f"unix:{tmp_path / 's'}"}) as service:
        with Client(service.address, credential=service.backend) as client:
            assert client.update_organization_metadata("org_1").public_metadata == {}


def test_a_call_takes_no_longer_than_its_own_timeout_or_else_the_clients() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = "127.0.0.1:{1}".format(*silent.getsockname())
        for of_client, of_call in ((60, 0.1), (0.1, None)):
            with Client(address, timeout=of_client) as client, pytest.raises(OrgmetaError) as raised:
                client.get_organization_metadata("org_1", timeout=of_call)
            assert raised.value.code == "DEADLINE_EXCEEDED"


def test_a_closed_client_makes_no_calls(service: RunningService) -> None:
    client = Client(service.address, credential=service.backend)
    client.update_organization_metadata("org_1")
    client.close()
    client.close()
    with pytest.raises(RuntimeError, match="closed"):
        client.update_organization_metadata("org_1")


def test_a_credential_that_no_header_can_carry_is_refused_without_being_shown() -> None:
    with pytest.raises(ValueError, match="header") as raised:
        Client("127.0.0.1:1", credential="om_sk_secret\n")
    assert "secret" not in str(raised.value)


@pytest.mark.parametrize("api", [Client, aio.Client])
def test_an_empty_credential_is_refused_for_a_variable_that_is_not_set(api: type[Client | aio.Client]) -> None:
    with pytest.raises(ValueError, match="leave it out to call anonymously"):
        api("127.0.0.1:1", credential="")


@pytest.mark.parametrize("timeout", [0, -1, float("nan"), float("inf")])
def test_a_timeout_that_is_no_time_is_refused(timeout: float) -> None:
    for api in (Client, aio.Client):
        with pytest.raises(ValueError, match="more than 0"):
            api("127.0.0.1:1", timeout=timeout)
    with Client("127.0.0.1:1") as client, pytest.raises(ValueError, match="more than 0"):
        client.get_organization_metadata("org_1", timeout=timeout)


async def test_a_timeout_of_an_asyncio_call_that_is_no_time_is_refused() -> None:
    async with aio.Client("127.0.0.1:1") as client:
        with pytest.raises(ValueError, match="more than 0"):
            await client.get_organization_metadata("org_1", timeout=0)


def test_an_asyncio_client_may_be_made_before_its_loop(service: RunningService) -> None:
    client = aio.Client(service.address, credential=service.backend)

    async def use() -> dict[str, object]:
        async with client:
            return (await client.update_organization_metadata("org_1", public_metadata={})).private_metadata

    assert asyncio.run(use()) == {}


def test_the_generated_stubs_are_within_reach(service: RunningService, client: Client) -> None:
    client.update_organization_metadata("org_stub", public_metadata={"a": 1})
    stub = BackendMetadataStub(client.channel)  # type: ignore[no-untyped-call]
    answer = stub.GetOrganizationMetadata(
        GetOrganizationMetadataRequest(organization_id="org_stub"),
        metadata=[("authorization", f"Bearer {service.backend}")],
    )
    assert answer.metadata.public_metadata["a"] == 1
