from __future__ import annotations

import inspect
import re
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta, timezone

import pytest
from running_service import RunningService

import orgmeta
from orgmeta import Client, Documents, InvitationKey, MembershipKey, aio
from orgmeta._batch import ORGANIZATIONS, BatchReading
from orgmeta._rpcs import Part
from orgmeta.v1 import backend_metadata_pb2, frontend_metadata_pb2


def test_every_rpc_is_a_method_of_both_clients() -> None:
    rpcs = {
        re.sub("([A-Z])", r"_\1", rpc.name).lower().removeprefix("_")
        for file in (backend_metadata_pb2, frontend_metadata_pb2)
        for service in file.DESCRIPTOR.services_by_name.values()
        for rpc in service.methods
    }
    assert len(rpcs) == 24
    assert {name for name in rpcs if not (hasattr(Client, name) and hasattr(aio.Client, name))} == set()


def test_both_clients_have_the_same_methods_with_the_same_parameters() -> None:
    names = {name for name in dir(Client) if not name.startswith("_")}
    assert names == {name for name in dir(aio.Client) if not name.startswith("_")}
    for name in names - {"channel"}:
        ours, theirs = (inspect.signature(getattr(kind, name)).parameters for kind in (Client, aio.Client))
        assert list(ours) == list(theirs), name
        for parameter in set(ours) - {"change"}:
            assert ours[parameter] == theirs[parameter], (name, parameter)


def test_a_record_has_dicts_and_aware_times(client: Client, organization_id: str) -> None:
    record = client.update_organization_metadata(
        organization_id, public_metadata={"seats": 5, "price": 1.5}, private_metadata={"tags": ["a"]}
    )
    assert record.public_metadata == {"seats": 5, "price": 1.5}
    assert type(record.public_metadata["seats"]) is int
    assert (record.public_size_bytes, record.private_size_bytes) == (23, 14)
    assert record.update_time.tzinfo is timezone.utc
    assert abs(datetime.now(timezone.utc) - record.update_time) < timedelta(minutes=1)
    assert client.get_organization_metadata(organization_id) == record


def test_a_document_that_is_left_out_stays_and_an_empty_one_is_given(client: Client, organization_id: str) -> None:
    client.replace_organization_metadata(organization_id, public_metadata={"a": 1}, private_metadata={"b": 2})
    kept = client.replace_organization_metadata(organization_id, public_metadata=None, private_metadata={})
    assert (kept.public_metadata, kept.private_metadata) == ({"a": 1}, {})


def test_an_invitation_tells_who_accepted_it_once_somebody_did(client: Client, organization_id: str) -> None:
    open_one = client.update_organization_invitation_metadata(organization_id, "inv", public_metadata={"role": "x"})
    assert (open_one.accepted_user_id, open_one.accept_time) == (None, None)
    membership = client.accept_organization_invitation(organization_id, "inv", "user_1")
    assert (membership.user_id, membership.public_metadata) == ("user_1", {"role": "x"})
    accepted = client.get_organization_invitation_metadata(organization_id, "inv")
    assert accepted.accepted_user_id == "user_1"
    assert isinstance(accepted.accept_time, datetime)


def test_a_list_is_iterated_over_its_pages(client: Client, organization_id: str) -> None:
    for number in range(5):
        client.update_organization_membership_metadata(organization_id, f"u{number}", public_metadata={"n": number % 2})
    listed = client.list_organization_membership_metadata(organization_id, public_contains={"n": 0}, page_size=2)
    assert [record.user_id for record in listed] == ["u0", "u2", "u4"]
    of_user = client.list_organization_membership_metadata(user_id="u3")
    assert organization_id in {record.organization_id for record in of_user}


async def test_an_asyncio_list_is_iterated_over_its_pages(service: RunningService, organization_id: str) -> None:
    async with aio.Client(service.address, credential=service.backend) as client:
        for number in range(3):
            await client.update_organization_invitation_metadata(organization_id, f"i{number}", public_metadata={})
        listed = client.list_organization_invitation_metadata(organization_id, page_size=1)
        assert [record.invitation_id async for record in listed] == ["i0", "i1", "i2"]


def test_a_batch_asks_again_for_what_did_not_fit(client: Client, organization_id: str) -> None:
    large = {"ones": [1] * 4000}
    ids = [f"{organization_id}-{number:02}" for number in range(99)]
    for one in ids[::2]:
        client.replace_organization_metadata(one, public_metadata=large, private_metadata=large)
    batch = client.batch_get_organization_metadata([*reversed(ids), ids[0]], timeout=30)
    assert [record.organization_id for record in batch.metadata] == list(reversed(ids[::2]))
    assert batch.missing == list(reversed(ids[1::2]))
    assert all(record.private_metadata == large for record in batch.metadata)


def test_a_batch_that_gets_nowhere_ends() -> None:
    reading = BatchReading(ORGANIZATIONS, ["a", "b"])
    with pytest.raises(orgmeta.OrgmetaError, match="nothing of it") as raised:
        reading.add(Part([], [], ["b", "a"]))
    assert raised.value.code == "INTERNAL"


def test_batches_of_memberships_and_invitations_take_pairs(client: Client, organization_id: str) -> None:
    client.update_organization_membership_metadata(organization_id, "u1")
    client.update_organization_invitation_metadata(organization_id, "i1")
    members = client.batch_get_organization_membership_metadata([(organization_id, "u2"), (organization_id, "u1")])
    assert [record.user_id for record in members.metadata] == ["u1"]
    assert members.missing == [MembershipKey(organization_id, "u2")]
    invited = client.batch_get_organization_invitation_metadata([(organization_id, "i1"), (organization_id, "i2")])
    assert [record.invitation_id for record in invited.metadata] == ["i1"]
    assert invited.missing == [InvitationKey(organization_id, "i2")]


def test_a_batch_that_is_too_large_is_refused_by_the_service(client: Client) -> None:
    with pytest.raises(orgmeta.ArgumentInvalidError):
        client.batch_get_organization_metadata([f"org_{number}" for number in range(101)])


def test_keys_that_are_repeated_count_for_the_service_too(client: Client) -> None:
    with pytest.raises(orgmeta.ArgumentInvalidError):
        client.batch_get_organization_metadata(["org_1"] * 101)


def test_threads_share_a_client(client: Client, organization_id: str) -> None:
    with ThreadPoolExecutor(8) as threads:
        written = list(
            threads.map(
                lambda number: client.update_organization_metadata(organization_id, public_metadata={str(number): 1}),
                range(40),
            )
        )
    assert len(written) == 40
    assert len(client.get_organization_metadata(organization_id).public_metadata) == 40


def test_a_deletion_gives_nothing_and_the_record_is_gone(client: Client, organization_id: str) -> None:
    client.update_organization_metadata(organization_id)
    client.update_organization_membership_metadata(organization_id, "u1")
    with pytest.raises(orgmeta.OrganizationNotEmptyError):
        client.delete_organization_metadata(organization_id)
    client.delete_organization_metadata(organization_id, force=True)
    with pytest.raises(orgmeta.MetadataNotFoundError):
        client.get_organization_membership_metadata(organization_id, "u1")


def test_documents_may_be_handed_on_as_they_came(client: Client, organization_id: str) -> None:
    documents = Documents({"a": [1, {"b": None}]}, {})
    stored = client.replace_organization_metadata(organization_id, public_metadata=documents.public_metadata)
    again = client.replace_organization_metadata(organization_id, public_metadata=stored.public_metadata)
    assert again.etag == stored.etag
