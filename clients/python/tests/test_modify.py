from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from running_service import RunningService

import orgmeta
from orgmeta import Client, Documents, aio


def add_seat(documents: Documents) -> Documents:
    documents.public_metadata["seats"] = documents.public_metadata.get("seats", 0) + 1
    return documents


def test_threads_lose_no_change(client: Client, organization_id: str) -> None:
    with ThreadPoolExecutor(8) as threads:
        list(threads.map(lambda _: client.modify_organization_metadata(organization_id, add_seat), range(16)))
    assert client.get_organization_metadata(organization_id).public_metadata == {"seats": 16}


async def test_tasks_lose_no_change(service: RunningService, organization_id: str) -> None:
    async def add_later(documents: Documents) -> Documents:
        await asyncio.sleep(0)
        return add_seat(documents)

    async with aio.Client(service.address, credential=service.backend) as client:
        changes: list[Callable[[Documents], Documents | Awaitable[Documents]]] = [add_seat, add_later] * 8
        await asyncio.gather(
            *(client.modify_organization_membership_metadata(organization_id, "u1", change) for change in changes)
        )
        record = await client.get_organization_membership_metadata(organization_id, "u1")
    assert record.public_metadata == {"seats": 16}


def test_what_is_not_there_is_given_as_empty_and_created(client: Client, organization_id: str) -> None:
    given: list[Any] = []

    def change(public_metadata: dict[str, Any]) -> dict[str, Any]:
        given.append(public_metadata)
        return {"role": "admin"}

    record = client.modify_organization_invitation_metadata(organization_id, "inv_1", change)
    assert given == [{}]
    assert record.public_metadata == {"role": "admin"}


def test_both_documents_are_replaced_by_what_the_function_returns(client: Client, organization_id: str) -> None:
    client.update_organization_metadata(organization_id, public_metadata={"a": 1}, private_metadata={"b": 2})
    record = client.modify_organization_metadata(
        organization_id, lambda documents: Documents(documents.private_metadata, {})
    )
    assert (record.public_metadata, record.private_metadata) == ({"b": 2}, {})


def test_it_gives_up_when_somebody_else_is_always_faster(
    client: Client, organization_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("time.sleep", lambda _seconds: None)
    runs = 0

    def change(documents: Documents) -> Documents:
        nonlocal runs
        runs += 1
        client.update_organization_metadata(organization_id, private_metadata={"runs": runs})
        return documents

    with pytest.raises(orgmeta.EtagMismatchError):
        client.modify_organization_metadata(organization_id, change)
    assert runs == 10
    assert client.get_organization_metadata(organization_id).private_metadata == {"runs": 10}


def test_a_function_that_forgets_to_return_is_told_so(client: Client, organization_id: str) -> None:
    with pytest.raises(TypeError, match="it has to return Documents"):
        client.modify_organization_metadata(organization_id, lambda _documents: None)  # type: ignore[arg-type, return-value]
    with pytest.raises(TypeError, match="it has to return the public metadata"):
        client.modify_organization_invitation_metadata(organization_id, "i", lambda _document: None)  # type: ignore[arg-type, return-value]


def test_an_error_of_the_function_is_the_callers(client: Client, organization_id: str) -> None:
    def change(_documents: Documents) -> Documents:
        raise KeyError("seats")

    with pytest.raises(KeyError):
        client.modify_organization_metadata(organization_id, change)
    with pytest.raises(orgmeta.MetadataNotFoundError):
        client.get_organization_metadata(organization_id)
