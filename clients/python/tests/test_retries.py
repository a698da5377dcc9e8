from __future__ import annotations

from collections.abc import Callable

import grpc
import pytest
from scripted_service import ScriptedService, run_scripted

from orgmeta import Client, OrgmetaError, aio


@pytest.mark.parametrize(
    ("title", "call", "repeated"),
    [
        ("a read", lambda client: client.get_organization_metadata("org_1"), True),
        ("a read of a frontend", lambda client: client.get_organization_public_metadata("org_1"), True),
        ("an update", lambda client: client.update_organization_metadata("org_1"), True),
        ("an update with an etag", lambda client: client.update_organization_metadata("org_1", etag="1-1"), False),
        ("a replacement", lambda client: client.replace_organization_metadata("org_1"), False),
        ("a deletion", lambda client: client.delete_organization_metadata("org_1"), False),
        ("an acceptance", lambda client: client.accept_organization_invitation("org_1", "inv_1", "u"), False),
    ],
)
def test_only_what_is_safe_to_repeat_is_repeated(title: str, call: Callable[[Client], object], repeated: bool) -> None:
    with run_scripted(ScriptedService(grpc.StatusCode.UNAVAILABLE)) as address, Client(address) as client:
        if repeated:
            call(client)
        else:
            with pytest.raises(OrgmetaError, match="not now"):
                call(client)


async def test_asyncio_repeats_the_same() -> None:
    with run_scripted(ScriptedService(grpc.StatusCode.UNAVAILABLE)) as address:
        async with aio.Client(address) as client:
            await client.update_organization_metadata("org_1")
            with pytest.raises(OrgmetaError, match="not now"):
                await client.update_organization_membership_metadata("org_1", "u", etag="1-1")


def test_what_was_aborted_is_not_repeated() -> None:
    with run_scripted(ScriptedService(grpc.StatusCode.ABORTED)) as address, Client(address) as client:
        with pytest.raises(OrgmetaError, match="not now"):
            client.get_organization_metadata("org_1")
